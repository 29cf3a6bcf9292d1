"""What the tokens of a note do when it is kept: one step of undo, and links that outlive a name."""

import pytest

from coachjournal.commands.conversation import edit_conversation, log_conversation
from coachjournal.commands.deal import add_deal, edit_deal
from coachjournal.commands.draft import Promise, finish_text
from coachjournal.commands.field_call import Customer, add_field_call, edit_field_call, visit
from coachjournal.commands.pipeline_review import talk_about_deal
from coachjournal.commands.rep import add_rep, edit_rep
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import ConversationPage, conversation_page
from coachjournal.queries.naming import naming
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.tokens import Ref, Sign


@pytest.fixture
def renewal(journal: Journal, dana: int) -> int:
    return journal.do(add_deal, rep_id=dana, name="Renewal", account="Halvorsen AS", stage_id=1)


@pytest.fixture
def talk(journal: Journal, dana: int) -> int:
    return journal.do(log_conversation, rep_id=dana, text="")


def write(journal: Journal, talk: int, text: str, *promises: Promise) -> None:
    journal.do(finish_text, slot="x", conversation_id=talk, text=text, promises=promises)


def page(journal: Journal, talk: int) -> ConversationPage:
    found = journal.ask(conversation_page, conversation_id=talk)
    assert found is not None
    return found


def deals(journal: Journal, talk: int) -> list[int]:
    return [deal.deal_id for deal in page(journal, talk).deals]


def remembered(journal: Journal, talk: int, rep: int) -> dict[str, Ref]:
    return dict(journal.ask(naming, rep_id=rep, conversation_id=talk).remembered)


def test_a_deal_that_is_named_is_what_the_conversation_was_about(
    journal: Journal, dana: int, renewal: int, talk: int
) -> None:
    write(journal, talk, "Went through #halvorsen-renewal with @dana.")
    assert deals(journal, talk) == [renewal]
    assert remembered(journal, talk, dana) == {
        "#halvorsen-renewal": Ref(Sign.DEAL, renewal),
        "@dana": Ref(Sign.REP, dana),
    }
    journal.undo()
    assert deals(journal, talk) == []
    assert remembered(journal, talk, dana) == {}
    assert page(journal, talk).head.text == ""
    journal.redo()
    assert deals(journal, talk) == [renewal]


def test_the_quick_log_does_the_same(journal: Journal, dana: int, renewal: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana, text="25m on #renewal")
    assert deals(journal, talk) == [renewal]
    assert page(journal, talk).head.minutes == 25


def test_links_survive_other_names(journal: Journal, dana: int, renewal: int, talk: int) -> None:
    write(journal, talk, "@dana on #halvorsen-renewal")
    journal.do(edit_rep, rep_id=dana, name="Daniela Reyes-Holm")
    journal.do(edit_deal, deal_id=renewal, name="Framework")
    journal.do(add_rep, name="Dana Khan")
    write(journal, talk, "@Dana on #halvorsen-renewal again")
    assert set(remembered(journal, talk, dana).values()) == {Ref(Sign.REP, dana), Ref(Sign.DEAL, renewal)}
    assert deals(journal, talk) == [renewal]


def test_a_deleted_token_takes_the_deal_along_that_it_brought(
    journal: Journal, dana: int, renewal: int, talk: int
) -> None:
    write(journal, talk, "#renewal and #halvorsen-renewal")
    write(journal, talk, "#halvorsen-renewal")
    assert deals(journal, talk) == [renewal]
    write(journal, talk, "nothing")
    assert deals(journal, talk) == []
    assert remembered(journal, talk, dana) == {}


def test_a_deal_linked_by_hand_stays_when_its_token_goes(journal: Journal, renewal: int, talk: int) -> None:
    journal.do(edit_conversation, conversation_id=talk, deal_ids=[renewal])
    write(journal, talk, "#renewal")
    write(journal, talk, "")
    assert deals(journal, talk) == [renewal]


