import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from coachjournal.bootstrap import display, system_libraries
from coachjournal.bootstrap.environment import ROOT, RUNTIME, TESTING, Environment
from coachjournal.bootstrap.installing import meaning, plain_lines, require_venv
from coachjournal.bootstrap.system_libraries import Library
from tests.__main__ import spread

NO_NETWORK = {"PIP_NO_INDEX": "", "HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9"}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what the start needs, with a lock that names nothing yet."""
    shutil.copytree(ROOT / "coachjournal" / "bootstrap", tmp_path / "coachjournal" / "bootstrap")
    shutil.copy(ROOT / "main.py", tmp_path)
    (tmp_path / "coachjournal" / "__init__.py").touch()
    (tmp_path / "tests").mkdir()
    (tmp_path / "requirements.lock").write_text("# nothing\n")
    (tmp_path / "tests" / "requirements.lock").write_text("# nothing\n")
    return tmp_path


@pytest.fixture
def made(checkout: Path) -> Environment:
    """An environment whose folder looks made for this Python."""
    environment = Environment(checkout)
    environment.python.parent.mkdir(parents=True, exist_ok=True)
    environment.python.touch()
    library = "Lib" if sys.platform == "win32" else f"lib/python3.{sys.version_info.minor}"
    (environment.folder / library / "site-packages").mkdir(parents=True)
    return environment


def start(checkout: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs main.py with a base Python, an empty home and no display."""
    base = getattr(sys, "_base_executable", sys.executable)
    environment = {"HOME": str(checkout / "nowhere"), "PATH": os.environ["PATH"], **variables}
    return subprocess.run(
        [base, "main.py"], cwd=checkout, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


def wheel(folder: Path) -> str:
    """Makes a tiny package and returns the line by which a lock names it."""
    file = folder / "tiny_thing-1.0-py3-none-any.whl"
    parts = {
        "tiny_thing.py": "",
        "tiny_thing-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: tiny-thing\nVersion: 1.0\n",
        "tiny_thing-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    digests = {name: base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()) for name, text in parts.items()}
    record = "".join(f"{name},sha256={digests[name].decode().rstrip('=')},{len(parts[name])}\n" for name in parts)
    with zipfile.ZipFile(file, "w") as packed:
        for name, text in {**parts, "tiny_thing-1.0.dist-info/RECORD": record}.items():
            packed.writestr(name, text)
    return f"tiny-thing==1.0 --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n"


def test_an_environment_is_ready_only_when_finished(made: Environment) -> None:
    assert not made.is_ready(RUNTIME)
    made.begin()
    assert not made.is_ready(RUNTIME)
    made.finish(RUNTIME)
    assert made.is_ready(RUNTIME)
    assert not made.is_ready(TESTING)


def test_the_environment_of_the_tests_serves_the_application_too(made: Environment) -> None:
    made.begin()
    made.finish(TESTING)
    assert made.is_ready(TESTING)
    assert made.is_ready(RUNTIME)


def test_a_changed_lock_makes_the_environment_stale(made: Environment) -> None:
    made.begin()
    made.finish(RUNTIME)
    (made.root / "requirements.lock").write_text("# another\n")
    assert not made.is_ready(RUNTIME)


def test_making_it_again_leaves_nothing_that_looks_ready_until_the_end(made: Environment) -> None:
    made.begin()
    made.finish(TESTING)
    made.begin()
    assert not made.is_ready(RUNTIME)
    assert made.unfinished.exists()


def test_an_environment_of_another_python_is_thrown_away(made: Environment) -> None:
    made.begin()
    made.finish(RUNTIME)
    made.python.unlink()
    assert not made.fits_this_python()
    made.begin()
    assert [path.name for path in made.folder.iterdir()] == ["unfinished"]


def test_what_was_interrupted_is_made_anew(made: Environment) -> None:
    made.begin()
    half_written = made.folder / "half-written"
    half_written.touch()
    made.begin()
    assert not half_written.exists()


def test_a_stale_environment_is_brought_up_to_date_in_place(made: Environment) -> None:
    made.begin()
    made.finish(RUNTIME)
    (made.root / "requirements.lock").write_text("# another\n")
    made.begin()
    assert made.fits_this_python()


def test_both_locks_name_the_same_versions() -> None:
    def pins(lock: str) -> set[str]:
        return {line.strip(" \\\n") for line in (ROOT / lock).read_text().splitlines() if "==" in line}

    assert pins("requirements.lock") < pins("tests/requirements.lock")


@pytest.mark.parametrize("lock", ["requirements.lock", "tests/requirements.lock"])
def test_a_lock_names_no_index_and_hashes_everything(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    lines = text.splitlines()
    assert all("--hash=sha256:" in lines[number + 1] for number, line in enumerate(lines) if "==" in line)


def test_python_3_11_stays_below_the_qt_that_kills_it() -> None:
    pins = [line for line in (ROOT / "requirements.lock").read_text().splitlines() if line.startswith("pyside6-")]
    old, new = sorted(pins)
    assert old.startswith("pyside6-essentials==6.11.")
    assert "python_full_version < '3.12'" in old
    assert "python_full_version >= '3.12'" in new


@pytest.mark.slow
def test_a_fresh_checkout_sets_itself_up_and_then_starts_at_once(checkout: Path) -> None:
    (checkout / "requirements.lock").write_text(wheel(checkout))
    variables = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(checkout)}

    first = start(checkout, **variables)
    assert first.stdout.splitlines()[1:] == [
        "  tiny-thing 1.0",
        "  Everything is here; putting it in place.",
        "Ready.",
    ]
    assert Environment(checkout).is_ready(RUNTIME)

    second = start(checkout, **variables)
    assert second.stdout == ""
    assert second.returncode == 1
    assert second.stderr.startswith("There is no display here") == sys.platform.startswith("linux")


@pytest.mark.slow
def test_without_a_network_one_sentence_says_so_and_nothing_looks_ready(checkout: Path) -> None:
    (checkout / "requirements.lock").write_text(wheel(checkout))
    said = start(checkout, **NO_NETWORK)
    assert said.returncode == 1
    assert "nothing answers on the network" in said.stderr
    assert "Traceback" not in said.stderr
    assert not Environment(checkout).is_ready(RUNTIME)


def test_a_folder_that_cannot_be_written_is_named(checkout: Path) -> None:
    (checkout / ".venv").write_text("a file stands where the folder should be")
    said = start(checkout)
    assert said.returncode == 1
    assert f"The folder {checkout / '.venv'} cannot be written" in said.stderr
    assert "Traceback" not in said.stderr


def test_an_old_python_is_told_what_is_needed(checkout: Path) -> None:
    pretend = "import sys; sys.version_info = (3, 9, 1); sys.path.insert(0, '.'); import coachjournal.bootstrap"
    said = subprocess.run(
        [sys.executable, "-c", pretend], cwd=checkout, capture_output=True, text=True, check=False, timeout=30
    )
    assert said.returncode == 1
    assert said.stderr.startswith("Coach Journal needs Python 3.11 or newer, and this is Python 3.9")


def test_a_python_without_venv_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "ensurepip" else object())
    with pytest.raises(SystemExit, match="lacks the venv module"):
        require_venv()


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "not the one the lock names"),
        ("WARNING: Retrying (Retry(total=1)): Temporary failure in name resolution", "nothing answers on the network"),
        ("ERROR: No matching distribution found for typst==0.15.2\n", "There is no ready-made typst==0.15.2 for"),
        ("ERROR: Something new happened", "could not be installed: Something new happened."),
        ("", "pip stopped without a word."),
    ],
)
def test_a_failure_is_told_in_a_sentence(output: str, sentence: str) -> None:
    assert sentence in meaning(output)


