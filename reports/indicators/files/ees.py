"""Reader of the DfE's open data ("Explore education statistics"): a CSV in, figures and problems out, nothing stored.

Columns are found by name, so any order will do. Rows are read once, in a stream; only those that are a figure the
registry knows, or the total of one, are kept.
"""

from collections.abc import Iterable
from typing import BinaryIO

from reports.indicators.definition import Definition
from reports.indicators.files import tables
from reports.indicators.files.ees_rows import Rows
from reports.indicators.files.feeds import Finder
from reports.indicators.files.problems import FileRefused, shown
from reports.indicators.files.reading import Reading

MANDATORY = ("time_period", "time_identifier", "geographic_level", "country_code", "country_name")
PLACES = ("region_code", "region_name", "old_la_code", "new_la_code", "la_name")


def read(file: BinaryIO, definitions: Iterable[Definition]) -> Reading:
    """Everything in `file` that `definitions` know. Raises FileRefused when the file as a whole cannot be taken."""
    table = tables.read_csv(file)
    check_columns(table.columns)
    finder = Finder(definitions, table.columns)
    if not finder.definitions:
        raise FileRefused(nothing_known(table.columns))
    rows = Rows(table, finder)
    for number, cells in table.rows:
        rows.take(number, dict(zip(table.columns, cells, strict=True)))
    reading = rows.reading()
    if not reading.figures:
        raise FileRefused(
            f"None of its {reading.rows:,} rows could be taken. {next(iter(reading.problems), '')}".strip()
        )
    return reading


def check_heading(start: BinaryIO) -> None:
    """Refuse by the first kilobytes what is no open-data file, before a byte of it is kept. Raises FileRefused."""
    check_columns(tables.read_csv(start).columns)


def check_columns(columns: list[str]) -> None:
    """The five columns every file of this kind has. Raises FileRefused naming the missing ones."""
    missing = [name for name in MANDATORY if name not in columns]
    if missing:
        raise FileRefused(
            f"This is not a DfE open-data file: it has no column {', '.join(missing)}. "
            f"Its columns are {', '.join(shown(name) for name in columns[:12])}{' …' if len(columns) > 12 else ''}."
        )


def nothing_known(columns: list[str]) -> str:
    others = [name for name in columns if name not in MANDATORY and name not in PLACES]
    return (
        "This is a DfE open-data file, but it holds no figure that the portal knows. Besides time and place its "
        f"columns are {', '.join(shown(name) for name in others[:20]) or 'none'}."
    )
