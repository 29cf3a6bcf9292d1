"""Deals by hand: what an import brings can also be added and corrected here, and every change is recorded."""

from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy import select

from coachjournal.commands.records import filled, found, shortened, write_over
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Account, Deal, DealChange, Rep, Stage
from coachjournal.rules.deal import DealField, Outcome, recorded_amount, recorded_step
from coachjournal.rules.money import Money

NO_NAME = "A deal needs a name."


class DealFields(TypedDict, total=False):
    """What can be changed about a deal."""

    name: str
    rep_id: int
    stage_id: int
    amount: Money | None
    forecast_category: str
    close_on: date | None
    closed_on: date | None
    next_step: str
    next_step_on: date | None
    loss_reason: str


def add_deal(
    tx: Writing,
    *,
    rep_id: int,
    name: str,
    stage_id: int,
    amount: Money | None = None,
    currency: str = "EUR",
    account: str = "",
    forecast_category: str = "",
    created_on: date | None = None,
    close_on: date | None = None,
    closed_on: date | None = None,
    next_step: str = "",
    next_step_on: date | None = None,
    loss_reason: str = "",
) -> int:
    """Add a deal by hand. Returns its key."""
    found(tx, Rep, rep_id)
    stage = found(tx, Stage, stage_id)
    deal = Deal(
        rep_id=rep_id,
        name=filled(name, "name", NO_NAME),
        stage_id=stage_id,
        outcome=stage.outcome,
        amount=amount.minor if amount else None,
        currency=amount.currency if amount else currency,
        account_id=account_named(tx, account),
        forecast_category=forecast_category,
        created_on=created_on or tx.today,
        close_on=close_on,
        closed_on=_closed_on(tx, stage, closed_on),
        stage_since=created_on or tx.today,
        changed_on=created_on or tx.today,
        next_step=next_step,
        next_step_on=next_step_on,
        loss_reason=loss_reason,
        import_run_id=tx.import_run_id,
    )
    tx.session.add(deal)
    tx.session.flush()
    tx.say(f"Added the deal {shortened(deal.name)}.")
    return deal.id


def edit_deal(
    tx: Writing,
    *,
    deal_id: int,
    changed_on: date | None = None,
    conversation_id: int | None = None,
    account: str | None = None,
    **fields: Unpack[DealFields],
) -> None:
    """Change a deal, and record each change of stage, amount, close date, owner or next step."""
    deal = found(tx, Deal, deal_id)
    if "name" in fields:
        fields["name"] = filled(fields["name"], "name", NO_NAME)
    before = _tracked(tx, deal)
    stage_id = deal.stage_id
    on = changed_on or tx.today
    closed_on = fields.pop("closed_on", None)
    if "amount" in fields:
        _set_amount(deal, fields.pop("amount"))
    write_over(deal, fields)
    if account is not None:
        deal.account_id = account_named(tx, account)
    if deal.stage_id != stage_id:
        _enter_stage(tx, deal, closed_on or on, on)
    elif closed_on is not None:
        deal.closed_on = _closed_on(tx, found(tx, Stage, stage_id), closed_on)
    _record_changes(tx, deal, before, on, conversation_id)
    tx.say(f"Changed the deal {shortened(deal.name)}.")


def delete_deal(tx: Writing, *, deal_id: int) -> None:
    """Delete a deal and its history."""
    deal = found(tx, Deal, deal_id)
    tx.session.delete(deal)
    tx.say(f"Deleted the deal {shortened(deal.name)}.")


def _tracked(tx: Writing, deal: Deal) -> dict[DealField, str]:
    """What a deal's history follows, as the words or numbers it keeps."""
    return {
        DealField.STAGE: found(tx, Stage, deal.stage_id).name,
        DealField.AMOUNT: recorded_amount(deal.amount, deal.currency),
        DealField.CLOSE_ON: str(deal.close_on or ""),
        DealField.OWNER: found(tx, Rep, deal.rep_id).name,
        DealField.NEXT_STEP: recorded_step(deal.next_step, deal.next_step_on),
    }


def _record_changes(
    tx: Writing, deal: Deal, before: dict[DealField, str], on: date, conversation_id: int | None
) -> None:
    for field, new in _tracked(tx, deal).items():
        if new != before[field]:
            deal.changed_on = max(deal.changed_on or on, on)
            tx.session.add(
                DealChange(
                    deal_id=deal.id,
                    field=field,
                    old_value=before[field],
                    new_value=new,
                    changed_on=on,
                    import_run_id=tx.import_run_id,
                    conversation_id=conversation_id,
                )
            )


def _enter_stage(tx: Writing, deal: Deal, closed_on: date, on: date) -> None:
    stage = found(tx, Stage, deal.stage_id)
    deal.outcome, deal.stage_since = stage.outcome, on
    deal.closed_on = _closed_on(tx, stage, closed_on)


def _set_amount(deal: Deal, amount: Money | None) -> None:
    """A deal whose amount is taken away keeps its currency for the next one."""
    deal.amount = amount.minor if amount else None
    deal.currency = amount.currency if amount else deal.currency


def _closed_on(tx: Writing, stage: Stage, day: date | None) -> date | None:
    if stage.outcome is Outcome.OPEN:
        return None
    day = day or tx.today
    if day > tx.today:
        raise Rejected("A deal cannot have closed in the future.", field="closed_on")
    return day


def account_named(tx: Writing, name: str) -> int | None:
    """The key of the account of this name, made if there is none."""
    name = name.strip()
    if not name:
        return None
    known = tx.session.scalars(select(Account).where(Account.name == name)).first()
    if known is None:
        known = Account(name=name, import_run_id=tx.import_run_id)
        tx.session.add(known)
        tx.session.flush()
    return known.id
