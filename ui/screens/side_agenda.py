"""What was to be raised this time, beside the note, and what is to be raised next time."""

from coachjournal.queries.agenda import agenda
from coachjournal.queries.conversation_page import ConversationHead
from ui.context import Context
from ui.screens.agenda_rows import Agenda
from ui.screens.side_sheet import SideSheet
from ui.widgets.row_walk import RowWalk


class AgendaSheet(SideSheet):
    """The rep's own items first; a tick says that it came up here."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__(context, walk, "To raise", name="conversation.agenda")
        self._agenda = Agenda(context, name="conversation.agenda", stop=walk.stop)
        walk.stop(self._agenda.add.line)
        self.add(self._agenda)

    def show_head(self, head: ConversationHead) -> None:
        conversation_id = head.conversation_id
        items = self.context.journal.ask(agenda, rep_id=head.rep_id, conversation_id=conversation_id)
        self.heading.say("To raise", f"{head.first_name}’s own first" if items else "")
        self._agenda.show_items(items, rep_id=head.rep_id, rep=head.first_name, conversation_id=conversation_id)

    def finish(self) -> bool:
        return self._agenda.finish()
