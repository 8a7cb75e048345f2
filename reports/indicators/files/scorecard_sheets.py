"""The sheets of a scorecard's workbook (XLSX) as rows of text: what a person sees in the cells, never a formula."""

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any, BinaryIO

from openpyxl import load_workbook

from reports.indicators.files.problems import FileRefused
from reports.indicators.files.workbooks import check_size

Row = tuple[int, list[str]]

MAX_ROWS = 5000  # of a scorecard, below its heading
MAX_COLUMNS = 50
MAX_SHEETS = 30
JUNK = 30  # filled rows above the heading that are looked through
ENOUGH = JUNK + MAX_ROWS + 1  # one more than a scorecard may have, so that more is noticed
TOO_MUCH = 1e15
NO_RESULT = "(a formula without its result)"
NOT_SEEN = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.')  # parts of a number format that say nothing about day, month or year


def sheets(file: BinaryIO) -> list[list[Row]]:
    """The filled rows of each sheet as (row number, trimmed cells), at most `ENOUGH`. Raises FileRefused."""
    check_size(file)
    with warnings.catch_warnings():  # about styles and extensions, which say nothing about the figures
        warnings.simplefilter("ignore")
        try:
            results, formulas = (load_workbook(file, read_only=True, data_only=only) for only in (True, False))
            pairs = list(zip(results.worksheets, formulas.worksheets, strict=True))
            found = [list(islice(rows(result, formula), ENOUGH)) for result, formula in pairs[:MAX_SHEETS]]
        except Exception as problem:  # openpyxl answers damage with a dozen kinds of error
            raise FileRefused(
                "The spreadsheet is damaged and cannot be opened. Save it again as XLSX or CSV."
            ) from problem
    if len(pairs) > MAX_SHEETS:
        raise FileRefused(
            f"The workbook has {len(pairs)} sheets; at most {MAX_SHEETS} are read. Send the scorecard alone."
        )
    return found


def rows(result: Any, formula: Any) -> Iterator[Row]:
    """The filled rows of one sheet, read twice: with the results of its formulas, and with the formulas themselves."""
    for sheet in (result, formula):
        sheet.reset_dimensions()  # what a file says of its size may be wrong, and rows would be lost
    pairs = zip(*(sheet.iter_rows(max_col=MAX_COLUMNS + 1) for sheet in (result, formula)), strict=True)
    for number, (found, written) in enumerate(pairs, 1):
        cells = [text(*both) for both in zip(found, written, strict=True)]
        if any(cells):
            yield number, cells


def text(cell: Any, written: Any) -> str:
    """A cell as a person sees it: 335.0 as "335", 0.58 shown as a percentage as "58%", a date as `day` says."""
    value = cell.value
    if value is None:
        return NO_RESULT if getattr(written, "data_type", "") == "f" else ""
    if isinstance(value, datetime | date):
        return day(value, cell.number_format)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(value, cell.number_format)
    return str(value).strip()


def day(value: datetime | date, number_format: str) -> str:
    """ "2025-10-31"; "October 2025" where the cell shows month and year alone, as spreadsheets make of "Oct 2025"."""
    shows = NOT_SEEN.sub("", number_format).lower()
    is_month = "d" not in shows and "m" in shows and "y" in shows
    return f"{value:%B %Y}" if is_month else f"{value:%Y-%m-%d}"


def number(value: float, number_format: str) -> str:
    """Without ".0" at the end and without a power of ten, to six places at most."""
    if not abs(value) < TOO_MUCH:
        return str(value)
    exact = round(Decimal(str(value)), 6)
    if "%" in NOT_SEEN.sub("", number_format):
        return f"{plain(exact * 100)}%"
    return plain(exact)


def plain(value: Decimal) -> str:
    """1E+2 as "100", 58.500 as "58.5"."""
    return f"{value:f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"
