"""Earlier states of a note: remembered whenever its text changes, and brought back."""

from coachjournal.commands.conversation import edit_conversation
from coachjournal.commands.records import found, rep_name
from coachjournal.journal import Writing
from coachjournal.model import Conversation, Revision


def bring_back(tx: Writing, *, revision_id: int) -> None:
    """Give a conversation an earlier text again; the one it has now is remembered in turn."""
    revision = found(tx, Revision, revision_id)
    conversation = found(tx, Conversation, revision.conversation_id)
    edit_conversation(tx, conversation_id=conversation.id, text=revision.text)
    what = f"{conversation.kind.spoken} with {rep_name(tx, conversation.rep_id)}"
    tx.say(f"Brought back an earlier version of {what}.")
