"""Settings: how often everybody on the team should be coached, and the days on which nobody meets."""

from functools import partial

from coachjournal.commands.cadence import put_back_cadence, set_cadence
from coachjournal.errors import Rejected, StorageUnavailable
from coachjournal.queries.absences import Absence
from coachjournal.queries.rhythm import TeamRhythm, team_rhythm
from coachjournal.rules.cadence import CadenceKind
from ui.context import Context
from ui.editors.absence import AbsenceEditor
from ui.rhythm_words import absence_words
from ui.screens.settings_section import SettingsSection, buttons, column
from ui.widgets.buttons import PlainButton
from ui.widgets.cadence_fields import CadenceFields
from ui.widgets.open_row import OpenRow
from ui.widgets.rows import LinedRows
from ui.widgets.stacking import Stacking
from ui.widgets.text import ElidedLabel, SectionTitle, Text

_HOW = "Past the first it is told as due, past the second as overdue. A rep may have their own, on their page."
_AWAY = "These days are not counted for anybody, and meetings on them wait for nobody."
_NONE = "None yet: your holidays, and those of the country."

_BESIDE_FROM = 100
"""Characters of room from which the days away stand beside the table."""


class RhythmSection(SettingsSection):
    """Cadences at the left, days away at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, name="settings.rhythm")
        self._shown: TeamRhythm | None = None
        self._problem = Text("", "problem", wrap=True)
        self._problem.setObjectName("settings.rhythm.problem")
        self._problem.hide()
        self._cadences = CadenceFields(name="settings.rhythm.cadences", told=True)
        self._none = Text(_NONE, "muted", wrap=True)
        self._away = LinedRows(name="settings.rhythm.away")
        add = PlainButton("Add days away…", self._open, name="settings.rhythm.add")
        left = column(SectionTitle("How often"), Text(_HOW, "muted", wrap=True), self._cadences, self._problem)
        right = column(SectionTitle("Away"), Text(_AWAY, "muted", wrap=True), self._none, self._away, buttons(add))
        self.rows.addWidget(Stacking((left, 3), (right, 2), beside_from=_BESIDE_FROM, spacing=32), 1)
        self._cadences.changed.connect(self._on_changed)
        self._cadences.put_back.connect(self._on_put_back)

    def show_page(self) -> None:
        self._shown = rhythm = self.context.journal.ask(team_rhythm)
        self._cadences.show_cadences(rhythm.cadences)
        self._none.setVisible(not rhythm.absences)
        self._away.show_rows(self._row(number, each) for number, each in enumerate(rhythm.absences))

    def _row(self, number: int, absence: Absence) -> OpenRow:
        words = absence_words(absence, self.context.locale)
        open_it = partial(self._open, absence)
        row = OpenRow(words, open_it, name=f"settings.rhythm.away.{number}")
        row.row.addWidget(ElidedLabel(words), 1)
        return row

    def _open(self, absence: Absence | None = None) -> None:
        AbsenceEditor(self.context, None, "", absence).open()

    def _on_changed(self, key: str) -> None:
        """A field was left: what it says holds, if it can."""
        kind = CadenceKind(key)
        said = self._cadences.cadence(kind)
        if self._shown is None or any(each.kind is kind and each.cadence == said for each in self._shown.cadences):
            self._say("")
            return
        try:
            self.context.journal.do(set_cadence, kind=kind, target_days=said.target_days, limit_days=said.limit_days)
        except Rejected as refusal:
            self._say(f"{kind.label}: {refusal.sentence}")
        except StorageUnavailable as trouble:
            self.context.messages.storage_unavailable(trouble)
        else:
            self._say("")

    def _on_put_back(self, key: str) -> None:
        self._say("")
        self.context.do(put_back_cadence, kind=CadenceKind(key))

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
