"""Whatever is in a file, importing it ends in a preview or in one sentence."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from coachjournal.errors import Rejected
from coachjournal.importers.columns import Field
from coachjournal.importers.days import DateOrder
from coachjournal.importers.preview import DealPreview, read_preview
from coachjournal.importers.questions import Choices
from coachjournal.rules.imported_deals import JournalTerms
from tests.core.importers.files import shared

TERMS = JournalTerms("EUR", {}, date(2026, 11, 23))
ALL_SAID = Choices(
    columns=dict.fromkeys(Field, ""),
    values={Field.REP: "Nora Lind", Field.STAGE: "Prospect", Field.NAME: "A"},
    date_order=DateOrder.DMY,
    decimal=".",
)
CELLS = some.sampled_from(
    ["", "A", '"', '"A\n', "1.234,5", "31/12/2025", "=1+1", "Ω" * 30, "Closed", "Won", "\u202e", "a@b.co", "45385", "-"]
)
HEADINGS = ["ID", "Name", "Owner", "Stage", "Status", "Amount", "Currency", "Created", "Close Date", "Product"]


def _preview_or_sentence(path: Path, choices: Choices) -> DealPreview | str:
    try:
        return read_preview(path, choices, TERMS)
    except Rejected as refused:
        return refused.sentence


def _ends_well(path: Path, choices: Choices) -> bool:
    ending = _preview_or_sentence(path, choices)
    if isinstance(ending, str):
        return "\n" not in ending and ending.endswith("Nothing was changed.")
    return bool(ending.questions) or ending.rows == len(ending.file.deals) + ending.file.refused


def test_every_torture_file_ends_in_a_preview_or_a_sentence() -> None:
    files = [path for path in sorted(shared("torture").rglob("*")) if path.is_file()]
    files += sorted(shared("crm").rglob("*.csv"))
    assert len(files) > 200
    for path in files:
        assert _ends_well(path, Choices()), path
        assert _ends_well(path, ALL_SAID), path


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scratch") / "deals.csv"


@settings(deadline=None)
@given(content=some.binary(max_size=400))
def test_no_bytes_make_a_traceback(scratch: Path, content: bytes) -> None:
    scratch.write_bytes(content)
    assert _ends_well(scratch, ALL_SAID)


@settings(deadline=None)
@given(rows=some.lists(some.lists(CELLS, max_size=12), min_size=1, max_size=6), delimiter=some.sampled_from(",;\t|"))
def test_no_cells_make_a_traceback(scratch: Path, rows: list[list[str]], delimiter: str) -> None:
    lines = [delimiter.join(cells) for cells in (HEADINGS, *rows)]
    scratch.write_text("\n".join(lines), encoding="utf-8")
    assert _ends_well(scratch, Choices(date_order=DateOrder.DMY, decimal=","))
