"""Spreadsheets (XLSX) as rows of text, without loading them whole."""

import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from openpyxl import load_workbook

from reports.indicators.files.problems import FileRefused

MAX_UNZIPPED = 10 * 1024 * 1024
MAX_ROWS = 5000


def is_workbook(file: BinaryIO) -> bool:
    """By content: an XLSX is a zip file."""
    start = file.read(4)
    file.seek(0)
    return start == b"PK\x03\x04"


def sheets(file: BinaryIO) -> Iterator[Iterator[tuple[int, list[str]]]]:
    """The sheets of a workbook, each as (row number, trimmed cells). Raises FileRefused."""
    check_size(file)
    try:
        book = load_workbook(file, read_only=True, data_only=True)
    except Exception as problem:  # openpyxl answers damage with a dozen kinds of error
        raise FileRefused("The spreadsheet is damaged and cannot be opened. Save it again as XLSX or CSV.") from problem
    for sheet in book.worksheets:
        yield rows(sheet)


def check_size(file: BinaryIO) -> None:
    """Refuse a zip that is none, or that would swell. Raises FileRefused."""
    try:
        with zipfile.ZipFile(file) as archive:
            unzipped = sum(part.file_size for part in archive.infolist())
    except zipfile.BadZipFile as problem:
        raise FileRefused("The spreadsheet is damaged or was cut short. Download it again.") from problem
    if unzipped > MAX_UNZIPPED:
        raise FileRefused(f"Unpacked, the spreadsheet has more than {MAX_UNZIPPED // 1024**2} MB. Save it as CSV.")
    file.seek(0)


def rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """Rows of one sheet, at most 5,000."""
    for number, cells in enumerate(sheet.iter_rows(values_only=True, max_row=MAX_ROWS, max_col=200), 1):
        yield number, [text(cell) for cell in cells]


def text(cell: object) -> str:
    """335, 335.0 and "335 " alike as "335"; an empty cell as ""."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
