from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.commitment import CommitmentStatus, DueStanding, due_standing, kept_rate

TODAY = date(2026, 11, 23)
STATUSES = st.lists(st.sampled_from(CommitmentStatus), max_size=20)


@pytest.mark.parametrize(("days", "expected"), [(-1, DueStanding.LATE), (0, DueStanding.TODAY), (1, DueStanding.LATER)])
def test_a_commitment_is_late_from_the_day_after(days: int, expected: DueStanding) -> None:
    assert due_standing(TODAY + timedelta(days=days), TODAY) is expected


def test_a_commitment_without_a_day_is_never_late() -> None:
    assert due_standing(None, TODAY) is DueStanding.NO_DAY


def test_the_kept_rate_looks_at_the_last_that_were_settled() -> None:
    newest_first = ["open", "kept", "moved", "not_kept", "kept", "dropped", "kept", "kept", "not_kept", "not_kept"]
    assert kept_rate(newest_first).words == "4 of 5"
    assert kept_rate(newest_first, last=2) == (1, 2)


@given(STATUSES)
def test_open_moved_and_dropped_commitments_change_no_kept_rate(statuses: list[CommitmentStatus]) -> None:
    settled = [status for status in statuses if status in {CommitmentStatus.KEPT, CommitmentStatus.NOT_KEPT}]
    assert kept_rate(statuses) == kept_rate(settled)
    assert kept_rate(statuses).of == min(len(settled), 5)


def test_a_status_is_written_in_words() -> None:
    assert CommitmentStatus.NOT_KEPT.label == "Not kept"
