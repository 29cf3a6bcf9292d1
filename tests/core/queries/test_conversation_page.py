from datetime import date

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.field_call import add_field_call
from coachjournal.commands.observation import write_observation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import ConversationPage, conversation_page, deals_to_name, purposes
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.money import Money

TODAY = date(2026, 11, 23)


def page_of(journal: Journal, conversation_id: int) -> ConversationPage:
    page = journal.ask(conversation_page, conversation_id=conversation_id)
    assert page is not None
    return page


def test_the_page_says_with_whom_what_for_and_what_it_was_about(journal: Journal, dana: int) -> None:
    deal = journal.do(add_deal, rep_id=dana, name="Renewal", account="Halvorsen", stage_id=1, amount=Money(5, "EUR"))
    ride = ConversationKind.RIDE_ALONG
    page = page_of(journal, journal.do(log_conversation, rep_id=dana, kind=ride, text="<b>", deal_ids=[deal]))
    assert (page.head.rep, page.head.first_name, page.head.text) == ("Dana Reyes", "Dana", "<b>")
    assert page.head.purpose == journal.ask(purposes)[ride]
    assert [(deal.name, deal.account, deal.amount) for deal in page.deals] == [
        ("Renewal", "Halvorsen", Money(5, "EUR"))
    ]


def test_calls_carry_what_was_seen_in_them(journal: Journal, dana: int) -> None:
    ride = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG)
    call = journal.do(add_field_call, conversation_id=ride, objective="Who decides", took_over=True)
    journal.do(write_observation, rep_id=dana, conversation_id=ride, field_call_id=call, behaviour="Asked twice.")
    journal.do(write_observation, rep_id=dana, conversation_id=ride, behaviour="Listened in the car.")
    page = page_of(journal, ride)
    assert [(call.objective, [seen.behaviour for seen in call.observed]) for call in page.calls] == [
        ("Who decides", ["Asked twice."])
    ]
    assert [seen.behaviour for seen in page.observed] == ["Listened in the car."]


def test_only_the_reps_own_deals_are_offered(journal: Journal, dana: int) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    for rep_id, name in ((dana, "Renewal"), (amir, "Rollout")):
        journal.do(add_deal, rep_id=rep_id, name=name, stage_id=1)
    assert [deal.name for deal in journal.ask(deals_to_name, rep_id=dana)] == ["Renewal"]


def test_a_conversation_that_is_gone_has_no_page(journal: Journal) -> None:
    assert journal.ask(conversation_page, conversation_id=9) is None
