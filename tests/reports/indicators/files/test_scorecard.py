import io
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpparent.periods import Period
from reports.indicators.files import scorecard
from reports.indicators.files.problems import FileRefused
from reports.indicators.files.reading import Figure
from tests.factories.indicators import csv_file
from tests.reports.indicators.files.scorecards import COUNT, HOMES, OURS, problems, read, read_rows, workbook

SAID = Figure(
    code="three-homes-in-a-year",
    place=OURS,
    period=Period.parse("2025-M10"),
    category="",
    value=Decimal(10),
    symbol=None,
    numerator=Decimal(58),
    denominator=Decimal(578),
    row=2,
    status="final",
    as_at=date(2025, 10, 31),
)
BACKWARDS = {name: HOMES[name] for name in reversed(HOMES)}
AS_PEOPLE_WRITE = {name.replace("_", " ").title(): text for name, text in HOMES.items()}


@pytest.mark.parametrize(
    "file",
    [
        csv_file([HOMES]),
        csv_file([BACKWARDS]),
        csv_file([AS_PEOPLE_WRITE]),
        csv_file([HOMES], delimiter=";", newline="\r\n"),
        csv_file([HOMES], delimiter="\t", encoding="utf-16"),
        csv_file([HOMES], encoding="utf-8-sig"),
        csv_file([HOMES | {"indicator": "Children who lived in three or  more homes in a year"}]),
        csv_file([HOMES | {"period": "Oct 2025", "as_at": "2025-10-31", "status": "FINAL"}]),
        csv_file([HOMES | {"as_at": ""}]),
    ],
    ids=["plain", "backwards", "as people write", "semicolons", "UTF-16", "with mark", "title", "other words", "as_at"],
)
def test_read_gives_the_figure(file):
    reading = read(file)

    assert (reading.figures, list(reading.problems)) == ([SAID], [])
    assert (reading.rows, reading.used, reading.refused) == (1, 1, 0)


def test_read_says_provisional_where_nothing_is_said():
    (figure,) = read_rows(COUNT).figures

    assert (figure.status, figure.as_at, figure.value) == ("provisional", date(2025, 10, 31), Decimal(41))


def test_read_needs_no_column_that_says_nothing():
    (figure,) = read(
        csv_file([{name: HOMES[name] for name in ("indicator", "period", "numerator", "denominator")}])
    ).figures

    assert (figure.value, figure.status) == (Decimal(10), "provisional")


def test_read_rows_without_numbers_are_passed_over():
    empty = HOMES | {"numerator": "", "denominator": "", "value": ""}

    reading = read_rows(empty, {"indicator": "no such thing"}, HOMES)

    assert ([figure.row for figure in reading.figures], len(reading.problems), reading.rows) == ([4], 0, 1)


def test_read_bad_rows_are_left_out_and_others_go_on():
    reading = read_rows(HOMES | {"numerator": "many"}, COUNT, COUNT | {"period": "soon"})

    assert [figure.code for figure in reading.figures] == ["times-missing"]
    assert (reading.rows, reading.used, reading.refused) == (3, 1, 2)
    assert [(problem.row, problem.column) for problem in reading.problems] == [(2, "numerator"), (4, "period")]


def test_read_points_out_a_column_it_does_not_know():
    assert problems(HOMES | {"as_of": "2025"}) == [
        "“as_of” is not a column of a scorecard. The column was passed over."
    ]


def test_read_same_figure_twice_is_counted_once():
    reading = read_rows(HOMES, HOMES | {"period": "October 2025", "as_at": ""})

    assert (reading.figures, reading.used) == ([SAID], 2)
    assert [str(one) for one in reading.problems] == ["Row 3: It says the same as row 2. It was counted once."]


@pytest.mark.parametrize(
    "change", [{"numerator": "59"}, {"status": "provisional"}, {"as_at": "30/10/2025"}], ids=["number", "status", "day"]
)
def test_read_rows_that_differ_are_all_left_out(change):
    reading = read_rows(HOMES, HOMES, HOMES | change, COUNT)

    assert [figure.code for figure in reading.figures] == ["times-missing"]
    assert (reading.rows, reading.used) == (4, 1)
    assert [str(one) for one in reading.problems] == [
        "Row 2: Rows 2 and 3 and 4 say different things about three-homes-in-a-year, October 2025. "
        "None of them was taken."
    ]


