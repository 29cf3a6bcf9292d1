"""The development plan as a PDF of two or three pages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from pathlib import Path

from coachjournal.documents.clean_text import clean_name
from coachjournal.documents.localised import Localised
from coachjournal.documents.printable import Printable
from coachjournal.documents.saving import save
from coachjournal.documents.typesetting import Typeset, typeset
from coachjournal.errors import Rejected
from coachjournal.queries.development_plan import (
    CoachingGiven,
    DevelopmentPlan,
    LookAgain,
    PlanAction,
    PlanGoal,
    PlanStrength,
    ProgressNote,
    SkillRow,
)
from coachjournal.queries.milestones import Step
from coachjournal.rules.goal import GoalStatus, Measure
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE
from coachjournal.rules.period import Period, year_back

CHART_SIZE = (780.0, 450.0)
"""Pixels of the chart's layout; the page shows them at five eighths of a point, so that its words stay below the text's
size and the goals find room on the first page."""

LEAST_CHART_DAYS = 28
"""In less than four weeks there is no line to see: then all that is known is drawn."""

_VERSIONS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")


@dataclass(frozen=True, slots=True)
class Written:
    """A document on the disk, and the characters in it that no font on this machine could show."""

    file: Path
    pages: int
    missing: tuple[str, ...] = ()


def write_plan(plan: DevelopmentPlan, path: Path, *, locale: str = DEFAULT_LOCALE) -> Written:
    """Write the plan to `path`; raises `Rejected` for another ending than .pdf, and where the disk says no."""
    if path.suffix.lower() != ".pdf":
        raise Rejected("A development plan is saved as .pdf.")
    document = typeset_plan(plan, locale=locale)
    save(document.pdf, path)
    return Written(path, document.pages, document.missing)


def plan_pdf(plan: DevelopmentPlan, *, locale: str = DEFAULT_LOCALE) -> bytes:
    """The plan as PDF; the same plan gives the same bytes."""
    return typeset_plan(plan, locale=locale).pdf


def typeset_plan(plan: DevelopmentPlan, *, locale: str = DEFAULT_LOCALE) -> Typeset:
    """The plan as PDF, its number of pages, and what could not be shown."""
    local = Localised.named(locale)
    chart = _chart(plan, str(local.locale))
    data = {**_title_block(plan, local), "chart": chart.words if chart else None, **_sections(plan, local)}
    return typeset("development-plan", data, {"chart": chart.svg} if chart else {})


@dataclass(frozen=True, slots=True)
class _Chart:
    svg: bytes
    words: str


def _chart(plan: DevelopmentPlan, locale: str) -> _Chart | None:
    """The plan's timeline and what it shows in words; none where there is nothing to draw."""
    timeline = plan.timeline
    if not any((timeline.goals, timeline.conversations, timeline.rep_weeks)):
        return None
    from coachjournal.charts.coaching_timeline.files import timeline_svg
    from coachjournal.charts.coaching_timeline.summary import timeline_summary

    span = _year_of(plan)
    drawn = timeline_svg(timeline, size=CHART_SIZE, palette="print", span=span, locale=locale)
    return _Chart(drawn, timeline_summary(timeline, span, locale=locale))


def _year_of(plan: DevelopmentPlan) -> Period:
    """The twelve months up to the end of the plan's period, or of what is known; all of it when that is less."""
    known = Period(plan.timeline.start, plan.timeline.end)
    year = year_back(min(plan.period_end, known.end) - timedelta(days=1))
    within = Period(max(year.start, known.start), max(year.end, known.start))
    return within if within.days >= LEAST_CHART_DAYS else known


def _title_block(plan: DevelopmentPlan, local: Localised) -> dict[str, Printable]:
    rep, manager = clean_name(plan.rep), clean_name(plan.manager)
    period = local.period(plan.period_start, plan.period_end)
    return {
        "paper": local.paper,
        "language": "en",
        "region": local.region,
        "made_on": [plan.made_on.year, plan.made_on.month, plan.made_on.day],
        "title": f"Development plan of {rep}, {period}",
        "heading": "Development plan",
        "rep": rep,
        "first_name": clean_name(plan.timeline.first_name) or rep,
        "manager": manager,
        "who": ", ".join(filter(None, (rep, clean_name(plan.role)))),
        "terms": _terms(plan, manager, period, local),
        "running": f"{rep} — Development plan — {period}",
        "made": f"Made {local.day(plan.made_on)}",
        "next_review": local.day(plan.next_review_on),
    }


def _terms(plan: DevelopmentPlan, manager: str, period: str, local: Localised) -> str:
    """The line under the names: with whom, for when, and which version it is."""
    ordinal = _VERSIONS[plan.version - 1] if 1 <= plan.version <= len(_VERSIONS) else ""
    version = f"{ordinal} version" if ordinal else f"Version {plan.version}"
    agreed = f", agreed {local.day(plan.agreed_on)}" if plan.agreed_on else ", not yet agreed"
    return ". ".join(filter(None, (f"With {manager}" if manager else "", period, version + agreed))) + "."


