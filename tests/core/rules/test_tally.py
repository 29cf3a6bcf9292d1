from coachjournal.rules.tally import OutOf


def test_small_numbers_are_told_as_they_are() -> None:
    assert OutOf(3, 7).words == "3 of 7"
    assert OutOf(3, 4).share == 0.75


def test_nothing_counted_has_no_share() -> None:
    assert OutOf(0, 0).share is None
