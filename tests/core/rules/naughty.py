"""Strings that break programs, from a public collection; empty where the shared data are absent."""

import base64
import json
from pathlib import Path

_FILE = Path(__file__).resolve().parents[4] / "shared" / "data" / "torture" / "blns" / "blns.base64.json"

NAUGHTY = (
    [base64.b64decode(each).decode(errors="replace") for each in json.loads(_FILE.read_text(encoding="utf-8"))]
    if _FILE.exists()
    else []
)
