"""Reads the SQL of a step."""

from pathlib import Path

RECORD = (
    "id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE DEFAULT ("
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' ||"
    " substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))))"
)


def statements(step: str) -> list[str]:
    """All statements of a step's files in their order; {record} in them stands for a record's key and uid."""
    folder = Path(__file__).resolve().parent / step
    return [statement for file in sorted(folder.glob("*.sql")) for statement in _statements(file)]


def _statements(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    sql = "\n".join(line for line in lines if not line.startswith("--"))
    return [part.format(record=RECORD) for part in sql.split(";\n") if part.strip()]
