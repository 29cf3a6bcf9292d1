"""At the start: what was left unfinished the last time."""

from functools import partial
from typing import TYPE_CHECKING

from ui.pages import Place

if TYPE_CHECKING:
    from ui.context import Context

_TODAY, _CONVERSATION = "today", "conversation"


def tell_of_drafts(context: "Context", here: Place) -> None:
    """Today shows them by itself, and a conversation its own; elsewhere a bar tells of them once."""
    from coachjournal.queries.unfinished import unfinished

    if here.page == _TODAY:
        return
    own = here.item if here.page == _CONVERSATION else None
    drafts = [
        draft for draft in context.journal.ask(unfinished) if draft.editor or draft.key is None or draft.key != own
    ]
    if drafts:
        left = "A draft was" if len(drafts) == 1 else f"{len(drafts)} drafts were"
        step = ("See them on Today", partial(context.navigator.open_page, _TODAY))
        context.messages.note(f"{left} left unfinished.", step)
