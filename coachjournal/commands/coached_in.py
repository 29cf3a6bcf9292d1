"""A conversation turns out to be about a signal: that is coaching, and nobody had to plan it."""

from coachjournal.commands.records import found
from coachjournal.commands.signal import coach_signal
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import CoachingAction, Conversation
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.signals.finding import Finding

KINDS = {ConversationKind.RIDE_ALONG: ActionKind.RIDE_ALONG, ConversationKind.PRACTICE: ActionKind.PRACTICE}


def coach_in(tx: Writing, *, finding: Finding, conversation_id: int) -> int:
    """Note that a conversation was, or will be, about a signal. Returns the action's key."""
    conversation = found(tx, Conversation, conversation_id)
    if conversation.rep_id != finding.subject.rep_id:
        raise Rejected("That conversation is with somebody else.")
    kind = KINDS.get(conversation.kind, ActionKind.CONVERSATION)
    action_id = coach_signal(
        tx,
        finding=finding,
        kind=kind,
        planned_on=max(conversation.held_on, tx.today),
        conversation_kind=conversation.kind,
    )
    action = found(tx, CoachingAction, action_id)
    action.planned_on, action.conversation_id = conversation.held_on, conversation_id
    tx.say("Noted what this conversation was about.")
    return action_id
