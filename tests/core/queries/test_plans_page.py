from datetime import date

import pytest

from coachjournal.commands.goal import set_goal
from coachjournal.commands.plan import start_plan, write_plan
from coachjournal.commands.rep import add_rep, archive_rep
from coachjournal.journal import Journal
from coachjournal.queries.plans_page import PlanLine, plans_page
from coachjournal.rules.goal import Measure
from coachjournal.rules.period import quarter_of
from coachjournal.rules.plan import PlanStanding

QUARTER = quarter_of(date(2026, 11, 23))


def only_line(journal: Journal) -> PlanLine:
    (line,) = journal.ask(plans_page)
    return line


def test_everybody_on_the_team_has_a_line_even_without_a_plan(journal: Journal, dana: int) -> None:
    journal.do(archive_rep, rep_id=journal.do(add_rep, name="Gone"))
    assert only_line(journal) == PlanLine(dana, "Dana Reyes", 0, None, None, None, 0, PlanStanding.NONE)


def test_the_latest_version_and_the_goals_in_work_are_told(journal: Journal, dana: int) -> None:
    for _ in range(2):
        journal.do(start_plan, rep_id=dana, period=QUARTER)
    journal.do(
        set_goal,
        rep_id=dana,
        title="First meetings",
        measure=Measure.NUMBER,
        baseline=3.0,
        target=8.0,
        due_on=date(2027, 1, 31),
    )
    line = only_line(journal)
    assert (line.version, line.period, line.active_goals) == (2, QUARTER, 1)
    assert line.standing is PlanStanding.NOT_AGREED


@pytest.mark.parametrize(
    ("agreed_on", "next_review_on", "shown"),
    [
        (date(2026, 11, 2), date(2026, 12, 20), (date(2026, 12, 20), PlanStanding.IN_PLACE)),
        (date(2026, 11, 2), date(2026, 12, 2), (date(2026, 12, 2), PlanStanding.REVIEW_DUE)),
        (date(2026, 11, 2), date(2026, 11, 23), (date(2026, 11, 23), PlanStanding.REVIEW_DUE)),
        (date(2026, 11, 2), date(2026, 11, 20), (date(2026, 11, 20), PlanStanding.REVIEW_LATE)),
        (date(2026, 8, 25), None, (date(2026, 11, 23), PlanStanding.REVIEW_DUE)),
        (date(2026, 8, 24), None, (date(2026, 11, 22), PlanStanding.REVIEW_LATE)),
    ],
)
def test_a_plan_is_looked_at_again_on_its_day_or_after_ninety(
    journal: Journal, dana: int, agreed_on: date, next_review_on: date | None, shown: tuple[date, PlanStanding]
) -> None:
    plan = journal.do(start_plan, rep_id=dana, period=QUARTER)
    journal.do(write_plan, plan_id=plan, agreed_on=agreed_on, next_review_on=next_review_on)
    line = only_line(journal)
    assert (line.review_on, line.standing) == shown
