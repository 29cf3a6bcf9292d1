"""The morning page, driven by keys and clicks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.draft import keep_draft
from coachjournal.commands.rep import add_rep
from coachjournal.commands.ride_along import plan_ride_along
from coachjournal.commands.time_entry import add_time
from coachjournal.journal import Journal
from coachjournal.queries.rep_page import rep_commitments
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.time_entry import TimeCategory
from tests.ui.hands import click, named, press, words_of
from tests.ui.went import Went
from ui.context import Context
from ui.screens.today import TodayScreen
from ui.widgets.marks import Pill

TODAY = date(2026, 11, 23)
Show = Callable[[], TodayScreen]


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def show(context: Context, went: Went, qtbot: QtBot) -> Show:
    """Puts the page in sight."""

    def shown() -> TodayScreen:
        screen = TodayScreen(replace(context, navigator=went))
        qtbot.addWidget(screen)
        screen.resize(1150, 860)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        return screen

    return shown


@pytest.fixture
def dana(journal: Journal) -> int:
    """A rep whose last conversation was twelve days ago."""
    rep_id = journal.do(add_rep, name="Dana Reyes", started_on=TODAY - timedelta(days=400))
    journal.do(
        log_conversation,
        rep_id=rep_id,
        kind=ConversationKind.ONE_ON_ONE,
        held_on=TODAY - timedelta(days=12),
        text="## What is on your mind\n\nHalvorsen slipped again.",
    )
    return rep_id


def work(journal: Journal, day: date, minutes: int, category: TimeCategory) -> None:
    morning = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
    if category is TimeCategory.ONE_ON_ONE:
        morning += timedelta(hours=10)
    journal.do(add_time, starts_at=morning, day=day, minutes=minutes, category=category)


def last_week(journal: Journal, people: int, desk: int) -> None:
    friday = TODAY - timedelta(days=3)
    work(journal, friday, people, TimeCategory.ONE_ON_ONE)
    work(journal, friday, desk, TimeCategory.INTERNAL_MEETINGS)


def statuses(journal: Journal, rep_id: int) -> set[CommitmentStatus]:
    return {row.status for row in journal.ask(rep_commitments, rep_id=rep_id)}


def promise(journal: Journal, rep_id: int, days: int = 0, owner: Side = Side.REP, text: str = "Map the buyers") -> int:
    return journal.do(make_commitment, rep_id=rep_id, text=text, due_on=TODAY + timedelta(days=days), owner=owner)


def test_an_empty_morning_says_what_belongs_there(show: Show) -> None:
    screen = show()
    assert screen.header.title == "Monday 23 November"
    for sentence in (
        "No hours noted this week yet. A conversation counts by itself.",
        "Your team stands here.",
        "Nothing promised is due this week.",
        "What you write down appears here.",
    ):
        assert sentence in words_of(screen)


def test_without_a_team_the_first_page_is_one_press_away(show: Show, went: Went) -> None:
    screen = show()
    click(named(screen, "today.begin", QPushButton))
    assert went.to == [("page", "welcome")]


def test_a_quiet_morning_says_who_will_be_next(journal: Journal, dana: int, show: Show) -> None:
    journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, held_on=TODAY - timedelta(days=4))
    screen = show()
    assert "Everybody has been coached in time. Next is Dana Reyes, in 2 days." in words_of(screen)


def test_a_due_rep_says_how_long_and_what_was_said_last(dana: int, show: Show) -> None:
    screen = show()
    row = named(screen, f"due.{dana}", QPushButton)
    assert row.accessibleName() == "Dana Reyes, 12 days without coaching"
    assert "One-on-one: Halvorsen slipped again." in words_of(row)


def test_enter_opens_the_rep_and_the_button_logs_a_conversation(dana: int, show: Show, went: Went) -> None:
    screen = show()
    row = named(screen, f"due.{dana}", QPushButton)
    row.setFocus()
    press(row, "Return")
    click(named(screen, f"due.{dana}.log", QPushButton))
    assert went.to == [("rep", dana), ("log", dana)]


def test_a_planned_conversation_is_opened_from_its_row(journal: Journal, dana: int, show: Show, went: Went) -> None:
    ride = journal.do(plan_ride_along, rep_id=dana, held_on=TODAY)
    screen = show()
    press(named(screen, f"due.{dana}", QPushButton), "Return")
    assert went.to == [("conversation", ride)]


def test_the_arrows_go_from_rep_to_rep(journal: Journal, dana: int, show: Show) -> None:
    tom = journal.do(add_rep, name="Tom Moyo")
    screen = show()
    named(screen, f"due.{dana}", QPushButton).setFocus()
    press(screen.focusWidget(), "Down")
    assert screen.focusWidget().objectName() == f"due.{tom}"
    press(screen.focusWidget(), "Down")
    press(screen.focusWidget(), "Up")
    assert screen.focusWidget().objectName() == f"due.{dana}"


def test_the_header_leads_to_the_palette_and_to_a_new_conversation(show: Show, went: Went) -> None:
    screen = show()
    click(named(screen, "today.search", QPushButton))
    click(named(screen, "today.log", QPushButton))
    assert went.to == [("palette", None), ("log", None)]


@pytest.mark.parametrize(
    ("days", "words"), [(-3, "3 days late"), (0, "today"), (2, "Wed")], ids=["late", "today", "later"]
)
def test_a_commitment_says_when_it_is_due(journal: Journal, dana: int, show: Show, days: int, words: str) -> None:
    promise(journal, dana, days)
    screen = show()
    assert words in [pill.text for pill in named(screen, "today.commitments", QWidget).findChildren(Pill)]


def test_a_commitment_says_whose_it_is(journal: Journal, dana: int, show: Show) -> None:
    theirs, mine = promise(journal, dana), promise(journal, dana, owner=Side.MANAGER)
    screen = show()
    assert named(screen, f"commitment.{theirs}", QCheckBox).accessibleName() == "Map the buyers Dana"
    assert named(screen, f"commitment.{mine}", QCheckBox).accessibleName() == "Map the buyers you, for Dana"


@pytest.mark.parametrize(
    ("key", "status"),
    [("K", CommitmentStatus.KEPT), ("N", CommitmentStatus.NOT_KEPT), ("D", CommitmentStatus.DROPPED)],
)
def test_a_letter_ends_a_commitment_and_the_keys_stay_in_the_list(
    journal: Journal, dana: int, show: Show, key: str, status: CommitmentStatus
) -> None:
    first, second = promise(journal, dana, -1), promise(journal, dana, 0)
    screen = show()
    box = named(screen, f"commitment.{first}", QCheckBox)
    box.setFocus()
    press(box, key)
    assert statuses(journal, dana) == {CommitmentStatus.OPEN, status}
    assert screen.focusWidget().objectName() == f"commitment.{second}"


def test_a_tick_keeps_a_commitment_and_undo_brings_it_back(
    journal: Journal, dana: int, show: Show, qtbot: QtBot
) -> None:
    key = promise(journal, dana)
    screen = show()
    click(named(screen, f"commitment.{key}", QCheckBox))
    assert statuses(journal, dana) == {CommitmentStatus.KEPT}
    qtbot.waitUntil(lambda: "Nothing promised is due this week." in words_of(screen))
    journal.undo()
    assert statuses(journal, dana) == {CommitmentStatus.OPEN}
    qtbot.waitUntil(lambda: not named(screen, f"commitment.{key}", QCheckBox).isChecked())


def test_m_and_enter_move_a_commitment_by_a_week(
    journal: Journal, dana: int, show: Show, context: Context, qtbot: QtBot
) -> None:
    key = promise(journal, dana, -3)
    screen = show()
    box = named(screen, f"commitment.{key}", QCheckBox)
    box.setFocus()
    press(box, "M")
    editor = named(context.window, "moveCommitment", QDialog)
    qtbot.waitUntil(editor.isActiveWindow)
    press(editor, "Ctrl+Return")
    moved = {row.status: row.due_on for row in journal.ask(rep_commitments, rep_id=dana)}
    assert moved[CommitmentStatus.OPEN] == TODAY + timedelta(days=7)
    assert moved[CommitmentStatus.MOVED] == TODAY - timedelta(days=3)


def test_the_menu_behind_the_dots_offers_the_same_four(journal: Journal, dana: int, show: Show, qtbot: QtBot) -> None:
    screen = show()
    key = promise(journal, dana)
    click(named(screen, f"commitment.{key}.more", QPushButton))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text().partition("\t")[2] for action in menu.actions()] == ["K", "N", "M", "D"]
    menu.actions()[1].trigger()
    menu.close()
    assert statuses(journal, dana) == {CommitmentStatus.NOT_KEPT}


def test_what_has_no_room_is_one_click_away(journal: Journal, dana: int, show: Show, qtbot: QtBot) -> None:
    for days in range(-12, 0):
        promise(journal, dana, days)
    screen = show()
    more = named(screen, "today.commitments.more", QPushButton)
    before = len(screen.findChildren(QCheckBox))
    assert more.text() == f"{12 - before} more"
    click(more)
    qtbot.waitUntil(lambda: sum(box.isVisible() for box in screen.findChildren(QCheckBox)) == 12)
    assert not more.isVisible()


def test_a_note_opens_its_conversation(journal: Journal, dana: int, show: Show, went: Went) -> None:
    note = journal.do(log_conversation, rep_id=dana, text="Asked for the second meeting.")
    screen = show()
    row = named(screen, f"note.{note}", QPushButton)
    assert row.accessibleName() == "Dana Reyes, in passing today: Asked for the second meeting."
    row.setFocus()
    press(row, "Return")
    assert went.to == [("conversation", note)]


@pytest.mark.parametrize(("slot", "place"), [("quick_log", ("log", None)), ("conversation:1", ("conversation", 1))])
def test_a_draft_is_picked_up_where_it_was_left(
    journal: Journal, show: Show, went: Went, slot: str, place: tuple[str, int | None]
) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(log_conversation, rep_id=dana)
    journal.do(keep_draft, slot=slot, fields={"rep_id": dana, "kind": "ride_along", "text": "One two"})
    screen = show()
    assert "Ride-along with Dana Reyes" in words_of(screen)
    click(named(screen, slot, QPushButton))
    assert went.to == [place]


def test_a_draft_put_aside_appears_on_coming_back_to_the_page(
    journal: Journal, dana: int, show: Show, context: Context, qtbot: QtBot
) -> None:
    screen = show()
    context.window.activateWindow()
    qtbot.waitUntil(context.window.isActiveWindow)
    journal.do(keep_draft, slot="quick_log", fields={"rep_id": dana, "kind": "one_on_one", "text": "One two"})
    screen.activateWindow()
    qtbot.waitUntil(lambda: "picked up where you left off" in words_of(screen))


def test_on_monday_last_week_is_told_with_what_would_have_reached_the_aim(journal: Journal, show: Show) -> None:
    last_week(journal, people=300, desk=540)
    words = words_of(show())
    assert "36%" in words
    assert "of last week went to your people" in words
    assert "5\u00a0h with your people" in words
    assert "9\u00a0h at the desk: internal meetings 9\u00a0h" in words
    assert "Two hours moved to your people would have reached your aim." in words
    assert "The desk took 64%, your ceiling is 30%." in words


def test_an_aim_that_was_reached_is_said_without_applause(journal: Journal, show: Show) -> None:
    last_week(journal, people=300, desk=100)
    assert "Aim reached." in words_of(show())


def test_what_a_rep_was_told_is_never_read_as_markup(journal: Journal, show: Show) -> None:
    rep = journal.do(add_rep, name="<b>Bold</b>", started_on=TODAY - timedelta(days=90))
    journal.do(log_conversation, rep_id=rep, text="<i>x</i> & y", held_on=TODAY - timedelta(days=30))
    screen = show()
    row = named(screen, f"due.{rep}", QPushButton)
    assert "<b>Bold</b>" in words_of(row)
    assert "In passing: <i>x</i> & y" in words_of(row)


def test_seven_due_reps_and_as_much_as_fits_stand_there_without_scrolling(
    journal: Journal, show: Show, qtbot: QtBot
) -> None:
    last_week(journal, people=300, desk=540)
    for number in range(7):
        rep = journal.do(add_rep, name=f"Rep {number}", started_on=TODAY - timedelta(days=90))
        promise(journal, rep, number % 5)
        journal.do(log_conversation, rep_id=rep, text="A line.", held_on=TODAY - timedelta(days=11))
    screen = show()
    body = named(screen, "pageBody", QWidget)
    qtbot.waitUntil(lambda: 0 < body.sizeHint().height() <= 860 - screen.header.height())
    assert body.minimumSizeHint().height() <= 860 - screen.header.height()


def test_tab_goes_through_the_page_from_top_to_bottom(journal: Journal, dana: int, show: Show) -> None:
    commitment = promise(journal, dana)
    note = journal.do(log_conversation, rep_id=dana, held_on=TODAY - timedelta(days=12), text="A line.")
    screen = show()
    names = ["today.search"]
    named(screen, "today.search", QPushButton).setFocus()
    for _ in range(7):
        screen.focusNextChild()
        names.append(screen.focusWidget().objectName())
    wanted = ["today.search", "today.log", f"due.{dana}", f"due.{dana}.log", f"commitment.{commitment}"]
    assert [name for name in names if name in wanted] == wanted
    assert f"note.{note}" in names
