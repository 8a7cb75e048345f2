import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.indicators.files import tables
from reports.indicators.files.problems import FileRefused


def read(content):
    table = tables.read_csv(io.BytesIO(content))
    return table.columns, list(table.rows), [str(problem) for problem in table.problems]


PLAIN = (["a", "b"], [(2, ["1", "2"])], [])


@pytest.mark.parametrize(
    "content",
    [
        b"a,b\n1,2\n",
        b"\xef\xbb\xbfa,b\n1,2\n",
        b"a,b\r\n1,2\r\n",
        b"a,b\r1,2\r",
        b" A , b \n 1,2 \n",
        b"a;b\n1;2\n",
        b"a\tb\n1\t2\n",
        b"a,b,\n1,2,\n",
        b'"a","b"\n"1","2"\n',
        "a,b\n1,2\n".encode("utf-16"),
    ],
)
def test_read_csv_takes_files_as_they_come(content):
    assert read(content) == PLAIN


def test_read_csv_numbers_rows_as_a_spreadsheet_does():
    _, rows, _ = read(b'a,b\n\n"1\n1",2\n,\n3,4\n')

    assert rows == [(3, ["1\n1", "2"]), (5, ["3", "4"])]


def test_read_csv_last_row_cut_off_is_a_problem():
    _, rows, problems = read(b"a,b,c\n1,2,3\n4,5")

    assert rows == [(2, ["1", "2", "3"])]
    assert problems == [
        "Row 3: It has 2 cells where the heading has 3. The file may have been cut short. The row was left out."
    ]


def test_read_csv_end_within_a_cell_is_pointed_out():
    _, rows, problems = read(b"a,b\n1,2\n3,45")

    assert rows[-1] == (3, ["3", "45"])
    assert problems == [
        "Row 3: The file stops here without a line break, so it may have been cut short. "
        "Compare this row with the original."
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b"\n\n\n", "The file has nothing in it but blank lines."),
        (b"a,b\n", "The file has a heading and no rows below it."),
        (b"PK\x03\x04rest", "This is a spreadsheet"),
        (b"\xd0\xcf\x11\xe0rest", "This is an old Excel file"),
        (b"%PDF-1.7", "This is a PDF"),
        (b"\x1f\x8b\x08", "This is a compressed file"),
        (b"<!doctype html>", "This is a web page or an XML file"),
        (b"hello\n", "This is not a table: its first line is a single cell."),
        (b"a,b\n1,\x00\n", "Line 2 holds bytes that no text has"),
        (b"a,b\n1,caf\xe9\n", "Line 2 holds letters that are not in UTF-8."),
        (b'a,b\n1,"2\n3,4\n', "Row 2: the quotation marks do not pair up."),
        (b'a,b\n1,"2"x\n', "Row 2: the quotation marks do not pair up."),
        (b"a,a\n1,2\n", "The columns 1 and 2 have the same heading."),
        (b"a,b\n1," + b"x" * 200_000 + b"\n", "Row 2 has a cell of more than 131,072 characters"),
        (b",".join(b"c%d" % n for n in range(200_000)) + b"\n", "The heading has 200,000 columns"),
    ],
)
def test_read_csv_refuses_in_a_sentence(content, sentence):
    with pytest.raises(FileRefused) as refusal:
        read(content)

    assert str(refusal.value).startswith(sentence)


def test_read_csv_refuses_a_huge_file_before_reading_it(monkeypatch):
    monkeypatch.setattr(tables, "MAX_BYTES", 10)

    with pytest.raises(FileRefused, match="at most 0 MB can be read"):
        read(b"a,b\n1,2\n1,2\n")


@given(st.binary(max_size=300))
def test_read_csv_any_bytes_are_read_or_refused(content):
    with suppress(FileRefused):
        columns, rows, _ = read(content)
        assert all(len(cells) == len(columns) for _, cells in rows)
