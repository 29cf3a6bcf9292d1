"""A deal review: nine questions answered with a key each, a next step with its day, unknowns to find out."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.answer import answer_question
from coachjournal.commands.conversation import edit_conversation, log_conversation
from coachjournal.commands.deal import add_deal, edit_deal
from coachjournal.commands.deal_review import review_deal
from coachjournal.commands.draft import keep_draft
from coachjournal.journal import Journal
from coachjournal.queries.deal_answers import DealQuestion
from coachjournal.queries.deal_review import DealReview, deal_review
from coachjournal.queries.drafts import kept_draft
from coachjournal.rules.answer import Certainty
from coachjournal.rules.conversation import ConversationKind
from tests.ui.hands import at_conversation, click, named, press, type_into, words_of
from ui.main_window import MainWindow
from ui.screens.answer_row import AnswerRow
from ui.screens.conversation import ConversationScreen
from ui.screens.conversation_deal_review import NO_DEAL, NO_QUESTIONS
from ui.widgets.note_edit import NoteEdit
from ui.widgets.open_row import OpenRow

TODAY = date(2026, 11, 23)
KIND = ConversationKind.DEAL_REVIEW


@pytest.fixture
def deal(journal: Journal, dana: int) -> int:
    return journal.do(add_deal, rep_id=dana, name="Kestrel, fleet", stage_id=2, next_step="Wait")


@pytest.fixture
def visit(deal: int, attached: MainWindow, qtbot: QtBot) -> Callable[[int], ConversationScreen]:
    assert deal

    return lambda conversation_id: at_conversation(attached, conversation_id, qtbot)


@pytest.fixture
def review(journal: Journal, deal: int) -> int:
    return journal.do(review_deal, deal_id=deal)


@pytest.fixture
def screen(visit: Callable[[int], ConversationScreen], review: int) -> ConversationScreen:
    return visit(review)


def shown(journal: Journal, review: int) -> DealReview:
    return journal.ask(deal_review, conversation_id=review)


def deals_of(journal: Journal, review: int) -> list[int]:
    return [deal.deal_id for deal in shown(journal, review).deals]


def first(journal: Journal, review: int) -> DealQuestion:
    return shown(journal, review).questions[0]


def rows(screen: ConversationScreen) -> list[AnswerRow]:
    return screen.findChildren(AnswerRow)


def in_focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def keys(*letters: str) -> None:
    for letter in letters:
        press(in_focus(), letter)


def answer(journal: Journal, deal: int, conversation_id: int, question: DealQuestion, certainty: Certainty) -> None:
    journal.do(
        answer_question,
        conversation_id=conversation_id,
        deal_id=deal,
        question_id=question.question_id,
        certainty=certainty,
        text="Ingrid",
    )


def test_a_new_review_begins_with_the_first_question(screen: ConversationScreen) -> None:
    assert len(rows(screen)) == 9
    assert in_focus() is rows(screen)[0]
    assert "9 not asked" in words_of(screen)
    assert "Kestrel, fleet · Qualify" in words_of(screen)


def test_a_key_answers_and_goes_on_and_after_the_last_comes_the_next_step(
    screen: ConversationScreen, journal: Journal, review: int
) -> None:
    keys(*"KGUKKKKKK")
    certainties = [question.answer.certainty for question in shown(journal, review).questions if question.answer]
    assert certainties[:3] == [Certainty.KNOWN, Certainty.GUESS, Certainty.UNKNOWN]
    assert "7 known, 1 guessed, 1 unknown" in words_of(screen)
    assert in_focus().objectName() == "conversation.nextStep"


def test_an_untouched_question_keeps_its_answer_and_its_age(
    visit: Callable[[int], ConversationScreen], journal: Journal, dana: int, deal: int, review: int
) -> None:
    for days, place in ((12, 0), (45, 1)):
        day = TODAY - timedelta(days=days)
        talk = journal.do(log_conversation, rep_id=dana, kind=KIND, deal_ids=[deal], held_on=day)
        answer(journal, deal, talk, shown(journal, review).questions[place], Certainty.KNOWN)
    fresh, stale, never, *_ = rows(visit(review))
    assert "Ingrid" in words_of(fresh)
    assert "12 days ago" in words_of(fresh)
    assert "known. Ingrid. 45 days ago, ask again" in stale.accessibleName()
    assert "not asked yet" in words_of(never)


def test_words_are_written_in_place_and_alt_says_how_sure_they_are(
    screen: ConversationScreen, journal: Journal, review: int
) -> None:
    press(in_focus(), "Return")
    type_into(in_focus(), "Ingrid, since May")
    press(in_focus(), "Alt+K")
    given = first(journal, review).answer
    assert given is not None
    assert (given.text, given.certainty) == ("Ingrid, since May", Certainty.KNOWN)
    assert in_focus() is rows(screen)[1]


@pytest.mark.parametrize("key", ["Return", "Esc"])
def test_enter_and_esc_keep_the_words_and_stay_with_the_question(
    screen: ConversationScreen, journal: Journal, review: int, key: str
) -> None:
    press(in_focus(), "Return")
    type_into(in_focus(), "Ingrid")
    press(in_focus(), key)
    given = first(journal, review).answer
    assert given is not None
    assert (given.text, given.certainty) == ("Ingrid", Certainty.GUESS)
    assert in_focus() is rows(screen)[0]


def test_an_answer_being_worded_is_a_draft_within_two_seconds_and_is_gone_on_with(
    screen: ConversationScreen, journal: Journal, deal: int, review: int, qtbot: QtBot
) -> None:
    press(in_focus(), "Return")
    type_into(in_focus(), "Ingr")
    slot = f"conversation:{review}.answer:{deal}"
    qtbot.waitUntil(lambda: journal.ask(kept_draft, slot=slot) is not None, timeout=2_000)
    press(in_focus(), "Return")
    qtbot.waitUntil(lambda: journal.ask(kept_draft, slot=slot) is None, timeout=2_000)
    assert screen.isVisible()


def test_words_that_a_crash_left_behind_stand_in_their_field(
    visit: Callable[[int], ConversationScreen], journal: Journal, deal: int, review: int
) -> None:
    question = first(journal, review).question_id
    fields = {"question_id": question, "text": "Ingr"}
    journal.do(keep_draft, slot=f"conversation:{review}.answer:{deal}", fields=fields)
    visit(review)
    assert isinstance(in_focus(), QLineEdit)
    type_into(in_focus(), "id")
    press(in_focus(), "Return")
    given = first(journal, review).answer
    assert given is not None
    assert given.text == "Ingrid"


def test_a_next_step_that_a_crash_left_behind_stands_in_its_line(
    visit: Callable[[int], ConversationScreen], journal: Journal, deal: int, review: int
) -> None:
    fields = {"text": "Send the paper by Friday", "day": "2026-11-27"}
    journal.do(keep_draft, slot=f"conversation:{review}.nextStep:{deal}", fields=fields)
    screen = visit(review)
    press(named(screen, "conversation.nextStep", QLineEdit), "Return")
    changed = shown(journal, review).deal
    assert changed is not None
    assert (changed.next_step, changed.next_step_on) == ("Send the paper", date(2026, 11, 27))


def test_leaving_the_page_keeps_the_words_in_the_field(
    screen: ConversationScreen, journal: Journal, review: int, attached: MainWindow, qtbot: QtBot
) -> None:
    press(in_focus(), "Return")
    type_into(in_focus(), "Ingrid")
    attached.ways.open_page("today")
    qtbot.waitUntil(lambda: attached.pages.place.page == "today")
    given = first(journal, review).answer
    assert given is not None
    assert given.text == "Ingrid"
    assert not screen.isVisible()


def test_looking_at_an_answer_changes_nothing(
    visit: Callable[[int], ConversationScreen], journal: Journal, dana: int, deal: int, review: int
) -> None:
    before = journal.do(log_conversation, rep_id=dana, kind=KIND, deal_ids=[deal], held_on=TODAY - timedelta(days=7))
    question = first(journal, review).question_id
    journal.do(
        answer_question, conversation_id=before, deal_id=deal, question_id=question, text="Ingrid \nor the board "
    )
    visit(review)
    for key in ("Return", "Return"):
        press(in_focus(), key)
    given = first(journal, review).answer
    assert given is not None
    assert not given.here


def test_del_takes_an_answer_back(screen: ConversationScreen, journal: Journal, review: int) -> None:
    keys("K", "Up", "Del")
    assert first(journal, review).answer is None
    assert in_focus() is rows(screen)[0]


def test_a_chip_answers_by_the_mouse(screen: ConversationScreen, journal: Journal, review: int) -> None:
    row = rows(screen)[0]
    click(named(row, f"{row.objectName()}.guess", QPushButton))
    given = first(journal, review).answer
    assert given is not None
    assert given.certainty is Certainty.GUESS


def commitments(journal: Journal) -> list[tuple[object, ...]]:
    sql = "SELECT owner, due_on, text FROM commitment"
    return [tuple(row) for row in journal.ask(lambda tx: tx.connection.exec_driver_sql(sql).all())]


def proposals(screen: ConversationScreen) -> list[OpenRow]:
    found: list[OpenRow] = screen.findChildren(OpenRow)
    return [row for row in found if row.objectName().startswith("conversation.findOut") and not row.isHidden()]


def test_an_unknown_proposes_a_commitment_and_makes_none_without_a_key(
    screen: ConversationScreen, journal: Journal
) -> None:
    keys("U")
    (proposed,) = proposals(screen)
    assert "Find out: what is it worth to the customer, in their own figures?" in words_of(proposed)
    assert commitments(journal) == []
    press(proposed, "C")
    assert [row[:2] for row in commitments(journal)] == [("rep", "2026-11-30")]
    assert proposals(screen) == []
    assert "A commitment to find it out, due" in words_of(rows(screen)[0])


def test_a_proposal_is_left_open_and_goes_when_the_answer_changes(screen: ConversationScreen, journal: Journal) -> None:
    keys("U", "U")
    press(proposals(screen)[0], "Del")
    assert len(proposals(screen)) == 1
    rows(screen)[1].setFocus()
    keys("G")
    assert proposals(screen) == []
    assert commitments(journal) == []


def test_enter_in_the_next_step_leads_to_the_proposals_and_each_to_the_next(
    screen: ConversationScreen, journal: Journal
) -> None:
    keys("U", "G", "U")
    press(step_line(screen), "Return")
    keys("Return", "Return")
    assert len(commitments(journal)) == 2
    assert proposals(screen) == []
    assert named(screen, "conversation.text", NoteEdit).hasFocus(), "behind the last one the note begins"


def test_c_on_a_question_says_unknown_and_commits_in_one_key(
    screen: ConversationScreen, journal: Journal, review: int
) -> None:
    keys("C")
    given = first(journal, review).answer
    assert given is not None
    assert given.certainty is Certainty.UNKNOWN
    assert len(commitments(journal)) == 1
    assert in_focus() is rows(screen)[1]


def step_line(screen: ConversationScreen) -> QLineEdit:
    line = named(screen, "conversation.nextStep", QLineEdit)
    line.setFocus()
    line.selectAll()
    return line


def test_a_next_step_with_its_day_in_words_is_a_change_of_the_deal(
    screen: ConversationScreen, journal: Journal, review: int
) -> None:
    line = step_line(screen)
    type_into(line, "Send the paper by Friday")
    press(line, "Up")
    press(line, "Return")
    changed = shown(journal, review).deal
    assert changed is not None
    assert (changed.next_step, changed.next_step_on, changed.step_before) == (
        "Send the paper",
        date(2026, 11, 28),
        "Wait",
    )
    assert "before: “Wait”" in words_of(screen)


@pytest.mark.parametrize("step", ["Ring them by Friday", "Wait ", "First this,\nthen that"])
def test_looking_at_a_next_step_changes_nothing(
    visit: Callable[[int], ConversationScreen], journal: Journal, deal: int, review: int, step: str
) -> None:
    journal.do(edit_deal, deal_id=deal, next_step=step)
    press(step_line(visit(review)), "Return")
    changed = shown(journal, review).deal
    assert changed is not None
    assert (changed.next_step, changed.step_before) == (step, None)


def test_a_next_step_left_unfinished_is_kept_with_the_page(
    screen: ConversationScreen, journal: Journal, review: int, attached: MainWindow, qtbot: QtBot
) -> None:
    type_into(step_line(screen), "Ring Ingrid")
    press(screen, "Ctrl+Return")
    qtbot.waitUntil(lambda: attached.pages.place.page == "today")
    changed = shown(journal, review).deal
    assert changed is not None
    assert (changed.next_step, changed.next_step_on) == ("Ring Ingrid", None)


def test_a_deal_that_is_over_has_no_next_step(
    visit: Callable[[int], ConversationScreen], journal: Journal, deal: int, review: int
) -> None:
    journal.do(edit_deal, deal_id=deal, stage_id=7)
    screen = visit(review)
    assert not named(screen, "conversation.nextStep", QLineEdit).isVisible()
    assert "lost today" in words_of(screen)


def test_a_review_about_no_deal_asks_which(
    visit: Callable[[int], ConversationScreen], journal: Journal, dana: int, qtbot: QtBot
) -> None:
    talk = journal.do(log_conversation, rep_id=dana, kind=KIND)
    screen = visit(talk)
    assert NO_DEAL in words_of(screen)
    type_into(in_focus(), "kes")
    press(in_focus(), "Return")
    qtbot.waitUntil(lambda: len(rows(screen)) == 9)
    assert in_focus() is rows(screen)[0]


def test_chips_switch_between_deals(
    visit: Callable[[int], ConversationScreen], journal: Journal, dana: int, deal: int, review: int
) -> None:
    other = journal.do(add_deal, rep_id=dana, name="Harbour Mills", stage_id=1)
    journal.do(edit_conversation, conversation_id=review, deal_ids=[deal, other])
    screen = visit(review)
    keys("K")
    chip = named(screen, f"conversation.dealReview.deals.{other}", QPushButton)
    chip.setFocus()
    click(chip)
    assert in_focus() is chip
    assert "Harbour Mills · Prospect" in words_of(screen)
    assert "9 not asked" in words_of(screen)


def test_a_long_name_does_not_widen_the_page(
    visit: Callable[[int], ConversationScreen], journal: Journal, dana: int, review: int, qtbot: QtBot
) -> None:
    other = journal.do(add_deal, rep_id=dana, name="Framework agreement " * 12, stage_id=1)
    journal.do(edit_conversation, conversation_id=review, deal_ids=[other, *deals_of(journal, review)])
    screen = visit(review)
    screen.window().resize(1024, 640)
    scroll = screen.findChild(QScrollArea)
    assert scroll is not None
    qtbot.waitUntil(lambda: screen.width() < 1024 and scroll.horizontalScrollBar().maximum() == 0)


def test_without_questions_the_next_step_is_still_there(
    visit: Callable[[int], ConversationScreen], journal: Journal, review: int
) -> None:
    journal.do(lambda tx: tx.connection.exec_driver_sql(f"UPDATE question SET archived_on = '{TODAY}'"))
    screen = visit(review)
    assert NO_QUESTIONS in words_of(screen)
    assert named(screen, "conversation.nextStep", QLineEdit).isVisible()


def test_another_kind_of_conversation_has_no_review(
    visit: Callable[[int], ConversationScreen], journal: Journal, dana: int, deal: int
) -> None:
    screen = visit(journal.do(log_conversation, rep_id=dana, deal_ids=[deal]))
    assert not named(screen, "conversation.dealReview", QWidget).isVisible()
