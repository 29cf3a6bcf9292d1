"""Commitments: the rep owns them unless the manager takes one on."""

from datetime import date
from typing import TypedDict, Unpack

from coachjournal.commands.records import filled, found, rep_name, shortened, write_over
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Commitment
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import Side

NO_TEXT = "A commitment says what will be done."


class CommitmentFields(TypedDict, total=False):
    """What can be changed about a commitment."""

    text: str
    due_on: date | None
    owner: Side
    deal_id: int | None


def make_commitment(
    tx: Writing,
    *,
    rep_id: int,
    text: str,
    due_on: date | None = None,
    owner: Side = Side.REP,
    made_on: date | None = None,
    conversation_id: int | None = None,
    deal_id: int | None = None,
) -> int:
    """Write down who does what by when. Returns the commitment's key.

    One that is noted for a conversation still ahead is made today.
    """
    name = rep_name(tx, rep_id)
    commitment = Commitment(
        rep_id=rep_id,
        owner=owner,
        text=filled(text, "text", NO_TEXT),
        made_on=min(made_on or tx.today, tx.today),
        due_on=due_on,
        conversation_id=conversation_id,
        deal_id=deal_id,
    )
    tx.session.add(commitment)
    tx.session.flush()
    tx.say(f"{name} commits to: {shortened(text)}" if owner is Side.REP else f"You commit to: {shortened(text)}")
    return commitment.id


def edit_commitment(tx: Writing, *, commitment_id: int, **fields: Unpack[CommitmentFields]) -> None:
    """Reword a commitment, give it another day, or hand it over."""
    commitment = found(tx, Commitment, commitment_id)
    if "text" in fields:
        fields["text"] = filled(fields["text"], "text", NO_TEXT)
    write_over(commitment, fields)
    tx.say(f"Changed the commitment: {shortened(commitment.text)}")


def keep_commitment(tx: Writing, *, commitment_id: int, on: date | None = None) -> None:
    """It was done."""
    _end(tx, commitment_id, CommitmentStatus.KEPT, on, "Kept")


def miss_commitment(tx: Writing, *, commitment_id: int, on: date | None = None) -> None:
    """It was not done."""
    _end(tx, commitment_id, CommitmentStatus.NOT_KEPT, on, "Not kept")


def drop_commitment(tx: Writing, *, commitment_id: int, on: date | None = None) -> None:
    """It no longer matters."""
    _end(tx, commitment_id, CommitmentStatus.DROPPED, on, "Dropped")


def move_commitment(tx: Writing, *, commitment_id: int, due_on: date, on: date | None = None) -> int:
    """End a commitment as moved and make the same one for a later day. Returns the new one's key."""
    old = found(tx, Commitment, commitment_id)
    if old.due_on is not None and due_on <= old.due_on:
        raise Rejected("A commitment moves to a later day.", field="due_on")
    _end(tx, commitment_id, CommitmentStatus.MOVED, on, "Moved")
    new = Commitment(
        rep_id=old.rep_id,
        owner=old.owner,
        text=old.text,
        made_on=on or tx.today,
        due_on=due_on,
        conversation_id=old.conversation_id,
        deal_id=old.deal_id,
        moved_from_id=old.id,
    )
    tx.session.add(new)
    tx.session.flush()
    return new.id


def reopen_commitment(tx: Writing, *, commitment_id: int) -> None:
    """Open a commitment again that was ended by mistake."""
    commitment = found(tx, Commitment, commitment_id)
    if commitment.status is CommitmentStatus.MOVED:
        raise Rejected("This commitment goes on with a later day. Change that one.")
    commitment.status, commitment.ended_on = CommitmentStatus.OPEN, None
    tx.say(f"Open again: {shortened(commitment.text)}")


def delete_commitment(tx: Writing, *, commitment_id: int) -> None:
    """Delete a commitment that should never have been there."""
    commitment = found(tx, Commitment, commitment_id)
    tx.session.delete(commitment)
    tx.say(f"Deleted the commitment: {shortened(commitment.text)}")


def _end(tx: Writing, commitment_id: int, status: CommitmentStatus, on: date | None, word: str) -> None:
    commitment = found(tx, Commitment, commitment_id)
    if commitment.status is not CommitmentStatus.OPEN:
        raise Rejected(f"This commitment is already {commitment.status.label.lower()}.")
    commitment.status, commitment.ended_on = status, on or tx.today
    tx.say(f"{word}: {shortened(commitment.text)}")
