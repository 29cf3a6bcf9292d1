"""Of the sample team every cell of the Team page opens as many rows as it says."""

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.sample import load_sample_team
from coachjournal.journal import Journal, open_journal
from coachjournal.queries.team_page import TeamPage, team_page
from coachjournal.queries.team_rows import (
    coached_rows,
    goal_rows,
    kind_rows,
    next_step_rows,
    quota_rows,
    time_rows,
)
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.goal import GoalStanding
from coachjournal.rules.period import quarter_of, year_back
from tests.conftest import MONDAY

TODAY = date(2026, 11, 23)
QUARTER, SPAN = quarter_of(TODAY), year_back(TODAY)


@pytest.fixture(scope="module")
def sample(new_journal_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """Only to be read."""
    path = Path(shutil.copy(new_journal_file, tmp_path_factory.mktemp("sample") / "journal.coach"))
    opened = open_journal(path, clock=FixedClock(MONDAY))
    opened.do(load_sample_team)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def page(sample: Journal) -> TeamPage:
    return sample.ask(team_page, quarter=QUARTER, span=SPAN)


def test_conversations_about_a_skill(sample: Journal, page: TeamPage) -> None:
    for rep in page.reps:
        for skill in page.skills:
            rows = sample.ask(coached_rows, rep_id=rep.rep_id, skill_id=skill.skill_id, span=SPAN)
            cell = page.coached.get((rep.rep_id, skill.skill_id))
            assert (len(rows), rows[0].on if rows else None, sum(row.minutes or 0 for row in rows)) == (
                (cell.conversations, cell.last_on, cell.minutes) if cell else (0, None, 0)
            )


def test_conversations_of_a_kind(sample: Journal, page: TeamPage) -> None:
    for kind in ConversationKind:
        rows = sample.ask(kind_rows, rep_id=None, kind=kind, span=SPAN)
        by_rep = Counter(row.rep_id for row in rows)
        assert by_rep == {rep.rep_id: count for rep in page.reps if (count := page.kinds.get((rep.rep_id, kind), 0))}


def test_time_together(sample: Journal, page: TeamPage) -> None:
    for rep in page.reps:
        rows = sample.ask(time_rows, rep_id=rep.rep_id, span=SPAN)
        assert sum(row.minutes or 0 for row in rows) == page.minutes[rep.rep_id]


def test_won_deals_towards_the_quota(sample: Journal, page: TeamPage) -> None:
    for rep_id, attained in page.attained.items():
        rows = sample.ask(quota_rows, rep_id=rep_id, quarter=QUARTER)
        won = sum(row.money.minor for row in rows if row.money is not None)
        assert (len(rows), won) == (attained.deals, attained.won.minor)


def test_goals_as_they_stand(sample: Journal, page: TeamPage) -> None:
    assert page.goals
    for standing in GoalStanding:
        rows = sample.ask(goal_rows, rep_id=None, standing=standing)
        assert len(rows) == sum(count for (_, each), count in page.goals.items() if each is standing)


def test_open_commitments(sample: Journal, page: TeamPage) -> None:
    for rep in page.reps:
        rows = sample.ask(next_step_rows, rep_id=rep.rep_id)
        owned = Counter(Side.MANAGER if row.what == "you" else Side.REP for row in rows)
        assert owned == {side: count for side in Side if (count := page.next_steps.get((rep.rep_id, side), 0))}
