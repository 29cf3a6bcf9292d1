"""The sheet of a deal review: what is known of the deal, its next step, and what there is to find out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from coachjournal.changes import Change
from coachjournal.commands.answer import commit_to_find_out, dismiss_find_out
from coachjournal.commands.conversation import edit_conversation
from coachjournal.commands.records import shortened
from coachjournal.queries.conversation_page import ConversationPage, deals_to_name
from coachjournal.queries.deal_answers import DealQuestion
from coachjournal.queries.deal_review import DealReview, ReviewedDeal, deal_review
from coachjournal.rules.answer import FIND_OUT_WITHIN, count_certainties
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.deal import Outcome
from ui.context import Context
from ui.screens.answer_row import KEYS
from ui.screens.answer_rows import AnswerRows, Asked
from ui.screens.answer_words import certainty_words, deal_line
from ui.screens.conversation_words import deal_words
from ui.screens.find_out import FindOut
from ui.screens.next_step import NextStep
from ui.widgets.choices import ChipGroup
from ui.widgets.deal_picker import DealPicker
from ui.widgets.sheet import Line, Sheet
from ui.widgets.text import ElidedLabel, Text

TITLE = "What we know"
_CHIP = 40
"""Characters of a deal's name on its chip; the line below says it in full."""
NO_DEAL = "Which deal is this review about? A few letters of its name are enough."
NO_QUESTIONS = "There are no questions for deal reviews. What you note below is kept all the same."


