from pathlib import Path

import pytest

from coachjournal.commands.deal_import import apply_deals
from coachjournal.errors import Rejected
from coachjournal.importers.columns import Field
from coachjournal.importers.days import DateOrder
from coachjournal.importers.preview import DealPreview, preview_deals
from coachjournal.importers.questions import Choices
from coachjournal.journal import Journal
from coachjournal.rules.deal import Outcome
from coachjournal.rules.imported_deals import ImportedDeal, ImportedRep
from tests.core.importers.files import NOTHING_CHOSEN, OWN, write

HEADINGS = "ID,Name,Account,Owner,Stage,Amount,Created Date,Close Date\n"


def _preview(journal: Journal, folder: Path, text: str, choices: Choices = NOTHING_CHOSEN) -> DealPreview:
    return preview_deals(journal, write(folder, text), choices)


def _by_name(preview: DealPreview) -> dict[str, ImportedDeal]:
    return {deal.name: deal for deal in preview.file.deals}


@pytest.mark.parametrize(
    ("name", "rows"),
    [("sales_pipeline", 6), ("salesforce_report", 3), ("pipedrive", 3), ("hubspot", 3), ("german", 2), ("zoho", 2)],
)
def test_exports_of_the_usual_crms_need_no_help(journal: Journal, name: str, rows: int) -> None:
    preview = preview_deals(journal, OWN / f"{name}.csv")
    assert not preview.questions
    assert not preview.problems
    assert (preview.rows, preview.comparison.added, preview.file.refused) == (rows, rows, 0)


def test_a_salesforce_report_is_read_as_it_is_meant(journal: Journal) -> None:
    preview = preview_deals(journal, OWN / "salesforce_report.csv")
    deal = _by_name(preview)["Aster: pilot"]
    assert preview.date_order == "mdy"
    assert (deal.amount, deal.currency, deal.close_on, deal.closed_on) == (800050, "EUR", "2026-12-18", None)
    assert (deal.next_step, deal.created_on, deal.external_id) == ("Send contract", "2026-06-02", "006A2")


def test_a_status_beside_the_stage_says_how_the_deal_stands(journal: Journal) -> None:
    deals = _by_name(preview_deals(journal, OWN / "pipedrive.csv"))
    won, lost = deals["Harbour retrofit"], deals["Aster renewal"]
    assert (won.stage.name, won.outcome, won.close_on, won.closed_on) == ("Proposal", "won", "2026-02-28", "2026-02-20")
    assert (lost.outcome, lost.closed_on, lost.loss_reason) == ("lost", "2026-03-02", "No decision")


def test_an_owner_known_by_address_gets_a_readable_name(journal: Journal) -> None:
    deals = _by_name(preview_deals(journal, OWN / "hubspot.csv"))
    assert deals["Aster Foods - New"].rep == ImportedRep("Omar Faye", "omar.faye@example.com")


def test_a_german_file_is_read_with_its_signs(journal: Journal) -> None:
    preview = preview_deals(journal, OWN / "german.csv")
    deal = _by_name(preview)["Aster Pilot"]
    assert (preview.delimiter, preview.decimal, preview.date_order) == (";", ",", "dmy")
    assert (deal.amount, deal.currency, deal.rep.name, deal.close_on) == (123456, "EUR", "Jürgen Groß", "2026-12-19")


def test_a_deal_without_a_name_is_called_after_product_and_account(journal: Journal) -> None:
    names = set(_by_name(preview_deals(journal, OWN / "sales_pipeline.csv")))
    assert {"Pump S · Harbour Mills", "Valve", "Pump S"} <= names


def test_what_a_file_does_not_say_is_asked_with_the_choices(journal: Journal) -> None:
    preview = preview_deals(journal, OWN / "dynamics.csv")
    assert [question.field for question in preview.questions] == ["rep", "stage"]
    assert (preview.comparison.added, preview.file.deals) == (0, [])
    with pytest.raises(Rejected, match='Say --rep "Name" or --map rep="Heading"') as refused:
        preview.require_answers()
    assert refused.value.field == "rep"


