"""What is begun and not written yet is no conversation that took place: it stands among the drafts."""

from datetime import date

from coachjournal.commands.begun import begin_conversation, page_slot
from coachjournal.commands.draft import finish_text
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.coaching_timeline import coaching_timeline
from coachjournal.queries.journal_page import Filter, journal_overview
from coachjournal.queries.rep_page import rep_conversations, rep_page
from coachjournal.queries.reps import reps
from coachjournal.queries.team import team
from coachjournal.queries.time_split import time_figures
from coachjournal.queries.today import today_page
from coachjournal.rules.conversation import ConversationKind

TODAY, TOMORROW = date(2026, 11, 23), date(2026, 11, 24)


def told(journal: Journal, rep_id: int) -> tuple[int, ...]:
    """How often the lists have it, and the minutes that count."""
    today, page = journal.ask(today_page), journal.ask(rep_page, rep_id=rep_id)
    assert page is not None
    return (
        sum(len(day.talks) for day in today.days),
        sum(bool(rep.missing) for rep in today.team),
        journal.ask(journal_overview, chosen=Filter()).conversations,
        page.conversations,
        len(journal.ask(rep_conversations, rep_id=rep_id)),
        len(journal.ask(coaching_timeline, rep_id=rep_id).conversations),
        sum(rep.standing is not None for rep in journal.ask(team).reps),
        sum(rep.last_coached_on is not None for rep in journal.ask(reps)),
        journal.ask(time_figures, start=TODAY, end=TOMORROW).minutes,
    )


def test_what_is_only_begun_is_in_no_list_and_no_hour_until_it_is_written(journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    talk = journal.do(begin_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE)
    assert told(journal, dana) == (0,) * 9
    assert [draft.is_begun for draft in journal.ask(today_page).drafts] == [True]
    journal.do(finish_text, slot=page_slot(talk), conversation_id=talk, text="She asked once.")
    assert told(journal, dana) == (*(1,) * 8, 45)
