"""Write what was seen in the sample's numbers, and what the manager did about it.

It is written as it would stand after these months: commands let nobody plan for a day that is over.
"""

from datetime import date, timedelta

from coachjournal.commands.sample.cast import resource
from coachjournal.commands.sample.scene import Held, Scene
from coachjournal.commands.sample.shapes import CoachedRow, NumberRow, SignalRow
from coachjournal.model import CoachingAction, Sighting, Signal
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.deal import Outcome
from coachjournal.rules.signals.evidence import kept_evidence, kept_number
from coachjournal.rules.signals.finding import Finding, Number, Rows, RowsOf, Rule, Subject, Unit

PLANNED_BEFORE = timedelta(days=6)
"""Coaching is planned some days before it is held."""


def write_signals(scene: Scene) -> None:
    """Every signal with its decision and its coaching. One about a skill that the user took out is left out."""
    for row in resource("signals", list[SignalRow]):
        if row.get("skill", "") not in {"", *scene.skills}:
            continue
        finding = _finding(scene, row)
        if row.get("state") != "closed":  # an old one that was closed is no longer seen
            _see(scene, row, finding)
        if "state" in row:
            _decide(scene, row, finding)


def _finding(scene: Scene, row: SignalRow) -> Finding:
    subject = Subject(
        scene.reps[row["rep"]],
        skill_id=scene.skills[row["skill"]] if "skill" in row else None,
        stage_id=_stage(scene, row["stage"]) if "stage" in row else None,
    )
    name = row.get("name", row.get("skill", ""))
    rows = Rows(RowsOf(row["rows_of"]))
    return Finding(Rule(row["rule"]), subject, _number(row["number"]), rows, name, row.get("detail", {}))


def _stage(scene: Scene, number: int) -> int:
    stages = scene.stages[Outcome.OPEN]
    return stages[min(number, len(stages) - 1)]


def _number(row: NumberRow) -> Number:
    return Number(
        value=row["value"],
        unit=Unit(row["unit"]),
        n=row["n"],
        part=row.get("part"),
        against=row.get("against"),
        against_n=row.get("against_n"),
        currency=row.get("currency", ""),
    )


def _see(scene: Scene, row: SignalRow, finding: Finding) -> None:
    """Since when it has held."""
    subject = finding.subject
    scene.tx.session.add(
        Sighting(
            rep_id=subject.rep_id,
            rule=finding.rule,
            skill_id=subject.skill_id,
            stage_id=subject.stage_id,
            seen_on=scene.days.ago(row["seen"]),
            last_on=scene.today,
            evidence=kept_evidence(finding, scene.today),
        )
    )


def _decide(scene: Scene, row: SignalRow, finding: Finding) -> None:
    """What the manager made of it, and the coaching for it."""
    subject, decided_on = finding.subject, scene.days.ago(row["decided"])
    signal = Signal(
        rep_id=subject.rep_id,
        rule=finding.rule,
        skill_id=subject.skill_id,
        stage_id=subject.stage_id,
        state=row["state"],
        seen_on=scene.days.ago(row["seen"]),
        evidence=kept_evidence(finding, decided_on),
        returns_on=_ahead(scene, row["returns_in"]) if "returns_in" in row else None,
        reason=row.get("reason", ""),
        closed_on=scene.days.ago(row["closed"]) if "closed" in row else None,
        learnt=row.get("learnt", ""),
    )
    scene.tx.session.add(signal)
    scene.tx.session.flush()
    for coached in row.get("actions", []):
        _coach(scene, row, signal, coached)


def _coach(scene: Scene, row: SignalRow, signal: Signal, coached: CoachedRow) -> None:
    kind = ActionKind(coached["kind"])
    conversation_kind = ConversationKind(coached["conversation_kind"]) if "conversation_kind" in coached else None
    diary = conversation_kind or kind.conversation_kind
    day, decided_on = _ahead(scene, -coached["days_ago"]), scene.days.ago(row["decided"])
    held = _held_in(scene, (row["rep"], diary), decided_on, day) if coached.get("held") and diary else None
    scene.tx.session.add(
        CoachingAction(
            signal_id=signal.id,
            rep_id=signal.rep_id,
            kind=kind,
            conversation_kind=diary or "",
            peer_id=scene.reps.get(coached.get("peer", "")),
            text=coached["text"],
            planned_on=max(decided_on, scene.days.before(held.on - PLANNED_BEFORE)) if held else day,
            held_on=day if coached.get("held") and held is None else None,
            conversation_id=held.conversation_id if held else None,
            look_again_on=_ahead(scene, coached["again_in"]) if "again_in" in coached else None,
            looked_on=scene.days.ago(coached["looked"]) if "looked" in coached else None,
            value_then=kept_number(_number(row["number"]) if "looked" in coached else None),
            value_now=kept_number(_number(coached["now"]) if "now" in coached else None),
        )
    )


def _ahead(scene: Scene, days: int) -> date:
    """A working day so many days ahead, or back with a number below zero."""
    return scene.days.ago(-days) if days < 0 else scene.days.after(scene.today + timedelta(days=days))


def _held_in(scene: Scene, who: tuple[str, ConversationKind], decided_on: date, day: date) -> Held | None:
    """Of a rep's conversations of a kind since it was decided, the one nearest to that day."""
    fitting = [held for held in scene.held if (held.rep, held.kind) == who and held.on >= decided_on]
    return min(fitting, key=lambda held: abs(held.on - day), default=None)
