"""What a person decides about a file, and the questions that the file leaves open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from coachjournal.importers.amounts import COMMA, POINT, decimals_seen
from coachjournal.importers.columns import Field
from coachjournal.importers.days import DateOrder, DateOrders, orders_seen
from coachjournal.importers.rows import Rows, is_nothing, tidy
from coachjournal.importers.stages import may_be_either, outcome_of
from coachjournal.rules.deal import Outcome
from coachjournal.rules.imported_deals import JournalTerms, plain_words

DAYS = (
    *(Field.CREATED, Field.EXPECTED_CLOSE, Field.CLOSED, Field.LOST_ON),
    *(Field.NEXT_STEP_ON, Field.STAGE_SINCE, Field.MODIFIED),
)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person has decided about a file; everything else is read from the file itself."""

    columns: Mapping[Field, str] = field(default_factory=dict)
    """The heading that holds a field; "" when none does."""
    values: Mapping[Field, str] = field(default_factory=dict)
    """One value of a field for all rows, such as the rep."""
    date_order: DateOrder | None = None
    decimal: str | None = None
    currency: str | None = None
    """Of the amounts that name none; the journal's own unless chosen."""
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    """What a stage means whose name does not say it."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the file does not say and a person has to; `option` is how the command line is told."""

    field: str
    sentence: str
    choices: tuple[str, ...]
    option: str


def date_orders(rows: Rows, choices: Choices) -> DateOrders | Question:
    """How days written with numbers are read in the whole file."""
    if choices.date_order:
        return DateOrders(choices.date_order)
    seen = orders_seen(rows.distinct(*DAYS))
    if isinstance(seen, DateOrders):
        return seen
    return Question("date_order", seen, (DateOrder.DMY, DateOrder.MDY), "--date-order dmy")


def decimal(rows: Rows, choices: Choices) -> str | Question:
    """Which sign stands before the cents in the whole file."""
    if choices.decimal:
        return choices.decimal
    settled, ambiguous = decimals_seen(rows.distinct(Field.AMOUNT))
    if len(settled) == 1:
        return settled.pop()
    if not settled and not ambiguous:
        return POINT
    sentence = "Nothing in the file says whether 1.234 is a thousand or little more than one."
    return Question("decimal", sentence, (POINT, COMMA), "--decimal ,")


def missing_columns(rows: Rows) -> Iterator[Question]:
    """A question for each part that every deal must have and that no column holds."""
    headers = tuple(header for header in rows.table.headers if header and header not in rows.columns.values())
    if not any(map(rows.has, (Field.NAME, Field.ACCOUNT, Field.PRODUCT, Field.EXTERNAL_ID))):
        yield Question("name", "Which column says what the deal is called?", headers, '--map name="Heading"')
    if not rows.has(Field.REP):
        sentence = "No column says whose deals these are: choose the column, or one rep for all of them."
        yield Question("rep", sentence, headers, '--rep "Name" or --map rep="Heading"')
    if not rows.has(Field.STAGE) and not rows.has(Field.OUTCOME):
        sentence = "No column says how the deals stand: choose the column, or one stage for all of them."
        yield Question("stage", sentence, headers, '--stage "Closed won" or --map stage="Heading"')


def unclear_outcomes(rows: Rows, choices: Choices, terms: JournalTerms) -> Iterator[Question]:
    """A question for each stage that says a deal is over and not how."""
    decided = {plain_words(name) for name in choices.outcomes} | set(terms.stages)
    texts = set(zip(rows.texts(Field.STAGE), rows.texts(Field.OUTCOME), strict=True))
    pairs = {(tidy(stage), tidy(status)) for stage, status in texts}
    unclear = {stage for stage, status in pairs if may_be_either(stage) and is_nothing(status)}
    unclear |= {status for stage, status in pairs if may_be_either(status) and not _is_over(stage, terms)}
    for name in sorted(unclear):
        if plain_words(name) not in decided:
            yield Question(
                f"outcome:{name}",
                f"Does “{name}” mean won or lost?",
                (Outcome.WON, Outcome.LOST, Outcome.OPEN),
                f'--outcome "{name}=won"',
            )


def _is_over(stage: str, terms: JournalTerms) -> bool:
    return outcome_of_name(stage, {}, terms) in {Outcome.WON, Outcome.LOST}


def outcome_of_name(name: str, chosen: Mapping[str, Outcome], terms: JournalTerms) -> Outcome | None:
    """What a stage or status means: as chosen, as in the journal, as its words say; None where nobody knows."""
    plain = plain_words(name)
    return chosen.get(plain) or terms.stages.get(plain) or outcome_of(name)
