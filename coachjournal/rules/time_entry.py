"""The manager's hours: categories in four groups, and the shares they add up to."""

from enum import StrEnum


class TimeGroup(StrEnum):
    """The four groups of the manager's time."""

    PEOPLE = "people"
    CUSTOMERS = "customers"
    BUSINESS = "business"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The group as it is written in the window and in documents."""
        return _GROUP_TITLES[self]


_GROUP_TITLES = {
    TimeGroup.PEOPLE: "With my people",
    TimeGroup.CUSTOMERS: "Customers",
    TimeGroup.BUSINESS: "Business management",
    TimeGroup.OTHER: "Other",
}


class TimeCategory(StrEnum):
    """What the manager's time went to."""

    ONE_ON_ONE = "one_on_one"
    FIELD_CALLS = "field_calls"
    DEAL_STRATEGY = "deal_strategy"
    PRACTICE = "practice"
    ONBOARDING = "onboarding"
    OWN_SELLING = "own_selling"
    ESCALATIONS = "escalations"
    REPORTS = "reports"
    INTERNAL_MEETINGS = "internal_meetings"
    ADMINISTRATION = "administration"
    TRAVEL = "travel"
    OWN_LEARNING = "own_learning"

    @property
    def group(self) -> TimeGroup:
        """The group this category belongs to."""
        return _GROUPS[self]

    @property
    def label(self) -> str:
        """The category as it is written in the window and in documents."""
        return _CATEGORY_TITLES[self]


_GROUPS = {
    TimeCategory.ONE_ON_ONE: TimeGroup.PEOPLE,
    TimeCategory.FIELD_CALLS: TimeGroup.PEOPLE,
    TimeCategory.DEAL_STRATEGY: TimeGroup.PEOPLE,
    TimeCategory.PRACTICE: TimeGroup.PEOPLE,
    TimeCategory.ONBOARDING: TimeGroup.PEOPLE,
    TimeCategory.OWN_SELLING: TimeGroup.CUSTOMERS,
    TimeCategory.ESCALATIONS: TimeGroup.CUSTOMERS,
    TimeCategory.REPORTS: TimeGroup.BUSINESS,
    TimeCategory.INTERNAL_MEETINGS: TimeGroup.BUSINESS,
    TimeCategory.ADMINISTRATION: TimeGroup.BUSINESS,
    TimeCategory.TRAVEL: TimeGroup.OTHER,
    TimeCategory.OWN_LEARNING: TimeGroup.OTHER,
}

_CATEGORY_TITLES = {
    TimeCategory.ONE_ON_ONE: "One-on-ones",
    TimeCategory.FIELD_CALLS: "Field and joint calls",
    TimeCategory.DEAL_STRATEGY: "Deal strategy",
    TimeCategory.PRACTICE: "Practice and training",
    TimeCategory.ONBOARDING: "Onboarding and recruiting",
    TimeCategory.OWN_SELLING: "Own selling",
    TimeCategory.ESCALATIONS: "Escalations",
    TimeCategory.REPORTS: "Forecast and reports",
    TimeCategory.INTERNAL_MEETINGS: "Internal meetings",
    TimeCategory.ADMINISTRATION: "Administration",
    TimeCategory.TRAVEL: "Travel",
    TimeCategory.OWN_LEARNING: "Own learning",
}
