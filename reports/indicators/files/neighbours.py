"""Reader of lists of statistical neighbours: CSV or XLSX, one council a row, its neighbours side by side.

The heading may stand under rows of junk and on any sheet. Councils are named by the DfE's three-figure codes, as text
or as numbers. Nothing is stored.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO

from reports.indicators.files import tables
from reports.indicators.files.problems import FileRefused, Problem, Problems, shown
from reports.indicators.files.workbooks import is_workbook, sheets

Row = tuple[int, list[str]]

COUNCIL = {"oldlacode", "lanum", "lanumber", "lacode", "dfecode"}
NEIGHBOUR = re.compile(r"sn([0-9]{1,2})")
CODE = re.compile(r"([0-9]{3})(\.0)?")
JUNK = 30  # rows above the heading that are looked through
NO_LIST = (
    "This is no list of statistical neighbours: no row has a heading for the council's three-figure code "
    "(like old_la_code) and for its neighbours (SN_1, SN_2 and so on)."
)
MOST = 20  # neighbours of one council


@dataclass(frozen=True)
class Neighbourhood:
    """The neighbours of one council, nearest first: (rank, old code, closeness, column)."""

    row: int
    council: str
    neighbours: tuple[tuple[int, str, str, str], ...]


@dataclass
class Reading:
    """`rows` = `neighbourhoods` + rows left out."""

    neighbourhoods: list[Neighbourhood] = field(default_factory=list)
    problems: Problems = field(default_factory=Problems)
    rows: int = 0


@dataclass(frozen=True)
class Heading:
    """Where what stands: position of the council's code, and per rank the positions of code and closeness."""

    names: list[str]
    council: int
    ranks: dict[int, tuple[int, int | None]]


def read(file: BinaryIO) -> Reading:
    """Every council's neighbours in `file`. Raises FileRefused when there is no such table in it."""
    return reading_of(*table_of(file))


def check_heading(file: BinaryIO) -> None:
    """Refuse what is no list of neighbours, before a byte of it is kept. Raises FileRefused.

    `file` is all of it: a workbook cannot be looked into before it is whole.
    """
    table_of(file)


def table_of(file: BinaryIO) -> tuple[Heading, Iterator[Row]]:
    """The heading, and the rows below it: of a CSV file, or of the first sheet that has one. Raises FileRefused."""
    for rows in sheets(file) if is_workbook(file) else [tables.rows_of_csv(file)]:
        heading = next(filter(None, map(heading_of, islice(rows, JUNK))), None)
        if heading:
            return heading, rows
    raise FileRefused(NO_LIST)


def heading_of(row: Row) -> Heading | None:
    """The heading, if `row` is one."""
    names = [re.sub(r"[^a-z0-9]", "", name.lower()) for name in row[1]]
    council = next((position for position, name in enumerate(names) if name in COUNCIL), None)
    ranks = {
        int(found[1]): (position, closeness(names, position, found[1]))
        for position, name in enumerate(names)
        if (found := NEIGHBOUR.fullmatch(name)) and 1 <= int(found[1]) <= MOST
    }
    return Heading(row[1], council, ranks) if council is not None and ranks else None


def closeness(names: list[str], position: int, rank: str) -> int | None:
    """Where the closeness of the neighbour at `position` stands: in the next column, SN_1P or SNP."""
    follows = names[position + 1] if position + 1 < len(names) else ""
    return position + 1 if follows in (f"sn{rank}p", "snp") else None


def reading_of(heading: Heading, rows: Iterator[Row]) -> Reading:
    """The rows below the heading."""
    reading = Reading()
    by_council: dict[str, list[Neighbourhood]] = {}
    for number, cells in rows:
        if is_note(heading, cells):
            continue
        reading.rows += 1
        if row := neighbourhood(heading, number, cells, reading.problems):
            by_council.setdefault(row.council, []).append(row)
    if not reading.rows:
        raise FileRefused("The list has a heading and no rows below it.")
    reading.neighbourhoods = [row for same in by_council.values() if (row := only_one(same, reading.problems))]
    return reading


def is_note(heading: Heading, cells: list[str]) -> bool:
    """Whether a row is blank or a remark: nothing stands where a code should."""
    positions = [heading.council, *(position for position, _ in heading.ranks.values())]
    return not any(cells[position] for position in positions if position < len(cells))


def only_one(same: list[Neighbourhood], problems: Problems) -> Neighbourhood | None:
    """The one row of a council; None, and a problem, when its rows contradict each other."""
    first, *more = same
    if any(row.neighbours != first.neighbours for row in more):
        numbers = " and ".join(str(row.row) for row in same[:5])
        problems.add(
            Problem(first.row, "", f"Rows {numbers} differ about council {first.council}.", "None of them was taken.")
        )
        return None
    for row in more:
        problems.add(Problem(row.row, "", f"It says the same as row {first.row}.", "It was counted once."))
    return first


def neighbourhood(heading: Heading, number: int, cells: list[str], problems: Problems) -> Neighbourhood | None:
    """One row; a neighbour that cannot be read is left out, and the whole row where it is not clear whose it is."""
    cells = cells + [""] * (len(heading.names) - len(cells))
    found = CODE.fullmatch(cells[heading.council])
    if not found:
        problems.add(Problem(number, heading.names[heading.council], not_a_code(cells[heading.council])))
        return None
    council, neighbours = found[1], []
    seen: set[str] = set()
    for rank, (position, close) in sorted(heading.ranks.items()):
        code = CODE.fullmatch(cells[position])
        column = heading.names[position]
        reason = wrong(cells[position], code and code[1], council, seen)
        if reason or not code:
            problems.add(Problem(number, column, reason, "This neighbour was left out."))
            continue
        seen.add(code[1])
        neighbours.append((rank, code[1], cells[close][:30] if close is not None else "", column))
    return Neighbourhood(number, council, tuple(neighbours))


def wrong(text: str, code: str | None, council: str, seen: set[str]) -> str:
    """Why a neighbour's cell cannot be taken, or ""."""
    if not code:
        return not_a_code(text)
    if code == council:
        return f"{code} is the council itself."
    if code in seen:
        return f"{code} is named twice in this row."
    return ""


def not_a_code(text: str) -> str:
    if not text:
        return "The cell is empty; a council's code has three figures, like 335."
    return f"{shown(text)} is not a council's code of three figures, like 335."
