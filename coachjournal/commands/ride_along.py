"""Ride-alongs: planned the evening before, with the customers to see."""

from collections.abc import Iterable
from datetime import date, datetime

from coachjournal.commands.conversation import plan_conversation
from coachjournal.commands.field_call import Customer, add_field_call, customer_of
from coachjournal.commands.records import rep_name
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.words import counted

IN_THE_PAST = "A ride-along is planned for today or a later day."


def plan_ride_along(
    tx: Writing,
    *,
    rep_id: int,
    held_on: date,
    starts_at: datetime | None = None,
    zone: str = "",
    focus_skill_id: int | None = None,
    customers: Iterable[Customer] = (),
) -> int:
    """Put a day in the field into the diary, a call for each customer. Returns the conversation's key.

    `starts_at` is an aware instant, `zone` its IANA name. The deals of the calls are what the day is about.
    """
    if held_on < tx.today:
        raise Rejected(IN_THE_PAST, field="held_on")
    kind, calls = ConversationKind.RIDE_ALONG, [customer_of(tx, customer) for customer in customers]
    ride = plan_conversation(
        tx,
        rep_id=rep_id,
        held_on=held_on,
        kind=kind,
        starts_at=starts_at,
        zone=zone,
        focus_skill_id=focus_skill_id,
        deal_ids=[call["deal_id"] for call in calls if call["deal_id"] is not None],
    )
    for call in calls:
        add_field_call(tx, conversation_id=ride, **call)
    planned = f"Planned a ride-along with {rep_name(tx, rep_id)}"
    tx.say(f"{planned}, {counted(len(calls), 'call')}." if calls else f"{planned}.")
    return ride
