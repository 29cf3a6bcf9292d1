"""Who has not been coached, each in a chip: past the target amber, past the limit red."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.queries.due_reps import RepStanding
from coachjournal.queries.today import TodayPage
from coachjournal.rules.names import short_names
from ui.context import Context
from ui.screens.today_words import all_in_time, short_standing, standing_of
from ui.widgets.choices import Chip
from ui.widgets.flow import Flow
from ui.widgets.layouts import clear
from ui.widgets.row_keys import RowKeys
from ui.widgets.row_walk import RowWalk
from ui.widgets.text import SectionTitle, Text, apart, tip

_KEYS = "Enter opens, L logs a conversation, C plans coaching"


class NotCoachedPart(QWidget):
    """A chip opens the rep; L logs a conversation with them, C plans one."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__()
        self._context, self._walk = context, walk
        self._chips = QWidget()
        self._chips.setObjectName("today.notCoached")
        self._flow = Flow(self._chips, spacing=6)
        self._none = Text("", "muted", wrap=True)
        self._none.setObjectName("today.notCoached.empty")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionTitle("Not coached", "for longer than you meant to"))
        column.addWidget(self._chips)
        column.addWidget(self._none)

    def show_page(self, page: TodayPage) -> None:
        name = next((chip.objectName() for chip in self.findChildren(Chip) if chip.hasFocus()), "")
        self._chips.hide()  # and shown with all of them: each that is shown by itself lays the page out
        clear(self._flow)
        team = {rep.rep_id: rep.name for rep in page.team}
        names = dict(zip(team, short_names(tuple(team.values())), strict=True))
        for rep in page.not_coached:
            chip = self._chip(rep, names[rep.rep_id])
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(page.not_coached))
        for chip in self._chips.findChildren(Chip):
            if name and chip.objectName() == name:
                chip.setFocus()
        self._none.setText(all_in_time(page, self._context.locale))
        self._none.setVisible(not page.not_coached)
        self.setVisible(bool(page.team))

    def _chip(self, rep: RepStanding, called: str) -> Chip:
        words, tone = standing_of(rep)
        chip = Chip(f"{apart(called)}  {short_standing(rep)}", name=f"notCoached.{rep.rep_id}", checkable=False)
        chip.setProperty("tone", str(tone))
        chip.setAccessibleName(f"{rep.name}, {words}")
        chip.setAccessibleDescription(_KEYS)
        chip.setToolTip(tip(f"{rep.name}, {words}. {_KEYS}."))
        navigator, rep_id = self._context.navigator, rep.rep_id
        chip.clicked.connect(lambda _checked: navigator.open_rep(rep_id))
        RowKeys(
            chip,
            {
                "\r": partial(navigator.open_rep, rep_id),
                "L": partial(navigator.log_conversation, rep_id),
                "C": partial(navigator.plan_coaching, rep_id),
            },
        )
        self._walk.stop(chip)
        return chip
