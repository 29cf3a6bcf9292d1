"""The printed plan is read back: what a person reads, hears and archives."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from shutil import which
from subprocess import run

import pikepdf
import pytest

from coachjournal.documents.development_plan import plan_pdf, write_plan
from coachjournal.errors import Rejected
from coachjournal.queries.development_plan import DevelopmentPlan, PlanStrength, SkillRow
from coachjournal.rules.conversation import ConversationKind
from tests.core.documents.examples import (
    DISCOVERY,
    VISIT,
    WIN_RATE,
    empty_plan,
    long_plan,
    ordinary_plan,
)
from tests.core.documents.reading_back import ReadBack

SECTIONS = (
    "Where I want to go",
    "What is strong",
    "Goals and the time given to them",
    "Skill profile",
    "Actions",
    "Support I will give",
    "We look again",
    "Progress log",
    "Coaching given",
    "Comments by Dana Reyes",
)


@pytest.fixture(scope="module")
def ordinary() -> ReadBack:
    return ReadBack(plan_pdf(ordinary_plan()))


@pytest.fixture(scope="module")
def long() -> ReadBack:
    return ReadBack(plan_pdf(long_plan()))


def test_an_ordinary_plan_takes_two_or_three_pages_and_says_so(ordinary: ReadBack, tmp_path: Path) -> None:
    written = write_plan(ordinary_plan(), tmp_path / "plan.pdf")
    assert written.file.read_bytes() == ordinary.pdf
    assert written.pages == len(ordinary.pages) == 2
    assert written.missing == ()


def test_the_title_block_names_rep_manager_period_and_version(ordinary: ReadBack) -> None:
    assert "Dana Reyes, account executive, Iberia" in ordinary.text
    assert "With Markus Lind. October to December 2026. Second version, agreed 2 November 2026." in ordinary.text


def test_every_section_stands_in_its_order(ordinary: ReadBack) -> None:
    places = [ordinary.text.index(section) for section in SECTIONS]
    assert places == sorted(places)


def test_every_goal_is_printed_with_why_values_date_and_standing(ordinary: ReadBack) -> None:
    for goal in (DISCOVERY, WIN_RATE):
        assert goal.title in ordinary.text
        assert goal.why in ordinary.text
        assert goal.on_track in ordinary.text
    assert "26.7% (8 of 30)" in ordinary.text
    assert "18 Dec 2026" in ordinary.text


def test_a_goal_says_what_it_is_seen_in_and_the_steps_on_its_way(ordinary: ReadBack) -> None:
    assert "Seen in: calls in which the cost comes before the product" in ordinary.text
    assert "Asks why twice in every call, done 2 Nov 2026" in ordinary.text
    assert "A second voice before a proposal, 3.5, by 4 Dec 2026" in ordinary.text


def test_the_hours_given_are_summed_by_month_and_kind(ordinary: ReadBack) -> None:
    assert "October 2026 8 h 1 h 30 – 9 h 30" in ordinary.text
    assert "All 8 h 2 h 15 1 h 15 11 h 30" in ordinary.text


def test_a_skill_shows_both_ratings_its_target_and_how_far_the_manager_sees_it() -> None:
    skills = (
        SkillRow("Discovery", 3, 3.9, 4),
        SkillRow("Presentation", 2, 5, 4),
        SkillRow("Objections", None, None, 3),
    )
    text = ReadBack(plan_pdf(replace(ordinary_plan(), skills=skills))).text
    assert "Discovery 3 3.9 4 0.1" in text
    assert "Presentation 2 5 4 0" in text
    assert "Objections 3 " in text


def test_many_threads_print_at_once(ordinary: ReadBack) -> None:
    with ThreadPoolExecutor(4) as lanes:
        assert set(lanes.map(plan_pdf, [ordinary_plan()] * 8)) == {ordinary.pdf}


def test_pages_after_the_first_carry_name_period_and_number(ordinary: ReadBack) -> None:
    first, second = ordinary.pages
    assert "Dana Reyes — Development plan — October to December 2026" in second
    assert "Dana Reyes — Development plan" not in first
    assert "page 1 of 2" in first
    assert "page 2 of 2" in second
    assert all("Made 23 November 2026" in page for page in ordinary.pages)


def test_the_chart_is_told_in_words_to_those_who_do_not_see_it(ordinary: ReadBack) -> None:
    (words,) = ordinary.alternatives()
    assert "Discovery depth" in words
    assert "Win rate" in words


def test_headings_tables_and_quote_are_tagged(ordinary: ReadBack) -> None:
    tags = ordinary.tags()
    assert tags.count("H1") == len(SECTIONS)
    assert tags.count("Table") == 5
    assert tags.count("THead") == 5
    assert tags.count("TH") == 27
    assert {"Title", "Figure", "BlockQuote", "TD"} <= set(tags)


def test_the_file_declares_itself_archivable_and_accessible(ordinary: ReadBack) -> None:
    with pikepdf.open(BytesIO(ordinary.pdf)) as pdf:
        about = pdf.open_metadata()
        assert (about["pdfaid:part"], about["pdfaid:conformance"], about["pdfuaid:part"]) == ("2", "A", "1")
        assert about["dc:title"] == "Development plan of Dana Reyes, October to December 2026"
        assert pdf.docinfo["/Author"] == "Markus Lind"
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_our_own_fonts_are_used_and_embedded(ordinary: ReadBack) -> None:
    fonts = ordinary.fonts()
    assert all(fonts.values())
    assert all("Inter" in name for name in fonts)


@pytest.mark.skipif(not which("qpdf"), reason="qpdf is not on this machine")
@pytest.mark.parametrize("plan", [ordinary_plan, empty_plan, long_plan])
def test_qpdf_finds_nothing_wrong(plan: Callable[[], DevelopmentPlan], tmp_path: Path) -> None:
    written = write_plan(plan(), tmp_path / "plan.pdf")
    checked = run(["qpdf", "--check", written.file], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_same_plan_gives_the_same_bytes(ordinary: ReadBack) -> None:
    assert plan_pdf(ordinary_plan()) == ordinary.pdf


def test_empty_sections_say_none_yet_and_leave_room_to_write() -> None:
    empty = ReadBack(plan_pdf(empty_plan()))
    assert empty.text.count("none yet") == len(SECTIONS) - 1
    assert empty.alternatives() == []
    assert len(empty.pages) == 1


def test_forty_actions_and_sixty_check_ins_are_all_there(long: ReadBack) -> None:
    assert all(f"Action {n}. I want" in long.text for n in range(40))
    assert all(f"Check-in {n}. Asked" in long.text for n in range(60))


def test_a_table_repeats_its_header_on_every_page_it_reaches(long: ReadBack) -> None:
    with_actions = [page for page in long.pages if "Reviews two maps" in " ".join(page.split())]
    with_log = [page for page in long.pages if "Check-in " in page]
    assert len(with_actions) > 3
    assert all("Manager’s support" in page for page in with_actions)
    assert len(with_log) > 1
    assert all("Note" in page for page in with_log)


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for actions in range(2, 24):
        plan = replace(ordinary_plan(), actions=(VISIT,) * actions, comments="It is as we said.")
        for page in ReadBack(plan_pdf(plan)).pages:
            body = page.replace("Made 23 November 2026", "").strip().splitlines()
            assert body[-1].strip() not in SECTIONS


def test_days_and_numbers_follow_the_readers_locale() -> None:
    german = ReadBack(plan_pdf(ordinary_plan(), locale="de_DE"))
    assert "23. November 2026" in german.text
    assert "26,7" in german.text
    with pikepdf.open(BytesIO(plan_pdf(ordinary_plan(), locale="en_US"))) as pdf:
        assert [float(side) for side in pdf.pages[0].mediabox][2:] == [612, 792]


def test_the_conversation_that_shows_a_strength_is_named_in_the_readers_locale() -> None:
    seen = PlanStrength("Listens", "", ConversationKind.RIDE_ALONG, date(2026, 11, 12))
    german = ReadBack(plan_pdf(replace(ordinary_plan(), strengths=(seen,)), locale="de_DE"))
    assert "Ride-along, 12. November 2026" in german.text


@pytest.mark.parametrize(
    ("period_end", "told"),
    [
        (date(2027, 1, 1), "24 November 2025 to 23 November 2026"),
        (date(2026, 7, 1), "1 July 2025 to 30 June 2026"),
        (date(2016, 1, 10), "1 January 2016 to 23 November 2026"),
    ],
    ids=["that runs", "long over", "before anything is known"],
)
def test_of_many_years_the_chart_shows_the_twelve_months_of_the_plan(period_end: date, told: str) -> None:
    plan = ordinary_plan()
    old = replace(plan, period_end=period_end, timeline=replace(plan.timeline, start=date(2016, 1, 1)))
    (words,) = ReadBack(plan_pdf(old)).alternatives()
    assert f"Dana Reyes, {told}." in words


def test_nothing_printed_is_relative_to_a_day(ordinary: ReadBack) -> None:
    assert not {"today", "tomorrow", "yesterday", "ago"} & set(ordinary.text.lower().split())


def test_the_manager_can_be_left_out() -> None:
    plan = replace(ordinary_plan(), manager="", version=11, agreed_on=None)
    text = ReadBack(plan_pdf(plan)).text
    assert "October to December 2026. Version 11, not yet agreed." in text
    assert "Manager, date" in text


def test_a_full_or_forbidden_disk_is_told_in_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Rejected, match=r"^plan\.pdf could not be written to .*: no such file or directory\.$"):
        write_plan(ordinary_plan(), tmp_path / "gone" / "plan.pdf")
    (tmp_path / "plan.pdf").mkdir()
    with pytest.raises(Rejected, match="could not be written"):
        write_plan(ordinary_plan(), tmp_path / "plan.pdf")
    assert [file.name for file in tmp_path.iterdir()] == ["plan.pdf"]


def test_an_older_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"old")
    write_plan(replace(ordinary_plan(), made_on=date(2026, 11, 24)), path)
    assert "Made 24 November 2026" in ReadBack(path.read_bytes()).text
