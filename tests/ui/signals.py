"""A journal that has something to say: commitments that were not kept, and a goal that was achieved."""

from datetime import date

from coachjournal.commands.commitment import keep_commitment, make_commitment, miss_commitment
from coachjournal.commands.goal import achieve_goal, set_goal
from coachjournal.journal import Journal
from coachjournal.queries.signals import OpenSignal, open_signals
from coachjournal.rules.conversation import Side
from coachjournal.rules.goal import Measure
from coachjournal.rules.signals.finding import Rule

NOT_KEPT = ("Call the sponsor", "Send the draft", "Map the committee", "Ask for the budget")


def let_commitments_slip(journal: Journal, rep_id: int) -> OpenSignal:
    """One of the last five kept: the rule asks for three."""
    due = date(2026, 11, 20)
    for text in NOT_KEPT:
        made = journal.do(make_commitment, rep_id=rep_id, text=text, due_on=due, owner=Side.REP)
        journal.do(miss_commitment, commitment_id=made)
    kept = journal.do(make_commitment, rep_id=rep_id, text="Book the room", due_on=due, owner=Side.REP)
    journal.do(keep_commitment, commitment_id=kept)
    return told(journal, Rule.COMMITMENTS_SLIP, rep_id)


def reach_a_goal(journal: Journal, rep_id: int) -> OpenSignal:
    """A strength."""
    goal_id = journal.do(
        set_goal,
        rep_id=rep_id,
        title="Discovery depth",
        skill_id=None,
        measure=Measure.LEVEL,
        computed_from=None,
        unit="",
        baseline=2,
        target=4,
        due_on=date(2026, 12, 18),
        why="",
    )
    journal.do(achieve_goal, goal_id=goal_id)
    return told(journal, Rule.GOAL_ACHIEVED, rep_id)


def told(journal: Journal, rule: Rule, rep_id: int | None = None) -> OpenSignal:
    """The open signal of this rule about a rep, or about anybody, of which there is one."""
    (signal,) = [each for each in journal.ask(open_signals, rep_id=rep_id) if each.rule is rule]
    return signal
