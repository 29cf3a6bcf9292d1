"""`log` as a durable command against the same statements on the raw driver, in the same kind of file."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.table import Row, paired
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal, open_journal
from coachjournal.store.connections import dial

NOTE = "Opened with the agenda agreed by mail, then asked what a late shipment costs. " * 4
ROUNDS = 400
TAKE_UP = """
UPDATE coaching_action SET conversation_id = :talk
WHERE rep_id = 1 AND conversation_kind = 'in_passing' AND conversation_id IS NULL AND held_on IS NULL
  AND planned_on <= :day AND (conversation_kind <> 'deal_review'
       OR NOT EXISTS (SELECT 1 FROM signal WHERE signal.id = coaching_action.signal_id AND deal_id IS NOT NULL)
       OR EXISTS (SELECT 1 FROM signal, conversation_deal AS about WHERE signal.id = coaching_action.signal_id
                  AND about.deal_id = signal.deal_id AND about.conversation_id = :talk))
"""


def rows() -> Iterator[Row]:
    """Two journals side by side on one disk, one written by each."""
    with TemporaryDirectory() as folder:
        journal = _journal(Path(folder) / "ours.coach")
        other = _journal(Path(folder) / "raw.coach")
        other.close()
        raw = _RawLog(other.path, str(journal.clock.today()))
        ours, reference = paired(lambda: journal.do(log_conversation, rep_id=1, text=NOTE), raw.log, ROUNDS)
        yield Row("log a conversation, durable", ours, "ms", reference, "the same SQL on the raw driver", 1.25)
        journal.close()
        raw.connection.close()


def _journal(path: Path) -> Journal:
    journal = open_journal(path)
    journal.do(add_rep, name="Dana Reyes")
    return journal


class _RawLog:
    """What one `log` runs, written out by hand."""

    def __init__(self, path: Path, day: str) -> None:
        self.connection = dial(path, None)
        self._day = day

    def log(self) -> None:
        run = self.connection.cursor().execute
        run("BEGIN IMMEDIATE")
        run("SELECT name, seq FROM sqlite_sequence").fetchall()
        name = run("SELECT name FROM rep WHERE id = ?", (1,)).fetchone()[0]
        now = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S.%f}"
        talk = run(
            "INSERT INTO conversation (rep_id, kind, status, held_on, zone, minutes, travel_minutes, text, reps_words,"
            " private, written_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (1, "in_passing", "held", self._day, "", 5, 0, NOTE, "", 0, now, now),
        ).lastrowid
        run(TAKE_UP, {"talk": talk, "day": self._day})
        last = dict(run("SELECT name, seq FROM sqlite_sequence").fetchall()).get("undo_entry", 0)
        run("SELECT DISTINCT topic FROM undo_entry WHERE id >= ?", (last + 1,)).fetchall()
        run("SELECT id, first_entry, last_entry FROM undo_step WHERE undone").fetchall()
        run(
            "INSERT INTO undo_step (words, made_at, inserted, first_entry, last_entry) VALUES (?, ?, ?, ?, ?)",
            (f"Logged a word in passing with {name}.", now, '{"conversation": [[1, 1]]}', last + 1, last),
        )
        run("COMMIT")
