"""The lines of the Team page: what is counted, a cell for each rep and one for all, and what each cell opens."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from math import sqrt

from coachjournal.journal import Journal
from coachjournal.queries.signals import OpenSignal
from coachjournal.queries.team_page import TeamPage, TeamRep, TeamSkill
from coachjournal.queries.team_rows import (
    RowBehind,
    coached_rows,
    goal_rows,
    kind_rows,
    next_step_rows,
    quota_rows,
    time_rows,
)
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.goal import GoalStanding
from coachjournal.rules.names import short_names
from coachjournal.rules.words import capital, counted, hours
from ui.locale import Locale
from ui.screens.team_words import FEW, TEAM, attained_words, quarter_name, who
from ui.widgets.cell_table import Cell, Cells, Head

MANY = 10 * 60
"""Minutes from which on a cell tells whole hours."""

_QUOTE = '"'  # it would end the name in a search

Who = TeamRep | None
"""One rep, or None for all of them."""


@dataclass(frozen=True, slots=True)
class Behind:
    """What a cell was counted from, and what is said where there is nothing."""

    title: str
    rows: Callable[[Journal], tuple[RowBehind, ...]]
    nothing: str
    rep: Who = None
    journal: str = ""
    """The same as a search in the journal, where it is one."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is counted, and for one rep or for all its cell and what that opens."""

    head: Head
    cell: Callable[[Who], Cell]
    behind: Callable[[Who], Behind] | None
    """None: the cell opens the signals."""


def cells(page: TeamPage, lines: Iterable[Line], *, with_team: bool) -> Cells:
    """The lines as a table: the reps by name, then perhaps all of them."""
    rows = tuple(lines)
    names = short_names([rep.name for rep in page.reps])
    heads = tuple(Head(short, rep.name) for short, rep in zip(names, page.reps, strict=True))
    shown: tuple[Who, ...] = (*page.reps, None) if with_team else page.reps
    return Cells(
        columns=(*heads, Head(TEAM, "The whole team")) if with_team else heads,
        rows=tuple(line.head for line in rows),
        cells=tuple(tuple(line.cell(rep) for rep in shown) for line in rows),
    )


def quota_lines(page: TeamPage, locale: Locale) -> tuple[Line, ...]:
    """How far each rep came with the quota of the quarter; the figure of the page says it of all."""

    def cell(rep: Who) -> Cell:
        attained = page.attained.get(rep.rep_id) if rep else None
        if attained is None:
            return Cell("no quota", f"{who(rep)}: no quota is set", muted=True)
        return Cell(locale.share(attained.share or 0), f"{who(rep)}: {attained_words(attained, locale)}")

    def behind(rep: Who) -> Behind:
        return Behind(
            title=f"{who(rep)}: won towards the quota, {quarter_name(page.quarter)}",
            rows=_rows(page, rep, partial(quota_rows, quarter=page.quarter)),
            nothing="No deal was won towards a quota in these days.",
            rep=rep,
        )

    return (Line(Head("Of the quota", "Share of the quota"), cell, behind),)


def skill_lines(page: TeamPage, locale: Locale) -> tuple[Line, ...]:
    """The hours with each rep, then the coverage map."""
    most = max((each.conversations for each in page.coached.values()), default=1)
    return (_time(page, locale), *(_skill(page, skill, most, locale) for skill in page.skills))


def _time(page: TeamPage, locale: Locale) -> Line:
    def cell(rep: Who) -> Cell:
        minutes = sum(page.minutes.get(each.rep_id, 0) for each in _reps(page, rep))
        told = f"{who(rep)}: {hours(minutes)} together, {locale.days(page.span)}"
        return Cell(_about(minutes), told, muted=not minutes)

    def behind(rep: Who) -> Behind:
        return Behind(
            title=f"{who(rep)}: time together, {locale.days(page.span)}",
            rows=_rows(page, rep, partial(time_rows, span=page.span)),
            nothing="No time together is noted in these days.",
            rep=rep,
        )

    return Line(Head("Time together", "Hours with each rep, no minute twice"), cell, behind)


def _about(minutes: int) -> str:
    """To the hour where there are many: "53 h", "4 h 30", "none"."""
    if not minutes:
        return "none"
    return hours(round(minutes / 60) * 60 if minutes >= MANY else minutes)


def _skill(page: TeamPage, skill: TeamSkill, most: int, locale: Locale) -> Line:
    def cell(rep: Who) -> Cell:
        found = [
            page.coached[rep_id, skill.skill_id]
            for rep_id in (each.rep_id for each in _reps(page, rep))
            if (rep_id, skill.skill_id) in page.coached
        ]
        if not found:
            return Cell("not yet", f"{who(rep)}, {skill.name}: not yet, {locale.days(page.span)}", muted=True)
        count, last = sum(each.conversations for each in found), locale.day(max(each.last_on for each in found))
        talks = f"{counted(count, 'conversation')}, {hours(sum(each.minutes for each in found))}"
        told = f"{who(rep)}, {skill.name}: {talks}, the last on {last}"
        return Cell(str(count), told, last, shade=sqrt(count / most) if rep else 0)

    def behind(rep: Who) -> Behind:
        return Behind(
            title=f"{who(rep)}: {skill.name}, {locale.days(page.span)}",
            rows=_rows(page, rep, partial(coached_rows, skill_id=skill.skill_id, span=page.span)),
            nothing="Not yet in these days: no conversation had it as its focus, named it, saw or rated it.",
            rep=rep,
        )

    return Line(Head(skill.name, skill.name), cell, behind)


