from datetime import date, timedelta
from pathlib import Path

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal, delete_deal, edit_deal
from coachjournal.commands.deal_import import apply_deals
from coachjournal.commands.rep import add_rep
from coachjournal.importers.preview import preview_deals
from coachjournal.journal import Journal
from coachjournal.queries.deals_page import DealLine, deal_details, deals_page
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.deal import DEFAULT_STAGES, DealField, Outcome
from coachjournal.rules.money import Money

TODAY = date(2026, 11, 23)
STAGE = {stage.name: number for number, stage in enumerate(DEFAULT_STAGES, start=1)}
PIPELINE = Path(__file__).resolve().parents[2] / "fixtures" / "crm" / "sales_pipeline.csv"


def add(journal: Journal, rep_id: int, name: str, days_old: int = 0, stage: str = "Propose") -> int:
    return journal.do(
        add_deal,
        rep_id=rep_id,
        name=name,
        stage_id=STAGE[stage],
        account=f"{name} AS",
        created_on=TODAY - timedelta(days=days_old),
        close_on=date(2026, 12, 1),
    )


def line(journal: Journal, deal_id: int) -> DealLine:
    return next(deal for deal in journal.ask(deals_page).deals if deal.deal_id == deal_id)


def test_a_line_says_what_the_deal_is(journal: Journal, dana: int) -> None:
    deal = add(journal, dana, "Halvorsen")
    journal.do(edit_deal, deal_id=deal, amount=Money(120_000_00, "EUR"), next_step="Call", next_step_on=TODAY)
    shown = line(journal, deal)
    assert (shown.name, shown.account, shown.rep, shown.stage) == ("Halvorsen", "Halvorsen AS", "Dana Reyes", "Propose")
    assert (shown.money, shown.ends_on, shown.outcome) == (
        Money(120_000_00, "EUR"),
        date(2026, 12, 1),
        Outcome.OPEN,
    )
    assert (shown.next_step, shown.next_step_on, shown.changed_on) == ("Call", TODAY, TODAY)


def test_one_outcome_can_be_asked_for_and_all_are_counted(journal: Journal, dana: int) -> None:
    for stage in ("Propose", "Closed won", "Closed lost"):
        add(journal, dana, stage, stage=stage)
    for outcome in Outcome:
        page = journal.ask(deals_page, outcome=outcome)
        assert ([deal.outcome for deal in page.deals], page.total) == ([outcome], 3)
    page = journal.ask(deals_page)
    assert page.deals[0].outcome is Outcome.OPEN
    assert page.reps == ((dana, "Dana Reyes"),)


def test_a_deal_is_only_stalled_where_five_tell_what_is_usual(journal: Journal, dana: int) -> None:
    old = add(journal, dana, "Old", days_old=100)
    for number in range(3):
        add(journal, dana, f"New {number}", days_old=10)
    assert not line(journal, old).stalled
    add(journal, dana, "Fifth", days_old=10)
    assert line(journal, old).stalled
    details = journal.ask(deal_details, deal_id=old)
    assert details is not None
    assert details.line == line(journal, old)
    journal.do(edit_deal, deal_id=old, next_step="Call the sponsor")
    assert not line(journal, old).stalled


def test_close_dates_that_moved_later_are_counted_as_slips(journal: Journal, dana: int) -> None:
    deal = add(journal, dana, "Halvorsen")
    for day in (date(2026, 12, 5), date(2027, 1, 15), date(2027, 2, 15), date(2027, 1, 20)):
        journal.do(edit_deal, deal_id=deal, close_on=day)
    assert line(journal, deal).slips == 2
    details = journal.ask(deal_details, deal_id=deal)
    assert details is not None
    assert [(step.new, step.slip) for step in details.steps] == [
        ("2027-01-20", False),
        ("2027-02-15", True),
        ("2027-01-15", True),
        ("2026-12-05", False),
    ]
    journal.do(edit_deal, deal_id=deal, stage_id=STAGE["Closed won"])
    assert line(journal, deal).slips == 0


def test_the_history_tells_every_part_that_changed_the_latest_first(journal: Journal, dana: int) -> None:
    deal, amir = add(journal, dana, "Halvorsen"), journal.do(add_rep, name="Amir Khan")
    journal.do(edit_deal, deal_id=deal, stage_id=STAGE["Negotiate"], changed_on=date(2026, 11, 12))
    journal.do(edit_deal, deal_id=deal, rep_id=amir, amount=Money(500_00, "EUR"))
    details = journal.ask(deal_details, deal_id=deal)
    assert details is not None
    told = [(step.field, step.old, step.new) for step in details.steps]
    assert told[-1] == (DealField.STAGE, "Propose", "Negotiate")
    assert set(told[:-1]) == {(DealField.OWNER, "Dana Reyes", "Amir Khan"), (DealField.AMOUNT, "", "50000 EUR")}


def test_conversations_about_a_deal_are_listed_and_private_words_stay_out(journal: Journal, dana: int) -> None:
    deal = add(journal, dana, "Halvorsen")
    for text, private in (("Opened with the agenda", False), ("Between us", True)):
        journal.do(
            log_conversation,
            rep_id=dana,
            kind=ConversationKind.DEAL_REVIEW,
            text=text,
            private=private,
            deal_ids=(deal,),
        )
    details = journal.ask(deal_details, deal_id=deal)
    assert details is not None
    assert [talk.first_line for talk in details.talks] == ["", "Opened with the agenda"]


def test_the_file_a_deal_came_from_is_told(journal: Journal) -> None:
    journal.do(apply_deals, file=preview_deals(journal, PIPELINE).file)
    details = journal.ask(deal_details, deal_id=1)
    assert details is not None
    assert (details.brought_in_on, details.brought_in_from) == (TODAY, "sales_pipeline.csv")


def test_a_deal_that_is_gone_has_no_details(journal: Journal, dana: int) -> None:
    deal = add(journal, dana, "Halvorsen")
    journal.do(delete_deal, deal_id=deal)
    assert journal.ask(deal_details, deal_id=deal) is None
