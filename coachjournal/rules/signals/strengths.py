"""Bright spots: to recognise today, and to ask that they be shown to others."""

from collections.abc import Iterator
from math import floor

from coachjournal.rules.period import last_days
from coachjournal.rules.signals.finding import Finding, Number, Rows, RowsOf, Rule, Subject, Unit
from coachjournal.rules.signals.limits import Limit
from coachjournal.rules.signals.records import RepRecords
from coachjournal.rules.signals.yardstick import Yardstick, above, at_least


def skill_up(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    """In the last 30 days the manager's ratings of a skill rose to another level, and stayed there.

    They are compared with the last rating before these days, or where there is none with the first one of them.
    """
    recent = last_days(by.today, by.limits.count(Limit.SKILL_UP_DAYS))
    for skill_id, ratings in rep.ratings.items():
        last, earlier = ratings[-1], [rating for rating in ratings if rating.on not in recent]
        before = earlier[-1] if earlier else ratings[0]
        if last.on in recent and floor(last.level) > floor(before.level):
            yield Finding(
                Rule.SKILL_UP,
                Subject(rep.rep_id, skill_id=skill_id),
                Number(last.level, Unit.LEVEL, 2, against=before.level),
                Rows(RowsOf.RATINGS, (before.rating_id, last.rating_id)),
                by.skills.get(skill_id, ""),
                {"on": last.on.isoformat(), "before": before.on.isoformat()},
            )


def goal_achieved(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    """A goal was achieved in the last 30 days."""
    for goal in rep.achieved:
        if goal.on in last_days(by.today, by.limits.count(Limit.ACHIEVED_DAYS)):
            yield Finding(
                Rule.GOAL_ACHIEVED,
                Subject(rep.rep_id, goal_id=goal.goal_id),
                Number(1, Unit.COUNT, 1),
                Rows(RowsOf.GOALS, (goal.goal_id,)),
                goal.title,
                {"on": goal.on.isoformat()},
            )


def above_team(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    """The win rate is 10 points or more above the team's median, or else the sales cycle 1.5 x shorter or better."""
    found = next(_win_rate(rep, by), None) or next(_cycle(rep, by), None)
    if found is not None:
        yield found


def _win_rate(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    won, usual = rep.won, by.win_rate
    if usual is None or won.share is None or won.of < by.limits.count(Limit.ABOVE_CLOSED):
        return
    if at_least(won.share - usual.value, by.limits.share(Limit.WIN_RATE_ABOVE)):
        yield Finding(
            Rule.ABOVE_TEAM,
            Subject(rep.rep_id),
            Number(won.share, Unit.SHARE, won.of, won.part, usual.value, usual.n),
            Rows(RowsOf.DEALS, rep.closed),
            detail={"figure": "win_rate"},
        )


def _cycle(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    if by.cycle is None or rep.cycle_days is None or len(rep.cycles) < by.limits.count(Limit.ABOVE_WON):
        return
    if above(by.cycle.value, by.limits.number(Limit.CYCLE_BELOW) * rep.cycle_days):
        yield Finding(
            Rule.ABOVE_TEAM,
            Subject(rep.rep_id),
            Number(rep.cycle_days, Unit.DAYS, len(rep.cycles), against=by.cycle.value, against_n=by.cycle.n),
            Rows(RowsOf.DEALS, tuple(key for key, _ in rep.cycles)),
            detail={"figure": "cycle"},
        )
