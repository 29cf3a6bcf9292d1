"""When one meets a rep: once, or in a rhythm. The fields read as a sentence."""

from collections.abc import Iterator
from datetime import date, datetime, time

from PySide6.QtWidgets import QComboBox, QSpinBox

from coachjournal.commands.conversation import plan_conversation
from coachjournal.commands.series import SeriesFields, change_series, end_series, set_series
from coachjournal.errors import Rejected
from coachjournal.queries.reps import reps
from coachjournal.queries.rhythm import SetSeries, rep_rhythm
from coachjournal.queries.settings_page import kinds
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.series import Rhythm, Series
from coachjournal.rules.spoken_days import Towards
from coachjournal.rules.time_entry import LONGEST
from coachjournal.rules.working_day import working_day
from ui.context import Context
from ui.editors.editor import Editor
from ui.locale import system_zone
from ui.rhythm_words import RHYTHMS, coming_days
from ui.widgets.buttons import QuietButton
from ui.widgets.date_field import DateField
from ui.widgets.layouts import put_away
from ui.widgets.rep_picker import RepPicker
from ui.widgets.text import Text
from ui.widgets.time_field import TimeField

NO_TIME = "A meeting that comes back needs its time, like 9:30."
NO_REP = "Say whom you meet: two letters of the name will do."
IN_THE_PAST = "A meeting is planned for today or a later day."
_USUAL = time(10)


