"""Put a finished document on the disk: all of it, or an explanation and the old file untouched."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from coachjournal.errors import Rejected


def save(content: bytes, path: Path) -> None:
    """Write beside `path`, then rename. Only the user can read the file until they share it."""
    beside: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as file:
            beside = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        reason = error.strerror or "the disk refused it"
        raise Rejected(f"{path.name} could not be written to {path.parent}: {reason.lower()}.", field="path") from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)
