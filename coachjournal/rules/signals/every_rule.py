"""All rules, in the order in which they are told."""

from collections.abc import Iterable

from coachjournal.rules.signals.closed_deals import long_cycle, low_win_rate, no_decision, shrinking
from coachjournal.rules.signals.coaching import no_field_time, not_coached
from coachjournal.rules.signals.commitments import commitments_slip, own_too_much
from coachjournal.rules.signals.finding import Finding, Rule
from coachjournal.rules.signals.open_deals import slipped, stalled_deal
from coachjournal.rules.signals.pipeline import few_new_deals, thin_pipeline
from coachjournal.rules.signals.records import RepRecords
from coachjournal.rules.signals.skills import skill_flat
from coachjournal.rules.signals.stages import leaking_stage
from coachjournal.rules.signals.strengths import above_team, goal_achieved, skill_up
from coachjournal.rules.signals.yardstick import RuleOf, Yardstick

RULES: dict[Rule, RuleOf] = {
    Rule.THIN_PIPELINE: thin_pipeline,
    Rule.FEW_NEW_DEALS: few_new_deals,
    Rule.LOW_WIN_RATE: low_win_rate,
    Rule.NO_DECISION: no_decision,
    Rule.LONG_CYCLE: long_cycle,
    Rule.STALLED_DEAL: stalled_deal,
    Rule.SLIPPED: slipped,
    Rule.SHRINKING: shrinking,
    Rule.LEAKING_STAGE: leaking_stage,
    Rule.NOT_COACHED: not_coached,
    Rule.COMMITMENTS_SLIP: commitments_slip,
    Rule.SKILL_FLAT: skill_flat,
    Rule.OWN_TOO_MUCH: own_too_much,
    Rule.NO_FIELD_TIME: no_field_time,
    Rule.SKILL_UP: skill_up,
    Rule.GOAL_ACHIEVED: goal_achieved,
    Rule.ABOVE_TEAM: above_team,
}


def found(reps: Iterable[RepRecords], by: Yardstick) -> tuple[Finding, ...]:
    """What holds today: rep by rep, in the order of the rules; those switched off say nothing."""
    on = [rule for name, rule in RULES.items() if name not in by.limits.off]
    return tuple(finding for rep in reps for rule in on for finding in rule(rep, by))
