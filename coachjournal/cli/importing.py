"""Importing on the command line: a dry run says what would be done, `--accept` takes the rows that can be read."""

from argparse import Namespace
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from coachjournal.errors import Rejected
from coachjournal.importers.amounts import currency_code
from coachjournal.importers.columns import Field
from coachjournal.importers.days import DateOrder
from coachjournal.importers.preview import DealPreview, preview_deals, read_deals
from coachjournal.importers.questions import Choices
from coachjournal.importers.writing import write_deals
from coachjournal.journal import Journal, open_journal
from coachjournal.rules.deal import Outcome


def deals(journal: Journal, typed: Namespace) -> object:
    """Import a file of deals, or with `--dry-run` say what importing it would do."""
    preview = _read(journal, typed)
    return preview.document() if typed.dry_run else _write(journal, preview)


def first_deals(path: Path, typed: Namespace) -> object:
    """The same where there is no journal yet: the file is read against a blank one, and one begun only to write."""
    with TemporaryDirectory() as folder, closing(open_journal(Path(folder) / path.name)) as blank:
        preview = _read(blank, typed)
    if typed.dry_run:
        return preview.document()
    with closing(open_journal(path)) as journal:
        return _write(journal, preview)


def _read(journal: Journal, typed: Namespace) -> DealPreview:
    """The file as it can be written, compared with the journal for a dry run; Rejected where it has to be asked."""
    if typed.dry_run:
        return preview_deals(journal, typed.file, _choices(typed))
    preview = read_deals(journal, typed.file, _choices(typed))
    _require_acceptance(preview, accepted=typed.accept)
    return preview


def _write(journal: Journal, preview: DealPreview) -> object:
    return replace(preview, comparison=journal.do(write_deals, file=preview.file)).document()


def _require_acceptance(preview: DealPreview, *, accepted: bool) -> None:
    preview.require_answers()
    if preview.file.refused and not accepted:
        first = preview.problems[0]
        raise Rejected(
            f"{preview.file.refused} of {preview.rows} rows cannot be read, the first is row {first.row}:"
            f" {first.reason} Nothing was changed; look at --dry-run, and --accept the others."
        )


def _choices(typed: Namespace) -> Choices:
    values = {Field.REP: typed.rep, Field.STAGE: typed.stage}
    return Choices(
        columns={_field(name): heading for name, heading in typed.map},
        values={part: value for part, value in values.items() if value},
        date_order=DateOrder(typed.date_order) if typed.date_order else None,
        decimal=typed.decimal,
        currency=_currency(typed.currency) if typed.currency else None,
        outcomes={stage: _outcome(word) for stage, word in typed.outcome},
    )


def _field(name: str) -> Field:
    try:
        return Field(name)
    except ValueError as problem:
        raise Rejected(f"There is no field {name}; there are {', '.join(Field)}.") from problem


def _currency(text: str) -> str:
    code = currency_code(text)
    if code is None:
        raise Rejected(f"A currency is three letters, like EUR, not {text}.", field="currency")
    return code


def _outcome(word: str) -> Outcome:
    try:
        return Outcome(word)
    except ValueError as problem:
        raise Rejected(f"A stage means won, lost or open, not {word}.") from problem