def test_an_answer_may_be_one_value_for_all_rows(journal: Journal) -> None:
    choices = Choices(values={Field.REP: "Nora Lind", Field.STAGE: "Closed lost"})
    preview = preview_deals(journal, OWN / "dynamics.csv", choices)
    assert not preview.questions
    assert {(deal.rep.name, deal.outcome) for deal in preview.file.deals} == {("Nora Lind", "lost")}
    assert [deal.closed_on for deal in preview.file.deals] == ["2026-01-14", "2026-03-17"]


def test_an_answer_may_be_a_column(journal: Journal) -> None:
    choices = Choices(columns={Field.NAME: "source", Field.REP: "Client country"})
    deals = preview_deals(journal, OWN / "nothing_said.csv", choices).file.deals
    assert [deal.external_id for deal in deals[1:3]] == ["Call · PL · 2026-04-05", "Call · PL · 2026-04-05 · 2"]
    assert deals[3].rep.name == "UA"


def test_an_ambiguous_date_order_is_asked_and_then_kept(journal: Journal, tmp_path: Path) -> None:
    text = HEADINGS + "1,A,,Nora,Prospect,5,3/4/2026,5/6/2026\n"
    assert [question.field for question in _preview(journal, tmp_path, text).questions] == ["date_order"]
    answered = _preview(journal, tmp_path, text, Choices(date_order=DateOrder.DMY))
    assert answered.file.deals[0].created_on == "2026-04-03"


def test_an_ambiguous_decimal_sign_is_asked(journal: Journal, tmp_path: Path) -> None:
    text = HEADINGS + "1,A,,Nora,Prospect,1.234,,\n"
    preview = _preview(journal, tmp_path, text)
    assert [(question.field, question.choices) for question in preview.questions] == [("decimal", (".", ","))]
    assert _preview(journal, tmp_path, text, Choices(decimal=",")).file.deals[0].amount == 123400


def test_a_closed_deal_that_may_be_either_is_asked_about(journal: Journal, tmp_path: Path) -> None:
    text = HEADINGS + "1,A,,Nora,Closed,5,2026-01-01,2026-02-01\n"
    assert [question.field for question in _preview(journal, tmp_path, text).questions] == ["outcome:Closed"]
    answered = _preview(journal, tmp_path, text, Choices(outcomes={"Closed": Outcome.WON}))
    assert answered.file.deals[0].outcome == "won"


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("1,A,,Nora,Prospect,many,2026-01-01,", "Amount", "This is no amount. The row is left out."),
        ("1,A,,Nora,Prospect,5,2026-02-30,", "Created Date", "This is no date. The row is left out."),
        ("1,A,,,Prospect,5,2026-01-01,", "Owner", "Nobody owns this deal. The row is left out."),
        ("1,A,,Nora,,5,2026-01-01,", "Stage", "There is no stage, so nobody can say how the deal stands."),
        ("1,A,,Nora,Prospect,5,2026-01-01,,x", "column 9", "The row has 9 cells and there are 8 headings"),
        ("7,A,,Nora,Prospect,5,2026-01-01,", "ID", "Row 2 has the same number. The row is left out."),
    ],
)
def test_a_row_that_cannot_be_read_is_left_out_with_its_reason(
    journal: Journal, tmp_path: Path, row: str, column: str, reason: str
) -> None:
    preview = _preview(journal, tmp_path, f"{HEADINGS}7,B,,Nora,Prospect,5,2026-01-01,\n{row}\n")
    (problem,) = preview.problems
    assert (problem.row, problem.column, problem.kept) == (3, column, False)
    assert problem.reason.startswith(reason)
    assert (preview.rows, preview.comparison.added, preview.file.refused) == (2, 1, 1)


@pytest.mark.parametrize(
    ("created", "closed", "reason"),
    [
        ("2026-01-01", "2027-01-01", "The deal is over and closes in the future."),
        ("2026-03-01", "2026-02-01", "The deal closed before it was created on 2026-03-01"),
        ("2026-03-01", "", "The deal is over and has no closing day"),
    ],
)
def test_a_doubtful_row_is_kept_and_told(
    journal: Journal, tmp_path: Path, created: str, closed: str, reason: str
) -> None:
    preview = _preview(journal, tmp_path, f"{HEADINGS}1,A,,Nora,Closed Won,5,{created},{closed}\n")
    (problem,) = preview.problems
    assert problem.kept
    assert problem.reason.startswith(reason)
    assert problem.reason.endswith("The row is kept.")
    assert (preview.comparison.added, preview.file.refused) == (1, 0)