def test_progress_is_a_line_for_each_package() -> None:
    output = [
        "Collecting pyside6-essentials==6.11.3 (from -r requirements.lock (line 9))\n",
        "  Downloading pyside6_essentials-6.11.3-cp310-abi3-manylinux_2_34_x86_64.whl.metadata (3.9 kB)\n",
        "Downloading pyside6_essentials-6.11.3-cp310-abi3-manylinux_2_34_x86_64.whl (80.3 MB)\n",
        "  Using cached babel-2.18.0-py3-none-any.whl (10.2 MB)\n",
        "Processing /media/stick/tzdata-2026.6-py2.py3-none-any.whl\n",
        "Installing collected packages: tzdata, babel\n",
    ]
    assert list(plain_lines(output)) == [
        "  pyside6-essentials 6.11.3, 80.3 MB",
        "  babel 2.18.0, 10.2 MB",
        "  tzdata 2026.6",
        "  Everything is here; putting it in place.",
    ]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves these libraries to the system")
def test_only_absent_libraries_are_named_each_package_once() -> None:
    libraries = [
        Library("libc.so.6", "libc6", "glibc"),
        Library("libabsent.so.1", "libabsent1", "absent"),
        Library("libabsent-more.so.1", "libabsent1", "absent"),
    ]
    absent = system_libraries.missing(libraries)
    said = system_libraries.sentence(absent)
    assert [library.file for library in absent] == ["libabsent.so.1", "libabsent-more.so.1"]
    assert "libc6" not in said
    assert said.count("libabsent1") == (1 if shutil.which("apt-get") else 0)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")
def test_no_display_is_said_before_qt_aborts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    for screen in ("", ":4711"):
        monkeypatch.setenv("DISPLAY", screen)
        with pytest.raises(SystemExit, match="There is no display here"):
            display.require_display()


@pytest.mark.parametrize(
    ("arguments", "spreads"),
    [
        ([], True),
        (["--cov", "-q"], True),
        (["tests/core"], True),
        (["-n0"], False),
        (["-n", "4"], False),
        (["-s"], False),
    ],
)
def test_the_suite_uses_every_core_unless_told_otherwise(arguments: list[str], *, spreads: bool) -> None:
    assert bool(spread(arguments)) is spreads


def test_drawing_offscreen_needs_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("DISPLAY", "")
    display.require_display()
    assert display.window_system() == ""
