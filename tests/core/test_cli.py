"""The command line: the same journal, one JSON document, one sentence when something is wrong."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pypdf
import pytest

from coachjournal.cli import main
from coachjournal.commands.conversation import plan_conversation
from coachjournal.journal import open_journal
from coachjournal.queries.reps import reps

Run = Callable[..., Any]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Types a command for one journal and answers what its JSON says."""

    def typed(*words: str) -> Any:  # noqa: ANN401 - what JSON says
        status = main(["--journal", str(tmp_path / "journal.coach"), *words, "--json"])
        printed = capsys.readouterr()
        assert (status, printed.err) == (0, "")
        return json.loads(printed.out)

    return typed


@pytest.fixture
def refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Types a command that is refused and answers the sentence."""

    def typed(*words: str) -> str:
        status = main(["--journal", str(tmp_path / "journal.coach"), *words])
        printed = capsys.readouterr()
        assert (status, printed.out, printed.err.count("\n")) == (1, "", 1)
        return printed.err.strip()

    return typed


@pytest.fixture
def deals(tmp_path: Path) -> str:
    path = tmp_path / "deals.csv"
    path.write_text(
        "Opportunity ID,Opportunity Owner,Account Name,Opportunity Name,Stage,Amount,Created Date,Close Date\n"
        "1,Dana Reyes,Halvorsen AS,Renewal,Closed Won,1000,2026-01-10,2026-03-01\n"
        "2,Dana Reyes,Kestrel Foods,Second site,Closed Lost,500,2026-02-10,2026-03-05\n"
        "3,Amir Khan,Kestrel Foods,Pilot,Propose,700,2026-05-10,2026-12-05\n",
        encoding="utf-8",
    )
    return str(path)


def test_a_new_journal_is_made_once(run: Run, refused: Callable[..., str], tmp_path: Path) -> None:
    assert run("new") == {"journal": str(tmp_path / "journal.coach")}
    assert "already" in refused("new")
    assert run("reps") == []


def test_reading_from_a_mistyped_name_makes_no_journal(refused: Callable[..., str], tmp_path: Path) -> None:
    assert refused("reps") == f"There is no journal {tmp_path / 'journal.coach'}."
    assert list(tmp_path.iterdir()) == []


def test_deals_come_in_are_figured_and_undone(run: Run, deals: str) -> None:
    first = run("import", "deals", deals)
    assert {key: first[key] for key in ("rows", "added", "changed", "unchanged", "refused", "new_reps")} == {
        "rows": 3,
        "added": 3,
        "changed": 0,
        "unchanged": 0,
        "refused": 0,
        "new_reps": 2,
    }
    dana = next(each for each in run("figures") if each["rep"] == "Dana Reyes")
    assert dana == {
        "rep": "Dana Reyes",
        "won": 1,
        "lost": 1,
        "open": 0,
        "win_rate": 0.5,
        "won_amount": {"EUR": 100_000},
        "average_won": {"EUR": 100_000},
        "median_cycle_days": 50,
    }
    (total,) = run("figures", "--total")
    assert (total["rep"], total["won"], total["lost"], total["open"]) == (None, 1, 1, 1)
    again = run("import", "deals", deals)
    assert (again["added"], again["changed"], again["unchanged"]) == (0, 0, 3)
    assert "3 deals" in run("undo")["undone"]
    assert run("reps") == []


def test_a_dry_run_says_the_same_and_writes_nothing(run: Run, deals: str) -> None:
    run("new")
    assert run("import", "deals", deals, "--dry-run")["added"] == 3
    assert run("reps") == []


def test_amounts_without_a_currency_are_in_the_one_that_is_typed(
    run: Run, refused: Callable[..., str], deals: str
) -> None:
    assert run("import", "deals", deals, "--dry-run")["currency"] == "EUR"
    assert run("import", "deals", deals, "--currency", "usd", "--dry-run")["currency"] == "USD"
    assert refused("import", "deals", deals, "--currency", "dollars").startswith("A currency is three letters")


@pytest.mark.parametrize("words", [("nowhere.csv",), (__file__,), (__file__, "--dry-run")])
def test_a_file_that_cannot_be_imported_begins_no_journal(
    refused: Callable[..., str], tmp_path: Path, words: tuple[str, ...]
) -> None:
    assert refused("import", "deals", *words)
    assert list(tmp_path.iterdir()) == []


def test_a_dry_run_begins_no_journal(run: Run, refused: Callable[..., str], deals: str) -> None:
    assert run("import", "deals", deals, "--dry-run")["added"] == 3
    assert "There is no journal" in refused("reps")


def test_signals_say_what_holds_today_with_their_samples(run: Run) -> None:
    run("sample")
    every, danas = run("signals"), run("signals", "--rep", "dana")
    headlines = sorted(each["headline"] for each in every if each["rep"] == "Dana Reyes")
    assert sorted(each["headline"] for each in danas) == headlines
    (slip,) = [each for each in danas if "Halvorsen" in each["headline"]]
    assert list(slip) == ["rep", "rule", "headline", "value", "n", "against", "seen"]
    assert (slip["rule"], slip["headline"]) == ("slipped", "close date of Halvorsen AS, renewal moved twice")
    assert (slip["value"], slip["n"], slip["against"]) == (2, 1, 2)


def test_figures_of_a_period_and_a_rep(run: Run, deals: str) -> None:
    run("import", "deals", deals)
    (dana,) = run("figures", "--rep", "dana", "--from", "2026-03-01", "--to", "2026-03-05")
    assert (dana["won"], dana["lost"], dana["win_rate"]) == (1, 0, 1.0)


def test_a_conversation_is_logged_found_and_counted(run: Run, deals: str) -> None:
    run("import", "deals", deals)
    logged = run("log", "dana", "Asked for the agenda first", "--minutes", "10", "--at", "2026-03-02T09:00+01:00")
    (hit,) = run("search", "agenda")
    assert (hit["kind"], hit["id"], hit["rep"], hit["on"]) == (
        "conversation",
        logged["conversation"],
        "Dana Reyes",
        "2026-03-02",
    )
    week = run("time", "--from", "2026-03-02", "--to", "2026-03-09")
    assert (week["by_group"]["people"], week["by_rep"], week["coaching_share"]) == (10, {"Dana Reyes": 10}, 1.0)
    assert "word in passing" in run("undo")["undone"]
    assert run("redo")["done_again"]
    assert len(run("search", "agenda")) == len(run("search", "agen kind:passing rep:dana after:2026-03")) == 1
    assert run("search", "agenda before:2026-03") == []


def test_the_sample_team_gives_a_timeline_and_a_plan(run: Run, tmp_path: Path) -> None:
    run("sample")
    for ending, start in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")):
        file = tmp_path / f"timeline.{ending}"
        assert run("timeline", "Dana Reyes", "--out", str(file)) == {"file": str(file)}
        assert file.read_bytes().startswith(start)
    plan = tmp_path / "plan.pdf"
    answer = run("plan", "Dana Reyes", "--out", str(plan))
    assert (answer["file"], answer["pages"]) == (str(plan), len(pypdf.PdfReader(plan).pages))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("log", "Zoë", "Hello"), "Nobody on the team is called Zoë."),
        (("figures", "--from", "2026-01-01"), "both ends"),
        (("figures", "--from", "2026-02-01", "--to", "2026-01-01"), "ends before it begins"),
        (("undo",), "nothing to undo"),
        (("import", "deals", "nowhere.csv"), "nowhere.csv"),
        (("import", "deals", __file__, "--map", "colour=Blue"), "no field colour"),
        (("log", "Dana", "Hello", "--at", "2999-01-01T09:00"), "Nobody"),
        (("import", "deals", str(Path(__file__).parent)), "is a folder, not a CSV file"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    run: Run, refused: Callable[..., str], words: tuple[str, ...], sentence: str
) -> None:
    run("new")
    assert sentence in refused(*words)


def test_a_brief_is_printed_for_one_rep(run: Run, refused: Callable[..., str], deals: str, tmp_path: Path) -> None:
    run("import", "deals", deals)
    file = tmp_path / "dana.pdf"
    answer = run("brief", "Dana", "--out", str(file))
    assert (answer["file"], answer["pages"]) == (str(file), 1)
    assert "One-on-one with Dana Reyes" in pypdf.PdfReader(file).pages[0].extract_text()
    assert refused("brief", "Nobody", "--out", str(file)) == "Nobody on the team is called Nobody."
    assert refused("brief", "Dana", "--out", str(tmp_path / "x.txt")) == "A brief is saved as .pdf."
    assert "no such file or directory" in refused("brief", "Dana", "--out", str(tmp_path / "gone" / "x.pdf"))


def test_the_briefs_of_today_are_printed_a_page_each(
    run: Run, refused: Callable[..., str], deals: str, tmp_path: Path
) -> None:
    run("import", "deals", deals)
    file = tmp_path / "today.pdf"
    assert refused("brief", "--due-today", "--out", str(file)) == "No one-on-one is planned for today."
    assert not file.exists()
    with closing(open_journal(tmp_path / "journal.coach")) as journal:
        for rep in journal.ask(reps):
            journal.do(plan_conversation, rep_id=rep.rep_id, held_on=journal.clock.today())
    assert run("brief", "--due-today", "--out", str(file))["pages"] == len(pypdf.PdfReader(file).pages) == 2


def test_a_picture_or_plan_that_cannot_be_saved_is_one_sentence(
    run: Run, refused: Callable[..., str], deals: str, tmp_path: Path
) -> None:
    run("import", "deals", deals)
    assert refused("timeline", "Dana", "--out", str(tmp_path / "x.gif")) == "A picture is saved as .png, .svg or .pdf."
    assert refused("plan", "Dana", "--out", str(tmp_path / "x.txt")) == "A development plan is saved as .pdf."
    for command, ending in (("timeline", "png"), ("plan", "pdf")):
        assert "no such file or directory" in refused(command, "Dana", "--out", str(tmp_path / "gone" / f"x.{ending}"))
    assert {each.suffix for each in tmp_path.iterdir()} == {".coach", ".csv"}


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("dance",),
        ("time",),
        ("time", "--from", "soon", "--to", "later"),
        ("log",),
        ("search", "agenda", "--limit", "0"),
        ("brief", "--out", "x.pdf"),
        ("brief", "Dana", "--due-today", "--out", "x.pdf"),
    ],
)
def test_wrong_usage_is_said_with_status_2(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_file_that_is_no_journal_is_one_sentence_and_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "letter.coach"
    path.write_text("Dear Dana" * 500, encoding="utf-8")
    command = [sys.executable, "-m", "coachjournal", "--journal", str(path), "reps", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "not a journal" in done.stderr


def test_ctrl_c_ends_an_import_without_a_word_and_leaves_nothing(run: Run, tmp_path: Path) -> None:
    run("new")
    pipe = tmp_path / "deals.csv"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "coachjournal", "--journal", str(tmp_path / "journal.coach"), "import", "deals"]
    importing = subprocess.Popen([*command, str(pipe)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with importing, pipe.open("wb"):  # opens once the import has begun to read, and gives it nothing to go on
        importing.send_signal(signal.SIGINT)
        said = importing.communicate()
    assert (importing.returncode, said) == (130, (b"", b""))
    assert run("reps") == []


def test_a_person_reads_a_table_with_headings_and_amounts_as_they_are_written_at_home(
    run: Run, deals: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", "deals", deals)

    def told(language: str, *words: str) -> list[str]:
        for name in ("LANGUAGE", "LC_ALL", "LC_TIME", "LC_CTYPE", "LANG"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("LC_ALL", language)
        assert main(["--journal", str(tmp_path / "journal.coach"), *words]) == 0
        return capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ").splitlines()

    assert told("C", "figures") == [
        "rep         won  lost  open  win rate  won amount  average won  median cycle days",
        "Amir Khan     0     0     1         –        none         none                  –",
        "Dana Reyes    1     1     0       50%      €1,000       €1,000                 50",
    ]
    assert "50 %     1.000 €" in told("de_DE.UTF-8", "figures", "--rep", "dana")[1]
    assert "coaching share: –" in told("xx_YY", "time", "--from", "2026-03-02", "--to", "2026-03-09")


def test_a_reader_that_has_seen_enough_is_no_error(run: Run, tmp_path: Path) -> None:
    run("new")
    command = f"{sys.executable} -m coachjournal --journal {tmp_path / 'journal.coach'} reps --json | true"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
