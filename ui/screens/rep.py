"""One rep: goals over time beside the manager's hours, where they stand now, and everything written about them."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QMenu, QVBoxLayout, QWidget

from coachjournal.commands.rep import archive_rep, bring_back_rep
from coachjournal.queries.rep_page import RepPage, rep_page
from coachjournal.queries.unfinished import unfinished
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.words import initials
from ui.context import Context
from ui.editors.rep import RepEditor
from ui.editors.self_rating import SelfRating
from ui.exporting import export_plan
from ui.screens.drafts import DraftRows, DraftStrip
from ui.screens.rep_lists import RepLists
from ui.screens.rep_now import NowCard
from ui.screens.rep_timeline import TimelineCard
from ui.screens.rep_words import about
from ui.screens.screen import Screen
from ui.widgets.buttons import PlainButton, PrimaryButton, spoken_key
from ui.widgets.more_button import MoreButton

_SIDE_BY_SIDE = 140
"""Characters of width from which the two cards fit beside each other."""
_NOW_CHARACTERS = 41
_PARTS_BESIDE = 90
"""Characters of width from which the parts of the second card fit beside each other, where it stands below."""
_FRAME_LINES = 8  # header and margins
_MOST_DRAFTS = 1
_UNBOUND = 16_777_215  # what Qt takes for no limit
_TIMELINE_LINES, _NARROW_TIMELINE_LINES, _LISTS_LINES = 24, 34, 12
"""Heights below which the timeline and the lists say too little; the page scrolls rather than press them together."""
_LETTERS = {
    ConversationKind.ONE_ON_ONE: "O",
    ConversationKind.RIDE_ALONG: "R",
    ConversationKind.DEAL_REVIEW: "D",
    ConversationKind.CALL_REVIEW: "C",
    ConversationKind.PIPELINE_REVIEW: "P",
    ConversationKind.PRACTICE: "t",
    ConversationKind.IN_PASSING: "I",
}
"""The key of each kind in the menu that starts one."""


class RepScreen(Screen):
    """Timeline and figures above, lists below; on a narrow window one below the other."""

    topics = frozenset(
        {"rep", "quota", "deal", "stage", "account", "conversation", "commitment", "goal", "check_in", "milestone"}
        | {"skill", "rating", "time_entry", "cadence", "setting", "agenda_item", "signal", "coaching_action"}
    ) | {"meeting_series", "series_exception", "absence"}

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.rep_id: int | None = None
        self.page: RepPage | None = None
        self._timeline = TimelineCard(context)
        self._lists = RepLists(context)
        self._now = NowCard(context, lambda: self.show_list("commitments"))
        self._make_header()
        self._make_strip()
        self._lay_out()
        QShortcut(QKeySequence("N"), self, self.log)
        QShortcut(QKeySequence("A"), self, self.plan_ride_along)
        QShortcut(QKeySequence("S"), self, self.open_start)
        QShortcut(QKeySequence("K"), self, self.plan_coaching)
        QShortcut(QKeySequence("M"), self, self.meet)
        QShortcut(QKeySequence("Ctrl+T"), self, self._timeline.show_table)

    def open_item(self, item_id: int) -> None:
        self.rep_id = item_id
        self.refresh()

    def rep_in_sight(self) -> int | None:
        return self.rep_id

    def load(self) -> None:
        page = None if self.rep_id is None else self.context.journal.ask(rep_page, rep_id=self.rep_id)
        self.page = page
        if page is None:
            self.header.say("This rep is no longer in the journal", f"{spoken_key('Ctrl+Z')} may bring them back")
        else:
            self.header.say(page.rep.name, about(page.rep, self.context.locale), initials=initials(page.rep.name))
            self._now.show_page(page)
            self._lists.show_page(page)
            self._timeline.show_rep(page.rep)
        self._show_drafts()
        self._content.setVisible(page is not None)
        for button in (self._more, self._plan_button, self._prepare, self._start, self._log):
            button.setEnabled(page is not None)

    def event(self, event: QEvent) -> bool:
        """Look again on coming back to the window: a draft may have been put aside."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self._show_drafts()
        return super().event(event)

    def log(self) -> None:
        self.context.navigator.log_conversation(self.rep_id)

    def prepare(self) -> None:
        if self.page is not None:
            self.context.navigator.open_brief(self.page.rep.rep_id)

    def open_start(self) -> None:
        """Choose a kind of conversation to begin on a page of its own."""
        if self.page is None:
            return
        menu = QMenu(self)
        menu.setObjectName("repPage.startMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind, letter in _LETTERS.items():
            begin = partial(self.context.navigator.begin, kind, self.page.rep.rep_id)
            menu.addAction(kind.label.replace(letter, f"&{letter}", 1), begin)
        below = self._start if self._start.isVisible() else self._more
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def plan_ride_along(self) -> None:
        self.context.navigator.plan_ride_along(self.rep_id)

    def plan_coaching(self) -> None:
        self.context.navigator.plan_coaching(self.rep_id)

    def meet(self) -> None:
        """Plan a meeting, or one that comes back."""
        self.context.navigator.meet(self.rep_id)

    def edit(self) -> None:
        if self.page is not None:
            RepEditor(self.context, rep_id=self.page.rep.rep_id).open()

    def export_plan(self) -> None:
        if self.page is not None:
            export_plan(self.context, self.page.rep.rep_id)

    def show_list(self, tab: str) -> None:
        """Bring a list into sight: goals, skills, conversations, deals or commitments."""
        self._lists.choose(tab)
        QTimer.singleShot(0, self, partial(self._scroll.ensureWidgetVisible, self._lists))  # once it is laid out

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._stand()

    def _stand(self) -> None:
        """Put the two cards beside each other where there is room, else below each other."""
        character, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        wide = self.width() >= character * _SIDE_BY_SIDE
        self._cards.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        parts_beside = not wide and self.width() >= character * _PARTS_BESIDE
        self._now.stand(wide=parts_beside, lines=self.height() // line - _LISTS_LINES - _FRAME_LINES)
        self._now.setMaximumWidth(character * _NOW_CHARACTERS if wide else _UNBOUND)
        self._now.setMinimumWidth(character * _NOW_CHARACTERS if wide else 0)
        narrow = not wide and not parts_beside  # then the words of the chart need more rows
        self._timeline.setMinimumHeight(line * (_NARROW_TIMELINE_LINES if narrow else _TIMELINE_LINES))
        self._lists.setMinimumHeight(line * _LISTS_LINES)

    def _make_header(self) -> None:
        self._more = MoreButton(self._fill_menu, name="repPage.more", tip="Edit, archive, save the picture")
        self._plan_button = PlainButton("Development plan…", self.export_plan, name="repPage.plan")
        self._prepare = PlainButton("Prepare one-on-one", self.prepare, name="repPage.prepare", key="B")
        self._start = PlainButton("Start", self.open_start, name="repPage.start", hint="S")
        self._start.setToolTip("Begin a one-on-one, a ride-along or another conversation on a page of its own")
        self._log = PrimaryButton("New conversation", self.log, name="repPage.log", hint="Ctrl+N")
        self._log.setToolTip(f"N here, {spoken_key('Ctrl+N')} anywhere")
        for button in (self._more, self._plan_button, self._prepare, self._start, self._log):
            self.header.add_action(button)

    def _show_drafts(self) -> None:
        there = self.page is not None
        drafts = self.context.journal.ask(unfinished, rep_id=self.rep_id) if there else ()
        if not drafts and self._strip.isAncestorOf(QApplication.focusWidget() or self):
            self.setFocus()  # the keys stay with the page; Qt would go on to the button that comes next in the window
        self._drafts.show_drafts(drafts, room=_MOST_DRAFTS)
        self._strip.setVisible(bool(drafts))

    def _make_strip(self) -> None:
        """What was being written about this rep, in sight over everything else."""
        self._drafts = DraftRows(self.context, name="repPage.drafts")
        self._drafts.changed.connect(self._show_drafts)
        self._strip = DraftStrip(self._drafts)
        self.put_under_header(self._strip)

    def _lay_out(self) -> None:
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(16)
        self._cards.addWidget(self._timeline, 1)
        self._cards.addWidget(self._now)
        column.addLayout(self._cards, 5)
        column.addWidget(self._lists, 2)
        self.body.addWidget(self._content, 1)

    def _fill_menu(self, menu: QMenu) -> None:
        if self.page is None:
            return
        rep = self.page.rep
        menu.addAction("Edit rep…", self.edit)
        words, command = ("Bring back", bring_back_rep) if rep.archived_on else ("Archive", archive_rep)
        menu.addAction(words, lambda: self.context.do(command, rep_id=rep.rep_id))
        menu.addAction("Plan a ride-along…\tA", self.plan_ride_along)
        menu.addAction("Plan a meeting…\tM", self.meet)
        menu.addAction("Plan coaching…\tK", self.plan_coaching)
        menu.addAction("Rate skills: the rep’s turn…", lambda: SelfRating(self.context, rep.rep_id).open())
        menu.addAction("Rate skills: your turn…", lambda: SelfRating(self.context, rep.rep_id, Side.MANAGER).open())
        menu.addSeparator()
        menu.addAction("Save timeline picture…", self._timeline.ask_for_picture)
        menu.addAction("Show timeline as table\tCtrl+T", self._timeline.show_table)