def test_read_same_indicator_of_month_and_quarter_are_two_figures():
    assert len(read_rows(HOMES, HOMES | {"period": "2025-26-Q2", "as_at": ""}).figures) == 2


HEAD = ",".join(HOMES).encode() + b"\n"
LONG = HEAD + b"times-missing,2025-M10,,,,41,\n" * 5001


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (b"", "The file is empty."),
        (HEAD, "The file has a heading and no rows below it."),
        (b"name,figure\na,1\n", "This is not a scorecard: it has no column indicator, period, numerator, denominator."),
        (b"indicator,value\na,1\n", "This is not a scorecard: it has no column period. Download the template:"),
        (b"indicator,period,numerator\na,b,1\n", "This is not a scorecard: it has no column denominator."),
        (b"indicator,period,value,Value \na,b,1,2\n", "The columns 3 and 4 have the same heading."),
        (b"indicator,period,as at,as_at,value\na,b,,,1\n", "The heading has the column as_at twice."),
        (b"indicator,period,value" + b",x%d" * 48 % tuple(range(48)) + b"\n", "The heading has more than 50 columns"),
        (b",".join(b"c%d" % n for n in range(200_000)), "The heading has 200,000 columns"),
        (LONG, "The scorecard has more than 5,000 rows. Split it by year."),
        (b"%PDF-1.7", "This is a PDF"),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_read_refuses_in_a_sentence(file, sentence):
    with pytest.raises(FileRefused) as refusal:
        read(io.BytesIO(file))

    assert str(refusal.value).startswith(sentence)


RETURN = b"CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nCANARY7,1,01/02/2010,WBRI,X123,,\n"
MIXED = b"indicator,period,value,Date of birth\ntimes-missing,2025-M10,41,01/02/2010\n"


@pytest.mark.parametrize("content", [RETURN, MIXED], ids=["a return", "a column among others"])
@pytest.mark.parametrize("verb", [scorecard.check_heading, read])
def test_refuses_what_may_be_about_children_without_showing_it(verb, content):
    with pytest.raises(FileRefused, match="it may be about single children") as refusal:
        verb(io.BytesIO(content))

    assert "CANARY7" not in str(refusal.value)
    assert "2010" not in str(refusal.value)


@pytest.mark.parametrize(
    "file", [csv_file([HOMES]), workbook([list(HOMES), list(HOMES.values())])], ids=["csv", "xlsx"]
)
def test_check_heading_lets_a_scorecard_through(file):
    scorecard.check_heading(file)


@pytest.mark.parametrize(
    "file", [b"a,b\n1,2\n", b"", workbook([["a", "b"], [1, 2]]).getvalue()], ids=["csv", "empty", "xlsx"]
)
def test_check_heading_refuses_other_files(file):
    with pytest.raises(FileRefused):
        scorecard.check_heading(io.BytesIO(file))


def test_check_heading_cannot_look_into_the_start_of_a_workbook():
    scorecard.check_heading(io.BytesIO(workbook([["CHILD", "DOB"], [1, 2]]).getvalue()[:3000]))


CELLS = st.sampled_from(
    ["", "x", "58", "-1", "1e9", "9" * 40, "0", "2025-M10", "soon", "times-missing", "final", "\x1b"]
)


@given(st.lists(st.lists(CELLS | st.text(max_size=6), min_size=7, max_size=7), max_size=6))
def test_read_any_cells_are_read_or_problems(rows):
    with suppress(FileRefused):
        reading = read_rows(HOMES, *(dict(zip(HOMES, row, strict=True)) for row in rows))
        assert reading.rows == reading.used + reading.refused
        assert len(reading.figures) <= reading.used <= reading.rows


@given(st.binary(max_size=200))
def test_read_any_bytes_are_read_or_refused(content):
    with suppress(FileRefused):
        read(io.BytesIO(content))
