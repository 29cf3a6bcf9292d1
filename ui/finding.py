"""What Ctrl+K finds in the journal: reps and deals by their names, everything that was written by its words."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from coachjournal.errors import StorageUnavailable
from coachjournal.queries.found_at import conversation_of
from coachjournal.queries.palette import Directory, FoundDeal, FoundRep, directory
from coachjournal.queries.search import Hit, HitKind, search
from ui.context import Context
from ui.widgets.found import Found
from ui.widgets.matching import Named
from ui.widgets.names import Names
from ui.widgets.text import apart

_WHILE_TYPING, _IN_A_PAUSE = 12, 30
"""Hits: as many as are in sight, and as many as somebody may look through."""
_WHAT = {
    HitKind.CONVERSATION: "note",
    HitKind.COMMITMENT: "commitment",
    HitKind.GOAL: "goal",
    HitKind.DEAL: "deal",
    HitKind.REP: "rep",
    HitKind.OBSERVATION: "observation",
    HitKind.AGENDA_ITEM: "to raise",
}
_LISTED_UNDER = {
    HitKind.COMMITMENT: "commitments",
    HitKind.GOAL: "goals",
    HitKind.AGENDA_ITEM: "agenda",
}
"""The list on the page of the rep."""


class Finding:
    """Finds, and goes to what was found."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def names(self) -> tuple[Names[Found], Names[Found]]:
        """People and deals; to be asked in the lane."""
        listed: Directory = self._context.journal.ask(directory)
        more = (self._briefs(listed.reps), self._coaching(listed.reps), self._skills(listed.reps))
        people = Names(chain(self._reps(listed.reps), *more))
        deals = Names(Named.by(f"{deal.name} {deal.account or ''}", self._deal(deal)) for deal in listed.deals)
        return people, deals

    def written(self, words: str, *, through_all: bool = False) -> tuple[Found, ...]:
        """What was written with these words; nothing while the file cannot be read, which others tell of."""
        locale, most = self._context.locale.name, _IN_A_PAUSE if through_all else _WHILE_TYPING
        try:
            hits = self._context.journal.ask(search, words=words, limit=most, through_all=through_all, locale=locale)
        except StorageUnavailable:
            return ()
        return tuple(self._hit(hit, words) for hit in hits)

    def all_of_it(self, words: str) -> Found:
        search_journal = partial(self._context.navigator.search_journal, words)
        return Found(f"All notes with “{words.strip()}”", "Journal", search_journal, key=("all", 0))

    def _reps(self, reps: Iterable[FoundRep]) -> Iterator[Named[Found]]:
        return (Named.by(rep.name, self._rep(rep)) for rep in reps)

    def _briefs(self, reps: Iterable[FoundRep]) -> Iterator[Named[Found]]:
        """Found by "brief dana" and "prepare dana"; never before the rep of that name."""
        return (Named.by(f"Brief of {rep.name} prepare", self._brief(rep)) for rep in reps if not rep.archived)

    def _coaching(self, reps: Iterable[FoundRep]) -> Iterator[Named[Found]]:
        """Found by "coach dana"; likewise."""
        return (Named.by(f"Coach {rep.name} plan", self._coach(rep)) for rep in reps if not rep.archived)

    def _skills(self, reps: Iterable[FoundRep]) -> Iterator[Named[Found]]:
        """Found by "skills dana" and "rate dana"; likewise."""
        return (Named.by(f"Skills of {rep.name} rate", self._skills_of(rep)) for rep in reps if not rep.archived)

    def _skills_of(self, rep: FoundRep) -> Found:
        open_it = partial(self._context.navigator.open_rep, rep.rep_id, "skills")
        return Found(f"Skills of {apart(rep.name)}", "both sides’ ratings", open_it, key=("skills", rep.rep_id))

    def _coach(self, rep: FoundRep) -> Found:
        plan = partial(self._context.navigator.plan_coaching, rep.rep_id)
        return Found(f"Coach {apart(rep.name)}", "plan coaching", plan, key=("coach", rep.rep_id))

    def _brief(self, rep: FoundRep) -> Found:
        open_it = partial(self._context.navigator.open_brief, rep.rep_id)
        return Found(f"Brief of {apart(rep.name)}", "one-on-one", open_it, key=("brief", rep.rep_id))

    def _rep(self, rep: FoundRep) -> Found:
        aside = "archived" if rep.archived else rep.role or "rep"
        open_it = partial(self._context.navigator.open_rep, rep.rep_id)
        return Found(rep.name, aside, open_it, key=(HitKind.REP, rep.rep_id))

    def _deal(self, deal: FoundDeal) -> Found:
        parts = (part for part in (deal.account, deal.rep, deal.outcome.value) if part and part != deal.name)
        open_it = partial(self._context.navigator.open_deal, deal.deal_id)
        return Found(deal.name, ", ".join(map(apart, parts)), open_it, key=(HitKind.DEAL, deal.deal_id))

    def _hit(self, hit: Hit, words: str) -> Found:
        what, by_name = _WHAT[hit.kind], hit.kind in {HitKind.REP, HitKind.DEAL}
        rep = "" if hit.kind is HitKind.REP else hit.rep
        on = self._context.locale.day(hit.on) if hit.on and not by_name else ""
        return Found(
            title=f"Private {what}" if hit.private else hit.title,
            aside=", ".join(part for part in (apart(rep), on) if part),
            open=partial(self._go_to, hit, words),
            snippet=hit.snippet,
            beside="" if hit.private else what,
            title_marks=hit.title_marks,
            snippet_marks=hit.snippet_marks,
            private=hit.private,
            key=(hit.kind, hit.id),
        )

    def _go_to(self, hit: Hit, words: str) -> None:
        navigator = self._context.navigator
        conversation_id = self._context.journal.ask(conversation_of, kind=hit.kind, record_id=hit.id)
        if hit.kind is HitKind.DEAL:
            navigator.open_deal(hit.id)
        elif conversation_id is not None:
            navigator.open_conversation(conversation_id, _found_words(hit) or words)
        else:
            navigator.open_rep(hit.rep_id, _LISTED_UNDER.get(hit.kind, ""))


def _found_words(hit: Hit) -> str:
    """As they stand in the text: the first of them in the excerpt, else in the title."""
    for text, marks in ((hit.snippet, hit.snippet_marks), (hit.title, hit.title_marks)):
        for start, length in marks:
            return text[start : start + length]
    return ""