class MeetingEditor(Editor):
    """Plans a meeting or a series; of a series, what is said holds from its first day on."""

    def __init__(self, context: Context, rep_id: int | None = None, *, series: SetSeries | None = None) -> None:
        team = {rep.rep_id: rep.rep for rep in context.journal.ask(reps) if rep.active or rep.rep_id == rep_id}
        name = team.get(rep_id or 0, "")
        title = (
            f"{series.kind.label} with {name}"
            if series
            else f"Plan a meeting with {name}"
            if name
            else "Plan a meeting"
        )
        super().__init__(context, title, name="meetingEditor", finish="Save" if series else "Plan it")
        self._series = series
        self._usual = {each.kind: each.minutes for each in context.journal.ask(kinds)}
        self._rep = RepPicker(team.items(), rep_id)
        self._make_fields(series, _usual_rhythm(context, rep_id))
        self._lay_out()
        self._tell()
        (self._day if name else self._rep).setFocus()

    def save(self) -> None:
        self._rep.complete()
        self._refuse_past()
        if self._rhythm.currentData():
            self._save_series(self._chosen())
        else:
            self._plan_once()

    # ------------------------------------------------------------------------------------------- building

    def _make_fields(self, series: SetSeries | None, rhythm: Rhythm | None) -> None:
        today, locale = self.context.journal.clock.today(), self.context.locale.qt
        self._kind, self._rhythm = QComboBox(), QComboBox()
        for kind in ConversationKind:
            self._kind.addItem(kind.label, kind)
        for key, words in RHYTHMS.items():
            if key or series is None:
                self._rhythm.addItem(words, key)
        first = working_day(today) if series is None else series.next_on
        self._day = DateField(first, today=today, locale=locale, towards=Towards.AHEAD)
        self._at = TimeField(_USUAL if series is None else series.series.at)
        self._minutes = QSpinBox()
        self._minutes.setRange(0, LONGEST)
        self._minutes.setSuffix(" min")
        last = None if series is None else series.series.last_day
        self._last = DateField(last, today=today, locale=locale, optional=True)
        self._last.setSpecialValueText("no end")
        self._words = Text("", "muted", wrap=True)
        self._words.setObjectName("meetingEditor.words")
        self._choose(self._kind, ConversationKind.ONE_ON_ONE if series is None else series.kind)
        self._choose(self._rhythm, rhythm or "" if series is None else series.series.rhythm.value)
        self._kind.setEnabled(series is None)
        self._minutes.setValue(self._usual_minutes if series is None else series.series.minutes)

    def _lay_out(self) -> None:
        row = self.add_row()
        if self._series is None:
            self.add("rep_id", "With", self._rep, beside=row)
        else:
            put_away(self._rep, self)
        self.add("kind", "Kind", self._kind, beside=row)
        self.add("rhythm", "How often", self._rhythm, beside=row)
        row = self.add_row()
        self._first = self.add("starts_on", "", self._day, beside=row)
        self.add("at", "At", self._at, beside=row)
        self.add("minutes", "For", self._minutes, beside=row)
        self._until = self.add("last_day", "Until", self._last, beside=row)
        self.form.addWidget(self._words)
        if self._series is not None:
            self.form.addWidget(QuietButton("No more from today on", self._end, name="meetingEditor.end"))
        self._kind.currentIndexChanged.connect(lambda _at: self._minutes.setValue(self._usual_minutes))
        for choice in (self._kind, self._rhythm):
            choice.currentIndexChanged.connect(lambda _at: self._tell())
        self._rep.chosen.connect(lambda _rep_id: self._tell())
        for field in (self._day, self._last):
            field.day_changed.connect(self._tell)

    def _tell(self) -> None:
        """What it comes to, while it is being said."""
        comes_back = bool(self._rhythm.currentData())
        self._first.say("First on" if comes_back and self._series is None else "From" if comes_back else "On")
        self._until.setVisible(comes_back)
        self._words.setText("\n".join(self._told()) if comes_back else "")
        if self.isVisible():
            self.make_room()

    def _told(self) -> Iterator[str]:
        """The days it comes to, and the rhythm in which one meets already for the same."""
        if days := coming_days(self._as_series(_USUAL), self.context.locale):
            yield days
        if self._series is None and self._rep.rep_id is not None:
            for known in self.context.journal.ask(rep_rhythm, rep_id=self._rep.rep_id).series:
                if known.kind is self._chosen_kind:
                    yield f"Already planned: {known.series.words} at {known.series.at:%H:%M}."

    # --------------------------------------------------------------------------------------------- saving

    def _refuse_past(self) -> None:
        if self._day.chosen_day < self.context.journal.clock.today():
            raise Rejected(IN_THE_PAST, field="starts_on")

    def _chosen(self) -> Series:
        at = self._at.time("at")
        if at is None:
            raise Rejected(NO_TIME, field="at")
        return self._as_series(at)

    def _as_series(self, at: time) -> Series:
        rhythm, last = Rhythm(self._rhythm.currentData()), self._last.day
        ends_on = None if last is None else date.fromordinal(last.toordinal() + 1)
        zone = system_zone() if self._series is None else self._series.series.zone
        return Series(rhythm, self._day.chosen_day, at, self._minutes.value(), zone, ends_on)

    def _save_series(self, chosen: Series) -> None:
        fields = SeriesFields(rhythm=chosen.rhythm, at=chosen.at, minutes=chosen.minutes, zone=chosen.zone)
        starts_on, last_day = chosen.starts_on, self._last.day
        if self._series is None:
            kind, rep_id = self._chosen_kind, self._chosen_rep
            self.context.journal.do(
                set_series, rep_id=rep_id, kind=kind, starts_on=starts_on, last_day=last_day, **fields
            )
        else:
            series_id = self._series.series_id
            self.context.journal.do(
                change_series, series_id=series_id, starts_on=starts_on, last_day=last_day, **fields
            )

    def _plan_once(self) -> None:
        at, day = self._at.time("at"), self._day.chosen_day
        self.context.journal.do(
            plan_conversation,
            rep_id=self._chosen_rep,
            held_on=day,
            kind=self._chosen_kind,
            starts_at=self._instant(day, at),
            zone="" if at is None else system_zone(),
            minutes=self._minutes.value(),
        )

    def _instant(self, day: date, at: time | None) -> datetime | None:
        return None if at is None else self.context.journal.clock.instant(day, at)

    def _end(self) -> None:
        if self._series is not None:
            from_day = self.context.journal.clock.today()
            self.context.do(end_series, series_id=self._series.series_id, from_day=from_day)
        self.leave()

    @property
    def _chosen_rep(self) -> int:
        if self._rep.rep_id is None:
            raise Rejected(NO_REP, field="rep_id")
        return self._rep.rep_id

    @property
    def _chosen_kind(self) -> ConversationKind:
        return ConversationKind(self._kind.currentData())  # Qt hands back a plain word

    @property
    def _usual_minutes(self) -> int:
        return self._usual[self._chosen_kind]

    def _choose(self, box: QComboBox, data: object) -> None:
        box.setCurrentIndex(max(box.findData(data), 0))


def _usual_rhythm(context: Context, rep_id: int | None) -> Rhythm | None:
    """With somebody whom one meets in no rhythm yet, every week; else once."""
    if rep_id is None or context.journal.ask(rep_rhythm, rep_id=rep_id).series:
        return None
    return Rhythm.WEEKLY
