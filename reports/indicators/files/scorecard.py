"""Reader of the council's own scorecard: CSV or XLSX, one figure a row, columns by name in any order.

Columns: indicator (code or exact title), period, as_at, numerator, denominator, value, status. Rows without any number
are passed over, so a template may be filled in piece by piece. Nothing is stored, and nothing about single children is
read.
"""

import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import BinaryIO

from reports.indicators.definition import Definition
from reports.indicators.files import scorecard_numbers, tables
from reports.indicators.files.places import Place
from reports.indicators.files.problems import BadCell, FileRefused, Problem, Problems
from reports.indicators.files.reading import Figure, Reading
from reports.indicators.files.scorecard_heading import (
    COLUMNS,
    check_columns,
    check_no_children,
    is_heading,
    missing,
    names_of,
    note_unknown,
)
from reports.indicators.files.scorecard_rows import Names, RowReader
from reports.indicators.files.scorecard_sheets import JUNK, MAX_ROWS, Row, sheets
from reports.indicators.files.tables import Table
from reports.indicators.files.workbooks import is_workbook


def read(file: BinaryIO, definitions: Iterable[Definition], *, council: Place, today: date) -> Reading:
    """Every figure of `council` in `file` that is over by `today`. Raises FileRefused when the whole is no good."""
    table = table_of(file)
    check_columns(table.columns)
    note_unknown(table.columns, table.problems)
    reading = Reading(columns=table.columns, problems=table.problems)
    reader = RowReader(Names(definitions), council, today)
    reading.figures = sound(list(figures(table, reader, reading)), reading)
    reading.rows += table.left_out
    return reading


def check_heading(start: BinaryIO) -> None:
    """Refuse by the first kilobytes what is no scorecard, before a byte of it is kept. Raises FileRefused.

    A workbook can be looked into only where these bytes are all of it.
    """
    if not is_workbook(start):
        check_columns(tables.read_csv(start).columns)
    elif zipfile.is_zipfile(start):
        start.seek(0)
        check_columns(table_of(start).columns)


def table_of(file: BinaryIO) -> Table:
    """The table of a CSV file, or of the one sheet that has a scorecard's heading. Raises FileRefused."""
    if not is_workbook(file):
        return tables.read_csv(file)
    found = sheets(file)
    for sheet in found:
        for _, cells in sheet[:JUNK]:
            check_no_children(cells)
    scorecards = [below for sheet in found if (below := from_heading(sheet))]
    if not scorecards:
        raise FileRefused(missing(["indicator", "period"]))
    if len(scorecards) > 1:
        raise FileRefused(f"{len(scorecards)} sheets have the heading of a scorecard. Put all figures on one sheet.")
    return table_of_rows(scorecards[0])


def from_heading(sheet: list[Row]) -> list[Row]:
    """The rows of a sheet from a scorecard's heading on; none where there is no such heading."""
    return next((sheet[place:] for place, (_, cells) in enumerate(sheet[:JUNK]) if is_heading(cells)), [])


def table_of_rows(rows: list[Row]) -> Table:
    """A table of rows from the heading on; what stands to the right of the heading are remarks. Raises FileRefused."""
    table = Table(columns=tables.columns_of(rows[0][1]))
    width = len(table.columns)
    if not rows[1:]:
        raise FileRefused("The scorecard has a heading and no rows below it.")
    table.rows = ((number, (cells + [""] * width)[:width]) for number, cells in rows[1:])
    return table


def figures(table: Table, reader: RowReader, reading: Reading) -> Iterator[Figure]:
    """The figure of each row that can be read; the others become problems."""
    names = names_of(table.columns)
    for count, (number, cells) in enumerate(table.rows, 1):
        if count > MAX_ROWS:
            raise FileRefused(f"The scorecard has more than {MAX_ROWS:,} rows. Split it by year.")
        record = dict.fromkeys(COLUMNS, "") | dict(zip(names, cells, strict=True))
        if scorecard_numbers.has_none(record):
            continue
        reading.rows += 1
        try:
            yield reader.figure(number, record)
        except BadCell as bad:
            reading.problems.add(Problem(number, bad.column, str(bad)))


def sound(found: list[Figure], reading: Reading) -> list[Figure]:
    """One figure of each indicator and period; `reading.used` counts the rows that say it."""
    alike: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in found:
        alike[figure.code, figure.period.code].append(figure)
    kept = []
    for same in alike.values():
        if one := only_one(same, reading.problems):
            kept.append(one)
            reading.used += len(same)
    return kept


def only_one(same: list[Figure], problems: Problems) -> Figure | None:
    """The one figure that all of them are; None, and a problem, where they contradict each other."""
    first, *more = same
    if any(replace(figure, row=first.row) != first for figure in more):
        numbers = " and ".join(str(figure.row) for figure in same[:5])
        reason = f"Rows {numbers} say different things about {first.code}, {first.period.label}."
        problems.add(Problem(first.row, "", reason, "None of them was taken."))
        return None
    for figure in more:
        problems.add(Problem(figure.row, "", f"It says the same as row {first.row}.", "It was counted once."))
    return first