def test_a_deal_taken_off_by_hand_is_not_linked_again_by_the_same_token(
    journal: Journal, renewal: int, talk: int
) -> None:
    write(journal, talk, "#renewal")
    journal.do(edit_conversation, conversation_id=talk, deal_ids=[])
    write(journal, talk, "#renewal, and more")
    assert deals(journal, talk) == []
    journal.do(edit_conversation, conversation_id=talk, deal_ids=[renewal])
    write(journal, talk, "")
    assert deals(journal, talk) == [renewal]


def test_a_deal_ticked_in_a_pipeline_review_stays_when_its_token_goes(
    journal: Journal, renewal: int, talk: int
) -> None:
    write(journal, talk, "#renewal")
    journal.do(talk_about_deal, conversation_id=talk, deal_id=renewal)
    write(journal, talk, "")
    assert deals(journal, talk) == [renewal]
    write(journal, talk, "#renewal")
    journal.do(talk_about_deal, conversation_id=talk, deal_id=renewal, talked=False)
    write(journal, talk, "#renewal, and more")
    assert deals(journal, talk) == []


def test_the_deal_of_a_customer_call_stays_when_its_token_goes(journal: Journal, dana: int, renewal: int) -> None:
    ride = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG, text="#renewal")
    journal.do(visit, conversation_id=ride, customer=Customer(deal_id=renewal))
    write(journal, ride, "")
    assert deals(journal, ride) == [renewal]


def test_what_is_private_links_no_deal(journal: Journal, dana: int, renewal: int, talk: int) -> None:
    write(journal, talk, "%%#renewal is lost%%")
    assert deals(journal, talk) == []
    assert remembered(journal, talk, dana) == {"#renewal": Ref(Sign.DEAL, renewal)}
    write(journal, talk, "#renewal is lost")
    assert deals(journal, talk) == [renewal]
    write(journal, talk, "%%#renewal is lost%%")
    assert deals(journal, talk) == []


def test_a_wrong_token_is_text(journal: Journal, dana: int, talk: int) -> None:
    write(journal, talk, "# Heading\n@nobody #nothing !important 15mm dana@dana.com")
    assert remembered(journal, talk, dana) == {}
    assert page(journal, talk).head.minutes == ConversationKind.IN_PASSING.usual_minutes


def test_the_length_is_set_when_it_is_typed_and_not_again(journal: Journal, talk: int) -> None:
    write(journal, talk, "1h30 on the way")
    assert page(journal, talk).head.minutes == 90
    journal.do(edit_conversation, conversation_id=talk, minutes=60)
    write(journal, talk, "1h30 on the way back")
    assert page(journal, talk).head.minutes == 60


def test_a_length_in_the_note_of_a_ride_along_is_not_that_of_the_day_once_its_calls_have_theirs(
    journal: Journal, dana: int
) -> None:
    ride = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG)
    write(journal, ride, "Out for 3h")
    assert page(journal, ride).head.minutes == 180
    call = journal.do(add_field_call, conversation_id=ride)
    journal.do(edit_conversation, conversation_id=ride, minutes=240)
    journal.do(edit_field_call, field_call_id=call, minutes=50)
    write(journal, ride, "Dana asked for 15m more")
    assert page(journal, ride).head.minutes == 50


def test_a_skill_is_the_focus_of_a_ride_along_that_has_none(journal: Journal, dana: int) -> None:
    ride = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG, text="")
    write(journal, ride, "!discovery, then !objections")
    assert page(journal, ride).head.focus_skill == "Discovery"
    write(journal, ride, "!objections, then !discovery")
    assert page(journal, ride).head.focus_skill == "Discovery"
    other = journal.do(log_conversation, rep_id=dana, text="!objections", kind=ConversationKind.RIDE_ALONG)
    assert page(journal, other).head.focus_skill == "Objections"


def test_what_is_promised_is_made_in_the_same_step(journal: Journal, talk: int) -> None:
    write(journal, talk, "me: call", Promise("Call", Side.MANAGER))
    assert [each.text for each in page(journal, talk).commitments] == ["Call"]
    assert (journal.undoable() or "").endswith("1 commitment.")
    journal.undo()
    assert page(journal, talk).commitments == ()
    assert page(journal, talk).head.text == ""
