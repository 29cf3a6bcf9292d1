from datetime import date

import pytest

from coachjournal.commands.commitment import (
    delete_commitment,
    drop_commitment,
    edit_commitment,
    keep_commitment,
    make_commitment,
    miss_commitment,
    move_commitment,
    reopen_commitment,
)
from coachjournal.commands.rep import add_rep
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.rules.conversation import Side

FRIDAY = date(2026, 11, 27)


@pytest.fixture
def commitment(journal: Journal) -> int:
    dana = journal.do(add_rep, name="Dana Reyes")
    return journal.do(make_commitment, rep_id=dana, text="Map the buying committee", due_on=FRIDAY)


def stored(journal: Journal) -> list[tuple[object, ...]]:
    sql = "SELECT owner, status, due_on, ended_on, moved_from_id FROM commitment ORDER BY id"
    return [tuple(row) for row in journal.ask(lambda tx: tx.connection.exec_driver_sql(sql).all())]


def test_a_commitment_belongs_to_the_rep_unless_told_otherwise(journal: Journal, commitment: int) -> None:
    assert stored(journal) == [("rep", "open", "2026-11-27", None, None)]
    journal.do(edit_commitment, commitment_id=commitment, owner=Side.MANAGER, due_on=None)
    assert stored(journal) == [("manager", "open", None, None, None)]


def test_what_is_agreed_for_a_conversation_ahead_is_agreed_today(journal: Journal, commitment: int) -> None:
    journal.do(make_commitment, rep_id=1, text="Bring the figures", made_on=FRIDAY)
    made = "SELECT made_on FROM commitment WHERE id > :first"
    days = journal.ask(lambda tx: tx.connection.exec_driver_sql(made, {"first": commitment}).scalars().all())
    assert list(days) == ["2026-11-23"]


@pytest.mark.parametrize(
    ("command", "status"), [(keep_commitment, "kept"), (miss_commitment, "not_kept"), (drop_commitment, "dropped")]
)
def test_a_commitment_ends_once_and_can_be_opened_again(
    journal: Journal, commitment: int, command: object, status: str
) -> None:
    journal.do(command, commitment_id=commitment)  # type: ignore[arg-type]
    assert stored(journal)[0][1:4] == (status, "2026-11-27", "2026-11-23")
    with pytest.raises(Rejected, match=rf"already {status.replace('_', ' ')}\.$"):
        journal.do(keep_commitment, commitment_id=commitment)
    journal.do(reopen_commitment, commitment_id=commitment)
    assert stored(journal)[0][1:4] == ("open", "2026-11-27", None)


def test_a_moved_commitment_ends_and_lives_on_with_a_later_day(journal: Journal, commitment: int) -> None:
    journal.do(move_commitment, commitment_id=commitment, due_on=date(2026, 12, 4))
    assert stored(journal) == [
        ("rep", "moved", "2026-11-27", "2026-11-23", None),
        ("rep", "open", "2026-12-04", None, commitment),
    ]
    journal.undo()
    assert stored(journal) == [("rep", "open", "2026-11-27", None, None)]


def test_a_moved_commitment_is_not_opened_beside_the_one_it_became(journal: Journal, commitment: int) -> None:
    journal.do(move_commitment, commitment_id=commitment, due_on=date(2026, 12, 4))
    with pytest.raises(Rejected, match="goes on with a later day"):
        journal.do(reopen_commitment, commitment_id=commitment)


def test_a_commitment_does_not_move_to_an_earlier_day(journal: Journal, commitment: int) -> None:
    with pytest.raises(Rejected) as refusal:
        journal.do(move_commitment, commitment_id=commitment, due_on=FRIDAY)
    assert refusal.value.field == "due_on"


def test_a_commitment_without_words_is_rejected(journal: Journal, commitment: int) -> None:
    with pytest.raises(Rejected):
        journal.do(edit_commitment, commitment_id=commitment, text=" ")


def test_a_deleted_commitment_comes_back_with_undo(journal: Journal, commitment: int) -> None:
    journal.do(delete_commitment, commitment_id=commitment)
    assert stored(journal) == []
    journal.undo()
    assert len(stored(journal)) == 1
