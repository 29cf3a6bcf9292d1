from datetime import date, timedelta

import pytest

from coachjournal.rules.coaching import ActionKind, CoachingStep, SignalState
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.signals.finding import Rule
from coachjournal.rules.signals.state import is_quiet, state_of, told_steps

TODAY = date(2026, 11, 23)
LATER = TODAY + timedelta(days=30)


def step(*, held: bool = False, again: date | None = LATER, looked: bool = False) -> CoachingStep:
    return CoachingStep(
        action_id=1,
        signal_id=1,
        rep_id=1,
        rep="Dana Reyes",
        kind=ActionKind.PRACTICE,
        conversation_kind=ConversationKind.PRACTICE,
        text="",
        planned_on=TODAY,
        held_on=TODAY if held else None,
        conversation_id=None,
        look_again_on=again,
        looked_on=TODAY if looked else None,
    )


PLANNED, HELD, LOOKED = step(), step(held=True), step(held=True, looked=True)


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ([], SignalState.SEEN),
        ([PLANNED], SignalState.ACTED_ON),
        ([HELD], SignalState.HELD),
        ([HELD, PLANNED], SignalState.ACTED_ON),
        ([LOOKED], SignalState.LOOKED_AGAIN),
        ([LOOKED, HELD], SignalState.HELD),
        ([LOOKED, step(held=True, again=None)], SignalState.LOOKED_AGAIN),
        ([step(held=True, again=None)], SignalState.HELD),
    ],
)
def test_how_far_a_signal_has_come_follows_from_its_steps(steps: list[CoachingStep], state: SignalState) -> None:
    assert state_of(steps) is state


@pytest.mark.parametrize(
    ("decided", "returns_on", "still_so", "quiet"),
    [
        (None, None, True, False),
        (SignalState.ACTED_ON, None, True, False),
        (SignalState.NOT_NOW, LATER, True, True),
        (SignalState.NOT_NOW, TODAY, True, False),
        (SignalState.NOT_NOW, TODAY, False, False),
        (SignalState.CLOSED, LATER, True, True),
        (SignalState.CLOSED, TODAY, True, False),
        (SignalState.CLOSED, TODAY, False, True),
    ],
)
def test_what_is_put_away_rests_until_its_day(
    decided: SignalState | None, returns_on: date | None, still_so: bool, quiet: bool
) -> None:
    assert is_quiet(decided, returns_on, TODAY, still_so=still_so) is quiet


def test_coaching_that_was_missing_and_was_held_belongs_to_the_signal_before() -> None:
    assert told_steps(Rule.NOT_COACHED, [HELD, PLANNED]) == (PLANNED,)
    assert told_steps(Rule.LOW_WIN_RATE, [HELD, PLANNED]) == (HELD, PLANNED)
