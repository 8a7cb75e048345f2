import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from reports.indicators.files import neighbours
from reports.indicators.files.problems import FileRefused
from tests.factories.indicators import csv_file

GOOD = {"old_la_code": "901", "la_name": "Larchford", "SN_1": "902", "SN_1P": "Close ", "SN_2": "903", "SN_2P": "Far"}
FOUND = ("901", ((1, "902", "Close", "SN_1"), (2, "903", "Far", "SN_2")))


def workbook(*sheets):
    book = Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    return file


def found(file):
    return [(row.council, row.neighbours) for row in neighbours.read(file).neighbourhoods]


def problems(*rows):
    return [str(problem) for problem in neighbours.read(csv_file(rows)).problems]


def test_read_csv():
    assert found(csv_file([GOOD])) == [FOUND]


def test_read_csv_with_junk_above_the_heading():
    content = b"Statistical neighbours\n\nas of May,,\n" + csv_file([GOOD]).getvalue()

    assert found(io.BytesIO(content)) == [FOUND]


def test_read_workbook_with_numbers_and_the_heading_on_another_sheet():
    heading = ["LA num", "LA Name", "LA number", "SN1", "SNP", "SN2", "SNP"]
    file = workbook(
        [["Read me"]], [["A", "B", 3], [1, 2, 3], heading, [901, "Larchford", 901, 902.0, "Close ", "903", "Far"]]
    )

    (row,) = neighbours.read(file).neighbourhoods
    assert (row.row, row.council) == (4, "901")
    assert [entry[:3] for entry in row.neighbours] == [(1, "902", "Close"), (2, "903", "Far")]


def test_read_remarks_among_the_rows_are_passed_over():
    remark = {"la_name": "Old ones:"}

    assert (problems(GOOD, remark), len(found(csv_file([GOOD, remark])))) == ([], 1)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            {"old_la_code": "9O1"},
            "Row 2, column old_la_code: “9O1” is not a council's code of three figures, like 335. "
            "The row was left out.",
        ),
        (
            {"SN_2": "90"},
            "Row 2, column SN_2: “90” is not a council's code of three figures, like 335. This neighbour was left out.",
        ),
        (
            {"SN_2": ""},
            "Row 2, column SN_2: The cell is empty; a council's code has three figures, like 335. "
            "This neighbour was left out.",
        ),
        ({"SN_2": "901"}, "Row 2, column SN_2: 901 is the council itself. This neighbour was left out."),
        ({"SN_2": "902"}, "Row 2, column SN_2: 902 is named twice in this row. This neighbour was left out."),
    ],
)
def test_read_names_row_and_column(change, problem):
    assert problems(GOOD | change) == [problem]


def test_read_same_council_twice_is_counted_once():
    assert problems(GOOD, GOOD) == ["Row 3: It says the same as row 2. It was counted once."]
    assert found(csv_file([GOOD, GOOD])) == [FOUND]


def test_read_rows_that_differ_about_a_council_are_left_out():
    other = GOOD | {"SN_1": "904"}

    assert problems(GOOD, other) == ["Row 2: Rows 2 and 3 differ about council 901. None of them was taken."]
    assert found(csv_file([GOOD, other])) == []


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (csv_file([{"time_period": "2023", "la_name": "x"}]), "This is no list of statistical neighbours"),
        (csv_file([GOOD]).getvalue().splitlines()[0] + b"\n", "The list has a heading and no rows below it."),
        (b"PK\x03\x04 and no more", "The spreadsheet is damaged or was cut short."),
        (b"", "The file is empty."),
        (workbook([["nothing"]]), "This is no list of statistical neighbours"),
        (workbook([["x"]]).getvalue()[:2000], "The spreadsheet is damaged or was cut short."),
    ],
    # A workbook holds the time it was made, so its bytes cannot name a test.
    ids=["another table", "heading alone", "zip in name", "empty", "another workbook", "half a workbook"],
)
def test_read_refuses_in_a_sentence(file, sentence):
    with pytest.raises(FileRefused) as refusal:
        neighbours.read(io.BytesIO(file) if isinstance(file, bytes) else file)

    assert str(refusal.value).startswith(sentence)


def test_read_zip_that_is_no_workbook_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("hello.txt", "hello")
    file.seek(0)

    with pytest.raises(FileRefused, match="The spreadsheet is damaged and cannot be opened"):
        neighbours.read(file)


@given(st.lists(st.lists(st.text(max_size=5), max_size=7), max_size=4))
def test_read_any_rows_below_the_heading_are_read(rows):
    lines = [",".join(GOOD), *(",".join(cell.replace('"', "").strip() for cell in row) for row in rows)]
    content = ("\n".join(lines) + "\n901,Larchford,902,Close,903,Far\n").encode("utf-8", "replace").replace(b"\0", b"")

    try:
        reading = neighbours.read(io.BytesIO(content))
    except FileRefused:
        return
    assert len(reading.neighbourhoods) <= reading.rows
