"""What a file of deals would do, in words, and its rows as they are shown before they are written."""

from datetime import date

from coachjournal.importers.preview import DealPreview
from coachjournal.importers.questions import Question
from coachjournal.importers.rows import Problem
from coachjournal.rules.imported_deals import Comparison, ImportedDeal
from coachjournal.rules.money import Money
from coachjournal.rules.words import counted
from ui.locale import Locale
from ui.widgets.rows_model import Column

_MOST_NAMED = 4


def summary(preview: DealPreview, locale: Locale) -> str:
    """What importing would do: "Adds 8,800 deals and changes 12; 40 are left as they are, 3 rows are left out."."""
    if preview.questions:
        asked = counted(len(preview.questions), "question")
        return f"{locale.number(preview.rows)} rows. {asked} first: the file does not say by itself."
    told, refused = preview.comparison, preview.file.refused
    does = " and ".join(
        part
        for part in (
            f"adds {_counted(told.added, 'deal', locale)}" if told.added else "",
            f"changes {locale.number(told.changed)}" if told.changed else "",
        )
        if part
    )
    rest = ", ".join(
        part
        for part in (
            f"{locale.number(told.unchanged)} are left as they are" if does and told.unchanged else "",
            f"{_counted(refused, 'row', locale)} cannot be read and {'is' if refused == 1 else 'are'} left out"
            if refused
            else "",
        )
        if part
    )
    sentence = "; ".join(filter(None, (does or "nothing new in this file", rest)))
    return f"{sentence[0].upper()}{sentence[1:]}."


def newcomers(told: Comparison, locale: Locale) -> str:
    """Whom and what the file names for the first time: "New: 30 reps, 85 accounts, 2 stages (Engaging, Nurture)."."""
    parts = [
        _named(told.new_reps, "rep", locale),
        _counted(len(told.new_accounts), "account", locale) if told.new_accounts else "",
        _named(told.new_stages, "stage", locale),
    ]
    shown = ", ".join(filter(None, parts))
    return f"New: {shown}." if shown else ""


def import_button(preview: DealPreview, locale: Locale) -> str:
    written = preview.comparison.added + preview.comparison.changed
    return f"Import {_counted(written, 'deal', locale)}" if written else "Import"


def choice_words(question: Question, choice: str) -> str:
    """A choice as it is read: the day order by an example, the decimal sign by its name."""
    return _WORDS.get(
        (question.field, choice), choice.capitalize() if question.field.startswith("outcome:") else choice
    )


def preview_columns(locale: Locale) -> tuple[Column[ImportedDeal], ...]:
    return (
        Column(title="Deal", text=lambda deal: deal.name, bold=True, width=22),
        Column(title="Account", text=lambda deal: deal.account, width=14),
        Column(title="Rep", text=lambda deal: deal.rep.name, width=14),
        Column(title="Stage", text=lambda deal: deal.stage.name or deal.outcome.capitalize(), width=11),
        Column(title="Amount", text=lambda deal: _amount(deal, locale), sort_by=_sorting_amount, right=True, width=13),
        Column(
            title="Created",
            text=lambda deal: _day(deal.created_on, locale),
            sort_by=lambda deal: deal.created_on,
            width=10,
        ),
        Column(
            title="Close date",
            text=lambda deal: _day(deal.close_on, locale),
            sort_by=lambda deal: deal.close_on,
            width=10,
        ),
        Column(
            title="Closed on",
            text=lambda deal: _day(deal.closed_on, locale),
            sort_by=lambda deal: deal.closed_on,
            width=10,
        ),
        Column(title="Next step", text=lambda deal: deal.next_step, width=10),
    )


def problem_columns() -> tuple[Column[Problem], ...]:
    return (
        Column(
            title="Row", text=lambda problem: str(problem.row), sort_by=lambda problem: problem.row, right=True, width=6
        ),
        Column(title="Column", text=lambda problem: problem.column, width=18),
        Column(title="Value", text=lambda problem: problem.value, width=20),
        Column(title="Why", text=lambda problem: problem.reason, width=50),
    )


_WORDS = {
    ("date_order", "dmy"): "3 April: the day comes first",
    ("date_order", "mdy"): "4 March: the month comes first",
    ("decimal", "."): "Point before the cents: 1.50",
    ("decimal", ","): "Comma before the cents: 1,50",
}


def _counted(number: int, noun: str, locale: Locale) -> str:
    return f"{locale.number(number)} {noun}{'' if number == 1 else 's'}"


def _named(names: tuple[str, ...], noun: str, locale: Locale) -> str:
    """How many, and who if they are few."""
    if not names:
        return ""
    counted_names = _counted(len(names), noun, locale)
    return f"{counted_names} ({', '.join(names)})" if len(names) <= _MOST_NAMED else counted_names


def _day(text: str | None, locale: Locale) -> str:
    return locale.day(date.fromisoformat(text)) if text else ""


def _amount(deal: ImportedDeal, locale: Locale) -> str:
    return "" if deal.amount is None else locale.money(Money(deal.amount, deal.currency))


def _sorting_amount(deal: ImportedDeal) -> tuple[str, int] | None:
    return None if deal.amount is None else (deal.currency, deal.amount)
