from datetime import date, timedelta

import pytest

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep, archive_rep
from coachjournal.commands.sample import load_sample_team, remove_sample_team
from coachjournal.journal import Journal
from coachjournal.queries.due_reps import rep_standings
from coachjournal.queries.palette import directory
from coachjournal.queries.team import TeamMember, team
from coachjournal.rules.cadence import Standing
from coachjournal.rules.conversation import ConversationKind

TODAY = date(2026, 11, 23)


def member(journal: Journal, name: str) -> TeamMember:
    return next(each for each in journal.ask(team).reps if each.name == name)


def talk(journal: Journal, rep_id: int, days_ago: int) -> None:
    journal.do(
        log_conversation,
        rep_id=rep_id,
        kind=ConversationKind.IN_PASSING,
        held_on=TODAY - timedelta(days=days_ago),
        minutes=5,
        text="A word at the coffee machine.",
    )


def test_an_empty_journal_has_an_empty_team_and_was_never_saved(journal: Journal) -> None:
    shown = journal.ask(team)
    assert shown.is_empty
    assert shown.open_deals == 0
    assert shown.saved_at is None
    assert not shown.has_sample


@pytest.mark.parametrize(
    ("days_ago", "standing", "words"),
    [
        (0, Standing.ON_TIME, "last coached today"),
        (5, Standing.ON_TIME, "last coached 5 days ago"),
        (6, Standing.DUE, "last coached 6 days ago"),
        (11, Standing.OVERDUE, "last coached 11 days ago"),
    ],
)
def test_the_standing_follows_the_last_conversation(
    journal: Journal, days_ago: int, standing: Standing, words: str
) -> None:
    rep_id = journal.do(add_rep, name="Dana Reyes")
    talk(journal, rep_id, 40)
    talk(journal, rep_id, days_ago)
    dana = member(journal, "Dana Reyes")
    assert (dana.standing, dana.words, dana.initials) == (standing, words, "DR")


def test_a_rep_stands_in_the_side_as_on_the_morning_page(journal: Journal) -> None:
    rep_id = journal.do(add_rep, name="Dana Reyes", started_on=TODAY - timedelta(days=16))
    talk(journal, rep_id, 2)
    dana = member(journal, "Dana Reyes")
    assert dana.standing is Standing.OVERDUE
    assert dana.words == "last coached 2 days ago, 2 weeks without a one-on-one"
    assert [rep.standing for rep in journal.ask(rep_standings)] == [dana.standing]


def test_a_rep_never_coached_counts_from_the_day_they_came(journal: Journal) -> None:
    journal.do(add_rep, name="Will Novak", started_on=TODAY - timedelta(days=30))
    journal.do(add_rep, name="Amir Khan")
    assert member(journal, "Will Novak").standing is Standing.OVERDUE
    assert member(journal, "Will Novak").words == "not coached yet"
    assert member(journal, "Amir Khan").standing is None


def test_active_reps_stand_by_name_and_archived_ones_apart(journal: Journal) -> None:
    ids = {name: journal.do(add_rep, name=name) for name in ("dana", "Will", "Amir")}
    journal.do(archive_rep, rep_id=ids["Will"])
    shown = journal.ask(team)
    assert [each.name for each in shown.reps] == ["Amir", "dana"]
    assert [each.name for each in shown.archived] == ["Will"]
    assert shown.saved_at == journal.clock.now()


def test_the_sample_team_is_known_as_one_until_it_is_removed(journal: Journal) -> None:
    journal.do(load_sample_team)
    shown = journal.ask(team)
    assert shown.has_sample
    assert len(shown.reps) == 7
    assert shown.open_deals == sum(each.open_deals for each in shown.reps)
    journal.do(remove_sample_team)
    assert journal.ask(team).is_empty


def test_the_directory_lists_active_reps_and_open_deals_first(journal: Journal) -> None:
    journal.do(load_sample_team)
    gone = journal.do(add_rep, name="Aaron Gone")
    journal.do(archive_rep, rep_id=gone)
    found = journal.ask(directory)
    assert [rep.archived for rep in found.reps] == [False] * 7 + [True]
    outcomes = [deal.outcome.value == "open" for deal in found.deals]
    assert outcomes == sorted(outcomes, reverse=True)
    assert sum(outcomes) == journal.ask(team).open_deals
