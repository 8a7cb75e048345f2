"""Ofsted's lists of providers (CSV, ODS, XLSX) as inspections by Ofsted number.

The heading need not be on the first row, nor the list on the first sheet, and columns are called differently from year
to year. Names and addresses in it are not looked at.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import BinaryIO

from reports.indicators.files.problems import FileRefused, Problem, Problems, shown
from reports.indicators.files.tables import rows_of_csv
from reports.indicators.files.workbooks import MAX_ROWS, is_workbook
from visits.files import opendocument, workbook
from visits.schemes import plain

JUNK = 30  # filled rows above the heading that are looked through
URN = ("urn", "unique reference number", "setting urn")
FULL = ("date of last full inspection", "full inspection start date", "last full inspection date", "inspection date")
INTERIM = ("interim inspection start date",)
ASSURANCE = ("assurance visit start date",)
PUBLISHED = ("publication date", "published date", "date published")
HEADS = {
    "overall": (
        "overall effectiveness",
        "latest overall effectiveness grade from last full inspection",
        "latest overall effectiveness",
        "overall experiences and progress of children and young people",
    ),
    "safety": ("cyp safety", "how well children and young people are helped and protected"),
    "leadership": ("leadership and management", "the effectiveness of leaders and managers"),
}
NOTHING = ("", "-", "na", "n/a", "none", "null", "redacted", "not yet inspected", "not inspected", "not judged")
FORMS = ("%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y", "%d/%m/%Y %H:%M", "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y")

Row = tuple[int, list[str]]


@dataclass(frozen=True)
class Found:
    """One row of the list. `days` by kind of inspection; `grades`, as written, and names of their `columns` by head."""

    row: int
    sheet: str
    urn: str
    days: dict[str, date]
    grades: dict[str, str]
    published_on: date | None
    columns: dict[str, str]


@dataclass
class Listed:
    """What a file holds of the homes whose numbers are `ours`. `problems` are rows that cannot be read."""

    ours: frozenset[str]
    rows: list[Found] = field(default_factory=list)
    foreign: int = 0
    problems: Problems = field(default_factory=Problems)


def read(file: BinaryIO, ours: frozenset[str]) -> Listed:
    """Rows of other councils' homes are counted and passed over, whatever stands in them.

    Raises FileRefused where no sheet has a column of Ofsted numbers and one of days.
    """
    listed, has_list = Listed(ours), False
    for title, rows in sheets_of(file):
        heading = heading_of(iter(rows))
        if heading is None:
            continue
        has_list = True
        if len(rows) > MAX_ROWS:
            raise FileRefused(f"The list has more than {MAX_ROWS:,} rows. Send the part with the council’s homes.")
        read_sheet(title, rows, heading, listed)
    if not has_list:
        raise FileRefused(
            "No row in it has the heading “URN” and one of a full inspection’s date. Send the list as Ofsted made it."
        )
    return listed


def sheets_of(file: BinaryIO) -> list[tuple[str, list[Row]]]:
    """Title and rows of each sheet; a CSV is one without a title. Raises FileRefused."""
    if opendocument.is_opendocument(file):
        return opendocument.sheets(file)
    if is_workbook(file):
        return workbook.sheets(file)
    return [("", list(rows_of_csv(file)))]


def heading_of(rows: Iterable[Row]) -> Row | None:
    """The first of the upper rows that names a column of numbers and one of days; None on other sheets."""
    for count, (number, cells) in enumerate(rows):
        names = [plain(cell) for cell in cells]
        if column(names, URN) is not None and any(column(names, one) is not None for one in (FULL, INTERIM, ASSURANCE)):
            return number, names
        if count > JUNK:
            return None
    return None


def column(names: list[str], wanted: Iterable[str]) -> int | None:
    """The place of the first of `wanted` that is there."""
    return next((names.index(one) for one in map(plain, wanted) if one in names), None)


def read_sheet(title: str, rows: list[Row], heading: Row, listed: Listed) -> None:
    start, names = heading
    for number, cells in rows:
        cell = Cells(names, cells)
        urn = "".join(cell.of(URN).split()).upper()
        if number <= start or not urn:  # notes above and below the list
            continue
        if urn not in listed.ours:
            listed.foreign += 1
            continue
        try:
            listed.rows.append(row_of(title, number, urn, cell))
        except Unreadable as problem:
            listed.problems.add(Problem(number, problem.column, sheet_said(title) + str(problem)))


class Unreadable(Exception):
    """A cell that cannot be read: its `column`, and the reason as a sentence."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column


def row_of(title: str, number: int, urn: str, cell: "Cells") -> Found:
    """Raises Unreadable."""
    kinds = {"full": FULL, "interim": INTERIM, "assurance": ASSURANCE}
    days = {kind: day for kind, wanted in kinds.items() if (day := cell.day(wanted))}
    grades = {head: words for head, wanted in HEADS.items() if (words := cell.of(wanted))}
    columns = {head: cell.name(wanted) for head, wanted in HEADS.items()}
    return Found(number, title, urn, days, grades, cell.day(PUBLISHED), columns)


class Cells:
    """The cells of one row by what their columns may be called."""

    def __init__(self, names: list[str], cells: list[str]) -> None:
        self.names, self.cells = names, cells

    def of(self, wanted: Iterable[str]) -> str:
        """ "" too where the cell says that there is nothing."""
        place = column(self.names, wanted)
        words = self.cells[place].strip() if place is not None and place < len(self.cells) else ""
        return "" if plain(words) in map(plain, NOTHING) or plain(words).startswith("not provided") else words

    def name(self, wanted: Iterable[str]) -> str:
        place = column(self.names, wanted)
        return "" if place is None else self.names[place]

    def day(self, wanted: Iterable[str]) -> date | None:
        words = self.of(wanted)
        return day_of(words, self.name(wanted)) if words else None


def day_of(words: str, where: str) -> date:
    """Raises Unreadable."""
    for form in FORMS:
        try:
            return datetime.strptime(words, form).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    raise Unreadable(where, f"{shown(words)} is no day. Write it like 2026-03-11.")


def sheet_said(title: str) -> str:
    return f"Sheet {shown(title)}: " if title else ""
