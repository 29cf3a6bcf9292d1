from datetime import date, timedelta

import pytest

from coachjournal.commands.absence import add_absence, change_absence, remove_absence
from coachjournal.commands.cadence import put_back_cadence, set_cadence
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.absences import absences
from coachjournal.queries.cadences import cadences
from coachjournal.queries.coaching_timeline import coaching_timeline
from coachjournal.queries.due_reps import Missing
from coachjournal.queries.team import team
from coachjournal.queries.today import today_page
from coachjournal.rules.cadence import DEFAULT_CADENCES, Cadence, CadenceKind, Standing
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
ONE = CadenceKind.ONE_ON_ONE


@pytest.fixture
def quiet(journal: Journal) -> int:
    """A rep without a one-on-one for twenty days."""
    rep_id = journal.do(add_rep, name="Dana Reyes", started_on=TODAY - 400 * DAY)
    kind = ConversationKind.ONE_ON_ONE
    journal.do(log_conversation, rep_id=rep_id, kind=kind, held_on=TODAY - 20 * DAY, text="Kestrel.")
    return rep_id


def standing(journal: Journal, kind: CadenceKind = ONE) -> Missing:
    (rep,) = journal.ask(today_page).team
    missing = rep.of(kind)
    assert missing is not None
    return missing


def test_the_days_of_an_absence_are_not_counted_anywhere(journal: Journal, quiet: int) -> None:
    assert (standing(journal).days, standing(journal).standing) == (20, Standing.OVERDUE)
    journal.do(add_absence, rep_id=quiet, first_day=TODAY - 15 * DAY, last_day=TODAY - 2 * DAY, reason="parental leave")
    assert journal.undoable() == "Noted when Dana Reyes is away."
    missing = standing(journal)
    assert (missing.days, missing.away, missing.standing) == (6, 14, Standing.ON_TIME)
    assert missing.due_on == TODAY + 2 * DAY
    (member,) = journal.ask(team).reps
    assert member.standing is Standing.DUE  # 6 days, of 5 to any coaching
    assert journal.ask(coaching_timeline, rep_id=quiet).gaps == ()


def test_a_holiday_of_everybody_counts_once_beside_the_absence_of_a_rep(journal: Journal, quiet: int) -> None:
    journal.do(add_absence, first_day=TODAY - 10 * DAY, last_day=TODAY - 9 * DAY, reason="Bank holiday")
    journal.do(add_absence, rep_id=quiet, first_day=TODAY - 10 * DAY, last_day=TODAY - 6 * DAY)
    assert standing(journal).days == 15


def test_somebody_elses_absence_stops_nothing(journal: Journal, quiet: int) -> None:
    assert quiet
    tom = journal.do(add_rep, name="Tom Moyo")
    journal.do(add_absence, rep_id=tom, first_day=TODAY - 10 * DAY, last_day=TODAY)
    assert journal.ask(absences).of(quiet) == ()
    assert journal.ask(absences).of(tom) == (Period(TODAY - 10 * DAY, TODAY + DAY),)


def test_an_absence_is_changed_and_taken_back(journal: Journal, quiet: int) -> None:
    away = journal.do(add_absence, rep_id=quiet, first_day=TODAY - 10 * DAY, last_day=TODAY)
    journal.do(change_absence, absence_id=away, first_day=TODAY, last_day=TODAY, reason=" training ")
    (only,) = journal.ask(absences).all
    assert (only.period, only.reason) == (Period(TODAY, TODAY + DAY), "training")
    journal.do(remove_absence, absence_id=away)
    assert journal.undoable() == "Took back that Dana Reyes is away."
    assert standing(journal).days == 20


@pytest.mark.parametrize(("last_day", "words"), [(TODAY - DAY, "before the first"), (TODAY + 731 * DAY, "two years")])
def test_an_absence_that_cannot_be_is_refused(journal: Journal, last_day: date, words: str) -> None:
    with pytest.raises(Rejected, match=words) as refusal:
        journal.do(add_absence, first_day=TODAY, last_day=last_day)
    assert refusal.value.field == "last_day"


def test_the_cadence_of_a_rep_goes_before_that_of_the_team(journal: Journal, quiet: int) -> None:
    journal.do(set_cadence, kind=ONE, target_days=21, limit_days=30)
    journal.do(set_cadence, kind=ONE, target_days=22, limit_days=31)
    assert journal.undoable() == "Changed how often a one-on-one is due on the team."
    assert standing(journal).standing is Standing.ON_TIME
    journal.do(set_cadence, kind=ONE, rep_id=quiet, target_days=10, limit_days=25)
    assert standing(journal).standing is Standing.DUE
    journal.do(put_back_cadence, kind=ONE, rep_id=quiet)
    assert journal.ask(cadences).of(quiet, ONE) == Cadence(22, 31)
    journal.do(put_back_cadence, kind=ONE)
    assert journal.ask(cadences).of(quiet, ONE) == DEFAULT_CADENCES[ONE]


@pytest.mark.parametrize(
    ("target", "limit", "field"), [(0, 5, "target_days"), (7, 6, "limit_days"), (7, 1000, "limit_days")]
)
def test_a_cadence_that_cannot_be_is_refused(journal: Journal, target: int, limit: int, field: str) -> None:
    with pytest.raises(Rejected) as refusal:
        journal.do(set_cadence, kind=ONE, target_days=target, limit_days=limit)
    assert refusal.value.field == field
