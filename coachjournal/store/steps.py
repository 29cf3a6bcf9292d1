"""Undo: every command leaves a step that takes it back, and taking it back leaves the step that brings it again.

Rows that were added are known by their keys: keys only grow, so those above the mark of before are new. Rows that
were changed or removed are noted by triggers, as the statement that restores them. Neither needs a word in any
command, and both see what bulk statements and cascades do.
"""

import json
from dataclasses import dataclass
from datetime import datetime

import sqlcipher3.dbapi2 as sqlite

KEPT_STEPS = 200
WITHOUT_UNDO = frozenset({"draft", "sighting", "undo_step", "undo_entry"})
SEEN_ABOUT = ("rep", "deal", "skill", "stage", "goal")
"""What a sighting is about. It goes with that, also where undo takes it away and nothing cascades."""

Marks = dict[str, int]
Ranges = dict[str, list[list[int]]]


@dataclass(frozen=True, slots=True)
class Span:
    """What one transaction left: the rows it added, as first and last key by table, and the entries it noted."""

    inserted: Ranges
    first_entry: int
    last_entry: int

    @classmethod
    def between(cls, before: Marks, after: Marks) -> "Span":
        """All that came between two marks."""
        inserted = {
            table: [[before.get(table, 0) + 1, last]]
            for table, last in after.items()
            if table not in WITHOUT_UNDO and last > before.get(table, 0)
        }
        return cls(inserted, *_entries_between(before, after))


@dataclass(frozen=True, slots=True)
class Step:
    """One command as it can be flipped."""

    id: int
    words: str
    span: Span


def marks(cursor: sqlite.Cursor) -> Marks:
    """The highest key each table has ever given out."""
    return dict(cursor.execute("SELECT name, seq FROM sqlite_sequence"))


def touched(cursor: sqlite.Cursor, span: Span) -> frozenset[str]:
    """The names of all tables that a transaction changed."""
    noted = cursor.execute("SELECT DISTINCT topic FROM undo_entry WHERE id >= ?", (span.first_entry,))
    return frozenset(span.inserted) | {topic for (topic,) in noted}


def push(cursor: sqlite.Cursor, words: str, at: datetime, span: Span) -> None:
    """Put a finished command on top; what had been undone can no longer be done again."""
    for step_id, first, last in _undone(cursor):
        cursor.execute("DELETE FROM undo_entry WHERE id BETWEEN ? AND ?", (first, last))
        cursor.execute("DELETE FROM undo_step WHERE id = ?", (step_id,))
    cursor.execute(
        "INSERT INTO undo_step (words, made_at, inserted, first_entry, last_entry) VALUES (?, ?, ?, ?, ?)",
        (words, f"{at:%Y-%m-%d %H:%M:%S.%f}", json.dumps(span.inserted), span.first_entry, span.last_entry),
    )


def next_undo(cursor: sqlite.Cursor) -> Step | None:
    """The step that undo would take back."""
    return _step(cursor, "WHERE NOT undone ORDER BY id DESC")


def next_redo(cursor: sqlite.Cursor) -> Step | None:
    """The step that redo would bring again."""
    return _step(cursor, "WHERE undone ORDER BY id")


def flip(cursor: sqlite.Cursor, step: Step) -> frozenset[str]:
    """Take a step back, or bring it again, and keep it as its own opposite; answers the tables touched.

    To be called with foreign keys off: the entries hold what cascades did, so nothing may cascade twice.
    """
    before = marks(cursor)
    span = step.span
    entries = cursor.execute(
        "SELECT topic, restored_id, statement FROM undo_entry WHERE id BETWEEN ? AND ? ORDER BY id DESC",
        (span.first_entry, span.last_entry),
    ).fetchall()
    for table, ranges in span.inserted.items():
        cursor.executemany(f"DELETE FROM {table} WHERE id BETWEEN ? AND ?", ranges)
    restored: Ranges = {}
    for topic, restored_id, statement in entries:
        if restored_id is None:
            cursor.execute(statement)
        elif not _covers(span.inserted, topic, restored_id):
            cursor.execute(statement)
            restored.setdefault(topic, []).append([restored_id, restored_id])
    _forget_sightings(cursor, span.inserted)
    cursor.execute("DELETE FROM undo_entry WHERE id BETWEEN ? AND ?", (span.first_entry, span.last_entry))
    cursor.execute(
        "UPDATE undo_step SET undone = NOT undone, inserted = ?, first_entry = ?, last_entry = ? WHERE id = ?",
        (json.dumps(restored), *_entries_between(before, marks(cursor)), step.id),
    )
    return frozenset(span.inserted) | {topic for topic, _, _ in entries}


def are_too_many(cursor: sqlite.Cursor) -> bool:
    """Whether there is anything to forget."""
    return bool(cursor.execute("SELECT count(*) > ? FROM undo_step", (KEPT_STEPS,)).fetchone()[0])


def forget_old_steps(cursor: sqlite.Cursor) -> None:
    """Keep the newest steps only."""
    oldest = cursor.execute(
        "SELECT id, first_entry FROM undo_step ORDER BY id DESC LIMIT 1 OFFSET ?", (KEPT_STEPS - 1,)
    ).fetchone()
    if oldest is not None:
        cursor.execute("DELETE FROM undo_step WHERE id < ?", (oldest[0],))
        kept = cursor.execute("SELECT min(first_entry) FROM undo_step").fetchone()[0]
        cursor.execute("DELETE FROM undo_entry WHERE id < ?", (kept,))


def _step(cursor: sqlite.Cursor, which: str) -> Step | None:
    row = cursor.execute(
        f"SELECT id, words, inserted, first_entry, last_entry FROM undo_step {which} LIMIT 1"
    ).fetchone()
    return None if row is None else Step(row[0], row[1], Span(json.loads(row[2]), row[3], row[4]))


def _undone(cursor: sqlite.Cursor) -> list[tuple[int, int, int]]:
    return list(cursor.execute("SELECT id, first_entry, last_entry FROM undo_step WHERE undone"))


def _entries_between(before: Marks, after: Marks) -> tuple[int, int]:
    return before.get("undo_entry", 0) + 1, after.get("undo_entry", 0)


def _covers(inserted: Ranges, table: str, key: int) -> bool:
    return any(first <= key <= last for first, last in inserted.get(table, ()))


def _forget_sightings(cursor: sqlite.Cursor, removed: Ranges) -> None:
    for table in SEEN_ABOUT:
        for first_and_last in removed.get(table, ()):
            cursor.execute(f"DELETE FROM sighting WHERE {table}_id BETWEEN ? AND ?", first_and_last)
