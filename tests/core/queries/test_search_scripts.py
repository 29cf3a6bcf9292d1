"""Real texts in many languages: written by the command, found by a word from their middle, read back unchanged."""

import re
from itertools import islice
from pathlib import Path

import pytest

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.conversation_page import conversation_page
from coachjournal.queries.search import HitKind, search
from coachjournal.rules.search_text import is_spaceless

NOTES = Path(__file__).resolve().parents[4] / "shared/data/notes"
FILES = sorted(each for each in NOTES.rglob("*") if each.is_file())

SENTENCES = {
    "Chinese": ("明天下午在会议室讨论折扣", "会议"),
    "Japanese": ("明日の会議で値引きについて話す", "値引き"),
    "Korean": ("내일 회의에서 할인에 대해 이야기한다", "회의"),
    "Thai": ("พรุ่งนี้เราจะคุยเรื่องส่วนลดในที่ประชุม", "ส่วนลด"),
    "Lao": ("ມື້ອື່ນພວກເຮົາຈະລົມກັນໃນກອງປະຊຸມ", "ປະຊຸມ"),
    "Khmer": ("ថ្ងៃស្អែកយើងនឹងពិភាក្សាក្នុងកិច្ចប្រជុំ", "ពិភាក្សា"),
    "Burmese": ("မနက်ဖြန်အစည်းအဝေးတွင်ဆွေးနွေးမည်", "အစည်းအဝေး"),
    "Tibetan": ("སང་ཉིན་ཚོགས་འདུའི་ནང་གྲོས་བསྡུར་བྱེད", "ཚོགས"),
    "Hindi": ("कल बैठक में छूट पर बात करेंगे", "छूट"),
    "Tamil": ("நாளை கூட்டத்தில் தள்ளுபடி பற்றி பேசுவோம்", "தள்ளுபடி"),
    "Arabic": ("سَنَتَحَدَّثُ عَنِ الخَصْمِ غَدًا", "الخصم"),
    "Hebrew": ("נְדַבֵּר עַל הַהֲנָחָה מָחָר", "ההנחה"),
    "Persian": ("فردا دربارهٔ تخفیف صحبت می‌کنیم", "می‌کنیم"),
    "Russian": ("Завтра обсудим скидку на встрече", "СКИДКУ"),
    "Greek": ("Αύριο θα μιλήσουμε για την έκπτωση", "εκπτωση"),
    "Vietnamese": ("Ngày mai chúng ta bàn về chiết khấu", "chiet khau"),
    "Polish": ("Jutro w Łodzi omówimy zniżkę", "lodzi znizke"),
    "Turkish": ("Yarın İstanbul'da indirimi konuşacağız", "istanbul"),
    "German": ("Morgen über das Maß der Ermäßigung sprechen", "ERMÄSSIGUNG"),
    "Armenian": ("Վաղը կխոսենք զեղչի մասին", "ԶԵՂՉԻ"),
    "Georgian": ("ხვალ ფასდაკლებაზე ვისაუბრებთ", "ფასდაკლება"),
    "Amharic": ("ነገ በስብሰባው ስለ ቅናሽ እንነጋገራለን", "ቅናሽ"),
}


@pytest.fixture
def dana(journal: Journal) -> int:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(log_conversation, rep_id=dana, text="Something else altogether.")
    return dana


def written(path: Path) -> str:
    """The file as a text, whatever it is encoded in."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return path.read_bytes().decode("latin-1")


def word_from_the_middle(text: str) -> str:
    """A word of some length near the middle, or four signs where there are no words."""
    words = (match[0] for match in re.finditer(r"\b[^\W\d_]{4,}\b", text[len(text) // 2 :]))
    word = max(islice(words, 200), key=len)
    return word[:4] if is_spaceless(word[0]) else word


@pytest.mark.skipif(not FILES, reason="the shared trial data is not on this machine")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_real_text_is_found_by_a_word_from_its_middle_and_read_back(journal: Journal, dana: int, path: Path) -> None:
    text = written(path)
    talk = journal.do(log_conversation, rep_id=dana, text=text)
    hits = journal.ask(search, words=word_from_the_middle(text))
    assert [(hit.kind, hit.id) for hit in hits] == [(HitKind.CONVERSATION, talk)]
    page = journal.ask(conversation_page, conversation_id=talk)
    assert page is not None
    assert page.head.text.encode() == text.encode()


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_of_any_script_is_found_and_its_words_are_marked(journal: Journal, dana: int, language: str) -> None:
    sentence, word = SENTENCES[language]
    talk = journal.do(log_conversation, rep_id=dana, text=f"1 July\n\n{sentence}")
    (hit,) = journal.ask(search, words=word)
    assert (hit.id, hit.snippet) == (talk, sentence)
    assert hit.snippet_marks


@pytest.mark.parametrize("language", ["Chinese", "Japanese", "Thai", "Lao", "Khmer", "Burmese", "Tibetan"])
@pytest.mark.parametrize("length", [1, 2, 3])
def test_so_few_signs_from_the_middle_are_enough(journal: Journal, dana: int, language: str, length: int) -> None:
    sentence, word = SENTENCES[language]
    talk = journal.do(log_conversation, rep_id=dana, text=sentence)
    assert [hit.id for hit in journal.ask(search, words=word[:length])] == [talk]
