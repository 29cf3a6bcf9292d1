"""What the morning page says, in words."""

from coachjournal.queries.due_reps import RepStanding
from coachjournal.queries.meetings import Meeting
from coachjournal.queries.overdue_goals import GoalNow
from coachjournal.queries.today import DueCommitment, MeetingAhead, TodayPage
from coachjournal.rules.cadence import CadenceKind, Standing
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.goal import GoalStanding
from coachjournal.rules.goal_values import value_of_target
from coachjournal.rules.names import first_name
from coachjournal.rules.words import capital, counted, gap_length
from ui.locale import Locale
from ui.widgets.buttons import spoken_key
from ui.widgets.marks import Tone


def when(meeting: Meeting, locale: Locale) -> str:
    """The day and time of a meeting, and what it is unless a one-on-one: "tomorrow 09:30", "ride-along today"."""
    kind = "" if meeting.kind is ConversationKind.ONE_ON_ONE else meeting.kind.label.lower()
    day = locale.near_day(meeting.on) if meeting.missed else locale.due(meeting.on)
    time = locale.time(meeting.starts_at) if meeting.starts_at else ""
    return " ".join(part for part in (kind, day, time) if part)


def what_matters(ahead: MeetingAhead, locale: Locale) -> str:
    """What is open before a meeting, in one line."""
    if ahead.meeting.away:
        return ahead.meeting.away
    if ahead.meeting.missed:
        return "Not held yet, or not written down."
    facts = [*_of_one_on_one(ahead), *_open(ahead, locale)]
    line = ", ".join(facts) or "Nothing is open from last time."
    return capital(line)


def _of_one_on_one(ahead: MeetingAhead) -> list[str]:
    if ahead.meeting.kind is not ConversationKind.ONE_ON_ONE:
        return []
    facts = []
    if ahead.before.was_cancelled:
        facts.append("last one was cancelled")
    if ahead.before.plan_is_new:
        facts.append("first one-on-one since the plan started")
    return facts


def _open(ahead: MeetingAhead, locale: Locale) -> list[str]:
    facts, before = [], ahead.before
    if before.open_commitments:
        facts.append(f"{counted(before.open_commitments, 'commitment')} open")
    if before.to_raise:
        facts.append(f"{counted(before.to_raise, 'item')} to raise")
    if ahead.goal is not None:
        facts.append(f"{ahead.goal.title} {_where(ahead.goal, locale)}")
    facts += [f"{deal} slipped" for deal in ahead.slipped[:1]]
    return facts


def _where(goal: GoalNow, locale: Locale) -> str:
    return value_of_target(goal.now, goal.target, goal.measure, goal.unit, locale.name)


def nothing_planned(page: TodayPage, locale: Locale) -> str:
    """A week without meetings: what comes after it."""
    if not page.team:
        return f"Your team stands here. A name is enough to begin: {spoken_key('Ctrl+Shift+N')}."
    if page.later is None:
        return "No one-on-one is planned for the next two weeks."
    return f"Nothing more is planned this week. Next is {page.later.rep}, {when(page.later, locale)}."


def standing_of(rep: RepStanding) -> tuple[str, Tone]:
    """How a rep stands, in words and as a tone: "12 days without coaching, 5 days away not counted", red."""
    if rep.told is None:
        return "not coached yet", Tone.PLAIN
    tone = Tone.RED if rep.told.standing is Standing.OVERDUE else Tone.AMBER
    return rep.told.words, tone


def short_standing(rep: RepStanding) -> str:
    """The same where the heading has said "without coaching": "12 days", "one-on-one 3 weeks", "not yet"."""
    if rep.told is None:
        return "not yet"
    kind = "one-on-one " if rep.told.kind is CadenceKind.ONE_ON_ONE else ""
    return f"{kind}{gap_length(rep.told.days)}"


def all_in_time(page: TodayPage, locale: Locale) -> str:
    """Nobody is due, and who will be next."""
    following = page.next_due
    if following is None or following.due_on is None:
        return "Nobody is due."
    return f"Everybody has been coached in time. Next is {following.name}, {locale.near_day(following.due_on)}."


def question_of(goal: GoalNow, locale: Locale) -> str:
    """What is asked of a goal: "Ended 12 Nov at 3.6 of 4.0: achieved, extended or abandoned?"."""
    where = _where(goal, locale)
    if goal.standing is GoalStanding.REACHED:
        return f"Reached its target, {where}. Achieved?"
    return f"Ended {locale.day(goal.due_on)} at {where}: achieved, extended or abandoned?"


def owner_of(commitment: DueCommitment) -> str:
    """Whose it is: "Dana", "you, for Dana"."""
    name = first_name(commitment.rep)
    return name if commitment.owner is Side.REP else f"you, for {name}"


def made_in(commitment: DueCommitment, locale: Locale) -> str:
    """Where it was made: "from ride-along 12 Nov"."""
    if commitment.kind is None or commitment.held_on is None:
        return ""
    return f"from {commitment.kind.label.lower()} {locale.day(commitment.held_on)}"
