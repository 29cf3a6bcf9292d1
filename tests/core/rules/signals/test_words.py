"""What a finding says: calm, with its sample, and never an order to do more."""

import re

import pytest

from coachjournal.documents.localised import Localised
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.signals.finding import Finding, Number, Rows, RowsOf, Rule, Subject, Unit
from coachjournal.rules.signals.words import Told, title, told

HERE = Localised.named("en_GB")
DEALS = Rows(RowsOf.DEALS)
Detail = dict[str, str | int | float]
SHARE = Number(0.143, Unit.SHARE, 21, 3, 0.31, 6)


def _told(rule: Rule, number: Number, name: str = "", **detail: str | float) -> Told:
    return _of(Finding(rule, Subject(1), number, DEALS, name, detail))


def _of(finding: Finding) -> Told:
    return told(finding, HERE)


def test_a_low_win_rate_beside_the_teams() -> None:
    words = _told(Rule.LOW_WIN_RATE, SHARE, against="team", lost_at="Propose", lost=6, lost_known=7, early=0)
    assert words.headline == "win rate 14%, team median 31%"
    assert words.detail == (
        "3 of 21 won in the last twelve months. The team median is that of 6 reps."
        " 6 of 7 lost whose stage is known ended at Propose."
    )
    assert words.question == "Where do these deals leave you?"
    assert words.proposes[0].conversation_kind is ConversationKind.DEAL_REVIEW


def test_a_low_win_rate_beside_the_year_before_with_all_stages_known() -> None:
    words = _told(Rule.LOW_WIN_RATE, SHARE, against="earlier", lost_at="Qualify", lost=12, lost_known=18, early=1)
    assert words.headline == "win rate 14%, 31% the year before"
    assert words.detail.endswith("6 deals closed in the year before. 12 of the 18 lost ended at Qualify.")
    assert "discovery" in words.proposes[0].words


def test_a_small_sample_is_told_as_it_is() -> None:
    words = _told(Rule.LOW_WIN_RATE, Number(3 / 7, Unit.SHARE, 7, 3, 0.6, 6))
    assert words.headline == "win rate 3 of 7, team median 60%"


@pytest.mark.parametrize(
    ("rule", "number", "detail", "headline", "below"),
    [
        (
            Rule.THIN_PIPELINE,
            Number(1.8, Unit.RATIO, 4, against=3, currency="EUR"),
            {"open": 3_600_000, "left": 2_000_000, "until": "2026-12-31"},
            "pipeline cover 1.8×, aim 3×",
            "€36,000 open in 4 deals, €20,000 still to win by 31 December 2026.",
        ),
        (
            Rule.THIN_PIPELINE,
            Number(0, Unit.RATIO, 0, against=3, currency="JPY"),
            {"open": 0, "left": 20_000, "until": "2026-12-31"},
            "pipeline cover 0×, aim 3×",
            "No open deal is due by 31 December 2026, JP¥20,000 is still to win.",
        ),
        (
            Rule.FEW_NEW_DEALS,
            Number(2, Unit.COUNT, 2, against=7, against_n=42),
            {"months": 6},
            "2 new deals in 30 days, usually 7",
            "Usually is the mean of the 6 months before, 42 deals in all.",
        ),
        (
            Rule.FEW_NEW_DEALS,
            Number(0, Unit.COUNT, 0, against=7.166, against_n=43),
            {"months": 6},
            "no new deal in 30 days, usually 7.2",
            "Usually is the mean of the 6 months before, 43 deals in all.",
        ),
        (
            Rule.NO_DECISION,
            Number(0.5, Unit.SHARE, 8, 4, 0.4),
            {},
            "4 of 8 lost deals ended in no decision",
            "In the last twelve months.",
        ),
        (
            Rule.LONG_CYCLE,
            Number(92.5, Unit.DAYS, 12, against=61, against_n=6),
            {},
            "sales cycle 92.5 days, team median 61",
            "Median of 12 deals won in the last twelve months. The team median is that of 6 reps.",
        ),
        (
            Rule.SHRINKING,
            Number(4_123_456.7, Unit.MONEY, 8, None, 5_800_000, 17, "EUR"),
            {},
            "average deal €41,235, €58,000 before",
            "8 deals won in the last half-year, 17 in the twelve months before.",
        ),
        (
            Rule.NOT_COACHED,
            Number(11, Unit.DAYS, 1, against=10),
            {"kind": "any_coaching", "overdue": 1, "last_on": "2026-11-12"},
            "no coaching for 11 days",
            "The last was on 12 November 2026, your limit is 10 days.",
        ),
        (
            Rule.NOT_COACHED,
            Number(8, Unit.DAYS, 0, against=7),
            {"kind": "one_on_one", "overdue": 0},
            "no one-on-one for 8 days",
            "None yet, your aim is 7 days.",
        ),
        (
            Rule.NO_FIELD_TIME,
            Number(900, Unit.DAYS, 0, against=60),
            {"kind": "joint_call", "overdue": 1},
            "no ride-along for 900 days",
            "None in two years, your limit is 60 days.",
        ),
        (
            Rule.NO_FIELD_TIME,
            Number(74, Unit.DAYS, 1, against=60),
            {"kind": "joint_call", "overdue": 1, "last_on": "2026-09-10"},
            "no ride-along for 74 days",
            "The last was on 10 September 2026, your limit is 60 days.",
        ),
        (Rule.COMMITMENTS_SLIP, Number(0.4, Unit.SHARE, 5, 2, 0.6), {}, "2 of the last 5 commitments kept", ""),
        (Rule.OWN_TOO_MUCH, Number(4 / 7, Unit.SHARE, 7, 4, 0.4), {}, "4 of 7 open commitments are yours", ""),
        (
            Rule.ABOVE_TEAM,
            Number(34, Unit.DAYS, 9, against=61, against_n=6),
            {"figure": "cycle"},
            "sales cycle 34 days, team median 61",
            "Median of 9 deals won in the last twelve months. The team median is that of 6 reps.",
        ),
    ],
)
def test_headline_and_detail(rule: Rule, number: Number, detail: Detail, headline: str, below: str) -> None:
    words = _of(Finding(rule, Subject(1), number, DEALS, "", detail))
    assert (words.headline, words.detail) == (headline, below)


