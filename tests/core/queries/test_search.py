import json
from base64 import b64decode
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachjournal.commands.agenda_item import raise_next_time
from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import edit_conversation, log_conversation, move_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.field_call import add_field_call
from coachjournal.commands.goal import set_goal
from coachjournal.commands.observation import write_observation
from coachjournal.commands.rep import add_rep
from coachjournal.errors import Rejected
from coachjournal.journal import Journal, Writing
from coachjournal.queries.conversation_page import conversation_page
from coachjournal.queries.journal_page import Filter, journal_overview, journal_rows
from coachjournal.queries.search import RANKED_WHILE_TYPING, READ_FOR_AN_EXCERPT, HitKind, search
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.goal import Measure
from coachjournal.rules.search_place import Marks
from coachjournal.rules.search_words import FILTERS

TORTURE = Path(__file__).resolve().parents[4] / "shared/data/torture"


@pytest.fixture
def dana(journal: Journal) -> int:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(log_conversation, rep_id=dana, text="Opened Halvorsen with the agénda.", held_on=date(2026, 11, 12))
    journal.do(make_commitment, rep_id=dana, text="Map the buying committee at Halvorsen")
    return dana


@pytest.mark.parametrize("words", ["halvorsen", "HALV", "agenda opened", "halv committee"])
def test_beginnings_of_words_are_found_whatever_case_and_accent(journal: Journal, dana: int, words: str) -> None:
    assert dana
    assert journal.ask(search, words=words)


def test_a_hit_tells_what_it_is_and_where(journal: Journal, dana: int) -> None:
    assert dana
    (hit,) = journal.ask(search, words="agenda")
    assert (hit.kind, hit.rep, hit.on, hit.title) == (
        "conversation",
        "Dana Reyes",
        date(2026, 11, 12),
        "Opened Halvorsen with the agénda.",
    )


def test_what_was_rewritten_is_found_by_its_new_words_only(journal: Journal, dana: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana, text="Kestrel asked for a discount")
    journal.do(edit_conversation, conversation_id=talk, text="Kestrel signed")
    assert journal.ask(search, words="discount") == ()
    assert [hit.id for hit in journal.ask(search, words="signed")] == [talk]
    journal.undo()
    assert [hit.id for hit in journal.ask(search, words="discount")] == [talk]


def test_a_private_note_is_found_and_keeps_its_words(journal: Journal, dana: int) -> None:
    journal.do(log_conversation, rep_id=dana, text="Thinks of leaving in spring", private=True)
    journal.do(write_observation, rep_id=dana, behaviour="Wept in the car in spring", private=True)
    hits = journal.ask(search, words="spring")
    assert {(hit.kind, hit.title, hit.snippet, hit.private) for hit in hits} == {
        ("conversation", "Dana Reyes", "", True),
        ("observation", "Dana Reyes", "", True),
    }


def test_the_number_of_hits_is_limited(journal: Journal, dana: int) -> None:
    assert dana
    assert len(journal.ask(search, words="halvorsen", limit=1)) == 1
    assert journal.ask(search, words="halvorsen", limit=0) == ()


def test_a_private_part_is_found_but_never_quoted(journal: Journal, dana: int) -> None:
    journal.do(log_conversation, rep_id=dana, text="%%Thinks of leaving%%\nOpened with the plan %%and wept%%")
    (hit,) = journal.ask(search, words="leaving")
    assert (hit.title, hit.snippet, hit.private) == ("Opened with the plan", "", False)
    (hit,) = journal.ask(search, words="plan")
    assert "wept" not in hit.title + hit.snippet


def test_what_was_seen_in_a_private_conversation_is_not_quoted(journal: Journal, dana: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana, text="Family", private=True)
    journal.do(write_observation, rep_id=dana, behaviour="Spoke of moving house", conversation_id=talk)
    (hit,) = journal.ask(search, words="house")
    assert (hit.kind, hit.title, hit.snippet) == (HitKind.OBSERVATION, "Dana Reyes", "")


def test_a_field_call_is_found_as_part_of_its_conversation(journal: Journal, dana: int) -> None:
    ride = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG, text="Three calls in the north")
    journal.do(add_field_call, conversation_id=ride, objective="Agree the steps", went_well="Let silence stand")
    (hit,) = journal.ask(search, words="silence north")
    assert (hit.kind, hit.id, hit.title, hit.snippet) == (
        HitKind.CONVERSATION,
        ride,
        "Three calls in the north",
        "",
    )
    assert strong(hit.title, hit.title_marks) == ["north"]
    (hit,) = journal.ask(search, words="silence")
    assert strong(hit.snippet, hit.snippet_marks) == ["silence"]