def test_stage_and_status_that_disagree_leave_the_row_out(journal: Journal, tmp_path: Path) -> None:
    text = "Name,Owner,Stage,Status,Close Date\nA,Nora,Closed Lost,Won,2026-01-01\nB,Nora,Proposal,Won,2026-01-01\n"
    preview = _preview(journal, tmp_path, text)
    assert preview.problems[0].reason == "The stage says lost and the status says won. The row is left out."
    assert [deal.name for deal in preview.file.deals] == ["B"]


def test_an_amount_and_its_currency_column_must_agree(journal: Journal, tmp_path: Path) -> None:
    preview = _preview(journal, tmp_path, "Name,Owner,Stage,Amount,Currency\nA,Nora,Prospect,€5,USD\n")
    assert preview.problems[0].reason.startswith("The amount is in EUR and the currency is USD.")


def test_a_won_deal_without_a_first_day_is_kept(journal: Journal, tmp_path: Path) -> None:
    preview = _preview(journal, tmp_path, HEADINGS + "1,A,,Nora,Closed Won,5,,2026-02-01\n")
    assert (preview.problems, preview.comparison.added) == ((), 1)


def test_a_file_without_headings_is_refused(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(Rejected, match="The first row holds values"):
        _preview(journal, tmp_path, "7,Harbour Mills,Nora,1200.50\n8,Aster Foods,Omar,300\n")


def test_words_are_put_on_one_line_without_control_characters(journal: Journal, tmp_path: Path) -> None:
    preview = _preview(journal, tmp_path, 'Name,Owner,Stage\n" A\n b\x07 ",Nora,Prospect\n')
    assert preview.file.deals[0].name == "A b"


def test_the_document_of_a_preview_has_the_promised_keys(journal: Journal) -> None:
    document = preview_deals(journal, OWN / "sales_pipeline.csv").document()
    assert document["columns"] == {
        "external_id": "opportunity_id",
        "account": "account",
        "rep": "sales_agent",
        "amount": "close_value",
        "stage": "deal_stage",
        "created": "engage_date",
        "expected_close": "close_date",
        "product": "product",
    }
    assert {key: document[key] for key in ("rows", "added", "changed", "unchanged", "refused", "new_reps")} == {
        "rows": 6,
        "added": 6,
        "changed": 0,
        "unchanged": 0,
        "refused": 0,
        "new_reps": 2,
    }
    assert [document[key] for key in ("problems", "date_order", "decimal", "encoding", "delimiter")] == [
        [],
        "iso",
        ".",
        "utf-8",
        ",",
    ]


def test_amounts_that_name_no_currency_are_in_the_journals_or_the_chosen_one(journal: Journal, tmp_path: Path) -> None:
    text = HEADINGS + "1,A,X,Nora,Prospect,5.50,,\n2,B,X,Nora,Prospect,£7,,\n"
    as_usual = _preview(journal, tmp_path, text)
    chosen = _preview(journal, tmp_path, text, Choices(currency="USD"))
    assert [as_usual.currency, chosen.currency] == ["EUR", "USD"]
    assert [deal.currency for deal in as_usual.file.deals] == ["EUR", "GBP"]
    assert [deal.currency for deal in chosen.file.deals] == ["USD", "GBP"]


def test_nothing_is_assumed_where_every_amount_names_its_currency(journal: Journal, tmp_path: Path) -> None:
    text = HEADINGS + "1,A,X,Nora,Prospect,$5.50,,\n2,B,X,Nora,Prospect,,,\n"
    assert _preview(journal, tmp_path, text).currency == ""


def test_a_currency_chosen_later_puts_right_what_was_imported_in_the_wrong_one(
    journal: Journal, tmp_path: Path
) -> None:
    text = HEADINGS + "1,A,X,Nora,Prospect,5.50,,\n"
    journal.do(apply_deals, file=_preview(journal, tmp_path, text).file)
    assert _preview(journal, tmp_path, text, Choices(currency="USD")).comparison.changed == 1
    assert _preview(journal, tmp_path, text).comparison.unchanged == 1
