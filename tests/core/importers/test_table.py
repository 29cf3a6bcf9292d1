from pathlib import Path

import pytest

from coachjournal.errors import Rejected
from coachjournal.importers.table import read_table
from tests.core.importers.files import write


def _refusal(path: Path) -> str:
    with pytest.raises(Rejected) as refused:
        read_table(path)
    sentence = refused.value.sentence
    assert sentence.endswith("Nothing was changed.")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_usual_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    lines = ["Name;Owner;Stage", "A, the first;Nora;Won", "B;Omar;Lost"]
    table = read_table(write(tmp_path, "\n".join(lines).replace(",", "").replace(";", delimiter)))
    assert (table.delimiter, len(table.headers), len(table.rows)) == (delimiter, 3, 2)


def test_a_line_for_excel_names_the_delimiter(tmp_path: Path) -> None:
    assert read_table(write(tmp_path, "sep=;\nName;Owner\nA, B;Nora\n")).rows == [["A, B", "Nora"]]


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_text_is_read_in_the_encoding_it_was_written_in(tmp_path: Path, encoding: str, told: str) -> None:
    path = tmp_path / "deals.csv"
    path.write_bytes("Name,Owner\nGroß,Müller\n".encode(encoding))
    table = read_table(path)
    assert (table.encoding, table.rows) == (told, [["Groß", "Müller"]])


def test_another_encoding_is_refused_with_the_line_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    path.write_bytes("Name,Owner\nA,B\nGroß,Müller\n".encode("latin-1"))
    assert "Line 3 holds a letter that cannot be read: save the file as “CSV UTF-8”" in _refusal(path)


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        (b"", "is empty"),
        (b" \r\n \n", "is empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF document, not a CSV file: export your deals"),
        (b"PK\x03\x04\x14\x00\x06\x00", "save it as “CSV UTF-8”"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (bytes(range(256)) * 4, "This file is not text, so it is no CSV file. Nothing was changed."),
        (b"Name,Owner\nA,B\x00C\nD,E\n", "Line 2 holds something that is not text"),
        (b"Name\nA\nB\n", "one column only"),
        (b"Name~Owner\nA~B\n", "one column only"),
        (b"Name,Owner\n", "headings but no rows"),
        (b"Name,Amount,Owner,Amount\nA,1,B,2\n", "“Amount” (columns 2 and 4 of row 1)"),
        (b"Name,Owner\n" + b"x" * 1_000_000 + b",B\n", "Line 2 holds a cell longer than 131,072 characters"),
        (b'Name,Owner\n"' + b"A,B\n" * 50_000, "a quotation mark is never closed"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(tmp_path: Path, content: bytes, seen: str) -> None:
    path = tmp_path / "deals.csv"
    path.write_bytes(content)
    assert seen in _refusal(path)


def test_a_folder_a_missing_and_an_unreadable_file_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "is a folder" in _refusal(tmp_path)
    assert "is not there any more" in _refusal(tmp_path / "gone.csv")
    path = write(tmp_path, "Name,Owner\nA,B\n")

    def denied(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert "cannot be read: Permission denied" in _refusal(path)


def test_lines_below_a_salesforce_report_are_left_out(tmp_path: Path) -> None:
    text = (
        "Opportunity Name,Owner,Amount\nA,Nora,1\nB,Nora,2\n\n"
        '"Grand Totals (2 records)",,3\n\n"Confidential Information - Do Not Distribute"\n'
        '"Copyright © 2000-2026 salesforce.com, inc. All rights reserved."\n"Pipeline of Nora"\n'
    )
    assert [row[0] for row in read_table(write(tmp_path, text)).rows] == ["A", "B"]


def test_a_last_deal_that_is_nearly_blank_is_no_footer(tmp_path: Path) -> None:
    assert len(read_table(write(tmp_path, "Name,Owner,Amount\nA,Nora,1\nCopyright case,,\n")).rows) == 2


def test_rows_keep_the_numbers_they_have_in_a_spreadsheet(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, 'Name,Owner\n\n"two\nlines",B\n , \nC,D\n'))
    assert list(table.row_numbers) == [3, 5]


def test_short_rows_are_filled_up(tmp_path: Path) -> None:
    assert read_table(write(tmp_path, "Name,Owner,Stage\nA\n")).rows == [["A", "", ""]]
