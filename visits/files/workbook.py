"""Workbooks (XLSX) as rows of text with their sheets' titles."""

import warnings
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO

from openpyxl import load_workbook

from reports.indicators.files.problems import FileRefused
from reports.indicators.files.workbooks import MAX_ROWS, check_size, text

Row = tuple[int, list[str]]


def sheets(file: BinaryIO) -> list[tuple[str, list[Row]]]:
    """Title and filled rows of each sheet, at most one more than may be. Raises FileRefused."""
    check_size(file)
    with warnings.catch_warnings():  # about styles and extensions, which say nothing about the list
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(file, read_only=True, data_only=True)
            return [(sheet.title, list(islice(rows(sheet), MAX_ROWS + 1))) for sheet in book.worksheets]
        except Exception as problem:  # openpyxl answers damage with a dozen kinds of error
            raise FileRefused("The spreadsheet is damaged and cannot be opened. Save it as XLSX or CSV.") from problem


def rows(sheet: Any) -> Iterator[Row]:
    sheet.reset_dimensions()  # what a file says of its size may be wrong, and rows would be lost
    for number, cells in enumerate(sheet.iter_rows(values_only=True, max_col=200), 1):
        found = [text(cell) for cell in cells]
        if any(found):
            yield number, found
