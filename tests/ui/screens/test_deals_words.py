from datetime import date

import pytest
from PySide6.QtCore import QLocale

from coachjournal.clock import FixedClock
from coachjournal.queries.deals_page import DealStep
from coachjournal.rules.deal import DealField
from ui.locale import Locale
from ui.screens.deals_words import step_words

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("field", "old", "new", "words"),
    [
        (DealField.STAGE, "Propose", "Negotiate", "Propose → Negotiate"),
        (DealField.AMOUNT, "50000 EUR", "50000 USD", "amount €500 → US$500"),
        (DealField.AMOUNT, "50000", "", "amount US$500 taken away"),
        (DealField.NEXT_STEP, "", "Call", "next step set to “Call”"),
        (DealField.CLOSE_ON, "2026-12-01", "2026-12-02", "close date 1 Dec → 2 Dec"),
    ],
)
def test_a_change_of_a_deal_that_is_now_in_dollars(
    field: DealField, old: str, new: str, words: str, clock: FixedClock
) -> None:
    step = DealStep(TODAY, field, old, new, slip=False)
    assert step_words(step, "USD", Locale(clock, QLocale("en_GB"))) == words
