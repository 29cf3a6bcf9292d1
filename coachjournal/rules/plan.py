"""Development plans: the kinds of action that develop somebody."""

from enum import StrEnum


class ActionKind(StrEnum):
    """Where an action of a plan teaches: in the work itself, from others, or in a course."""

    ON_THE_JOB = "on_the_job"
    FROM_OTHERS = "from_others"
    COURSE = "course"

    @property
    def label(self) -> str:
        """The kind as it is written in the window and in documents."""
        return self.value.replace("_", " ").capitalize()
