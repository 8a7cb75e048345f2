"""Tables that leave as files: CSV and workbooks that a spreadsheet opens without running anything in them."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any, NamedTuple

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)

WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\']")
LONGEST_TITLE = 31  # characters, as spreadsheets allow
LONGEST_CELL = 32_767
NARROWEST, WIDEST = 12, 60  # columns, in characters
NOBODY = (  # neither author nor machine nor time
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
ALWAYS = (1980, 1, 1, 0, 0, 0)  # the first moment a zip file knows


class Sheet(NamedTuple):
    """One sheet of a workbook; numbers and dates in `rows` stay what they are, everything else is text."""

    title: str
    head: Sequence[str]
    rows: Iterable[Sequence[object]]


def safe_cell(value: object) -> object:
    """Text that a spreadsheet would take for a formula gets a leading apostrophe; numbers stay numbers."""
    if isinstance(value, str) and value.startswith(RISKY) and not NUMBER.fullmatch(value):
        return f"'{value}"
    return value


def csv_file(name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """A download called `name`, UTF-8 with a byte-order mark, as spreadsheets expect."""
    return download(name, "text/csv; charset=utf-8", csv_bytes(head, rows))


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The same as a member for `zip_file`."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([safe_cell(word) for word in head])
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", errors="replace")


def xlsx_file(name: str, sheets: Iterable[Sheet]) -> HttpResponse:
    """A workbook called `name`, at least one sheet; the same sheets give the same bytes, which name nobody."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        fill(book.create_sheet(title_of(sheet.title)), sheet)
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as parts:
        members = {part: parts.read(part) for part in sorted(parts.namelist())}
    return download(name, WORKBOOK_TYPE, zipped(members | {"docProps/core.xml": NOBODY.encode()}))


def zip_file(name: str, members: Mapping[str, bytes]) -> HttpResponse:
    """A zip called `name` of the files in `members`; the same files give the same bytes."""
    return download(name, "application/zip", zipped(members))


def download(name: str, content_type: str, content: bytes) -> HttpResponse:
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(content, content_type=content_type, headers={"Content-Disposition": disposition})


def zipped(members: Mapping[str, bytes]) -> bytes:
    """The members in their order, all dated alike."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for member, content in members.items():
            archive.writestr(zipfile.ZipInfo(member, ALWAYS), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def fill(written: Any, sheet: Sheet) -> None:
    """The heading, bold and always in sight, and the rows below it."""
    written.freeze_panes = "A2"
    for number, word in enumerate(sheet.head, 1):
        written.column_dimensions[get_column_letter(number)].width = min(max(len(word) + 2, NARROWEST), WIDEST)
    heading = [cell_of(written, word) for word in sheet.head]
    for cell in heading:
        cell.font = Font(bold=True)
    written.append(heading)
    for row in sheet.rows:
        written.append([cell_of(written, value) for value in row])


def cell_of(written: Any, value: Any) -> Cell:
    """Text is marked as text, whatever it begins with, so that nothing works it out."""
    if value is None or is_number(value) or is_day(value):
        return WriteOnlyCell(written, value)
    cell = WriteOnlyCell(written, cut(NOT_IN_XML.sub("�", str(safe_cell(str(value))))))
    cell.data_type = "s"
    return cell


def is_number(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and isfinite(value)


def is_day(value: object) -> bool:
    """A moment is no day: spreadsheets know no time zones, so it is written out."""
    return isinstance(value, date) and not isinstance(value, datetime)


def cut(text: str) -> str:
    """No longer than a cell may be, and seen to be cut."""
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…"


def title_of(title: str) -> str:
    """A sheet's name without the characters that spreadsheets refuse."""
    return NOT_IN_TITLE.sub(" ", title)[:LONGEST_TITLE]
