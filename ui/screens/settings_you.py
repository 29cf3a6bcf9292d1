"""Settings: whose journal this is, and the aims they set themselves."""

from coachjournal.queries.settings import Settings, settings
from ui.context import Context
from ui.editors.aims import AimsEditor
from ui.editors.details import WEEK_STARTS, DetailsEditor
from ui.locale import Locale
from ui.screens.settings_section import SettingsSection, buttons
from ui.widgets.buttons import PlainButton
from ui.widgets.rows import Definition, DefinitionRows


class YouSection(SettingsSection):
    """What was said, and the two editors that say it anew."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, name="settings.you")
        self._rows = DefinitionRows(name="settings.you.rows")
        self._details = PlainButton("Your details…", self._on_details, name="settings.you.details")
        self._aims = PlainButton("Your aims for a week…", self._on_aims, name="settings.you.aims")
        self.rows.addWidget(self._rows)
        self.rows.addWidget(buttons(self._details, self._aims))
        self.rows.addStretch(1)

    def show_page(self) -> None:
        self._rows.show_rows(_told(self.context.journal.ask(settings), self.context.locale))

    def _on_details(self) -> None:
        DetailsEditor(self.context).open()

    def _on_aims(self) -> None:
        AimsEditor(self.context).open()


def _told(now: Settings, locale: Locale) -> tuple[Definition, ...]:
    days = {number: day for day, number in WEEK_STARTS}
    return (
        Definition("Your name", now.manager_name or "not said yet"),
        Definition("Your role", now.manager_role or "not said yet"),
        Definition("Currency of amounts without one", now.currency),
        Definition("A week starts on", days.get(now.week_start, "another day")),
        Definition("With my people, at least", locale.share(now.coaching_floor), "of a week"),
        Definition("At the desk, at most", locale.share(now.desk_ceiling), "of a week"),
    )
