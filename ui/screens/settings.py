"""Settings: everything that can be set up in a journal, section by section. Each change is kept at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from ui.context import Context
from ui.screens.screen import Screen
from ui.screens.settings_kinds import KindsSection
from ui.screens.settings_questions import QuestionsSection
from ui.screens.settings_reminders import RemindersSection
from ui.screens.settings_rhythm import RhythmSection
from ui.screens.settings_section import SettingsSection
from ui.screens.settings_signals import SignalsSection
from ui.screens.settings_skills import SkillsSection
from ui.screens.settings_spelling import SpellingSection
from ui.screens.settings_you import YouSection
from ui.widgets.choices import TabbedSheet

_SECTIONS: tuple[tuple[str, str, Callable[[Context], SettingsSection]], ...] = (
    ("you", "You", YouSection),
    ("questions", "Questions", QuestionsSection),
    ("skills", "Skills", SkillsSection),
    ("kinds", "Kinds", KindsSection),
    ("rhythm", "Rhythm", RhythmSection),
    ("signals", "Signals", SignalsSection),
    ("reminders", "Reminders", RemindersSection),
    ("spelling", "Spelling", SpellingSection),
)


class SettingsScreen(Screen):
    """One section is in sight; the arrows move from tab to tab."""

    title = "Settings"
    topics = frozenset({"setting", "question_set", "question", "skill", "template", "cadence", "absence"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._sheet = TabbedSheet(name="settings.sheet", label="Sections")
        self._sections: list[SettingsSection] = []
        for key, title, make in _SECTIONS:
            self._sections.append(make(context))
            self._sheet.add_tab(key, title, self._sections[-1])
        self.body.addWidget(self._sheet, 1)

    def load(self) -> None:
        self.header.say("Settings", "kept as you change them, and undone like everything else")
        for section in self._sections:
            section.show_page()
        if QApplication.focusWidget() in {None, self.parentWidget()}:
            self._sheet.tabs.setFocus()

    def may_close(self) -> bool:
        for section in self._sections:
            section.finish()
        return True
