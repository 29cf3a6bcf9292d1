"""What to ask the rep about a finding, and what can be done about it: never "do more", always something together."""

from dataclasses import dataclass

from coachjournal.rules.cadence import CadenceKind
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.signals.finding import Finding, Rule


@dataclass(frozen=True, slots=True)
class Proposal:
    """What can be done about a finding; `conversation_kind` is what it would be in the diary, where that is known."""

    kind: ActionKind
    conversation_kind: ConversationKind | None
    words: str


def question(finding: Finding) -> str:
    """An open question: the rep finds the cause, not the number."""
    if finding.rule is Rule.LOW_WIN_RATE:
        return _QUESTION_EARLY if finding.detail.get("early") else _QUESTION_LATE
    if finding.subject.deal_id is None:
        return _QUESTIONS_OF_ALL.get(finding.rule) or _QUESTIONS[finding.rule]
    return _QUESTIONS[finding.rule]


def proposals(finding: Finding) -> tuple[Proposal, ...]:
    """What fits best first."""
    match finding.rule:
        case Rule.LOW_WIN_RATE if "early" in finding.detail:
            return _LOST_EARLY if finding.detail["early"] else _LOST_LATE
        case Rule.LEAKING_STAGE:
            return _practice(f"Practise {_skill_of_stage(finding)}"), _peer("Let a peer show how it is done")
        case Rule.NOT_COACHED if finding.detail.get("kind") == CadenceKind.ONE_ON_ONE:
            return (_talk(ConversationKind.ONE_ON_ONE, "Hold the one-on-one"),)
        case Rule.SLIPPED if finding.subject.deal_id is None:
            return (_talk(ConversationKind.PIPELINE_REVIEW, "Ask of each close date what it rests on"),)
        case Rule.STALLED_DEAL if finding.subject.deal_id is None:
            return (_talk(ConversationKind.PIPELINE_REVIEW, "Go through them: a next step, or close it"),)
        case rule:
            return _PROPOSALS[rule]


def _talk(kind: ConversationKind, words: str) -> Proposal:
    return Proposal(ActionKind.CONVERSATION, kind, words)


def _practice(words: str) -> Proposal:
    return Proposal(ActionKind.PRACTICE, ConversationKind.PRACTICE, words)


def _ride(words: str) -> Proposal:
    return Proposal(ActionKind.RIDE_ALONG, ConversationKind.RIDE_ALONG, words)


def _peer(words: str) -> Proposal:
    return Proposal(ActionKind.PEER, None, words)


def _recognise(words: str) -> Proposal:
    return Proposal(ActionKind.RECOGNISE, None, words)


def _skill_of_stage(finding: Finding) -> str:
    """What a deal needs to leave this stage. Stages can be named otherwise, so their place in the order decides."""
    if finding.detail.get("first"):
        return "prospecting and qualification"
    return "qualification and discovery" if finding.detail.get("early") else "deal strategy and negotiation"


_QUESTION_EARLY = "How do you decide which deals are worth your time?"
_QUESTION_LATE = "Where do these deals leave you?"
_QUESTIONS_OF_ALL = {
    Rule.STALLED_DEAL: "Which of these do you still believe in, and why?",
    Rule.SLIPPED: "How do you arrive at a close date?",
}
_QUESTIONS = {
    Rule.THIN_PIPELINE: "Where will the next deals come from?",
    Rule.FEW_NEW_DEALS: "What has changed in how first meetings come about?",
    Rule.NO_DECISION: "What would these customers have lost by doing nothing?",
    Rule.LONG_CYCLE: "Who has to agree, and when do you meet them?",
    Rule.STALLED_DEAL: "What would have to happen for the customer to take the next step?",
    Rule.SLIPPED: "What does the customer’s own date depend on?",
    Rule.SHRINKING: "What is it worth to these customers, in their own figures?",
    Rule.LEAKING_STAGE: "What does a deal need before it leaves this stage?",
    Rule.NOT_COACHED: "What is on your mind?",
    Rule.COMMITMENTS_SLIP: "Which of these were really yours?",
    Rule.SKILL_FLAT: "What would help you here that we have not tried?",
    Rule.OWN_TOO_MUCH: "Which of mine would you rather have in your own hands?",
    Rule.NO_FIELD_TIME: "Which customer shall we see together?",
    Rule.SKILL_UP: "What made the difference?",
    Rule.GOAL_ACHIEVED: "How did you get there, and what helped?",
    Rule.ABOVE_TEAM: "What do you do there that others could learn?",
}

_LOST_EARLY = (
    _talk(ConversationKind.CALL_REVIEW, "Go through a discovery call together"),
    _practice("Practise qualification and discovery"),
)
_LOST_LATE = (
    _talk(ConversationKind.DEAL_REVIEW, "Review an open deal: strategy and negotiation"),
    _practice("Practise the negotiation"),
)
_SHOW_OTHERS = _peer("Ask them to show the others")
_PROPOSALS = {
    Rule.THIN_PIPELINE: (
        _practice("An hour of prospecting together"),
        _talk(ConversationKind.PIPELINE_REVIEW, "Go through the pipeline together"),
    ),
    Rule.FEW_NEW_DEALS: (
        _practice("An hour of prospecting together"),
        _talk(ConversationKind.CALL_REVIEW, "Review the message of a first call"),
    ),
    Rule.LOW_WIN_RATE: (_talk(ConversationKind.DEAL_REVIEW, "Look together at where the last deals were lost"),),
    Rule.NO_DECISION: (_talk(ConversationKind.DEAL_REVIEW, "Debrief one of them"),),
    Rule.LONG_CYCLE: (
        _talk(ConversationKind.DEAL_REVIEW, "Map the decision process and the people of one deal"),
        _practice("Practise reaching who decides"),
    ),
    Rule.STALLED_DEAL: (_talk(ConversationKind.DEAL_REVIEW, "Review the deal"),),
    Rule.SLIPPED: (_talk(ConversationKind.DEAL_REVIEW, "Go through the customer’s decision process"),),
    Rule.SHRINKING: (
        _practice("Practise the business case and the negotiation"),
        _talk(ConversationKind.DEAL_REVIEW, "Work out what one deal is worth to the customer"),
    ),
    Rule.NOT_COACHED: (_talk(ConversationKind.IN_PASSING, "A ten-minute call"), _ride("Plan a ride-along")),
    Rule.COMMITMENTS_SLIP: (_talk(ConversationKind.ONE_ON_ONE, "Ask whose commitments they were"),),
    Rule.SKILL_FLAT: (_practice("Try another method: practise it"), _peer("Ask a peer to coach it")),
    Rule.OWN_TOO_MUCH: (_talk(ConversationKind.ONE_ON_ONE, "Hand some of them back"),),
    Rule.NO_FIELD_TIME: (_ride("Plan a ride-along"),),
    Rule.SKILL_UP: (_recognise("Say so today"), _SHOW_OTHERS),
    Rule.GOAL_ACHIEVED: (_recognise("Say so today"), _SHOW_OTHERS),
    Rule.ABOVE_TEAM: (_recognise("Say so today"), _SHOW_OTHERS),
}
