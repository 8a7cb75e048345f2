"""Scorecards of an invented council, written from rows."""

import io
from datetime import date

from openpyxl import Workbook

from reports.indicators import registry
from reports.indicators.files import scorecard
from reports.indicators.files.places import Place
from reports.indicators.kinds import Level
from tests.factories.indicators import csv_file

TODAY = date(2025, 11, 4)
OURS = Place("X06000001", "Larchford", Level.COUNCIL)
HOMES = {
    "indicator": "three-homes-in-a-year",
    "period": "2025-M10",
    "as_at": "31/10/2025",
    "numerator": "58",
    "denominator": "578",
    "value": "10",
    "status": "final",
}
COUNT = {"indicator": "times-missing", "period": "2025-M10", "value": "41"}


def workbook(*sheets, formats=None):
    """Sheets of rows (lists) as an XLSX file, opened; `formats` are number formats by cell of the first."""
    book = Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    for cell, number_format in (formats or {}).items():
        book.worksheets[0][cell].number_format = number_format
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    return file


def read(file):
    return scorecard.read(file, registry.load(), council=OURS, today=TODAY)


def read_rows(*rows):
    return read(csv_file(rows, list(dict.fromkeys([*HOMES, *(name for row in rows for name in row)]))))


def problems(*rows):
    return [str(problem) for problem in read_rows(*rows).problems]
