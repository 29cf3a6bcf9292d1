"""Cadences: how often a rep should be coached, and how they stand against it."""

from enum import StrEnum


class CadenceKind(StrEnum):
    """What a cadence is counted for."""

    ONE_ON_ONE = "one_on_one"
    ANY_COACHING = "any_coaching"
    JOINT_CALL = "joint_call"
    DEAL_REVIEW = "deal_review"
    PLAN = "plan"


class Standing(StrEnum):
    """How a rep stands against a cadence."""

    ON_TIME = "on_time"
    DUE = "due"
    OVERDUE = "overdue"
