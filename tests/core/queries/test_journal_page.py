from datetime import date, timedelta

import pytest

from coachjournal.commands.conversation import log_conversation, plan_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.journal_page import (
    Day,
    Filter,
    journal_overview,
    journal_place,
    journal_rows,
)
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period

TODAY = date(2026, 11, 23)
MONDAY, RIDE = TODAY - timedelta(days=7), TODAY - timedelta(days=11)


@pytest.fixture
def talks(journal: Journal) -> dict[str, int]:
    """Four conversations of two reps; their keys by what was said."""
    dana, amir = journal.do(add_rep, name="Dana Reyes"), journal.do(add_rep, name="Amir Khan")
    told = (
        ("agenda", dana, ConversationKind.RIDE_ALONG, RIDE, False),
        ("price", dana, ConversationKind.IN_PASSING, MONDAY, False),
        ("family", amir, ConversationKind.IN_PASSING, MONDAY, True),
        ("agenda again", amir, ConversationKind.ONE_ON_ONE, TODAY, False),
    )
    return {
        words: journal.do(
            log_conversation, rep_id=rep_id, kind=kind, held_on=day, private=private, text=f"# Note\n{words}"
        )
        for words, rep_id, kind, day, private in told
    }


def listed(journal: Journal, chosen: Filter) -> list[int]:
    rows = journal.ask(journal_rows, chosen=chosen, newest=TODAY, skip=0, most=100)
    return [row.conversation_id for row in rows]


def test_the_newest_come_first_and_their_days_are_counted(journal: Journal, talks: dict[str, int]) -> None:
    overview = journal.ask(journal_overview, chosen=Filter())
    assert overview.days == (Day(TODAY, 1), Day(MONDAY, 2), Day(RIDE, 1))
    assert overview.kinds[0] == (ConversationKind.IN_PASSING, 2)
    assert listed(journal, Filter()) == [talks[words] for words in ("agenda again", "family", "price", "agenda")]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (Filter(rep_id=1), ["price", "agenda"]),
        (Filter(kind=ConversationKind.IN_PASSING), ["family", "price"]),
        (Filter(period=Period(RIDE, MONDAY)), ["agenda"]),
        (Filter(words="AGEN"), ["agenda again", "agenda"]),
        (Filter(words="agenda", rep_id=1), ["agenda"]),
        (Filter(words="agenda", kind=ConversationKind.ONE_ON_ONE), ["agenda again"]),
        (Filter(words="agenda", period=Period(RIDE, MONDAY)), ["agenda"]),
        (Filter(words="note", rep_id=2, kind=ConversationKind.IN_PASSING, period=Period(MONDAY, TODAY)), ["family"]),
        (Filter(words="note after:2026-11-16", period=Period(RIDE, TODAY)), ["family", "price"]),
        (Filter(words="rep:amir", rep_id=1), []),
        (Filter(words='" ('), ["agenda again", "family", "price", "agenda"]),
        (Filter(words="nowhere"), []),
    ],
)
def test_a_filter_lets_through_what_matches(
    journal: Journal, talks: dict[str, int], chosen: Filter, found: list[str]
) -> None:
    assert listed(journal, chosen) == [talks[words] for words in found]
    assert journal.ask(journal_overview, chosen=chosen).conversations == len(found)


def test_a_filter_by_kind_still_tells_how_many_there_are_of_all(journal: Journal, talks: dict[str, int]) -> None:
    assert talks
    overview = journal.ask(journal_overview, chosen=Filter(rep_id=1, kind=ConversationKind.RIDE_ALONG))
    assert (overview.conversations, sum(number for _, number in overview.kinds)) == (1, 2)


def test_a_private_note_keeps_its_words_off_the_list(journal: Journal, talks: dict[str, int]) -> None:
    rows = {
        row.conversation_id: row for row in journal.ask(journal_rows, chosen=Filter(), newest=TODAY, skip=0, most=9)
    }
    private, open_ = rows[talks["family"]], rows[talks["price"]]
    assert (private.private, private.first_line) == (True, "")
    assert (open_.private, open_.first_line) == (False, "price")


def test_a_place_is_a_day_and_how_many_stand_before_it(journal: Journal, talks: dict[str, int]) -> None:
    def place(words: str, chosen: Filter = Filter()) -> tuple[date, int] | None:  # noqa: B008 - it is frozen
        return journal.ask(journal_place, chosen=chosen, conversation_id=talks[words])

    assert place("price") == (MONDAY, 1)
    assert place("price", Filter(rep_id=1)) == (MONDAY, 0)
    assert place("family", Filter(rep_id=1)) is None
    assert place("price", Filter(words="price")) == (MONDAY, 0)
    assert place("price", Filter(words="family")) is None


def test_a_list_by_words_is_read_on_from_any_day(journal: Journal, talks: dict[str, int]) -> None:
    rows = journal.ask(journal_rows, chosen=Filter(words="note"), newest=MONDAY, skip=1, most=9)
    assert [row.conversation_id for row in rows] == [talks["price"], talks["agenda"]]


def test_a_stretch_begins_where_it_is_asked_to(journal: Journal, talks: dict[str, int]) -> None:
    (row,) = journal.ask(journal_rows, chosen=Filter(), newest=MONDAY, skip=1, most=1)
    assert row.conversation_id == talks["price"]


def test_what_lies_ahead_is_no_conversation_yet(journal: Journal, talks: dict[str, int]) -> None:
    journal.do(plan_conversation, rep_id=1, held_on=TODAY + timedelta(days=1))
    assert journal.ask(journal_overview, chosen=Filter()).conversations == len(talks)
