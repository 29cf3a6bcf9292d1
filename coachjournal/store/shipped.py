"""What every new journal begins with: stages, cadences, skills, questions and templates. All of it is editable."""

import json
from typing import Any

from sqlalchemy import Connection, insert

from coachjournal import model
from coachjournal.places import RESOURCES
from coachjournal.rules.cadence import DEFAULT_CADENCES
from coachjournal.rules.deal import DEFAULT_STAGES

Row = dict[str, Any]


def put_in_what_ships(connection: Connection) -> None:
    """Fill an empty journal; not a command, so there is nothing to undo."""
    with connection.begin():
        connection.execute(insert(model.Stage), _stages())
        connection.execute(insert(model.Cadence), _cadences())
        connection.execute(insert(model.Skill), _numbered(shipped_rows("skills.json")))
        connection.execute(insert(model.Template), _templates())
        for position, each in enumerate(shipped_rows("question_sets.json")):
            _put_question_set(connection, position, each)


def _stages() -> list[Row]:
    return _numbered([{"name": stage.name, "outcome": stage.outcome} for stage in DEFAULT_STAGES])


def _cadences() -> list[Row]:
    return [
        {"kind": kind, "target_days": cadence.target_days, "limit_days": cadence.limit_days}
        for kind, cadence in DEFAULT_CADENCES.items()
    ]


def _templates() -> list[Row]:
    return [{**row, "headings": "\n".join(row["headings"])} for row in shipped_rows("templates.json")]


def _put_question_set(connection: Connection, position: int, each: Row) -> None:
    fields = {"name": each["name"], "used_for": each["used_for"], "position": position, "shipped": each["shipped"]}
    set_id = connection.execute(insert(model.QuestionSet).returning(model.QuestionSet.id), fields).scalar_one()
    questions = [{**question, "question_set_id": set_id} for question in each["questions"]]
    connection.execute(insert(model.Question), _numbered(questions))


def _numbered(rows: list[Row]) -> list[Row]:
    return [{**row, "position": position} for position, row in enumerate(rows)]


def shipped_rows(name: str) -> list[Row]:
    """What ships in one of the files of resources, as it is written there."""
    rows: list[Row] = json.loads((RESOURCES / name).read_text(encoding="utf-8"))
    return rows
