"""The printed brief is read back: one page whatever there is, what does not fit is counted, nothing private."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from shutil import which
from subprocess import run

import pikepdf
import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.agenda_item import raise_next_time
from coachjournal.commands.check_in import check_in
from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import log_conversation, plan_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.field_call import add_field_call
from coachjournal.commands.observation import write_observation
from coachjournal.commands.rep import add_rep
from coachjournal.commands.sample import load_sample_team
from coachjournal.documents.brief import typeset_briefs, write_briefs
from coachjournal.documents.brief_words import NO_SIGNAL
from coachjournal.errors import Rejected
from coachjournal.journal import Journal, open_journal
from coachjournal.queries.brief import Brief, briefs_to_print
from coachjournal.queries.reps import reps
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.money import Money
from coachjournal.rules.signals.finding import Rule
from tests.conftest import MONDAY
from tests.core.documents.reading_back import ReadBack
from tests.goals import set_discovery_goal

TODAY = date(2026, 11, 23)
PAPERS = ("en_GB", "en_US")
LONG_NAME = "Maximiliana-Alexandrina von und zu Hohenstein-Wittelsbach de la Fuente y Miranda"
MOST_WORDS = 650
"""Three minutes for somebody who reads on a screen or on paper without haste."""
TEXTS = {
    "sentences": "We agreed to look at the second site once more, and to ask who signs below ten thousand. " * 9,
    "no space": "x" * 900,
    "capitals": "W" * 900,
    "Chinese": "我们同意再看一次第二个地点" * 60,
    "Arabic": "اتفقنا على النظر مرة أخرى في الموقع الثاني " * 30,
    "Thai": "เราตกลงที่จะดูไซต์ที่สองอีกครั้ง" * 40,
    "accents": "Z\u0301\u0323\u0308\u0330" * 300,
    "wide": "\ufdfd\U0001242b" * 200,
    "lines": "one\ntwo\n" * 200,
    "signs": "😀👩‍👩‍👧‍👦 " * 90,
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Brief, ...]]:
    """The brief of everybody on the sample team."""
    journal = open_journal(tmp_path_factory.mktemp("sample") / "journal.coach", clock=FixedClock(MONDAY))
    journal.do(load_sample_team)
    yield tuple(brief_of(journal, rep.rep_id) for rep in journal.ask(reps) if rep.active)
    journal.close()


def brief_of(journal: Journal, rep_id: int) -> Brief:
    (made,) = journal.ask(briefs_to_print, rep_id=rep_id)
    return made


def read(*briefs: Brief, locale: str = "en_GB") -> ReadBack:
    return ReadBack(typeset_briefs(briefs, locale=locale).pdf)


def full(journal: Journal, name: str, text: str) -> Brief:
    """Of a rep about whom there is forty of everything, all of it in the same words."""
    rep_id = journal.do(add_rep, name=name, role=text, territory=text)
    for number in range(40):
        day = TODAY - timedelta(days=number)
        talk = journal.do(
            log_conversation, rep_id=rep_id, text=text, held_on=day, kind=list(ConversationKind)[number % 7]
        )
        for side in Side:
            journal.do(make_commitment, rep_id=rep_id, text=text, owner=side, conversation_id=talk, due_on=day)
            journal.do(raise_next_time, rep_id=rep_id, text=text, side=side)
        journal.do(add_deal, rep_id=rep_id, name=text, account=text, stage_id=4, amount=Money(10**12, "EUR"))
    for _ in range(6):
        goal = set_discovery_goal(journal, rep_id, due_on=TODAY + timedelta(days=90))
        journal.do(check_in, goal_id=goal, value=3, note=text)
    return brief_of(journal, rep_id)


@pytest.mark.parametrize("locale", PAPERS)
def test_everybody_on_the_sample_team_has_one_page(sample: tuple[Brief, ...], locale: str) -> None:
    assert len(sample) == 7
    for brief in sample:
        pages = read(brief, locale=locale).pages
        assert len(pages) == 1
        assert len(pages[0].split()) < MOST_WORDS


@pytest.mark.parametrize("locale", PAPERS)
@pytest.mark.parametrize("words", TEXTS)
def test_one_page_holds_whatever_there_is(journal: Journal, words: str, locale: str) -> None:
    brief = full(journal, LONG_NAME if words == "sentences" else (TEXTS[words][:80].strip() or "Dana"), TEXTS[words])
    back = read(brief, locale=locale)
    assert len(back.pages) == 1
    assert " more in the journal" in back.text


def test_what_does_not_fit_is_counted(journal: Journal, dana: int) -> None:
    for number in range(40):
        journal.do(make_commitment, rep_id=dana, text=f"Commitment {number}", due_on=TODAY + timedelta(days=number))
    text = read(brief_of(journal, dana)).text
    seen = text.count("Commitment ")
    assert seen >= 5
    assert f"and {40 - seen} more in the journal" in text
    assert text.index("Commitment 0 ") < text.index("Commitment 4 ")


def test_a_name_of_eighty_letters_is_printed_whole(journal: Journal) -> None:
    assert len(LONG_NAME) == 80
    text = read(brief_of(journal, journal.do(add_rep, name=LONG_NAME))).text
    assert f"One-on-one with {LONG_NAME}" in text


def test_long_texts_end_in_dots_and_not_in_mid_air(journal: Journal, dana: int) -> None:
    journal.do(make_commitment, rep_id=dana, text="word " * 100, due_on=TODAY)
    assert "word…" in read(brief_of(journal, dana)).text


@pytest.mark.parametrize(
    ("locale", "paper"), [("en_GB", (595.28, 841.89)), ("de_DE", (595.28, 841.89)), ("en_US", (612.0, 792.0))]
)
def test_it_is_on_the_paper_of_the_country(sample: tuple[Brief, ...], locale: str, paper: tuple[float, float]) -> None:
    with pikepdf.open(BytesIO(read(sample[0], locale=locale).pdf)) as pdf:
        _, _, width, height = (float(edge) for edge in pdf.pages[0].MediaBox)
    assert (width, height) == pytest.approx(paper, abs=0.1)


def test_several_have_a_page_each_in_their_order(sample: tuple[Brief, ...]) -> None:
    backwards = tuple(reversed(sample))
    pages = read(*backwards).pages
    assert [page.splitlines()[0] for page in pages] == [f"One-on-one with {brief.rep.name}" for brief in backwards]


def test_the_page_of_one_is_the_same_among_others(sample: tuple[Brief, ...]) -> None:
    assert read(*sample).pages == [read(brief).pages[0] for brief in sample]


def test_the_same_briefs_give_the_same_bytes(sample: tuple[Brief, ...]) -> None:
    assert read(*sample).pdf == read(*sample).pdf


def test_it_says_what_a_one_on_one_needs(sample: tuple[Brief, ...]) -> None:
    dana = next(brief for brief in sample if brief.rep.name == "Dana Reyes")
    back = read(dana)
    sections = ("Dana first", "Commitments", "Goals", "Numbers", "Deals", "What the numbers say", "Last notes")
    assert [section for section in sections if section not in back.text] == []
    for words in ("Dana kept", "Discovery depth", "(8 of 29), team", "slipped twice", "A bright spot", "ask"):
        assert words in back.text
    assert "%" in back.text
    assert "23 November 2026" in back.text


def test_headings_are_tagged_and_what_is_drawn_is_not_read_out(sample: tuple[Brief, ...]) -> None:
    back = read(sample[0])
    tags = back.tags()
    assert tags.count("H1") == 1
    assert tags.count("H2") >= 7
    assert "Table" in tags
    assert back.alternatives() == []
    assert all(back.fonts().values())


@pytest.mark.skipif(which("qpdf") is None, reason="qpdf is not installed here")
def test_the_file_is_sound(sample: tuple[Brief, ...], tmp_path: Path) -> None:
    file = tmp_path / "all.pdf"
    assert write_briefs(sample, file).pages == len(sample)
    checked = run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_nothing_private_is_in_it(journal: Journal) -> None:
    hidden = "salary"
    part = f"before %%{hidden}%% after"
    rep_id = journal.do(add_rep, name="Dana Reyes", role=f"AE %%{hidden}", territory=f"North %%{hidden}")
    for text, private in ((part, False), (hidden, True)):
        talk = journal.do(log_conversation, rep_id=rep_id, text=text, reps_words=text, private=private)
        ride = journal.do(log_conversation, rep_id=rep_id, kind=ConversationKind.RIDE_ALONG, text=text, private=private)
        journal.do(add_field_call, conversation_id=ride, went_well=text, outcome=text, objective=text)
        journal.do(make_commitment, rep_id=rep_id, text=text, conversation_id=talk, due_on=TODAY)
        journal.do(raise_next_time, rep_id=rep_id, text=text, private=private)
        journal.do(write_observation, rep_id=rep_id, behaviour=text, conversation_id=talk, private=private)
    deal = f"Halvorsen %%{hidden}"
    journal.do(add_deal, rep_id=rep_id, name=deal, account=f"Kestrel %%{hidden}", stage_id=4, next_step=part)
    text = read(brief_of(journal, rep_id)).text
    assert hidden not in text
    assert text.count("before after") >= 4


def test_what_is_for_the_manager_to_do_stands_on_the_screen_alone(journal: Journal, dana: int) -> None:
    """That nobody was coached since a day would tell the day of a private talk, and asks the rep nothing."""
    journal.do(log_conversation, rep_id=dana, text="Her health", private=True)
    for number in range(5):
        journal.do(make_commitment, rep_id=dana, text=f"Step {number}", owner=Side.MANAGER)
    journal.clock = FixedClock(MONDAY + timedelta(days=100))
    brief = brief_of(journal, dana)
    theirs = {Rule.NOT_COACHED, Rule.OWN_TOO_MUCH, Rule.NO_FIELD_TIME}
    assert theirs & {signal.rule for signal in brief.signals} == {Rule.NOT_COACHED, Rule.OWN_TOO_MUCH}
    assert brief.to_ask == ()
    printed = read(brief).text
    assert "coached" not in printed
    assert NO_SIGNAL in printed


def test_a_meeting_is_told_with_its_weekday_and_hour(journal: Journal, dana: int) -> None:
    at = datetime(2026, 11, 24, 14, tzinfo=UTC)
    journal.do(
        plan_conversation,
        rep_id=dana,
        kind=ConversationKind.ONE_ON_ONE,
        held_on=TODAY + timedelta(days=1),
        starts_at=at,
    )
    hour = f"{at.astimezone():%H:%M}"
    assert f"Tuesday, 24 November 2026, {hour}" in read(brief_of(journal, dana)).text


def test_only_a_pdf_is_written(sample: tuple[Brief, ...], tmp_path: Path) -> None:
    with pytest.raises(Rejected, match=r"saved as \.pdf"):
        write_briefs(sample, tmp_path / "brief.txt")
    with pytest.raises(Rejected, match="could not be written"):
        write_briefs(sample, tmp_path / "gone" / "brief.pdf")
    assert list(tmp_path.iterdir()) == []


def test_who_stops_it_finds_nothing_half_written(sample: tuple[Brief, ...], tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_briefs(sample, tmp_path / "briefs.pdf", progress=stop)
    assert list(tmp_path.iterdir()) == []
