import logging
from collections.abc import Iterator
from dataclasses import replace

import pytest
from matplotlib.font_manager import fontManager

from coachjournal.charts import fonts
from coachjournal.charts.coaching_timeline.files import timeline_svg
from tests.core.charts.examples import NAMES, timeline

HEBREW = "אבגד הוזחט"


def test_words_of_a_script_that_ours_lack_have_room_for_the_faces_of_other_readers() -> None:
    latin, alone = "Your coaching time with ", fonts.width(HEBREW, 14)
    assert fonts.runs(f"{latin}{HEBREW}, Dana") == (latin, HEBREW, ", Dana")
    assert fonts.width(latin + HEBREW, 14) == pytest.approx(fonts.width(latin, 14) + alone)


def test_a_name_in_another_script_stands_by_itself_in_the_svg_so_that_the_rest_keeps_its_face() -> None:
    svg = timeline_svg(timeline(first_name=HEBREW)).decode()
    assert f">{HEBREW}</text>" in svg
    assert ">Your coaching time with </text>" in svg


@pytest.fixture
def a_system_with_one_heavy_face() -> Iterator[str]:
    """A family of the system that has neither a regular nor a bold face."""
    known = list(fontManager.ttflist)
    inter = next(entry for entry in known if entry.name == "DejaVu Sans")
    fontManager.ttflist.append(replace(inter, name="PingFang SC", weight=600))
    fonts.families.cache_clear()
    fonts.face.cache_clear()
    yield "PingFang SC"
    fontManager.ttflist[:] = known
    fonts.families.cache_clear()
    fonts.face.cache_clear()


@pytest.mark.parametrize("weight", ["normal", "bold"])
def test_no_face_of_the_system_makes_matplotlib_complain(
    a_system_with_one_heavy_face: str, weight: fonts.Weight, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        for name in (*NAMES, HEBREW):
            fonts.run_width.__wrapped__(fonts.drawable(name), 11.5, weight)
    assert a_system_with_one_heavy_face in fonts.families()
    assert not caplog.records