class DealReviewSheet(Sheet):
    """Only on the page of a deal review. Answers are kept key by key, words while they are typed."""

    kept = Signal()
    troubled = Signal(str)
    ended = Signal()
    """The last of what was to be found out is settled: on to the note."""

    def __init__(self, context: Context) -> None:
        super().__init__(TITLE, name="conversation.dealReview")
        self._context = context
        self._page: ConversationPage | None = None
        self._review = DealReview((), None, ())
        self._wanted: int | None = None
        self._stale = False
        self._choice: ChipGroup | None = None
        self._offered: list[tuple[str, str]] = []
        self._deal = ElidedLabel("", "muted")
        self._deal.setObjectName("conversation.dealReview.deal")
        self._empty = Text("", "muted", wrap=True)
        self._empty.setObjectName("conversation.dealReview.empty")
        self._picker = DealPicker(self._deals_to_pick)
        self._picker.setObjectName("conversation.dealReview.picker")
        self._picker.setAccessibleName("The deal")
        self._answers = AnswerRows(context)
        self._keys = Text(KEYS, "small", wrap=True)
        self._line = Line()
        self._step = NextStep(context, name="conversation.nextStep", part="nextStep")
        self._find_out = FindOut()
        asked: tuple[QWidget, ...] = (self._deal, self._empty, self._picker, self._answers, self._keys)
        for widget in (*asked, self._line, self._step, self._find_out):
            self.add(widget)
        self._connect()
        self.hide()

    def show_page(self, page: ConversationPage) -> None:
        """Show the review of a page; in one that has only begun the keys answer the first question."""
        same = page.shows_same_as(self._page)
        if not same:
            self.finish()
            self._wanted = None
        self._page = page
        self.setVisible(page.head.kind is ConversationKind.DEAL_REVIEW)
        if self.isHidden():
            return
        self._load()
        if not same:
            self._begin(page)

    @property
    def words(self) -> str:
        """What stands in a field and is kept nowhere else yet."""
        return "\n".join(filter(None, (self._answers.words, self._step.words)))

    def finish(self) -> bool:
        """Keep what stands in a field, as the page is left; whether the file has it now, be it as a draft."""
        kept = (self._answers.finish(), self._step.keep())
        return all(kept)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._load()

    # --------------------------------------------------------------------------------------------- showing

    def _load(self) -> None:
        if self._page is None:
            return
        self._stale = False
        head = self._page.head
        self._review = self._context.journal.ask(
            deal_review, conversation_id=head.conversation_id, deal_id=self._wanted
        )
        deal, questions = self._review.deal, self._review.questions
        self._offer_deals(self._review.deals)
        self._show_deal(head.conversation_id, deal)
        self._empty.setText(NO_QUESTIONS if deal else NO_DEAL)
        self._empty.setVisible(not questions)
        self._keys.setVisible(bool(questions))
        self._picker.setVisible(deal is None)
        certainties = [question.answer.certainty if question.answer else None for question in questions]
        self.heading.say(TITLE, certainty_words(count_certainties(certainties)))
        self._asked = Asked(head.conversation_id, deal.deal_id if deal else 0, head.first_name)
        self._answers.show_questions(self._asked, questions)
        self._show_proposals(questions)

    def _show_deal(self, conversation_id: int, deal: ReviewedDeal | None) -> None:
        self._deal.setVisible(deal is not None)
        goes_on = deal is not None and deal.outcome is Outcome.OPEN
        self._line.setVisible(goes_on)
        self._step.setVisible(goes_on)
        if deal is not None:
            self._deal.setText(deal_line(deal, self._context.locale))
            step = (deal.next_step, deal.next_step_on)
            self._step.show_deal(conversation_id, deal.deal_id, step, deal.step_before)

    def _offer_deals(self, deals: Sequence[ReviewedDeal]) -> None:
        """Chips to switch, where there is more than one deal; they stay while they offer the same."""
        names = [(str(deal.deal_id), shortened(deal.name, _CHIP).replace("&", "&&")) for deal in deals]
        if names != self._offered:
            self._offered = names
            if self._choice is not None:
                self.rows.removeWidget(self._choice)
                self._choice.hide()
                self._choice.deleteLater()
                self._choice = None
            if len(names) > 1:
                self._choice = ChipGroup(names, name="conversation.dealReview.deals", label="Deal", wraps=True)
                self._choice.chosen.connect(self._on_deal)
                self.rows.insertWidget(1, self._choice)
        if self._choice is not None and self._review.deal is not None:
            self._choice.choose(str(self._review.deal.deal_id))

    def _show_proposals(self, questions: Sequence[DealQuestion]) -> None:
        due = self._context.journal.clock.today() + FIND_OUT_WITHIN
        self._find_out.show_proposals(
            [
                (question.question_id, self._asked.words(question))
                for question in questions
                if question.answer is not None and question.answer.proposes
            ],
            self._asked.first_name,
            self._context.locale.day(due),
        )

    def _begin(self, page: ConversationPage) -> None:
        """A review with nothing in it begins with its first question, or with which deal it is about."""
        begun = any(question.answer is not None and question.answer.here for question in self._review.questions)
        if self._review.deal is None:
            self._picker.setFocus()
        elif not page.head.text and not begun and not self._answers.is_worded:
            self._answers.begin()

    # --------------------------------------------------------------------------------------------- what happens

    def _connect(self) -> None:
        for part in (self._answers, self._step):
            part.kept.connect(self.kept)
            part.troubled.connect(self.troubled)
        self._picker.chosen.connect(self._on_picked)
        self._answers.passed.connect(self._on_passed)
        self._step.entered.connect(self._find_out.begin)
        self._find_out.wanted.connect(self._on_wanted)
        self._find_out.dismissed.connect(self._on_dismissed)
        self._find_out.ended.connect(self.ended)
        self._context.bus.changed.connect(self._on_changed)

    def _on_changed(self, change: Change) -> None:
        """Answers are this sheet's own; the page itself looks again at all else that is shown here."""
        if "answer" not in change.topics or self.isHidden():
            return
        self._stale = True
        if self.isVisible():
            self._load()

    def _on_deal(self, deal_id: str) -> None:
        self.finish()
        self._wanted = int(deal_id)
        self._load()

    def _on_passed(self) -> None:
        if self._step.isHidden():
            self._find_out.begin()
        else:
            self._step.begin()

    def _on_wanted(self, question_id: int) -> None:
        self._context.do(
            commit_to_find_out,
            conversation_id=self._asked.conversation_id,
            deal_id=self._asked.deal_id,
            question_id=question_id,
        )

    def _on_dismissed(self, question_id: int) -> None:
        self._context.do(
            dismiss_find_out,
            conversation_id=self._asked.conversation_id,
            deal_id=self._asked.deal_id,
            question_id=question_id,
        )

    def _on_picked(self, deal_id: int) -> None:
        if self._page is not None:
            head = self._page.head
            self._context.do(
                edit_conversation,
                lambda _none: self._answers.begin(),
                conversation_id=head.conversation_id,
                deal_ids=[deal_id],
            )

    def _deals_to_pick(self) -> list[tuple[int, str]]:
        if self._page is None:
            return []
        deals = self._context.journal.ask(deals_to_name, rep_id=self._page.head.rep_id)
        return [(deal.deal_id, deal_words(deal, self._context.locale)) for deal in deals]
