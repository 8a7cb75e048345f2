import io
import re
import zipfile
from datetime import date
from decimal import Decimal

import pytest

from corpparent.periods import Period
from reports.indicators.files.problems import FileRefused
from tests.reports.indicators.files.scorecards import HOMES, read, workbook

HEAD = list(HOMES)
ROW = ["three-homes-in-a-year", "2025-M10", date(2025, 10, 31), 58, 578.0, 10, "final"]


def rewritten(file, part, pattern, replacement):
    """The workbook with one of its parts changed by a regular expression, as other programs write them."""
    changed = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, re.sub(pattern, replacement, content) if name == part else content)
    changed.seek(0)
    return changed


def problems(file):
    return [str(problem) for problem in read(file).problems]


def test_read_workbook_with_numbers_and_days():
    (figure,) = read(workbook([HEAD, ROW])).figures

    assert (figure.value, figure.numerator, figure.denominator) == (Decimal(10), Decimal(58), Decimal(578))
    assert (figure.as_at, figure.status, figure.row) == (date(2025, 10, 31), "final", 2)


def test_read_workbook_with_remarks_around_and_the_heading_on_another_sheet():
    sheet = [
        ["Scorecard of October"],
        [],
        HEAD,
        ["times-missing", "2025-M09", None, None, None, 41, None, "ask Ann"],
        ROW,
    ]

    reading = read(workbook([["Read me"], ["Indicator", "what it is"]], sheet))

    assert [figure.row for figure in reading.figures] == [4, 5]
    assert not reading.problems


def test_read_workbook_a_cell_that_shows_a_month_is_that_month():
    file = workbook([HEAD, [ROW[0], date(2025, 10, 1), *ROW[2:]]], formats={"B2": "mmm-yy"})

    (figure,) = read(file).figures
    assert figure.period == Period.parse("2025-M10")


def test_read_workbook_a_cell_that_shows_a_day_is_no_period():
    (problem,) = problems(workbook([HEAD, [ROW[0], date(2025, 10, 1), *ROW[2:]]], formats={"B2": "dd/mm/yyyy"}))

    assert problem.startswith("Row 2, column period: “2025-10-01” is not a period.")


@pytest.mark.parametrize(("value", "wrong"), [(0.1003, False), (0.11, True)])
def test_read_workbook_percentage_as_it_is_shown(value, wrong):
    file = workbook([HEAD, [*ROW[:5], value, "final"]], formats={"F2": "0%"})

    assert len(problems(file)) == wrong


def test_read_workbook_formula_with_its_result():
    file = workbook([HEAD, [*ROW[:5], "=D2/E2*100", "final"]])
    saved = rewritten(file, "xl/worksheets/sheet1.xml", rb"<v ?/>|<v></v>", b"<v>10.034602076124568</v>")

    (figure,) = read(saved).figures
    assert figure.value == Decimal(10)


def test_read_workbook_formula_without_its_result_is_a_problem():
    assert problems(workbook([HEAD, [*ROW[:5], "=D2/E2*100", "final"]])) == [
        "Row 2, column value: The cell holds a formula whose result is not in the file. "
        "Save it in your spreadsheet program. The row was left out."
    ]


def test_read_workbook_formula_beside_the_table_is_none_of_ours():
    assert problems(workbook([HEAD, [*ROW, "=1/0"]])) == []


@pytest.mark.parametrize("value", ["#DIV/0!", True, 1e300, -4, 0.1 + 0.2])
def test_read_workbook_any_cell_is_a_number_or_a_problem(value):
    (problem,) = problems(workbook([HEAD, ["times-missing", "2025-M10", None, None, None, value]]))

    assert problem.startswith("Row 2, column value: “")


def test_read_workbook_whose_size_is_wrongly_told_is_read_whole():
    file = rewritten(
        workbook([HEAD, ROW]), "xl/worksheets/sheet1.xml", rb'<dimension ref="[^"]*"', b'<dimension ref="A1"'
    )

    assert len(read(file).figures) == 1


def test_read_workbook_with_a_list_of_children_behind_it_is_refused():
    with pytest.raises(FileRefused, match="There is a column “Child ID” in this file") as refusal:
        read(workbook([HEAD, ROW], [["October"], ["Child ID", "Moves"], ["CANARY7", 3]]))

    assert "CANARY7" not in str(refusal.value)


@pytest.mark.parametrize(
    ("sheets", "sentence"),
    [
        ([[["nothing"]]], "This is not a scorecard: it has no column indicator, period."),
        ([[]], "This is not a scorecard: it has no column indicator, period."),
        ([[HEAD]], "The scorecard has a heading and no rows below it."),
        ([[HEAD, ROW], [HEAD, ROW]], "2 sheets have the heading of a scorecard. Put all figures on one sheet."),
        ([[["a"]]] * 31, "The workbook has 31 sheets; at most 30 are read."),
        ([[["indicator", "period"], [1, 2]]], "This is not a scorecard: it has no column numerator, denominator."),
        ([[[*HEAD, *map(str, range(60))], ROW]], "The heading has more than 50 columns"),
        ([[HEAD, *[ROW] * 5001]], "The scorecard has more than 5,000 rows."),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_read_workbook_refuses_in_a_sentence(sheets, sentence):
    with pytest.raises(FileRefused) as refusal:
        read(workbook(*sheets))

    assert str(refusal.value).startswith(sentence)


def test_read_workbook_of_5000_rows_is_not_too_long():
    empty = ["times-missing", "2025-M10"]

    assert len(read(workbook([HEAD, *[empty] * 4999, ROW])).figures) == 1


@pytest.mark.parametrize("end", [100, 2000, -30])
def test_read_workbook_cut_short_is_refused(end):
    with pytest.raises(FileRefused, match="The spreadsheet is damaged or was cut short"):
        read(io.BytesIO(workbook([HEAD, ROW]).getvalue()[:end]))


def test_read_workbook_that_is_another_zip_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("hello.txt", "hello")
    file.seek(0)

    with pytest.raises(FileRefused, match="The spreadsheet is damaged and cannot be opened"):
        read(file)


def test_read_workbook_that_would_swell_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 11 * 1024**2)
    file.seek(0)

    with pytest.raises(FileRefused, match="Unpacked, the spreadsheet has more than 10 MB"):
        read(file)