def test_every_kind_of_record_is_found(journal: Journal, dana: int) -> None:
    deal = journal.do(add_deal, rep_id=dana, name="Kestrel renewal", stage_id=1, account="Kestrel Foods")
    journal.do(log_conversation, rep_id=dana, text="Kestrel again", deal_ids=[deal])
    journal.do(make_commitment, rep_id=dana, text="Call Kestrel")
    journal.do(write_observation, rep_id=dana, behaviour="Asked Kestrel why")
    journal.do(raise_next_time, rep_id=dana, text="Kestrel's discount")
    journal.do(
        set_goal,
        rep_id=dana,
        title="Win Kestrel",
        measure=Measure.LEVEL,
        baseline=2,
        target=4,
        due_on=date(2027, 3, 1),
    )
    journal.do(add_rep, name="Kestrel Moyo")
    hits = journal.ask(search, words="kest")
    assert {hit.kind for hit in hits} == set(HitKind)
    assert all(strong(hit.title, hit.title_marks)[0].startswith("Kestrel") for hit in hits)
    assert {hit.rep_id for hit in hits} == {dana, 2}
    (by_account,) = journal.ask(search, words="foods")
    assert (by_account.title, by_account.snippet) == ("Kestrel renewal", "Kestrel Foods")


@pytest.fixture
def talks(journal: Journal) -> dict[str, int]:
    """Notes that all say "price", of two reps, kinds and days; keys by their second word."""
    dana, amir = (journal.do(add_rep, name=name) for name in ("Dana Reyes", "Amir Khan"))
    deal = journal.do(add_deal, rep_id=dana, name="Extension", stage_id=1, account="Halvorsen AS")
    ride, talk = ConversationKind.RIDE_ALONG, ConversationKind.ONE_ON_ONE
    told: tuple[tuple[str, int, ConversationKind, date, list[int]], ...] = (
        ("spring", dana, ride, date(2026, 3, 9), [deal]),
        ("summer", dana, talk, date(2026, 7, 1), []),
        ("autumn", amir, ride, date(2026, 10, 5), []),
    )
    return {
        word: journal.do(
            log_conversation, rep_id=rep, kind=kind, held_on=day, deal_ids=deals, text=f"The price in {word}"
        )
        for word, rep, kind, day, deals in told
    }


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("price rep:dana", {"spring", "summer"}),
        ('price rep:"dana rey"', {"spring", "summer"}),
        ("price rep:dana rep:amir", {"spring", "summer", "autumn"}),
        ("price kind:ride", {"spring", "autumn"}),
        ("price deal:halv", {"spring"}),
        ("price deal:ext kind:one", set()),
        ("price after:2026-07", {"summer", "autumn"}),
        ("price after:1/7/2026 before:2026-10", {"summer"}),
        ("price before:2026-03-09", set()),
        ("kind:ride rep:dana", {"spring"}),
        ("after:2026-10", {"autumn"}),
        ("price rep:nobody", set()),
        ("price kind:lunch", set()),
        ("price kind:", {"spring", "summer", "autumn"}),
        ("nowhere rep:dana", set()),
    ],
)
def test_a_filter_narrows_search_and_the_journal_alike(
    journal: Journal, talks: dict[str, int], typed: str, found: set[str]
) -> None:
    hits = journal.ask(search, words=typed)
    assert {hit.id for hit in hits if hit.kind is HitKind.CONVERSATION} == {talks[word] for word in found}
    rows = journal.ask(journal_rows, chosen=Filter(words=typed), newest=journal.clock.today(), skip=0, most=9)
    assert {row.conversation_id for row in rows} == {talks[word] for word in found}


def test_a_filter_follows_what_it_asks_about(journal: Journal, talks: dict[str, int]) -> None:
    journal.do(move_conversation, conversation_id=talks["spring"], rep_id=2)
    assert {hit.id for hit in journal.ask(search, words="price rep:dana")} == {talks["summer"]}
    journal.undo()
    assert {hit.id for hit in journal.ask(search, words="price rep:dana")} == {talks["spring"], talks["summer"]}


def test_of_filters_alone_the_newest_come_first(journal: Journal, talks: dict[str, int]) -> None:
    hits = journal.ask(search, words="kind:ride")
    assert [hit.id for hit in hits] == [talks["autumn"], talks["spring"]]


def test_a_phrase_stands_together(journal: Journal, dana: int) -> None:
    journal.do(log_conversation, rep_id=dana, text="The next small step")
    talk = journal.do(log_conversation, rep_id=dana, text="The next step")
    assert [hit.id for hit in journal.ask(search, words='"next step"')] == [talk]
    assert len(journal.ask(search, words="next step")) == 2


