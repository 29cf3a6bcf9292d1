"""What is written about one call: what was hoped for, what came of it, what was seen. Enter goes on from each."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QSpinBox, QVBoxLayout, QWidget

from coachjournal.queries.ride_along import DayCall
from coachjournal.rules.names import first_name
from coachjournal.rules.observation import only_judges
from coachjournal.rules.ride_along import length_said
from coachjournal.rules.time_entry import LONGEST
from ui.theme import icon, tokens
from ui.widgets.field import Field
from ui.widgets.growing_line import GrowingLine, height_of_line
from ui.widgets.stacking import Stacking
from ui.widgets.text import SectionTitle, Text

Written = dict[str, str | int | bool]
"""What stands in the fields, by the names the command knows them by."""

TARGET = 44
"""Pixels: what a thumb hits in a moving car, in every direction."""
BEFORE = ("objective", "stretch")
SEEN = ("situation", "behaviour", "impact")
AFTER = ("outcome", "went_well", "differently", *SEEN)
_LABELS = {
    "objective": "Objective: what we want to leave with",
    "stretch": "Stretch: what would be more than hoped for",
    "outcome": "Outcome, against the objective",
    "went_well": "Went well",
    "differently": "Next time differently",
    "situation": "Situation: when, who was there",
    "behaviour": "What {rep} did or said",
    "impact": "What came of it",
}
_BESIDE_FROM = 80
"""Characters of width from which two fields fit beside each other."""
_JUDGES = "That says what you think of it. What would a camera have shown?"


class CallWords(QWidget):
    """`edited` says that a person wrote something; `ended` that Enter was hit in the last field."""

    edited = Signal()
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rep = ""
        self.lines = {key: GrowingLine(slash=key in {"situation", "behaviour"}) for key in _LABELS}
        self._fields = {key: Field(_LABELS[key], line, name=f"call.{key}") for key, line in self.lines.items()}
        self._hint = Text("", "hint", wrap=True)
        self._hint.setObjectName("call.hint")
        self._hint.hide()
        self._minutes = _Minutes()
        self._minutes.setRange(0, LONGEST)
        self._minutes.setSuffix(" min")
        self._minutes.setSpecialValueText("not told")
        self._minutes.setToolTip("Or write it at the end of the outcome: 45m")
        self._private = QCheckBox("Keep what I saw private")
        self._private.setObjectName("call.private")
        self._private.setIcon(icon("lock", tokens().muted))
        self._lay_out()
        self._connect()

    @property
    def written(self) -> Written:
        words = {key: line.words for key, line in self.lines.items()}
        return {**words, "minutes": self._minutes.value(), "private": self._private.isChecked()}

    def show_call(self, call: DayCall, rep: str) -> None:
        """Show what the journal holds; it is where undo begins."""
        self._rep = rep
        for key, words in _words_of(call).items():
            self.lines[key].show_words(words)
        self._minutes.setValue(call.minutes or 0)
        self._private.setChecked(call.seen.private)
        self._fields["behaviour"].say(_LABELS["behaviour"].format(rep=first_name(rep)))
        self._judge()

    def write(self, written: Mapping[str, str | int | bool]) -> None:
        """Put words in as if they were typed."""
        for key, line in self.lines.items():
            if key in written and line.words != written[key]:
                line.write(str(written[key]))
        self._minutes.setValue(int(written.get("minutes", self._minutes.value())))
        self._private.setChecked(bool(written.get("private", self._private.isChecked())))
        self._judge()

    def begin(self, *, after: bool) -> GrowingLine:
        """The cursor goes to where the next words belong: the first empty field before the call, or after it."""
        keys = AFTER if after else BEFORE
        key = next((key for key in keys if not self.lines[key].words.strip()), keys[0])
        self.lines[key].setFocus()
        return self.lines[key]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        took = Field("Took", self._minutes, name="call.minutes")
        rows: tuple[QWidget, ...] = (
            SectionTitle("Before the call"),
            self._pair("objective", "stretch"),
            SectionTitle("After it"),
            Stacking((self._fields["outcome"], 4), (took, 1), beside_from=_BESIDE_FROM // 2),
            self._pair("went_well", "differently"),
            SectionTitle("One thing seen", "no adjectives; a stroke ( / ) or Enter goes on"),
            *(self._fields[key] for key in ("situation", "behaviour")),
            self._hint,
            self._fields["impact"],
            self._private,
        )
        for row in rows:
            column.addWidget(row)

    def _pair(self, left: str, right: str) -> Stacking:
        return Stacking((self._fields[left], 1), (self._fields[right], 1), beside_from=_BESIDE_FROM)

    def _connect(self) -> None:
        for key, line in self.lines.items():
            line.edited.connect(self.edited)
            line.entered.connect(partial(self._on_entered, key))
        self.lines["outcome"].edited.connect(self._on_outcome)
        self.lines["behaviour"].edited.connect(self._judge)
        self._minutes.valueChanged.connect(self.edited)
        self._private.toggled.connect(self.edited)
        for key in SEEN:
            self._private.toggled.connect(self.lines[key].tint)

    def _on_entered(self, key: str) -> None:
        keys = (*BEFORE, *AFTER)
        if key == keys[-1]:
            self.ended.emit()
        else:
            self.lines[keys[keys.index(key) + 1]].setFocus()

    def _on_outcome(self) -> None:
        said = length_said(self.lines["outcome"].words)
        if said is not None:
            self._minutes.setValue(said)

    def _judge(self) -> None:
        judges = only_judges(self.lines["behaviour"].words, [self._rep])
        self._hint.setText(_JUDGES if judges else "")
        self._hint.setVisible(judges)


class _Minutes(QSpinBox):
    """As high as a line beside it, however large the text is."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), height_of_line(self.fontMetrics()))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), height_of_line(self.fontMetrics()))


def written_of(call: DayCall) -> Written:
    """What the journal holds of a call, as the fields have it."""
    return {**_words_of(call), "minutes": call.minutes or 0, "private": call.seen.private}


def _words_of(call: DayCall) -> dict[str, str]:
    seen = {"situation": call.seen.situation, "behaviour": call.seen.behaviour, "impact": call.seen.impact}
    told = {"outcome": call.outcome, "went_well": call.went_well, "differently": call.differently}
    return {"objective": call.objective, "stretch": call.stretch, **told, **seen}
