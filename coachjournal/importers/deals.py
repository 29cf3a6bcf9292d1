"""Put the columns of a file together into deals, and say of each row what is wrong with it."""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from itertools import compress

from coachjournal.importers.amounts import currency_code, read_amount
from coachjournal.importers.columns import Field, currency_in
from coachjournal.importers.days import DateOrders, read_day
from coachjournal.importers.people import read_owner
from coachjournal.importers.questions import Choices, outcome_of_name
from coachjournal.importers.rows import Rows, is_nothing, tidy
from coachjournal.rules.deal import Outcome
from coachjournal.rules.imported_deals import ImportedDeal, ImportedRep, ImportedStage, JournalTerms, plain_words

_NOBODY = ImportedRep("", "")
_NOWHERE = ImportedStage("", Outcome.OPEN)
_JOINT = " · "
_OVER = frozenset({Outcome.WON, Outcome.LOST})

Days = list[str | None]


@dataclass(slots=True)
class DealReader:
    """Reads deals from rows, once nothing is open; the rows collect what is wrong with them."""

    rows: Rows
    choices: Choices
    terms: JournalTerms
    date_orders: DateOrders
    decimal: str
    names_a_currency: bool = field(default=False, init=False)
    assumed_currency: str = field(default="", init=False)
    """The currency of the amounts that name none, "" where each names its own."""

    def deals(self) -> list[ImportedDeal]:
        """The deals of all rows that can be read."""
        reps = self._reps()
        stages, outcomes = self._stages_and_outcomes()
        amounts, currencies = self._amounts()
        created = self._days(Field.CREATED)
        close, closed = self._closing(outcomes, created)
        accounts = self._words(Field.ACCOUNT)
        names = self._names(accounts)
        deals = map(
            ImportedDeal,
            *(self._numbers(names, accounts, reps, created), reps, accounts, stages, names, outcomes),
            *(amounts, currencies, self._words(Field.FORECAST), created, close, closed),
            *(self._words(Field.LOSS_REASON), self._words(Field.NEXT_STEP)),
            *(self._days(part, keep=True) for part in (Field.NEXT_STEP_ON, Field.STAGE_SINCE, Field.MODIFIED)),
        )
        refused = self.rows.refused
        return list(compress(deals, [at not in refused for at in range(len(self.rows))]) if refused else deals)

    def parts(self) -> frozenset[str]:
        """The columns of a deal that the file speaks of. A name made from other parts is only a first name."""
        has = self.rows.has
        told = {
            "name": has(Field.NAME),
            "account_id": has(Field.ACCOUNT),
            "amount": has(Field.AMOUNT),
            "currency": self.names_a_currency,
            "forecast_category": has(Field.FORECAST),
            "created_on": has(Field.CREATED),
            "close_on": has(Field.EXPECTED_CLOSE),
            "closed_on": any(map(has, (Field.EXPECTED_CLOSE, Field.CLOSED, Field.LOST_ON))),
            "loss_reason": has(Field.LOSS_REASON),
            "next_step": has(Field.NEXT_STEP),
            "next_step_on": has(Field.NEXT_STEP_ON),
        }
        return frozenset({"rep_id", "stage_id", "outcome", *(part for part, is_told in told.items() if is_told)})

    def _words(self, part: Field) -> list[str]:
        return self.rows.read(part, tidy, "", "")

    def _days(self, part: Field, *, keep: bool = False) -> Days:
        orders = self.date_orders
        return self.rows.read(part, lambda text: read_day(text, orders), None, "This is no date.", keep=keep)

    def _reps(self) -> list[ImportedRep]:
        reps = self.rows.read(Field.REP, read_owner, _NOBODY, "")
        if self.rows.has(Field.REP_EMAIL):
            emails = self._words(Field.REP_EMAIL)
            reps = [ImportedRep(rep.name, rep.email or email) for rep, email in zip(reps, emails, strict=True)]
        if any(rep is _NOBODY or not rep.name for rep in set(reps)):
            for at, rep in enumerate(reps):
                if not rep.name:
                    self.rows.object_to(at, Field.REP, "", "Nobody owns this deal.")
        return reps

    def _stages_and_outcomes(self) -> tuple[list[ImportedStage], list[str]]:
        pairs = list(zip(self._words(Field.STAGE), self._words(Field.OUTCOME), strict=True))
        read = {pair: self._standing(*pair) for pair in set(pairs)}
        if any(isinstance(standing, str) for standing in read.values()):
            for at, pair in enumerate(pairs):
                standing = read[pair]
                if isinstance(standing, str):
                    self.rows.object_to(at, Field.STAGE, " / ".join(filter(None, pair)), standing)
        nowhere = (_NOWHERE, Outcome.OPEN.value)
        good = {pair: nowhere if isinstance(standing, str) else standing for pair, standing in read.items()}
        return [good[pair][0] for pair in pairs], [good[pair][1] for pair in pairs]

    def _standing(self, stage: str, status: str) -> tuple[ImportedStage, str] | str:
        """The stage and the outcome that two cells tell together, or why they tell none."""
        chosen = {plain_words(name): outcome for name, outcome in self.choices.outcomes.items()}
        by_stage = outcome_of_name(stage, chosen, self.terms)
        by_status = outcome_of_name(status, chosen, self.terms)
        if not stage and by_status is None:
            return "There is no stage, so nobody can say how the deal stands."
        if by_stage in _OVER and by_status not in {None, by_stage}:
            return f"The stage says {by_stage} and the status says {by_status}."
        outcome = by_status or by_stage or Outcome.OPEN
        return ImportedStage(stage, (by_stage if stage else outcome) or Outcome.OPEN), outcome.value

    def _amounts(self) -> tuple[list[int | None], list[str]]:
        heading = currency_in(self.rows.columns.get(Field.AMOUNT, ""))
        named = self.rows.read(Field.CURRENCY, currency_code, heading, "This is no currency.")
        texts = self.rows.texts(Field.AMOUNT)
        pairs = list(zip(texts, named, strict=True))
        read = {pair: self._amount(*pair) for pair in set(pairs)}
        for at, pair in enumerate(pairs) if any(isinstance(each, str) for each in read.values()) else ():
            reason = read[pair]
            if isinstance(reason, str):
                self.rows.object_to(at, Field.AMOUNT, pair[0], reason)
        good = {pair: (None, None) if isinstance(each, str) else each for pair, each in read.items()}
        default = self.choices.currency or self.terms.currency
        self.names_a_currency = bool(self.choices.currency) or any(currency for _, currency in good.values())
        nameless = any(minor is not None and not currency for minor, currency in good.values())
        self.assumed_currency = default if nameless else ""
        return [good[pair][0] for pair in pairs], [good[pair][1] or default for pair in pairs]

    def _amount(self, text: str, currency: str | None) -> tuple[int | None, str | None] | str:
        amount = read_amount(text, self.decimal, currency or self.choices.currency or self.terms.currency)
        if amount is None:
            return (None, currency) if is_nothing(text) else "This is no amount."
        if currency and amount.currency and amount.currency != currency:
            return f"The amount is in {amount.currency} and the currency is {currency}."
        return amount.minor, amount.currency or currency

    def _closing(self, outcomes: Sequence[str], created: Days) -> tuple[Days, Days]:
        """The expected and the true closing days. Of a deal that is over, one stands for the other where it lacks."""
        expected, actual, lost = map(self._days, (Field.EXPECTED_CLOSE, Field.CLOSED, Field.LOST_ON))
        closed: Days = [
            None if outcome == "open" else won_on or lost_on or close
            for outcome, close, won_on, lost_on in zip(outcomes, expected, actual, lost, strict=True)
        ]
        today = self.terms.today.isoformat()
        for at, (outcome, start, end) in enumerate(zip(outcomes, created, closed, strict=True)):
            if outcome != "open" and (end is None or end > today or (start is not None and end < start)):
                self._doubt_closing(at, start, end)
        return [close or over for close, over in zip(expected, closed, strict=True)], closed

    def _doubt_closing(self, at: int, created: str | None, closed: str | None) -> None:
        if at in self.rows.refused:
            return
        part = Field.CLOSED if self.rows.has(Field.CLOSED) else Field.EXPECTED_CLOSE
        if closed is None:
            reason = "The deal is over and has no closing day, so it counts in no period."
        elif created is not None and closed < created:
            reason = f"The deal closed before it was created on {created}, so it does not count in the sales cycle."
        else:
            reason = "The deal is over and closes in the future."
        self.rows.object_to(at, part, closed or "", reason, keep=True)

    def _names(self, accounts: Sequence[str]) -> list[str]:
        """The name of each deal: its own, else what it sells and to whom, else its number in the CRM."""
        own = list(map(tidy, self.rows.texts(Field.NAME)))
        if all(own):
            return own
        products, numbers = self._words(Field.PRODUCT), self._words(Field.EXTERNAL_ID)
        names = [
            name or _JOINT.join(filter(None, (product, account))) or number
            for name, product, account, number in zip(own, products, accounts, numbers, strict=True)
        ]
        for at, name in enumerate(names):
            if not name:
                self.rows.object_to(at, Field.NAME, "", "The deal has no name.")
        return names

    def _numbers(self, names: list[str], accounts: list[str], reps: list[ImportedRep], created: Days) -> list[str]:
        """The number of each deal in the CRM, else its name, account, rep and first day, counted where they are equal.

        Of two rows with one number the second is left out.
        """
        numbers = list(map(str.strip, self.rows.texts(Field.EXTERNAL_ID)))
        if len(set(numbers)) == len(numbers) and "" not in numbers:
            return numbers
        first_rows: dict[str, int] = {}
        twins: Counter[str] = Counter()
        for at, number in enumerate(numbers):
            if not number:
                made = _JOINT.join(filter(None, (names[at], accounts[at], reps[at].name, created[at])))
                numbers[at] = _unused(made, twins, first_rows)
            elif number in first_rows and at not in self.rows.refused:
                row = self.rows.table.row_numbers[first_rows[number]]
                self.rows.object_to(at, Field.EXTERNAL_ID, number, f"Row {row} has the same number.")
            first_rows.setdefault(numbers[at], at)
        return numbers


def _unused(made: str, twins: Counter[str], taken: Container[str]) -> str:
    """The words themselves, and for the second and later deals of these words a count behind them."""
    while True:
        twins[made] += 1
        number = made if twins[made] == 1 else f"{made}{_JOINT}{twins[made]}"
        if number not in taken:
            return number