def test_a_name_is_not_hidden_behind_many_notes(journal: Journal, dana: int) -> None:
    def write_many(tx: Writing) -> None:
        day = "2026-11-01"
        rows = [(dana, day, f"Kestrel {number}", day, day) for number in range(RANKED_WHILE_TYPING + 9)]
        tx.cursor().executemany(
            "INSERT INTO conversation (rep_id, held_on, text, written_at, changed_at, kind, minutes)"
            " VALUES (?, ?, ?, ?, ?, 'in_passing', 5)",
            rows,
        )

    old = journal.do(log_conversation, rep_id=dana, held_on=date(2020, 1, 7), text="Kestrel, Kestrel, Kestrel")
    rep = journal.do(add_rep, name="Kestrel Moyo")
    journal.do(write_many)
    newest, best = (journal.ask(search, words="kestrel", limit=999, through_all=all_) for all_ in (False, True))
    assert (HitKind.REP, rep) in {(hit.kind, hit.id) for hit in newest}
    assert (HitKind.CONVERSATION, old) not in {(hit.kind, hit.id) for hit in newest}
    assert (HitKind.CONVERSATION, old) in {(hit.kind, hit.id) for hit in best[:2]}


NEVER_WRONG = (
    *("", " ", '"', "*", "AND", "NOT NEAR(", "title:", "^", "-x", "a" * 5000, "a " * 5000, "会" * 5000, "'; --"),
    *("rep:", 'rep:"', 'deal:""', "kind:::", "after:99999-99", "before:0000-00", "facets : rep1", "a\0b", "\ud800 x"),
    *("\ue000rep1", "\u200b", "%%", 'rep:" OR x', "after:2026-03-99", "rep:" * 400, '"' * 999),
)


def test_a_word_far_down_in_a_book_is_found_though_its_line_is_not_quoted(journal: Journal, dana: int) -> None:
    far = journal.do(log_conversation, rep_id=dana, text="A book.\n" + "word " * READ_FOR_AN_EXCERPT + "needle")
    (hit,) = journal.ask(search, words="needle")
    assert (hit.id, hit.title, hit.snippet) == (far, "A book.", "")


def test_a_private_part_that_is_cut_stays_private(journal: Journal, dana: int) -> None:
    journal.do(log_conversation, rep_id=dana, text="Open.\n%% secret " + "word " * READ_FOR_AN_EXCERPT + "%% end")
    (hit,) = journal.ask(search, words="secret")
    assert (hit.title, hit.snippet) == ("Open.", "")


@pytest.mark.parametrize("words", NEVER_WRONG)
def test_nothing_that_is_typed_can_be_wrong(journal: Journal, dana: int, words: str) -> None:
    assert dana
    assert_answers(journal, words)


@pytest.mark.skipif(not TORTURE.exists(), reason="the shared trial data is not on this machine")
def test_no_naughty_string_is_an_error_or_changed_in_a_note(journal: Journal, dana: int) -> None:
    for each in json.loads((TORTURE / "blns/blns.base64.json").read_text(encoding="utf-8")):
        typed = b64decode(each).decode("utf-8", "replace")
        assert_answers(journal, typed)
        with suppress(Rejected):  # what SQLite cannot hold is refused at the door
            talk = journal.do(log_conversation, rep_id=dana, text=typed)
            page = journal.ask(conversation_page, conversation_id=talk)
            assert page is not None
            assert page.head.text == typed


@pytest.mark.skipif(not TORTURE.exists(), reason="the shared trial data is not on this machine")
def test_no_query_of_the_index_itself_is_an_error(journal: Journal, dana: int) -> None:
    assert dana
    for case in json.loads((TORTURE / "sqlite-fts5/fts5_queries_dev.json").read_text(encoding="utf-8")):
        assert_answers(journal, case["query"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(codec=None) | st.sampled_from(':"*()^ -'), max_size=40), st.sampled_from((*FILTERS, "")))
def test_nothing_at_all_can_be_wrong(journal: Journal, dana: int, typed: str, name: str) -> None:
    assert dana
    assert_answers(journal, f"{name}:{typed}" if name else typed)


def assert_answers(journal: Journal, words: str) -> None:
    assert isinstance(journal.ask(search, words=words), tuple)
    assert isinstance(journal.ask(search, words=words, through_all=True), tuple)
    assert journal.ask(journal_overview, chosen=Filter(words=words)).week_start >= 0


def strong(line: str, marks: Marks) -> list[str]:
    return [line[start : start + length] for start, length in marks]
