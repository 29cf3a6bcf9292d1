"""The page of a brief: everything opens what it came from, and S turns it into the conversation."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from coachjournal.commands.agenda_item import raise_next_time
from coachjournal.commands.check_in import check_in
from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import log_conversation, plan_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.journal import Journal
from coachjournal.queries.agenda import agenda
from coachjournal.queries.rep_page import rep_commitments
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import ConversationKind, Side
from tests.goals import set_discovery_goal
from tests.ui.hands import click, named, press, type_into, words_of
from tests.ui.went import Went
from ui.context import Context
from ui.screens.brief import BriefScreen
from ui.widgets.open_row import OpenRow
from ui.widgets.sheet import Sheet

TODAY = date(2026, 11, 23)
A_WEEK = timedelta(days=7)


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def screen(context: Context, went: Went, dana: int, qtbot: QtBot) -> BriefScreen:
    page = BriefScreen(replace(context, navigator=went))
    page.setParent(context.window)
    page.resize(1150, 800)
    page.open_item(dana)
    page.show()
    page.setFocus()
    qtbot.waitExposed(page)
    return page


def row(screen: BriefScreen, name: str) -> OpenRow:
    """The row in sight: one that it replaces goes a moment later."""
    rows: list[OpenRow] = screen.findChildren(OpenRow, name)
    return next(row for row in rows if row.isVisible())


def test_every_row_opens_what_it_came_from(screen: BriefScreen, went: Went, journal: Journal, dana: int) -> None:
    note = journal.do(log_conversation, rep_id=dana, text="She asked first.", held_on=TODAY - A_WEEK)
    deal = journal.do(add_deal, rep_id=dana, name="Halvorsen", stage_id=4)
    click(row(screen, f"brief.note.{note}"))
    click(row(screen, f"brief.deal.{deal}"))
    assert went.to == [("conversation", note), ("deal", deal)]


def test_a_number_opens_the_deals_it_was_counted_from(screen: BriefScreen, journal: Journal, dana: int) -> None:
    journal.do(add_deal, rep_id=dana, name="Kestrel", stage_id=6, closed_on=TODAY)
    click(row(screen, "brief.figure.win_rate"))
    behind = named(screen.context.window, "dealsBehind", QDialog)
    assert "closed in the last twelve months" in behind.windowTitle()
    behind.reject()


def test_what_was_won_is_a_bright_spot_that_opens_its_deal(
    screen: BriefScreen, went: Went, journal: Journal, dana: int
) -> None:
    deal = journal.do(add_deal, rep_id=dana, name="Kestrel", stage_id=6, closed_on=TODAY)
    click(row(screen, "brief.bright.row"))
    assert went.to == [("deal", deal)]


def test_a_goal_opens_its_editor(screen: BriefScreen, journal: Journal, dana: int) -> None:
    goal = set_discovery_goal(journal, dana, due_on=TODAY + A_WEEK)
    journal.do(check_in, goal_id=goal, value=3, checked_on=TODAY)
    assert "2.5 → 3.0 of 4.0" in row(screen, f"brief.goal.{goal}").accessibleName()
    click(row(screen, f"brief.goal.{goal}"))
    named(screen.context.window, "goalEditor", QDialog).reject()


def test_a_commitment_is_ticked_where_it_stands(screen: BriefScreen, journal: Journal, dana: int) -> None:
    key = journal.do(make_commitment, rep_id=dana, text="Draw the map", due_on=TODAY)
    named(screen, f"commitment.{key}", QCheckBox).click()
    (commitment,) = journal.ask(rep_commitments, rep_id=dana)
    assert commitment.status is CommitmentStatus.KEPT
    assert "Dana kept 1 of 1 of late" in words_of(screen)


def test_the_arrows_go_through_the_rows_of_both_columns(screen: BriefScreen, journal: Journal, dana: int) -> None:
    journal.do(raise_next_time, rep_id=dana, text="The route", side=Side.REP)
    key = journal.do(make_commitment, rep_id=dana, text="Draw the map")
    line = named(screen, "brief.items.add.text", QLineEdit)
    line.setFocus()
    press(line, "Up")
    assert screen.focusWidget() is not line
    press(screen.focusWidget(), "Down")
    box = named(screen, f"commitment.{key}", QCheckBox)
    box.setFocus()
    press(box, "K")
    assert journal.ask(rep_commitments, rep_id=dana)[0].status is CommitmentStatus.KEPT


def test_what_the_rep_brings_is_added_in_place_and_stands_first(
    screen: BriefScreen, journal: Journal, dana: int
) -> None:
    journal.do(raise_next_time, rep_id=dana, text="Mine")
    line = named(screen, "brief.items.add.text", QLineEdit)
    type_into(line, "The route on Thursdays")
    press(line, "Return")
    assert {item.text for item in journal.ask(agenda, rep_id=dana)} == {"Mine", "The route on Thursdays"}


def test_nothing_private_is_shown(screen: BriefScreen, journal: Journal, dana: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana, text="secret", private=True)
    journal.do(make_commitment, rep_id=dana, text="secret", conversation_id=talk)
    journal.do(raise_next_time, rep_id=dana, text="secret", private=True)
    assert "secret" not in words_of(screen)


@pytest.mark.parametrize("keys", ["S", "Ctrl+Return", "Ctrl+Enter"])
def test_a_key_begins_the_one_on_one(screen: BriefScreen, went: Went, dana: int, keys: str) -> None:
    press(screen, keys)
    assert went.to == [("begin", f"one_on_one {dana}")]


def test_todays_meeting_is_taken_up(screen: BriefScreen, went: Went, journal: Journal, dana: int) -> None:
    at = datetime(2026, 11, 23, 14, tzinfo=UTC)
    journal.do(plan_conversation, rep_id=dana, held_on=TODAY, starts_at=at)
    assert f"today {at.astimezone():%H:%M}" in words_of(screen.header)
    press(screen, "S")
    assert went.to == [("meeting", f"{dana} one_on_one 2026-11-23")]


def test_tomorrows_meeting_is_told_and_left_for_tomorrow(
    screen: BriefScreen, went: Went, journal: Journal, dana: int
) -> None:
    journal.do(plan_conversation, rep_id=dana, held_on=TODAY + timedelta(days=1))
    assert "tomorrow" in words_of(screen.header)
    press(screen, "S")
    assert went.to == [("begin", f"one_on_one {dana}")]


def test_what_is_being_typed_is_kept_when_it_begins(screen: BriefScreen, journal: Journal, dana: int) -> None:
    type_into(named(screen, "brief.items.add.text", QLineEdit), "The route")
    press(screen, "Ctrl+Return")
    assert [item.text for item in journal.ask(agenda, rep_id=dana)] == ["The route"]


def test_esc_goes_back(screen: BriefScreen, went: Went) -> None:
    press(screen, "Esc")
    assert went.to == [("back", None)]


def test_a_newcomer_has_questions_instead(screen: BriefScreen, journal: Journal, dana: int) -> None:
    questions = named(screen, "brief.questions", Sheet)
    assert questions.isVisible()
    assert "What is on your mind?" in words_of(screen)
    assert "Dana has no goal yet." in words_of(screen)
    journal.do(log_conversation, rep_id=dana, kind=ConversationKind.IN_PASSING, text="A word.")
    assert not questions.isVisible()


def test_of_a_rep_who_is_gone_it_says_so(screen: BriefScreen, went: Went, journal: Journal) -> None:
    journal.undo()
    assert "no longer in the journal" in words_of(screen.header)
    press(screen, "S")
    assert went.to == []


def test_it_is_saved_as_pdf_where_the_user_says(
    screen: BriefScreen, context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    context.settings.setValue("folders/documents", str(tmp_path))
    press(screen, "Ctrl+P")
    dialog = named(context.window, "saveDialog", QFileDialog)
    line = named(dialog, "fileNameEdit", QLineEdit)
    assert line.text() == "One-on-one Dana Reyes 2026-11-23.pdf"
    press(line, "Return")
    qtbot.waitUntil(lambda: context.messages.bar.words.startswith("Saved"), timeout=20_000)
    assert context.messages.bar.words == "Saved One-on-one Dana Reyes 2026-11-23.pdf (1 page)."
