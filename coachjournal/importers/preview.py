"""A file of deals as a preview: what importing it would do, what is wrong with it, and what has to be asked."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from coachjournal.commands.deal_import import compare_deals
from coachjournal.errors import Rejected
from coachjournal.importers.amounts import POINT
from coachjournal.importers.columns import Field, match_columns, require_headings
from coachjournal.importers.days import DateOrder, DateOrders
from coachjournal.importers.deals import DealReader
from coachjournal.importers.encoding import UNCHANGED
from coachjournal.importers.questions import Choices, Question, date_orders, decimal, missing_columns, unclear_outcomes
from coachjournal.importers.rows import Problem, Rows
from coachjournal.importers.table import Table, read_table
from coachjournal.journal import Journal
from coachjournal.queries.import_terms import import_terms
from coachjournal.rules.imported_deals import Comparison, DealFile, JournalTerms
from coachjournal.store.bulk import collector_paused

_NOTHING_CHOSEN = Choices()


@dataclass(frozen=True, slots=True)
class DealPreview:
    """What importing a file would do. While a question is open no deal is read and nothing compared."""

    rows: int
    comparison: Comparison
    problems: tuple[Problem, ...]
    headings: tuple[str, ...]
    columns: Mapping[Field, str]
    date_order: str
    decimal: str
    currency: str
    """Of the amounts that name none; "" where each names its own."""
    encoding: str
    delimiter: str
    questions: tuple[Question, ...]
    file: DealFile

    def require_answers(self) -> None:
        """Reject while a question is open, with the choice to give on a command line."""
        if self.questions:
            asked = " ".join(f"{question.sentence} Say {question.option}." for question in self.questions)
            raise Rejected(f"{asked} {UNCHANGED}", field=self.questions[0].field)

    def document(self) -> dict[str, object]:
        """The preview as the command line's JSON has it."""
        told = self.comparison
        return {
            "rows": self.rows,
            "added": told.added,
            "changed": told.changed,
            "unchanged": told.unchanged,
            "refused": self.file.refused,
            "new_reps": len(told.new_reps),
            "new_accounts": len(told.new_accounts),
            "new_stages": list(told.new_stages),
            "problems": [asdict(problem) for problem in self.problems],
            "columns": {str(part): heading for part, heading in self.columns.items()},
            "date_order": self.date_order,
            "decimal": self.decimal,
            "currency": self.currency,
            "encoding": self.encoding,
            "delimiter": self.delimiter,
            "questions": [asdict(question) for question in self.questions],
        }


def preview_deals(journal: Journal, path: Path, choices: Choices = _NOTHING_CHOSEN) -> DealPreview:
    """Read a file and compare it with the journal; `apply_deals` then takes the preview's `file`.

    Rejects, in one sentence, a file that holds no table of deals.
    """
    preview = read_deals(journal, path, choices)
    if preview.questions:
        return preview
    return replace(preview, comparison=journal.ask(compare_deals, file=preview.file))


def read_deals(journal: Journal, path: Path, choices: Choices = _NOTHING_CHOSEN) -> DealPreview:
    """The preview without the comparison, for who goes on at once: `apply_deals` compares by itself."""
    return read_preview(path, choices, journal.ask(import_terms))


def read_preview(path: Path, choices: Choices, terms: JournalTerms) -> DealPreview:
    """The preview of a file before it is compared with a journal."""
    with collector_paused():
        return _preview(read_table(path), path.name, choices, terms)


def _preview(table: Table, file_name: str, choices: Choices, terms: JournalTerms) -> DealPreview:
    columns = match_columns(table.headers, {**dict.fromkeys(choices.values, ""), **choices.columns})
    require_headings(table.headers, columns)
    rows = Rows(table, columns, choices.values)
    orders, sign = date_orders(rows, choices), decimal(rows, choices)
    questions = [*missing_columns(rows), *unclear_outcomes(rows, choices, terms)]
    questions += [answer for answer in (orders, sign) if isinstance(answer, Question)]
    reader = DealReader(
        rows,
        choices,
        terms,
        DateOrders(DateOrder.ISO) if isinstance(orders, Question) else orders,
        POINT if isinstance(sign, Question) else sign,
    )
    deals = [] if questions else reader.deals()
    return DealPreview(
        rows=len(rows),
        comparison=Comparison(),
        problems=tuple(sorted(rows.problems, key=lambda problem: problem.row)),
        headings=tuple(filter(None, table.headers)),
        columns=columns,
        date_order=reader.date_orders.told,
        decimal=reader.decimal,
        currency=reader.assumed_currency,
        encoding=table.encoding,
        delimiter=table.delimiter,
        questions=tuple(questions),
        file=DealFile(file_name, table.sha256, deals, reader.parts(), len(rows.refused)),
    )
