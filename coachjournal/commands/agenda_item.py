"""What is to be raised with a rep next time: noted from any page, ticked off in the conversation."""

from typing import TypedDict, Unpack

from coachjournal.commands.records import filled, found, rep_name, shortened, write_over
from coachjournal.commands.taking_place import takes_place
from coachjournal.journal import Writing
from coachjournal.model import AgendaItem
from coachjournal.rules.conversation import Side
from coachjournal.rules.private_text import public_text

NO_TEXT = "Say what is to be raised."


class AgendaItemFields(TypedDict, total=False):
    """What can be changed about something to raise."""

    text: str
    side: Side
    private: bool


def raise_next_time(
    tx: Writing,
    *,
    rep_id: int,
    text: str,
    side: Side = Side.MANAGER,
    private: bool = False,
    deal_id: int | None = None,
) -> int:
    """Note what is to be raised with a rep next time; `side` is whose it is. Returns its key."""
    name = rep_name(tx, rep_id)
    item = AgendaItem(
        rep_id=rep_id,
        text=filled(text, "text", NO_TEXT),
        side=side,
        added_on=tx.today,
        deal_id=deal_id,
        private=private,
    )
    tx.session.add(item)
    tx.session.flush()
    tx.say(f"To raise with {name}: {_told(item)}")
    return item.id


def edit_agenda_item(tx: Writing, *, agenda_item_id: int, **fields: Unpack[AgendaItemFields]) -> None:
    """Reword it, say whose it is, or make it private."""
    item = found(tx, AgendaItem, agenda_item_id)
    if "text" in fields:
        fields["text"] = filled(fields["text"], "text", NO_TEXT)
    write_over(item, fields)
    tx.say(f"Changed what to raise: {_told(item)}")


def mark_raised(tx: Writing, *, agenda_item_id: int, conversation_id: int) -> None:
    """It came up in this conversation."""
    item = found(tx, AgendaItem, agenda_item_id)
    takes_place(tx, conversation_id)
    item.raised_in_id = conversation_id
    tx.say(f"Raised: {_told(item)}")


def bring_back_agenda_item(tx: Writing, *, agenda_item_id: int) -> None:
    """It did not come up after all, or is to come up once more."""
    item = found(tx, AgendaItem, agenda_item_id)
    item.raised_in_id = None
    tx.say(f"To raise again: {_told(item)}")


def drop_agenda_item(tx: Writing, *, agenda_item_id: int) -> None:
    """It need not be raised any more."""
    item = found(tx, AgendaItem, agenda_item_id)
    tx.session.delete(item)
    tx.say(f"Dropped: {_told(item)}")


def _told(item: AgendaItem) -> str:
    """What undo says of it, where others may look on."""
    return "something private" if item.private else shortened(public_text(item.text))
