from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.meeting import Due, Spoken, paired

TUESDAY = date(2026, 11, 24)
ONE, REVIEW = ConversationKind.ONE_ON_ONE, ConversationKind.DEAL_REVIEW
DAYS = st.integers(0, 20).map(lambda days: TUESDAY + timedelta(days=days))
WHO = (st.integers(1, 2), st.sampled_from((ONE, REVIEW)), DAYS)
DUE = st.lists(st.builds(Due, *WHO, st.integers(1, 3)), max_size=6).map(lambda due: sorted(due, key=lambda one: one.on))
SPOKEN = st.lists(st.builds(Spoken, *WHO, st.integers(1, 3) | st.none(), st.booleans()), max_size=6).map(
    lambda spoken: sorted(spoken, key=lambda one: one.on)
)


def due(on: date = TUESDAY, series_id: int = 1) -> Due:
    return Due(1, ONE, on, series_id)


def spoken(on: date = TUESDAY, *, series_id: int | None = None, held: bool = True) -> Spoken:
    return Spoken(1, ONE, on, series_id, held)


def test_the_conversation_of_that_day_is_the_meeting_whatever_became_of_it() -> None:
    assert paired([due()], [spoken(held=False)]) == {0: 0}
    assert paired([due()], [Spoken(2, ONE, TUESDAY, None, True), Spoken(1, REVIEW, TUESDAY, None, True)]) == {}


def test_of_two_on_a_day_the_one_of_the_series_is_it() -> None:
    assert paired([due(series_id=7)], [spoken(), spoken(series_id=7)]) == {0: 1}


def test_one_held_on_the_next_days_makes_up_for_it_until_the_next_turn() -> None:
    week = timedelta(days=7)
    assert paired([due()], [spoken(TUESDAY + timedelta(days=2))]) == {0: 0}
    assert paired([due()], [spoken(TUESDAY + timedelta(days=2), held=False)]) == {}
    assert paired([due()], [spoken(TUESDAY + week)]) == {}
    assert paired([due()], [spoken(TUESDAY - timedelta(days=1))]) == {}
    assert paired([due(), due(TUESDAY + week)], [spoken(TUESDAY + week)]) == {1: 0}


@given(DUE, SPOKEN)
def test_no_conversation_is_two_meetings_and_what_is_on_its_day_goes_before(
    due: list[Due], spoken: list[Spoken]
) -> None:
    found = paired(due, spoken)
    assert len(set(found.values())) == len(found)
    for at, talk in found.items():
        assert due[at][:2] == spoken[talk][:2]
    left_over = [talk for at, talk in enumerate(spoken) if at not in found.values()]
    unpaired = [meeting for at, meeting in enumerate(due) if at not in found]
    assert not any(talk[:3] == meeting[:3] for talk in left_over for meeting in unpaired)
