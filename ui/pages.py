"""The pages of the window, and where each is made when it is first shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its name, its title in the sidebar ('' for one that is not listed) and its class."""

    name: str
    title: str
    screen: str
    under: str = ""
    """The listed page that one not listed belongs to."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user is: a page, perhaps opened for one record."""

    page: str
    item: int | None = None


PAGES = (
    Page("today", "Today", "ui.screens.today:TodayScreen"),
    Page("journal", "Journal", "ui.screens.journal:JournalScreen"),
    Page("deals", "Deals", "ui.screens.deals:DealsScreen"),
    Page("time", "Time", "ui.screens.time:TimeScreen"),
    Page("plans", "Plans", "ui.screens.plans:PlansScreen"),
    Page("signals", "Signals", "ui.screens.signals:SignalsScreen"),
    Page("team", "Team", "ui.screens.team:TeamScreen"),
    Page("conversation", "", "ui.screens.conversation:ConversationScreen", under="journal"),
    Page("brief", "", "ui.screens.brief:BriefScreen", under="today"),
    Page("settings", "", "ui.screens.settings:SettingsScreen"),
    Page("rep", "", "ui.screens.rep:RepScreen"),
    Page("welcome", "", "ui.screens.welcome:WelcomeScreen"),
)
