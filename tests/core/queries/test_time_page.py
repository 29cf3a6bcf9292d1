from datetime import UTC, date, datetime, timedelta

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep, archive_rep
from coachjournal.commands.time_entry import add_time
from coachjournal.journal import Journal
from coachjournal.queries.time_page import Source, TimePage, busy_times, time_page
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.time_entry import TimeCategory

MONDAY = date(2026, 11, 23)
FRIDAY = MONDAY - timedelta(days=3)


def at(hour: int, minute: int = 0, day: date = MONDAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def page(journal: Journal, day: date = MONDAY) -> TimePage:
    return journal.ask(time_page, day=day)


def test_a_week_lists_its_work_in_order_of_time_and_what_has_no_time_of_day_last(journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(log_conversation, rep_id=dana, text="In passing")
    journal.do(add_time, starts_at=at(14), day=MONDAY, minutes=60, category=TimeCategory.REPORTS, title="Forecast")
    journal.do(log_conversation, rep_id=dana, starts_at=at(9), kind=ConversationKind.ONE_ON_ONE, text="Earlier")
    journal.do(add_time, starts_at=at(9, day=FRIDAY), day=FRIDAY, minutes=60, category=TimeCategory.TRAVEL)
    assert [piece.title for piece in page(journal).work_of_week] == ["Earlier", "Forecast", "In passing"]


def test_the_way_to_a_conversation_is_a_row_of_travel_that_is_nobody_s(journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(
        log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG, minutes=240, travel_minutes=40, starts_at=at(9)
    )
    talk, way = page(journal).work_of_week
    assert (talk.counted, talk.called, talk.rep) == (240, "Ride-along", "Dana Reyes")
    assert (way.source, way.counted, way.category, way.rep_id) == (Source.WAY, 40, TimeCategory.TRAVEL, None)
    assert page(journal).split.minutes == 280


def test_what_overlaps_counts_once_and_the_week_says_how_much(journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(log_conversation, rep_id=dana, starts_at=at(9, 30), minutes=60)
    journal.do(add_time, starts_at=at(9), day=MONDAY, minutes=60, category=TimeCategory.INTERNAL_MEETINGS)
    shown = page(journal)
    assert shown.overlapping == 30
    assert [(piece.length, piece.counted) for piece in shown.work_of_week] == [(60, 30), (60, 60)]
    assert shown.split.minutes == sum(piece.counted for piece in shown.work_of_week) == 90


def test_every_rep_of_the_team_has_a_bar_in_the_order_of_names(journal: Journal) -> None:
    tom, amir = journal.do(add_rep, name="Tom"), journal.do(add_rep, name="amir")
    gone, long_gone = journal.do(add_rep, name="Bea"), journal.do(add_rep, name="Carl")
    journal.do(log_conversation, rep_id=tom, minutes=50, held_on=MONDAY - timedelta(days=29))
    journal.do(log_conversation, rep_id=gone, minutes=5)
    journal.do(log_conversation, rep_id=long_gone, minutes=90, held_on=MONDAY - timedelta(days=30))
    for rep_id in (gone, long_gone):
        journal.do(archive_rep, rep_id=rep_id)
    shown = page(journal)
    assert [(rep.name, rep.minutes) for rep in shown.by_rep] == [("amir", 0), ("Bea", 5), ("Tom", 50)]
    assert shown.team == ((amir, "amir"), (tom, "Tom"))


def test_a_week_gone_by_tells_the_thirty_days_up_to_its_own_end(journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(log_conversation, rep_id=dana, minutes=30, held_on=MONDAY)
    shown = page(journal, FRIDAY)
    assert (shown.week.last_day, shown.of_late.last_day) == (MONDAY - timedelta(days=1),) * 2
    assert shown.by_rep[0].minutes == 0


def test_a_rep_s_minutes_are_the_sum_of_the_rows_behind_them(journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    for days in (0, 6, 20):
        day = MONDAY - timedelta(days=days)
        journal.do(log_conversation, rep_id=dana, minutes=45, held_on=day, starts_at=at(9, day=day))
        journal.do(
            add_time, starts_at=at(9, day=day), day=day, minutes=60, category=TimeCategory.DEAL_STRATEGY, rep_id=dana
        )
    shown = page(journal)
    behind = [piece.counted for piece in shown.work if piece.rep_id == dana and piece.day in shown.of_late]
    assert shown.by_rep[0].minutes == sum(behind) == 180


def test_busy_times_are_those_with_a_time_of_day(journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(log_conversation, rep_id=dana, minutes=30)
    journal.do(log_conversation, rep_id=dana, minutes=30, starts_at=at(11))
    journal.do(add_time, starts_at=at(9), day=MONDAY, minutes=60, category=TimeCategory.REPORTS)
    assert journal.ask(busy_times, day=MONDAY) == ((at(9), 60), (at(11), 30))


def test_a_private_note_keeps_its_words_off_the_table(journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(log_conversation, rep_id=dana, text="She may leave.", private=True)
    assert page(journal).work_of_week[0].title == ""
