from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from coachjournal.charts.coaching_timeline.files import save_timeline, timeline_svg
from coachjournal.errors import Rejected
from tests.core.charts.examples import ordinary_timeline, timeline


@pytest.mark.parametrize(("ending", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("PDF", b"%PDF")])
def test_a_picture_is_saved_in_the_form_its_name_asks_for(tmp_path: Path, ending: str, begins: bytes) -> None:
    path = save_timeline(ordinary_timeline(), tmp_path / f"dana.{ending}")
    assert path.read_bytes().startswith(begins)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_the_same_timeline_gives_the_same_bytes(tmp_path: Path, ending: str) -> None:
    first, second = tmp_path / f"1.{ending}", tmp_path / f"2.{ending}"
    save_timeline(ordinary_timeline(), first)
    save_timeline(timeline(), second)
    save_timeline(ordinary_timeline(), second)
    assert first.read_bytes() == second.read_bytes()


def test_an_svg_is_well_formed_and_its_text_is_text() -> None:
    root = ET.fromstring(timeline_svg(ordinary_timeline()))  # noqa: S314 - our own picture
    words = {"".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Development goals", "3.9 of 4.0", "8 weeks without a ride-along"} <= words


def test_an_svg_has_the_size_asked_for() -> None:
    root = ET.fromstring(timeline_svg(ordinary_timeline(), size=(700, 430)))  # noqa: S314 - our own picture
    assert (root.get("width"), root.get("height")) == ("525pt", "322.5pt")


def test_markup_in_a_name_stays_a_name() -> None:
    name = "<script>&amp;"
    root = ET.fromstring(timeline_svg(timeline(first_name=name)))  # noqa: S314 - our own picture
    assert any(name in "".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text"))


@pytest.mark.parametrize("name", ["dana", "dana.jpg", "dana.exe"])
def test_another_ending_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(Rejected, match=r"saved as \.png, \.svg or \.pdf"):
        save_timeline(ordinary_timeline(), tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Rejected, match=r"could not be saved as dana\.png: no such file or directory\."):
        save_timeline(ordinary_timeline(), tmp_path / "gone" / "dana.png")


def test_a_name_taken_by_a_folder_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "dana.png").mkdir()
    with pytest.raises(Rejected, match="could not be saved"):
        save_timeline(ordinary_timeline(), tmp_path / "dana.png")
    assert [file.name for file in tmp_path.iterdir()] == ["dana.png"]
