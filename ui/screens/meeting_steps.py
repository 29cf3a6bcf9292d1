"""What can be done with a single meeting, by key or by menu: it took place, skip it, move it, put it back."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from coachjournal.commands.meeting import hold_meeting, put_back_meeting, skip_meeting
from coachjournal.commands.taking_place import call_off, plan_again, took_place
from coachjournal.queries.meetings import Meeting
from ui.context import Context
from ui.editors.move_meeting import MoveMeetingEditor

Step = tuple[str, Callable[[], object]]


class MeetingSteps:
    """What can be done with a meeting, by key or by menu."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def by_key(self, meeting: Meeting) -> dict[str, Step]:
        """The letter, the words and the step, as far as the meeting's state allows it."""
        if meeting.skipped:
            return {"B": ("Put back", partial(self._put_back, meeting))}
        steps: dict[str, Step] = {"M": ("Move…", partial(self._move, meeting))}
        if meeting.on <= self._context.journal.clock.today():
            steps["T"] = ("It took place", partial(self._took_place, meeting))
        steps["D"] = ("Skip it" if meeting.series_id else "Call it off", partial(self._skip, meeting))
        if meeting.is_moved:
            steps["B"] = ("Put back", partial(self._put_back, meeting))
        return steps

    def open(self, meeting: Meeting) -> None:
        """A conversation has a page; a meeting of today or of the last days begins; of one ahead the day is asked."""
        if meeting.skipped:
            self._put_back(meeting)
        elif meeting.conversation_id is not None:
            self._context.navigator.open_conversation(meeting.conversation_id)
        elif meeting.on <= self._context.journal.clock.today():
            self._context.navigator.begin_meeting(meeting)
        else:
            self._move(meeting)

    def _move(self, meeting: Meeting) -> None:
        MoveMeetingEditor(self._context, meeting).open()

    def _took_place(self, meeting: Meeting) -> None:
        if meeting.conversation_id is not None:
            self._context.do(took_place, conversation_id=meeting.conversation_id)
        elif meeting.series_id is not None and meeting.original_on is not None:
            self._context.do(hold_meeting, series_id=meeting.series_id, original_on=meeting.original_on)

    def _skip(self, meeting: Meeting) -> None:
        if meeting.series_id is not None and meeting.original_on is not None:
            self._context.do(skip_meeting, series_id=meeting.series_id, original_on=meeting.original_on)
        elif meeting.conversation_id is not None:
            self._context.do(call_off, conversation_id=meeting.conversation_id)

    def _put_back(self, meeting: Meeting) -> None:
        if meeting.series_id is not None and meeting.original_on is not None:
            self._context.do(put_back_meeting, series_id=meeting.series_id, original_on=meeting.original_on)
        elif meeting.conversation_id is not None:
            self._context.do(plan_again, conversation_id=meeting.conversation_id)


def offer_on(row: QWidget, steps: Mapping[str, Step]) -> None:
    """The same steps, with their letters, in a menu at the pointer."""

    def offer(at: QPoint) -> None:
        menu = QMenu(row)
        menu.setObjectName("meeting.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, (words, step) in steps.items():
            menu.addAction(f"{words}\t{key}", step)
        menu.popup(row.mapToGlobal(at))

    row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    row.customContextMenuRequested.connect(offer)
