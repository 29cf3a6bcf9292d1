"""A name that is nobody's on the team: said beside it, and one key puts them on the team by the name alone."""

from collections.abc import Callable

from coachjournal.commands.rep import add_rep
from coachjournal.errors import Rejected, StorageUnavailable
from ui.context import Context
from ui.widgets.buttons import QuietButton
from ui.widgets.field import Field

_KEY = "Alt+A"


class Newcomer(QuietButton):
    """Stands below the field of a rep, hidden until a name in it is `unknown`. `on_added` gets the new rep's id."""

    def __init__(self, context: Context, field: Field, on_added: Callable[[int], object], *, name: str) -> None:
        super().__init__("", self._add, name=name, key=_KEY)
        self._context, self._field, self._on_added = context, field, on_added
        self._newcomer = ""
        self.hide()

    def unknown(self, typed: str) -> str:
        """Complain of the name where it stands and offer to add it. Returns the complaint."""
        self._newcomer = typed.strip()
        sentence = f"Nobody on your team is called {self._newcomer}."
        self._field.note(sentence)
        self.say(f"Add {self._newcomer} to the team".replace("&", "&&"))
        self.show()
        return sentence

    def settle(self) -> None:
        """The name is another one now."""
        self._field.settle()
        self.hide()

    def _add(self) -> None:
        try:
            rep_id = self._context.journal.do(add_rep, name=self._newcomer)
        except (Rejected, StorageUnavailable) as refusal:
            self._field.complain(refusal.sentence)
        else:
            self.settle()
            self._on_added(rep_id)
