"""A morning in a journal, and what is seen of it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from coachjournal.commands.coaching_action import plan_action
from coachjournal.commands.commitment import make_commitment, miss_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.draft import keep_draft
from coachjournal.commands.goal import set_goal
from coachjournal.commands.rating import rate_skill
from coachjournal.commands.rep import add_rep
from coachjournal.commands.time_entry import add_time
from coachjournal.journal import Journal, Reading, Writing
from coachjournal.model import Conversation, Sighting
from coachjournal.queries.rep_page import rep_commitments
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import ConversationKind, ConversationStatus, Side
from coachjournal.rules.goal import Measure
from coachjournal.rules.time_entry import TimeCategory
from ui.context import Context
from ui.screens.today import TodayScreen
from ui.screens.today_meetings import MeetingRow

TODAY = date(2026, 11, 23)
Show = Callable[[], TodayScreen]


def morning_in_sight(context: Context, qtbot: QtBot) -> Show:
    """Puts the page in sight whenever it is called."""

    def shown() -> TodayScreen:
        screen = TodayScreen(context)
        qtbot.addWidget(screen)
        screen.resize(1150, 860)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        return screen

    return shown


def talked_twelve_days_ago(journal: Journal) -> int:
    """A rep, Dana, whose last conversation was twelve days ago."""
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


def rate(journal: Journal, rep_id: int, *ratings: tuple[int, float]) -> None:
    """Levels of the first skill, each so many days ago."""
    for days, level in ratings:
        journal.do(
            rate_skill, rep_id=rep_id, skill_id=1, side=Side.MANAGER, level=level, rated_on=TODAY - timedelta(days=days)
        )


def plan_one_on_one(
    tx: Writing,
    *,
    rep_id: int,
    on: date,
    at: time | None = None,
    status: ConversationStatus = ConversationStatus.PLANNED,
) -> int:
    talk = Conversation(
        rep_id=rep_id,
        kind=ConversationKind.ONE_ON_ONE,
        status=status,
        held_on=on,
        starts_at=None if at is None else tx.clock.instant(on, at),
        minutes=45,
        written_at=tx.now,
        changed_at=tx.now,
    )
    tx.session.add(talk)
    tx.session.flush()
    return talk.id


def set_goal_over(journal: Journal, rep_id: int, title: str) -> int:
    """A goal whose day was eleven days ago."""
    return journal.do(
        set_goal,
        rep_id=rep_id,
        title=title,
        measure=Measure.LEVEL,
        baseline=2,
        target=4,
        started_on=TODAY - timedelta(days=90),
        due_on=TODAY - timedelta(days=11),
    )


def full_morning(journal: Journal) -> None:
    """Seven one-on-ones, promises, signals, coaching, a goal that is over and a draft."""
    last_week(journal, people=300, desk=540)
    for number in range(7):
        rep = journal.do(add_rep, name=f"Rep {number}", started_on=TODAY - timedelta(days=90))
        for _ in range(5):
            journal.do(miss_commitment, commitment_id=promise(journal, rep, 0))
        promise(journal, rep, number % 5, text="Map the buying committee with everybody who has a say in it")
        journal.do(log_conversation, rep_id=rep, text="A line.", held_on=TODAY - timedelta(days=11))
        journal.do(plan_one_on_one, rep_id=rep, on=TODAY + timedelta(days=number // 2), at=time(9 + number))
        journal.do(plan_action, rep_id=rep, kind=ActionKind.PRACTICE, planned_on=TODAY, text="The opening, three times")
        set_goal_over(journal, rep, "Depth")
    journal.do(keep_draft, slot="quick_log", fields={"rep_id": 1, "kind": "ride_along", "text": "One two"})


def meeting_rows(screen: QWidget) -> list[MeetingRow]:
    return [row for row in screen.findChildren(MeetingRow) if row.isVisible()]


def ticks(screen: QWidget) -> list[QCheckBox]:
    return [box for box in screen.findChildren(QCheckBox) if box.isVisible()]


def sightings(journal: Journal) -> int:
    def count(tx: Reading) -> int:
        return tx.connection.execute(select(func.count()).select_from(Sighting)).scalar_one()

    return journal.ask(count)


def statuses(journal: Journal, rep_id: int) -> set[CommitmentStatus]:
    return {row.status for row in journal.ask(rep_commitments, rep_id=rep_id)}


def promise(journal: Journal, rep_id: int, days: int = 0, owner: Side = Side.REP, text: str = "Map the buyers") -> int:
    return journal.do(make_commitment, rep_id=rep_id, text=text, due_on=TODAY + timedelta(days=days), owner=owner)