def kind_lines(page: TeamPage, locale: Locale) -> tuple[Line, ...]:
    """How many conversations of each kind."""
    return tuple(_kind(page, kind, locale) for kind in ConversationKind)


def _kind(page: TeamPage, kind: ConversationKind, locale: Locale) -> Line:
    def cell(rep: Who) -> Cell:
        count = sum(page.kinds.get((each.rep_id, kind), 0) for each in _reps(page, rep))
        return _count(count, f"{who(rep)}, {kind.label}: {counted(count, 'conversation')}, {locale.days(page.span)}")

    def behind(rep: Who) -> Behind:
        named = f' rep:"{rep.name.replace(_QUOTE, " ")}"' if rep else ""
        days = f"after:{page.span.start} before:{page.span.end}"
        return Behind(
            title=f"{who(rep)}: {kind.label.lower()}, {locale.days(page.span)}",
            rows=_rows(page, rep, partial(kind_rows, kind=kind, span=page.span)),
            nothing="No conversation of this kind in these days.",
            rep=rep,
            journal=f'kind:"{kind.label}"{named} {days}',
        )

    return Line(Head(kind.label, kind.label), cell, behind)


def goal_lines(page: TeamPage) -> tuple[Line, ...]:
    """How many goals stand how."""
    return tuple(_goal(page, standing) for standing in GoalStanding)


def _goal(page: TeamPage, standing: GoalStanding) -> Line:
    title = f"{standing.value} this year" if standing.ended else standing.value
    title = capital(title)

    def cell(rep: Who) -> Cell:
        count = sum(page.goals.get((each.rep_id, standing), 0) for each in _reps(page, rep))
        return _count(count, f"{who(rep)}, {title}: {counted(count, 'goal')}")

    def behind(rep: Who) -> Behind:
        return Behind(
            title=f"{who(rep)}: {title.lower()}",
            rows=_rows(page, rep, partial(goal_rows, standing=standing)),
            nothing="No goal stands so.",
            rep=rep,
        )

    return Line(Head(title, title), cell, behind)


def next_step_line(page: TeamPage) -> Line:
    """Who owns what is open: theirs, then the manager's."""

    def cell(rep: Who) -> Cell:
        owned = {side: sum(page.next_steps.get((each.rep_id, side), 0) for each in _reps(page, rep)) for side in Side}
        theirs, mine = owned[Side.REP], owned[Side.MANAGER]
        of = f"{counted(theirs + mine, 'open commitment')}, {theirs} theirs and {mine} yours"
        if not theirs + mine:
            return Cell("none", f"{who(rep)}: no open commitment", muted=True)
        return Cell(f"{theirs} : {mine}", f"{who(rep)}: {of}", muted=theirs + mine < FEW)

    def behind(rep: Who) -> Behind:
        return Behind(
            title=f"{who(rep)}: open commitments",
            rows=_rows(page, rep, next_step_rows),
            nothing="Nothing is open: every commitment was kept, moved or dropped.",
            rep=rep,
        )

    return Line(Head("Theirs : mine", "Open commitments, theirs and mine"), cell, behind)


def signal_lines(page: TeamPage, signals: tuple[OpenSignal, ...] | None) -> tuple[Line, ...]:
    """How many signals are open, and about how many of them something was planned or held; "…" while it is looked."""
    known = [signal for signal in signals or () if signal.is_waiting]
    wanted = (
        ("Open signals", Counter(each.subject.rep_id for each in known)),
        ("Of them coached", Counter(each.subject.rep_id for each in known if each.steps)),
    )
    return tuple(_signals(page, title, count, known=signals is not None) for title, count in wanted)


def _signals(page: TeamPage, title: str, of_rep: Mapping[int, int], *, known: bool) -> Line:
    def cell(rep: Who) -> Cell:
        count = sum(of_rep.get(each.rep_id, 0) for each in _reps(page, rep))
        if not known:
            return Cell("…", f"{who(rep)}, {title.lower()}: being looked for", muted=True)
        return _count(count, f"{who(rep)}, {title.lower()}: {count}")

    return Line(Head(title, title), cell, None)


def _count(count: int, told: str) -> Cell:
    return Cell(str(count) if count else "–", told, muted=not count)


def _reps(page: TeamPage, rep: Who) -> tuple[TeamRep, ...]:
    return page.reps if rep is None else (rep,)


def _rows(
    page: TeamPage, rep: Who, query: Callable[..., tuple[RowBehind, ...]]
) -> Callable[[Journal], tuple[RowBehind, ...]]:
    """The rows of one rep, or of those the page shows."""
    shown = {each.rep_id for each in page.reps}

    def ask(journal: Journal) -> tuple[RowBehind, ...]:
        rows = journal.ask(query, rep_id=rep.rep_id if rep else None)
        return tuple(row for row in rows if row.rep_id in shown)

    return ask
