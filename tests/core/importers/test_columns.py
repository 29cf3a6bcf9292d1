import json

import pytest

from coachjournal.errors import Rejected
from coachjournal.importers.columns import Field, currency_in, match_columns, plain_heading, require_headings
from tests.core.importers.files import shared

SALESFORCE = (
    "Opportunity Owner,Account Name,Opportunity Name,Stage,Amount Currency,Amount,"
    "Close Date,Created Date,Opportunity ID"
)
HUBSPOT = "Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Deal owner,Closed Lost Reason"
PIPEDRIVE = (
    "Deal - Title,Deal - Value,Deal - Currency of value,Deal - Stage,Deal - Owner,Deal - Status,"
    "Deal - Expected close date,Deal - Won time,Deal - Lost reason,Organization - Name*,Person - Name*"
)
ZOHO = "Record Id,Deal Owner,Deal Name,Amount,Stage,Closing Date,Account Name"
DYNAMICS = "Topic,Account,Pipeline Phase,Status,Close Date,Est. Revenue,Owner"


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (
            SALESFORCE,
            "rep account name stage currency amount expected_close created external_id",
        ),
        (HUBSPOT, "external_id name stage amount expected_close created rep loss_reason"),
        (PIPEDRIVE, "name amount currency stage rep outcome expected_close closed loss_reason account -"),
        (ZOHO, "external_id rep name amount stage expected_close account"),
        (DYNAMICS, "name account stage outcome expected_close amount rep"),
        ("External_Id__c,Owner.External_Id__c,StageName,CloseDate", "external_id rep stage expected_close"),
        ("dealname,dealstage,close date,associated contact", "name stage expected_close -"),
        ("Verkaufschance;Kunde;Betrag;Phase".replace(";", ","), "name account amount stage"),
    ],
)
def test_the_headings_of_crms_are_known(headings: str, found: str) -> None:
    headers = headings.split(",")
    expected = {Field(part): header for part, header in zip(found.split(), headers, strict=True) if part != "-"}
    assert match_columns(headers, {}) == expected


def test_the_headings_that_others_recorded_are_known() -> None:
    recorded = json.loads(shared("crm/header_rows/crm_header_rows.json").read_text(encoding="utf-8"))
    pipedrive = match_columns(recorded["pipedrive_import_sample"]["header"].split(","), {})
    zoho = match_columns(recorded["zoho_api_export"]["header"].split(","), {})
    assert pipedrive == {
        Field.NAME: "Deal - Title",
        Field.ACCOUNT: "Organization - Name*",
        Field.AMOUNT: "Deal - Value",
    }
    assert {part: zoho[part] for part in (Field.NAME, Field.REP, Field.AMOUNT, Field.STAGE, Field.CREATED)} == {
        Field.NAME: "Deal_Name",
        Field.REP: "Owner__name",
        Field.AMOUNT: "Amount",
        Field.STAGE: "Stage",
        Field.CREATED: "Created_Time",
    }


def test_of_two_headings_that_fit_the_better_one_is_taken() -> None:
    assert match_columns(["Value", "Amount"], {})[Field.AMOUNT] == "Amount"


def test_what_a_person_chose_comes_first_and_takes_the_column() -> None:
    columns = match_columns(["Amount", "Expected revenue"], {Field.AMOUNT: "expected revenue", Field.NAME: ""})
    assert columns == {Field.AMOUNT: "Expected revenue"}


def test_a_chosen_heading_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(Rejected, match="No column is called “Rep”: choose one of Amount, Owner"):
        match_columns(["Amount", "Owner"], {Field.REP: "Rep"})


def test_an_owner_known_by_address_alone_is_the_rep() -> None:
    assert match_columns(["Owner Email"], {}) == {Field.REP: "Owner Email"}
    assert match_columns(["Owner", "Owner Email"], {}) == {Field.REP: "Owner", Field.REP_EMAIL: "Owner Email"}


def test_a_first_row_of_values_is_no_row_of_headings() -> None:
    with pytest.raises(Rejected, match="The first row holds values"):
        require_headings(["OPP-1", "Harbour Mills", "1200.50"], {})


def test_headings_are_compared_without_case_punctuation_or_prefix() -> None:
    assert {plain_heading(each) for each in ("Deal - Expected close date*", "ExpectedCloseDate__c")} == {
        "expected close date"
    }


def test_a_heading_may_name_the_currency() -> None:
    assert (currency_in("Amount (EUR)"), currency_in("Value in USD"), currency_in("Deal ID")) == ("EUR", "USD", None)
    assert match_columns(["Amount (EUR)"], {}) == {Field.AMOUNT: "Amount (EUR)"}