def test_a_deal_that_slipped_and_a_pipeline_that_did() -> None:
    detail: Detail = {"stage": "Propose", "next_step": "", "amount": 12_000_000, "currency": "EUR"}
    twice = Number(2, Unit.COUNT, 1)
    deal = _of(Finding(Rule.SLIPPED, Subject(1, deal_id=7), twice, DEALS, "Halvorsen", detail))
    assert (deal.headline, deal.detail) == ("close date of Halvorsen moved twice", "€120,000, Propose, no next step.")
    all_open = _told(Rule.SLIPPED, Number(0.4, Unit.SHARE, 10, 4, 0.3))
    assert all_open.headline == "close dates slipped on 4 of 10 open deals"
    assert all_open.proposes[0].conversation_kind is ConversationKind.PIPELINE_REVIEW


def test_skills_stages_and_goals_are_called_by_their_names() -> None:
    flat = _told(Rule.SKILL_FLAT, Number(2, Unit.LEVEL, 3), "Discovery", days=84, since="2026-08-12")
    assert (flat.headline, flat.detail) == ("Discovery at level 2 since 12 August 2026", "3 ratings over 84 days.")
    up = _told(Rule.SKILL_UP, Number(3, Unit.LEVEL, 2, against=2), "Discovery", on="2026-11-12", before="2026-09-03")
    assert up.headline == "Discovery from 2 to 3"
    goal = _told(Rule.GOAL_ACHIEVED, Number(1, Unit.COUNT, 1), "Discovery depth", on="2026-11-12")
    assert (goal.headline, goal.detail) == ("achieved “Discovery depth”", "On 12 November 2026.")
    stage = _told(Rule.LEAKING_STAGE, Number(5 / 18, Unit.SHARE, 18, 5, 0.61, 6), "Propose", early=0, first=0)
    assert stage.headline == "5 of 18 deals went on from Propose, team median 61%"


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_asks_proposes_and_orders_nothing(rule: Rule) -> None:
    words = _told(rule, Number(0.5, Unit.SHARE, 12, 6, 0.7, 5, "EUR"), "Halvorsen")
    everything = " ".join(
        (title(rule), words.headline, words.detail, words.question, *(p.words for p in words.proposes))
    )
    assert words.question.endswith("?")
    assert words.proposes
    assert not re.search(r"\b(more|rank|worst|best|must|should|fail|poor|bad)\b|!", everything, re.IGNORECASE)
    assert words.headline
    assert (words.proposes[0].kind is ActionKind.RECOGNISE) is rule.is_strength


@pytest.mark.parametrize("rule", Rule)
def test_a_finding_that_was_stored_without_its_details_can_still_be_told(rule: Rule) -> None:
    assert _told(rule, Number(3, Unit.COUNT, 1, currency="EUR")).headline