def _sections(plan: DevelopmentPlan, local: Localised) -> dict[str, Printable]:
    return {
        "direction": plan.direction.strip(),
        "strengths": [_strength(strength, local) for strength in plan.strengths],
        "goals": [_goal(goal, local) for goal in plan.goals],
        "skills": _skills(plan.skills, local),
        "actions": [_action(action, local) for action in plan.actions],
        "support": plan.support.strip(),
        "look_again": [_look_again(look, local) for look in plan.look_again],
        "progress": [_progress(note, local) for note in plan.progress],
        "coaching": _coaching(plan.coaching, local),
        "comments": plan.comments.strip(),
    }


def _strength(strength: PlanStrength, local: Localised) -> Mapping[str, Printable]:
    """The first of several sentences names the strength; the conversation that shows it is named by kind and day."""
    lead, stop, rest = strength.text.strip().partition(". ")
    named = {"lead": lead + stop.strip(), "text": rest} if rest else {"lead": "", "text": lead}
    seen = f"{strength.seen_in.label}, {local.day(strength.seen_on)}" if strength.seen_in else ""
    return {**named, "evidence": strength.evidence or seen}


def _goal(goal: PlanGoal, local: Localised) -> Mapping[str, Printable]:
    standing = goal.on_track if goal.status is GoalStatus.ACTIVE else goal.status.value
    return {
        "title": goal.title,
        "detail": " · ".join(filter(None, (goal.skill if goal.skill != goal.title else "", _counted_in(goal)))),
        "why": goal.why,
        "how": f"Seen in: {goal.how.strip()}" if goal.how.strip() else "",
        "steps": "\n".join(f"– {_step(step, goal, local)}" for step in goal.steps),
        "baseline": local.value(goal.baseline, goal.measure, goal.unit),
        "now": local.value(goal.now, goal.measure, goal.unit) or "none yet",
        "counted": "({} of {})".format(*map(local.number, goal.counted)) if goal.counted else "",
        "target": local.value(goal.target, goal.measure, goal.unit),
        "by": local.short_day(goal.due_on),
        "standing": standing,
    }


def _step(step: Step, goal: PlanGoal, local: Localised) -> str:
    """A step on the way: "Asks why twice, 3.0, by 1 Dec", "Asks why twice, done 28 Nov"."""
    if step.done_on is not None:
        return f"{step.text}, done {local.short_day(step.done_on)}"
    value = "" if step.value is None else local.value(step.value, goal.measure, goal.unit)
    return ", ".join(filter(None, (step.text, value, f"by {local.short_day(step.due_on)}" if step.due_on else "")))


def _counted_in(goal: PlanGoal) -> str:
    if goal.measure is Measure.LEVEL:
        return "level 1 to 5"
    if goal.measure is Measure.PER_WEEK:
        return f"{goal.unit} a week".strip()
    return goal.unit if goal.measure is Measure.NUMBER else ""


def _skills(rows: Sequence[SkillRow], local: Localised) -> list[Printable]:
    widest = max((_gap(row) or 0 for row in rows), default=0)
    return [
        {
            "skill": row.skill,
            "self": row.self_level,
            "manager": row.manager_level,
            "target": row.target,
            "self_words": local.number(row.self_level),
            "manager_words": local.number(row.manager_level),
            "target_words": local.number(row.target),
            "gap": local.number(_gap(row)),
            "widest": bool(widest) and _gap(row) == widest,
        }
        for row in rows
    ]


def _gap(row: SkillRow) -> float | None:
    """How far the manager's rating is below the target; 0 where it is reached."""
    if row.target is None or row.manager_level is None:
        return None
    return max(0.0, round(row.target - row.manager_level, 1))


def _action(action: PlanAction, local: Localised) -> Mapping[str, Printable]:
    return {
        "what": action.what,
        "kind": action.kind,
        "reps_part": action.reps_part,
        "support": action.support,
        "by": local.short_day(action.due_on),
        "done": local.short_day(action.done_on),
    }


def _look_again(look: LookAgain, local: Localised) -> Mapping[str, Printable]:
    return {"after": f"{local.number(look.days)} days", "on": local.day(look.on), "found": look.found.strip()}


def _progress(note: ProgressNote, local: Localised) -> Mapping[str, Printable]:
    value = local.value(note.value, note.measure, note.unit)
    return {"on": local.short_day(note.on), "goal": note.goal, "value": value, "note": note.note}


def _coaching(months: Sequence[CoachingGiven], local: Localised) -> Mapping[str, Printable]:
    """A line a month, a column a kind in order of first appearance, and their sums."""
    kinds = list(dict.fromkeys(chain.from_iterable(month.minutes for month in months)))
    rows = [
        _hours_row(local.month(month.month), [month.minutes.get(kind, 0) for kind in kinds], local) for month in months
    ]
    if len(months) > 1:
        totals = [sum(month.minutes.get(kind, 0) for month in months) for kind in kinds]
        rows.append(_hours_row("All", totals, local))
    return {"kinds": kinds, "months": rows}


def _hours_row(name: str, minutes: Iterable[int], local: Localised) -> Mapping[str, Printable]:
    minutes = list(minutes)
    hours = [local.hours(spent) if spent else "–" for spent in minutes]
    return {"name": name, "hours": hours, "all": local.hours(sum(minutes))}
