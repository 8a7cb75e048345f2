import csv
import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from reports.indicators import registry
from reports.indicators.files.scorecard_heading import COLUMNS
from reports.indicators.scorecard_template import kept_by_councils, template_csv, template_xlsx
from tests.reports.indicators.files.scorecards import read


def book():
    return load_workbook(io.BytesIO(template_xlsx()))


@pytest.mark.parametrize("template", [template_csv, template_xlsx])
def test_template_untouched_holds_nothing_and_nothing_is_wrong(template):
    reading = read(io.BytesIO(template()))

    assert (reading.figures, len(reading.problems), reading.rows) == ([], 0, 0)


def test_template_csv_has_a_row_for_each_figure_that_councils_keep():
    head, *rows = csv.reader(io.StringIO(template_csv().decode("utf-8-sig")))

    assert (tuple(head), [row[0] for row in rows]) == (COLUMNS, [each.code for each in kept_by_councils()])
    assert not any(cell for row in rows for cell in row[1:])


def test_template_asks_for_our_own_records_and_for_what_the_return_can_tell():
    codes = {each.code for each in kept_by_councils()}

    assert {"reviews-on-time", "three-homes-in-a-year", "times-missing"} <= codes
    assert "attainment-8" not in codes
    assert not {each.code for each in registry.load() if each.detail} & codes


def test_template_xlsx_filled_in_is_read():
    filled = book()
    sheet = filled["Scorecard"]
    row = next(cells[0].row for cells in sheet.iter_rows() if cells[0].value == "three-homes-in-a-year")
    sheet.cell(row, 2).value = "2025-M10"
    sheet.cell(row, 4).value, sheet.cell(row, 5).value = 58, 578
    file = io.BytesIO()
    filled.save(file)
    file.seek(0)

    (figure,) = read(file).figures
    assert (figure.code, figure.value, figure.status) == ("three-homes-in-a-year", Decimal(10), "provisional")


def test_template_xlsx_explains_every_indicator_and_every_column():
    indicators, guide = book()["Indicators"], book()["How to fill it in"]

    assert [cells[0].value for cells in indicators.iter_rows(min_row=2)] == [each.code for each in registry.load()]
    assert set(COLUMNS) <= {cells[0].value for cells in guide.iter_rows()}


def test_template_xlsx_offers_the_statuses_and_leaves_periods_as_they_are_typed():
    sheet = book()["Scorecard"]

    (choice,) = sheet.data_validations.dataValidation
    assert (choice.formula1, str(choice.sqref)[:3]) == ('"provisional,final"', "G2:")
    assert sheet["B2"].number_format == "@"


def test_template_xlsx_has_no_cell_that_a_spreadsheet_would_run():
    cells = [cell for sheet in book() for row in sheet.iter_rows() for cell in row]

    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not [cell.value for cell in cells if str(cell.value or "").startswith(("=", "+", "-", "@"))]
