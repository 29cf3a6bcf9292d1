import re
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parents[2]
CORE = ("cli", "journal", "charts", "documents", "importers")


def loaded_after(statement: str) -> set[str]:
    """The modules that a new Python holds after it ran the statement."""
    program = f"{statement}\nimport sys\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def lines_with(pattern: str, folder: str) -> list[str]:
    return [
        f"{file.relative_to(ROOT)}:{number}"
        for file in sorted((ROOT / folder).rglob("*.py"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(pattern, line)
    ]


def test_imports_keep_to_the_layers(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


@pytest.mark.parametrize("part", CORE)
def test_the_core_starts_without_qt(part: str) -> None:
    assert not {name for name in loaded_after(f"import coachjournal.{part}") if name.startswith(("PySide6", "ui"))}


def test_the_journal_starts_without_the_chart_library_or_the_migrations() -> None:
    assert not {"matplotlib", "alembic", "numpy"} & loaded_after("import coachjournal.journal")


@pytest.mark.parametrize("part", ["charts", "documents"])
def test_drawing_never_loads_pyplot(part: str) -> None:
    assert "matplotlib.pyplot" not in loaded_after(f"import coachjournal.{part}")


def test_styles_are_set_in_the_theme_alone() -> None:
    found = [place for place in lines_with(r"\.setStyleSheet\(", "ui") if not place.startswith("ui/theme.py")]
    assert found == []


def test_nothing_runs_the_event_loop_from_inside() -> None:
    assert lines_with(r"processEvents\(", "ui") == []


@pytest.mark.parametrize("folder", ["coachjournal", "ui"])
def test_no_file_is_longer_than_500_lines(folder: str) -> None:
    lengths = {file: len(file.read_bytes().splitlines()) for file in (ROOT / folder).rglob("*.py")}
    assert {file.name: length for file, length in lengths.items() if length > 500} == {}
