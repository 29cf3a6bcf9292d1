"""Everything that is done while writing is taken back, and done again, to the last row."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from coachjournal.clock import FixedClock
from coachjournal.commands.agenda_item import (
    bring_back_agenda_item,
    drop_agenda_item,
    edit_agenda_item,
    mark_raised,
    raise_next_time,
)
from coachjournal.commands.answer import answer_question, commit_to_find_out, dismiss_find_out, withdraw_answer
from coachjournal.commands.begun import begin_conversation, leave_begun
from coachjournal.commands.check_in import check_in_during
from coachjournal.commands.commitment import keep_commitment, move_commitment
from coachjournal.commands.conversation import (
    delete_conversation,
    edit_conversation,
    log_conversation,
    move_conversation,
)
from coachjournal.commands.deal import add_deal, delete_deal, edit_deal
from coachjournal.commands.deal_review import move_review, park_deal, review_deal
from coachjournal.commands.draft import Promise, finish_log, finish_text
from coachjournal.commands.field_call import (
    Customer,
    add_field_call,
    delete_field_call,
    finish_call,
    move_field_call,
    visit,
)
from coachjournal.commands.goal import set_goal
from coachjournal.commands.observation import delete_observation, edit_observation, write_observation
from coachjournal.commands.pipeline_review import talk_about_deal
from coachjournal.commands.question_set import (
    add_question,
    add_question_set,
    move_question,
    move_question_set,
    put_back_question_sets,
    take_out_question,
    take_out_question_set,
    write_question,
)
from coachjournal.commands.rating import rate_during, take_back_rating
from coachjournal.commands.rep import add_rep
from coachjournal.commands.revision import bring_back
from coachjournal.commands.ride_along import plan_ride_along
from coachjournal.commands.skill import add_skill, archive_skill, move_skill, put_back_skills, write_skill
from coachjournal.commands.spelling import add_own_word, choose_spelling
from coachjournal.commands.template import put_back_kinds, set_usual_minutes, write_headings
from coachjournal.journal import Journal, Reading, Writing, open_journal
from coachjournal.model import Question, Rep, Skill
from coachjournal.rules.answer import Certainty
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.goal import Measure
from coachjournal.rules.observation import Seen
from tests.core.test_journal import everything
from tests.core.undoing import leads_back_and_forth

Do = Callable[[Writing, int], object]
RIDE = ConversationKind.RIDE_ALONG
NOTE = "@dana on #renewal and #kestrel (!discovery) 25m\n%%#renewal is lost%%\nDana to write the agenda by Friday"

NOTES: dict[str, Do] = {
    "log": lambda tx, n: log_conversation(tx, rep_id=n, text=NOTE, kind=RIDE if n == 1 else ConversationKind.PRACTICE),
    "finish log": lambda tx, n: finish_log(tx, slot="quick", rep_id=n, text=NOTE, promises=[Promise("Agenda")]),
    "finish text": lambda tx, n: finish_text(tx, slot="x", conversation_id=n, text=NOTE, promises=[Promise("Agenda")]),
    "write less": lambda tx, n: finish_text(tx, slot="x", conversation_id=n, text="@dana", reps_words="Kestrel"),
    "earlier day": lambda tx, n: edit_conversation(tx, conversation_id=n, held_on=tx.today - timedelta(n)),
    "choose deals": lambda tx, n: edit_conversation(tx, conversation_id=n, deal_ids=[n]),
    "other rep": lambda tx, n: move_conversation(tx, conversation_id=n, rep_id=3 - n),
    "delete talk": lambda tx, n: delete_conversation(tx, conversation_id=n),
    "bring back": lambda tx, n: bring_back(tx, revision_id=n),
    "begin": lambda tx, n: begin_conversation(tx, rep_id=n, kind=RIDE),
    "leave": lambda tx, n: leave_begun(tx, conversation_id=n),
}
BESIDE: dict[str, Do] = {
    "raise": lambda tx, n: raise_next_time(tx, rep_id=n, text=f"Kestrel {n}", deal_id=n),
    "reword": lambda tx, n: edit_agenda_item(tx, agenda_item_id=n, text="The agenda", private=True, side=Side.REP),
    "raised": lambda tx, n: mark_raised(tx, agenda_item_id=n, conversation_id=n),
    "not raised": lambda tx, n: bring_back_agenda_item(tx, agenda_item_id=n),
    "drop": lambda tx, n: drop_agenda_item(tx, agenda_item_id=n),
    "check in": lambda tx, n: check_in_during(tx, goal_id=n, conversation_id=1, value=n + 1.5),
    "rate": lambda tx, n: rate_during(tx, conversation_id=n, skill_id=2, level=n, side=Side.REP),
    "take back rating": lambda tx, n: take_back_rating(tx, conversation_id=n, skill_id=2, side=Side.REP),
    "keep": lambda tx, n: keep_commitment(tx, commitment_id=n),
    "move": lambda tx, n: move_commitment(tx, commitment_id=n, due_on=date(2026, 12, 24)),
    "observe": lambda tx, n: write_observation(tx, rep_id=n, behaviour="Sent Kestrel the agenda", conversation_id=n),
    "reword observation": lambda tx, n: edit_observation(tx, observation_id=n, behaviour="Asked", private=True),
    "delete observation": lambda tx, n: delete_observation(tx, observation_id=n),
}
FIELD: dict[str, Do] = {
    "plan": lambda tx, n: plan_ride_along(
        tx, rep_id=n, held_on=tx.today, focus_skill_id=2, customers=[Customer(deal_id=n), Customer(account="Kestrel")]
    ),
    "visit": lambda tx, n: visit(tx, conversation_id=n, customer=Customer(deal_id=n)),
    "add call": lambda tx, n: add_field_call(tx, conversation_id=n, objective="The agenda"),
    "tell call": lambda tx, n: finish_call(
        tx, field_call_id=n, seen=Seen(behaviour="Asked Dana"), outcome="Kestrel signs", minutes=30 * n
    ),
    "see nothing": lambda tx, n: finish_call(tx, field_call_id=n, seen=Seen()),
    "move call": lambda tx, n: move_field_call(tx, field_call_id=n, steps=1),
    "delete call": lambda tx, n: delete_field_call(tx, field_call_id=n),
}
DEALS: dict[str, Do] = {
    "review": lambda tx, n: review_deal(tx, deal_id=n),
    "park": lambda tx, n: park_deal(tx, deal_id=n),
    "move review": lambda tx, n: move_review(tx, conversation_id=n, days=1),
    "talk": lambda tx, n: talk_about_deal(tx, conversation_id=n, deal_id=1),
    "not talk": lambda tx, n: talk_about_deal(tx, conversation_id=n, deal_id=1, talked=False),
    "answer": lambda tx, n: answer_question(
        tx, conversation_id=n, deal_id=n, question_id=13, certainty=Certainty.KNOWN, text="Ingrid"
    ),
    "withdraw": lambda tx, n: withdraw_answer(tx, conversation_id=n, deal_id=n, question_id=13),
    "find out": lambda tx, n: commit_to_find_out(tx, conversation_id=n, deal_id=n, question_id=13),
    "dismiss": lambda tx, n: dismiss_find_out(tx, conversation_id=n, deal_id=n, question_id=13),
    "next step": lambda tx, n: edit_deal(tx, deal_id=n, next_step="Agenda", conversation_id=n, account="Kestrel AS"),
    "delete deal": lambda tx, n: delete_deal(tx, deal_id=n),
}
SETTINGS: dict[str, Do] = {
    "add set": lambda tx, n: add_question_set(tx, name=f"Set {n}"),
    "move set": lambda tx, n: move_question_set(tx, question_set_id=n, by=1),
    "take out set": lambda tx, n: take_out_question_set(tx, question_set_id=n + 1),
    "add question": lambda tx, n: add_question(tx, question_set_id=n, text="Who loses?"),
    "reword question": lambda tx, n: write_question(tx, question_id=12 + n, text="Who?", stale_days=n),
    "move question": lambda tx, n: move_question(tx, question_id=12 + n, by=1),
    "take out question": lambda tx, n: take_out_question(tx, question_id=12 + n),
    "put back sets": lambda tx, _: put_back_question_sets(tx),
    "delete questions": lambda tx, n: tx.connection.execute(delete(Question).where(Question.id > 11 + n)),
    "add skill": lambda tx, n: add_skill(tx, name=f"Skill {n}"),
    "reword skill": lambda tx, n: write_skill(tx, skill_id=n, name=f"Words {n}", level_1="Dana"),
    "move skill": lambda tx, n: move_skill(tx, skill_id=n, by=1),
    "archive skill": lambda tx, n: archive_skill(tx, skill_id=n),
    "put back skills": lambda tx, _: put_back_skills(tx),
    "delete skills": lambda tx, n: tx.connection.execute(delete(Skill).where(Skill.id == n)),
    "delete reps": lambda tx, n: tx.connection.execute(delete(Rep).where(Rep.id == n)),
    "word": lambda tx, n: add_own_word(tx, word=f"Kestrel{n}"),
    "language": lambda tx, _: choose_spelling(tx, choice="off"),
    "headings": lambda tx, n: write_headings(tx, kind=RIDE, headings=f"Seen {n}"),
    "minutes": lambda tx, n: set_usual_minutes(tx, kind=RIDE, minutes=n),
    "put back kinds": lambda tx, _: put_back_kinds(tx),
}
ACTIONS = NOTES | BESIDE | FIELD | DEALS | SETTINGS


@pytest.fixture
def written(journal: Journal) -> Path:
    """Two reps with a goal and a deal each, and a day in the field about which something is written and noted."""
    for rep, name in enumerate(("Dana Reyes", "Amir Khan"), 1):
        journal.do(add_rep, name=name)
        journal.do(add_deal, rep_id=rep, name="Renewal" if rep == 1 else "Kestrel", stage_id=1, account="Halvorsen AS")
        goal = {"title": "Agenda", "measure": Measure.LEVEL, "baseline": 1, "target": 4, "due_on": date(2027, 1, 1)}
        journal.do(set_goal, rep_id=rep, skill_id=2, **goal)  # type: ignore[arg-type]
    day = journal.do(plan_ride_along, rep_id=1, held_on=journal.clock.today(), customers=[Customer(deal_id=1)])
    for text in ("Kestrel", "Kestrel, the agenda"):
        journal.do(edit_conversation, conversation_id=day, text=text)
    journal.do(raise_next_time, rep_id=1, text="The agenda")
    journal.do(write_observation, rep_id=1, behaviour="Sent the agenda", conversation_id=day)
    journal.do(commit_to_find_out, conversation_id=day, deal_id=1, question_id=13)
    journal.close()
    return journal.path


@contextmanager
def copy_of(written: Path, clock: FixedClock) -> Iterator[Journal]:
    """Keys are never given out twice, so each try begins with the same ones."""
    journal = open_journal(shutil.copy(written, written.with_name("copy.coach")), clock=clock)
    try:
        yield journal
    finally:
        journal.close()


def undoable(journal: Journal) -> dict[str, list[tuple[Any, ...]]]:
    """Drafts are no part of undo; every record in the indexes is."""

    def numbers(tx: Reading, index: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in tx.connection.exec_driver_sql(f"SELECT rowid FROM {index} ORDER BY rowid")]

    rows = everything(journal)
    del rows["draft"]
    return rows | {index: journal.ask(numbers, index=index) for index in ("search_index", "search_names")}


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(sorted(ACTIONS)), st.integers(1, 3)), min_size=1, max_size=14))
def test_undoing_all_leads_back_through_every_state_and_redoing_forward(
    written: Path, clock: FixedClock, actions: list[tuple[str, int]]
) -> None:
    with copy_of(written, clock) as journal:
        leads_back_and_forth(journal, ACTIONS, actions, undoable)
