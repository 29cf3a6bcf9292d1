from coachjournal.commands.begun import begin_conversation, page_slot
from coachjournal.commands.conversation import delete_conversation, log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.draft import keep_draft
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.unfinished import UnfinishedDraft, unfinished
from coachjournal.rules.conversation import ConversationKind


def keep(journal: Journal, slot: str, **typed: str) -> None:
    journal.do(keep_draft, slot=slot, fields={"typed": typed, "was": dict.fromkeys(typed, "")})


def only(journal: Journal, rep_id: int | None = None) -> UnfinishedDraft:
    (draft,) = journal.ask(unfinished, rep_id=rep_id)
    return draft


def test_what_any_editor_keeps_is_told_with_the_rep_it_is_about(journal: Journal, dana: int) -> None:
    deal = journal.do(add_deal, rep_id=dana, name="Renewal", stage_id=1)
    keep(journal, f"editor:dealEditor:{deal}", name="Renewal 2027")
    draft = only(journal, dana)
    assert (draft.editor, draft.key, draft.rep, draft.words) == ("dealEditor", deal, "Dana Reyes", 2)


def test_what_is_new_is_told_too(journal: Journal, dana: int) -> None:
    keep(journal, f"editor:goalEditor:new.{dana}", title="Discovery")
    draft = only(journal, dana)
    assert (draft.editor, draft.key, draft.rep) == ("goalEditor.new", dana, "Dana Reyes")


def test_what_is_written_about_a_signal_is_told_with_the_rep_it_is_about(journal: Journal, dana: int) -> None:
    keep(journal, f"editor:coachThis:signal.{dana}.stalled_deal.12", text="Who signs?")
    draft = only(journal, dana)
    assert (draft.editor, draft.key, draft.rep, draft.words) == ("coachThis.signal", dana, "Dana Reyes", 2)


def test_what_belongs_to_a_record_that_is_gone_is_not(journal: Journal) -> None:
    keep(journal, "editor:dealEditor:77", name="Renewal")
    assert journal.ask(unfinished) == ()


def test_the_page_of_a_rep_is_told_of_its_own_only(journal: Journal, dana: int) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    for rep_id, slot in ((dana, "quick_log"), (amir, "quick_log.second")):
        journal.do(keep_draft, slot=slot, fields={"rep_id": rep_id, "text": "Half a"})
    assert only(journal, amir).slot == "quick_log.second"
    assert len(journal.ask(unfinished)) == 2


def test_the_parts_of_a_page_are_one(journal: Journal, dana: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG)
    journal.do(keep_draft, slot=page_slot(talk), fields={"kind": "ride_along", "text": "One two"})
    journal.do(keep_draft, slot=f"{page_slot(talk)}.call:3", fields={"text": "Three"})
    draft = only(journal)
    assert (draft.kind, draft.key, draft.words) == (ConversationKind.RIDE_ALONG, talk, 3)
    assert sorted(draft.slots) == [page_slot(talk), f"{page_slot(talk)}.call:3"]


def test_headings_are_no_words(journal: Journal, dana: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana)
    journal.do(keep_draft, slot=page_slot(talk), fields={"text": "## What I saw\nThe agenda.\n\n## What Dana thinks\n"})
    assert only(journal).words == 2


def test_a_page_that_was_only_begun_says_so_and_is_nothing_once_the_conversation_is_gone(
    journal: Journal, dana: int
) -> None:
    journal.do(begin_conversation, rep_id=dana, kind=ConversationKind.PRACTICE)
    assert only(journal).is_begun
    journal.undo()
    assert journal.ask(unfinished) == ()


def test_words_outlive_the_conversation_they_were_typed_in(journal: Journal, dana: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana)
    journal.do(keep_draft, slot=page_slot(talk), fields={"rep_id": dana, "text": "Half a"})
    journal.do(delete_conversation, conversation_id=talk)
    draft = only(journal, dana)
    assert (draft.is_gone, draft.text) == (True, "Half a")
