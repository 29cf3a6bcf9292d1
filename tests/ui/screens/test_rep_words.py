from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from coachjournal.clock import FixedClock
from coachjournal.documents.figure_words import figure_lines, period_name
from coachjournal.queries.rep_deals import Figure, QuotaNow, RepFigures
from coachjournal.queries.rep_page import GoalRow, RepHead, Talk
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.figures import NoCoverage
from coachjournal.rules.goal import GoalStanding, Measure
from coachjournal.rules.money import Money
from coachjournal.rules.period import Period, month_of, quarter_of
from coachjournal.rules.tally import OutOf
from ui.locale import Locale
from ui.screens.rep_words import about, last_check_in, talk_words

TODAY = date(2026, 11, 23)
BRITISH = Locale(FixedClock(datetime(2026, 11, 23, 9, tzinfo=UTC)), QLocale("en_GB"))
NOTHING = RepFigures((), OutOf(0, 0), OutOf(0, 0), None, 0)


def figures(**changed: Any) -> RepFigures:  # noqa: ANN401 - any of the fields
    fields = {"quotas": (), "win_rate": OutOf(0, 0), "team_win_rate": OutOf(0, 0), "cycle_days": None, "cycle_deals": 0}
    return RepFigures(**{**fields, **changed})


def told(numbers: RepFigures) -> dict[str, str]:
    return {line.name: f"{line.value} {line.rest}".strip() for line in figure_lines(numbers, BRITISH)}


@pytest.mark.parametrize(
    ("rate", "team", "words"),
    [
        (OutOf(0, 0), OutOf(40, 130), "none closed in 12 months"),
        (OutOf(1, 1), OutOf(40, 130), "too few to tell (1 deal closed)"),
        (OutOf(1, 4), OutOf(40, 130), "too few to tell (4 deals closed)"),
        (OutOf(3, 7), OutOf(40, 130), "3 of 7 team\N{NO-BREAK SPACE}31%"),
        (OutOf(8, 30), OutOf(40, 130), "27% (8 of 30), team\N{NO-BREAK SPACE}31%"),
        (OutOf(8, 30), OutOf(3, 9), "27% (8 of 30)"),
    ],
)
def test_a_win_rate_tells_no_more_than_its_deals_can_say(rate: OutOf, team: OutOf, words: str) -> None:
    assert told(figures(win_rate=rate, team_win_rate=team))["win_rate"] == words


@pytest.mark.parametrize(
    ("days", "deals", "words"),
    [(None, 0, "none won in 12 months"), (40.0, 4, "too few to tell (4 won)"), (66.0, 8, "66 days (8 won)")],
)
def test_a_sales_cycle_needs_five_won_deals(days: float | None, deals: int, words: str) -> None:
    assert told(figures(cycle_days=days, cycle_deals=deals))["cycle"] == words


def test_a_quota_is_told_with_its_period_and_what_still_covers_it() -> None:
    quota = QuotaNow(quarter_of(TODAY), Money(400_000_00, "EUR"), 0.71, 2.44, won_deals=6, open_deals=9)
    lines = {line.name: line for line in figure_lines(figures(quotas=(quota,)), BRITISH)}
    assert (lines["quota"].label, lines["quota"].value, lines["quota"].rest) == ("Quota, Q4", "71%", "of €400k")
    assert (lines["coverage"].value, lines["coverage"].rest) == ("2.4×", "in 9 deals")


def test_a_quota_that_is_reached_says_so_instead_of_an_endless_ratio() -> None:
    quota = QuotaNow(quarter_of(TODAY), Money(1, "EUR"), 1.2, NoCoverage.QUOTA_REACHED, won_deals=1, open_deals=0)
    assert told(figures(quotas=(quota,)))["coverage"] == "quota reached"


def test_without_a_quota_the_line_leads_to_setting_one() -> None:
    line = figure_lines(NOTHING, BRITISH)[0]
    assert (line.label, line.rest, line.figure) == ("Quota", "none set", None)
    assert Figure.COVERAGE not in {line.figure for line in figure_lines(NOTHING, BRITISH)}


@pytest.mark.parametrize(
    ("period", "name"),
    [
        (quarter_of(TODAY), "Q4"),
        (month_of(TODAY), "November"),
        (Period(date(2026, 1, 1), date(2027, 1, 1)), "2026"),
        (Period(date(2026, 7, 1), date(2027, 1, 1)), "until 31 Dec"),
    ],
)
def test_a_period_is_called_what_people_call_it(period: Period, name: str) -> None:
    assert period_name(period, BRITISH) == name


def test_who_a_rep_is_says_only_what_is_known() -> None:
    dana = RepHead(1, "Dana Reyes", "Account executive", "Iberia", date(2024, 3, 1), None)
    assert about(dana, BRITISH) == "Account executive, Iberia, with you since March 2024"
    assert not about(RepHead(2, "Björk", "", "", None, None), BRITISH)


@pytest.mark.parametrize(
    ("last_on", "seen_in", "computed", "words"),
    [
        (None, None, False, "none yet"),
        (date(2026, 11, 12), ConversationKind.RIDE_ALONG, False, "12 Nov, ride-along"),
        (date(2026, 11, 16), None, False, "16 Nov"),
        (date(2026, 11, 20), None, True, "from deals, 20 Nov"),
    ],
)
def test_a_last_check_in_names_its_evidence(
    last_on: date | None, seen_in: ConversationKind | None, computed: bool, words: str
) -> None:
    goal = GoalRow(
        1, "Discovery", "", Measure.LEVEL, "", 2, 3, 4, TODAY, GoalStanding.ON_TRACK, last_on, seen_in, computed
    )
    assert last_check_in(goal, BRITISH) == words


def test_a_planned_talk_is_told_with_its_day_and_then_its_time() -> None:
    start = datetime(2026, 11, 27, 14).astimezone()
    assert talk_words(Talk(1, ConversationKind.ONE_ON_ONE, start.date(), start), BRITISH) == "in 4 days, 14:00"
