"""A private part of a text, between two %% marks, is in nothing that goes to others."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from coachjournal.cli import main
from coachjournal.commands.agenda_item import raise_next_time
from coachjournal.commands.check_in import check_in
from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.goal import set_goal
from coachjournal.commands.observation import write_observation
from coachjournal.commands.plan import add_action, add_strength, start_plan, write_plan
from coachjournal.commands.rep import add_rep
from coachjournal.documents.development_plan import plan_pdf
from coachjournal.journal import Journal
from coachjournal.queries.development_plan import development_plan
from coachjournal.queries.plan_editor import evidence
from coachjournal.queries.rep_page import rep_conversations
from coachjournal.queries.today import today_page
from coachjournal.rules.goal import Measure
from coachjournal.rules.period import quarter_of

DAY = date(2026, 11, 23)
HIDDEN = "salary"
SAID = f"seen %%{HIDDEN}%% here"


@pytest.fixture
def dana(journal: Journal) -> int:
    """A rep about whom every text that can be written has a private part."""
    rep_id = journal.do(add_rep, name="Dana Reyes", role=SAID, territory=SAID)
    talk = journal.do(log_conversation, rep_id=rep_id, text=SAID, reps_words=SAID)
    journal.do(write_observation, rep_id=rep_id, behaviour=SAID, situation=SAID, impact=SAID, conversation_id=talk)
    journal.do(make_commitment, rep_id=rep_id, text=SAID, conversation_id=talk)
    journal.do(raise_next_time, rep_id=rep_id, text=SAID)
    goal = journal.do(
        set_goal,
        rep_id=rep_id,
        title=SAID,
        why=SAID,
        how=SAID,
        measure=Measure.NUMBER,
        unit=SAID,
        baseline=1,
        target=4,
        due_on=date(2027, 3, 1),
    )
    journal.do(check_in, goal_id=goal, value=2, note=SAID, conversation_id=talk)
    plan = journal.do(start_plan, rep_id=rep_id, period=quarter_of(DAY))
    journal.do(write_plan, plan_id=plan, direction=SAID, support=SAID, comments=SAID, found_30=SAID)
    journal.do(add_strength, plan_id=plan, text=SAID, evidence=SAID)
    journal.do(add_strength, plan_id=plan, text=SAID, conversation_id=talk)
    journal.do(add_action, plan_id=plan, what=SAID, reps_part=SAID, support=SAID)
    return rep_id


def test_the_printed_plan_says_the_rest_and_not_the_private_part(journal: Journal, dana: int) -> None:
    pdf = plan_pdf(journal.ask(development_plan, rep_id=dana))
    read = " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)
    assert "seen" in read
    assert HIDDEN not in read
    assert HIDDEN.encode() not in pdf


@pytest.mark.parametrize("ending", ["svg", "pdf", "png"])
def test_a_picture_of_the_timeline_and_what_is_said_of_it(
    journal: Journal, dana: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    assert dana
    file = tmp_path / f"dana.{ending}"
    assert main(["--journal", str(journal.path), "timeline", "Dana Reyes", "--out", str(file), "--json"]) == 0
    assert HIDDEN not in json.dumps(json.loads(capsys.readouterr().out))
    assert HIDDEN.encode() not in file.read_bytes()
    if ending == "pdf":
        assert HIDDEN not in " ".join(page.extract_text() for page in pypdf.PdfReader(file).pages)


def test_the_plan_of_the_command_line(
    journal: Journal, dana: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dana
    file = tmp_path / "dana.pdf"
    assert main(["--journal", str(journal.path), "plan", "Dana Reyes", "--out", str(file)]) == 0
    assert HIDDEN not in capsys.readouterr().out
    assert HIDDEN not in " ".join(page.extract_text() for page in pypdf.PdfReader(file).pages)


def test_the_lists_quote_a_note_without_its_private_part(journal: Journal, dana: int) -> None:
    (talk,) = journal.ask(rep_conversations, rep_id=dana)
    assert HIDDEN not in talk.first_line
    assert HIDDEN not in repr(journal.ask(today_page))
    assert HIDDEN not in repr(journal.ask(evidence, rep_id=dana))


def test_a_note_that_begins_with_a_long_private_part_is_quoted_from_behind_it(journal: Journal, dana: int) -> None:
    journal.do(log_conversation, rep_id=dana, text=f"%%{HIDDEN * 100}%%\n\nHold the demo.")
    assert journal.ask(rep_conversations, rep_id=dana, most=1)[0].first_line == "Hold the demo."
