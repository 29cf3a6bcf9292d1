"""Write the sample's deals with their histories."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle, groupby
from random import Random
from typing import Any

from coachjournal.commands.deal import DealFields, add_deal, edit_deal
from coachjournal.commands.rep import set_quota
from coachjournal.commands.sample.cast import Seller, resource
from coachjournal.commands.sample.plots import LAST_OPEN, Plot, plots
from coachjournal.commands.sample.scene import Opportunity, Scene
from coachjournal.commands.sample.shapes import DealsRow
from coachjournal.model import Deal
from coachjournal.rules.deal import Outcome
from coachjournal.rules.money import Money
from coachjournal.rules.period import Period, quarter_of

THOUSAND = 100_000
"""Minor units in a thousand euros."""
CATEGORIES = ("Pipeline", "Pipeline", "Pipeline", "Best case", "Commit")
HALVORSEN, RENEWAL = "Halvorsen AS", "renewal"
REPRICED = 0.35
HALVORSEN_SLIPS = (58, 27)
HANDED_OVER_BY = "Amir Khan"

Change = tuple[date, dict[str, Any]]


def write_deals(scene: Scene) -> None:
    """The deals of all reps, and their quotas."""
    for seller in scene.cast:
        _set_quotas(scene, seller)
        dice = scene.dice("deals", seller.name)
        scene.opportunities[seller.name] = [
            _write(scene, seller, plot, part, Random(dice.random()))
            for plot, part in list(_cast_parts(scene, seller, dice))
        ]


def _cast_parts(scene: Scene, seller: Seller, dice: Random) -> Iterator[tuple[Plot, tuple[str, str, str]]]:
    """Each plot with its account, contact and subject; the newest deals go to the accounts listed first."""
    subjects = list(resource("deals", DealsRow)["subjects"])
    dice.shuffle(subjects)
    all_plots = plots(seller.selling, scene.days, dice)
    _say_why_lost(all_plots)
    for number, plot in enumerate(reversed(all_plots)):
        account, person, _ = seller.accounts[number % len(seller.accounts)]
        subject = subjects[(number // len(seller.accounts) * 5 + number) % len(subjects)]
        if (account, number) == (HALVORSEN, 0):
            yield _halvorsen(scene, plot), (account, person, RENEWAL)
        else:
            yield plot, (account, person, subject)


def _say_why_lost(all_plots: list[Plot]) -> None:
    """In turns, so that nobody loses to one reason more often than the others do."""
    reasons = cycle(resource("deals", DealsRow)["loss_reasons"])
    for plot in all_plots:
        if plot.outcome is Outcome.LOST:
            plot.loss_reason = next(reasons)


def _halvorsen(scene: Scene, plot: Plot) -> Plot:
    """120 thousand at proposal, its close date moved twice: the deal that the first page speaks of."""
    moved_on = [scene.days.ago(days) for days in HALVORSEN_SLIPS]
    plot.created_on = scene.days.ago(118)
    plot.stages = [(scene.days.ago(days), stage) for days, stage in ((104, 1), (86, 2), (61, 3))]
    dates = [moved_on[0] + timedelta(days=2), moved_on[1] + timedelta(days=1), scene.today + timedelta(days=25)]
    plot.close_on, plot.slips = dates[0], list(zip(moved_on, dates[1:], strict=True))
    plot.amount = 120
    return plot


def _write(scene: Scene, seller: Seller, plot: Plot, part: tuple[str, str, str], dice: Random) -> Opportunity:
    account, person, subject = part
    owner = HANDED_OVER_BY if plot.created_on < scene.joined(seller) else seller.name
    deal_id = add_deal(
        scene.tx,
        rep_id=scene.reps[owner],
        name=f"{account}, {subject}",
        stage_id=scene.stages[Outcome.OPEN][0],
        amount=Money(plot.amount * THOUSAND, "EUR"),
        account=account,
        created_on=plot.created_on,
        close_on=plot.close_on,
    )
    changes = [] if subject == RENEWAL else _repricing(plot, dice)
    changes += [*_moves(scene, plot), *_next_steps(scene, plot, person, dice, told=subject != RENEWAL)]
    if owner != seller.name:
        changes.append((scene.joined(seller), {"rep_id": scene.reps[seller.name]}))
    for day, fields in _by_day(changes):
        edit_deal(scene.tx, deal_id=deal_id, changed_on=day, **fields)
    deal = scene.tx.session.get_one(Deal, deal_id)
    scene.records.append(deal)
    return Opportunity(deal_id, deal.account_id, account, person, plot.created_on, plot.closed_on, plot.outcome)


def _moves(scene: Scene, plot: Plot) -> Iterator[Change]:
    for day, stage in plot.stages:
        yield day, {"stage_id": _open_stage(scene, stage), "forecast_category": CATEGORIES[stage]}
    for day, close_on in plot.slips:
        yield day, {"close_on": close_on}
    if plot.closed_on is not None:
        yield plot.closed_on, dict(_ending(scene, plot))


def _ending(scene: Scene, plot: Plot) -> DealFields:
    ending = DealFields(stage_id=scene.stages[plot.outcome][0], closed_on=plot.closed_on, forecast_category="Closed")
    if plot.outcome is Outcome.LOST:
        ending["loss_reason"] = plot.loss_reason
    return ending


def _next_steps(scene: Scene, plot: Plot, person: str, dice: Random, *, told: bool) -> Iterator[Change]:
    """One step agreed on the way; and for open deals, most of the time, the one that is next."""
    steps = [step.format(person=person) for step in resource("deals", DealsRow)["next_steps"]]
    if len(plot.stages) > 1:
        day = plot.stages[1][0]
        yield day, {"next_step": dice.choice(steps), "next_step_on": day + timedelta(days=dice.randint(5, 12))}
    if plot.outcome is Outcome.OPEN and plot.stages:
        last = max(plot.stages[-1][0], scene.days.ago(dice.randint(2, 12)))
        gone = dice.random() > (0.45 if len(plot.slips) > 1 else 0.9) or not told
        step_on = scene.days.after(scene.today + timedelta(days=dice.randint(1, 12)))
        yield last, {"next_step": "" if gone else dice.choice(steps), "next_step_on": None if gone else step_on}


def _repricing(plot: Plot, dice: Random) -> list[Change]:
    """Some proposals change their amount."""
    proposed = [day for day, stage in plot.stages if stage == LAST_OPEN - 1]
    if not proposed or dice.random() > REPRICED:
        return []
    factor = dice.choice((0.85, 0.9, 0.9, 0.95, 1.08, 1.15))
    return [(proposed[0], {"amount": Money(round(plot.amount * factor) * THOUSAND, "EUR")})]


def _by_day(changes: list[Change]) -> Iterator[Change]:
    ordered = sorted(changes, key=lambda change: change[0])
    for day, same_day in groupby(ordered, key=lambda change: change[0]):
        yield day, {name: value for _, fields in same_day for name, value in fields.items()}


def _open_stage(scene: Scene, number: int) -> int:
    """The journal's own open stage for one of five, should there be fewer."""
    stages = scene.stages[Outcome.OPEN]
    return stages[min(number, len(stages) - 1)]


def _set_quotas(scene: Scene, seller: Seller) -> None:
    """A quota a quarter, growing a little; whoever came later has one from then on."""
    quarter = quarter_of(max(scene.days.start, scene.joined(seller)))
    amount = seller.quota - 5 * ((scene.today - quarter.start).days // 91)
    while quarter.start <= scene.today:
        _set_quota(scene, seller, quarter, amount)
        quarter, amount = quarter_of(quarter.end), amount + 5


def _set_quota(scene: Scene, seller: Seller, quarter: Period, thousands: int) -> None:
    set_quota(scene.tx, rep_id=scene.reps[seller.name], period=quarter, quota=Money(thousands * THOUSAND, "EUR"))
