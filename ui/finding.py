"""What Ctrl+K finds in the journal, folded once for quick matching."""

from coachjournal.queries.palette import Directory, FoundDeal, FoundRep
from ui.context import Navigator
from ui.widgets.matching import Named
from ui.widgets.palette import Found


def findable(directory: Directory, navigator: Navigator) -> tuple[Named[Found], ...]:
    """Reps by their name; deals by their name and their account's."""
    reps = tuple(Named.by(rep.name, _rep(rep, navigator)) for rep in directory.reps)
    deals = tuple(Named.by(f"{deal.name} {deal.account or ''}", _deal(deal, navigator)) for deal in directory.deals)
    return reps + deals


def _rep(rep: FoundRep, navigator: Navigator) -> Found:
    aside = "archived" if rep.archived else rep.role or "rep"
    return Found(rep.name, aside, lambda: navigator.open_rep(rep.rep_id))


def _deal(deal: FoundDeal, navigator: Navigator) -> Found:
    aside = ", ".join(part for part in (deal.account, deal.rep, deal.outcome.value) if part and part != deal.name)
    return Found(deal.name, aside, lambda: navigator.open_deal(deal.deal_id))
