"""The files of a return, read in memory: bytes in, clean tables and problems out.

What is said about a file never repeats a cell: file, table, row, column and reason only.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

import polars as pl

from reports.indicators.files.problems import FileRefused, Problem, Problems
from reports.indicators.ssda903.agreement import check_year
from reports.indicators.ssda903.cleaning import clean
from reports.indicators.ssda903.coding import check_codes
from reports.indicators.ssda903.doubles import one_a_child, without_copies
from reports.indicators.ssda903.grid import frame_of, heading_of
from reports.indicators.ssda903.modules import MODULES, Module
from reports.indicators.ssda903.recognising import module_of
from reports.indicators.ssda903.text import text_of
from reports.indicators.ssda903.xml_files import is_xml, tables_of

NO_FIGURES = "No figure is worked out from it."


@dataclass(frozen=True)
class Return903:
    """The return of the year that ends on 31 March of `year`.

    `tables` holds the modules that came, by key: the module's columns (days as pl.Date, SDQ_SCORE as pl.Int64, all else
    text in capitals, blank cells null) and `row`, its number in the file as a spreadsheet shows it.
    """

    year: int
    tables: dict[str, pl.DataFrame] = field(default_factory=dict)
    problems: Problems = field(default_factory=Problems)

    @property
    def starts_on(self) -> date:
        return date(self.year - 1, 4, 1)

    @property
    def ends_on(self) -> date:
        return date(self.year, 3, 31)


@dataclass(frozen=True)
class Part:
    """One file's share of a module; `rows` reads them as text, given where to report and how to call the table."""

    number: int
    module: Module
    rows: Callable[[Problems, str], pl.DataFrame]


def read(files: Sequence[tuple[str, bytes]], year: int) -> Return903:
    """The return in `files` (name, content): CSV, a table each, or XML; in any order. Raises FileRefused.

    `year` is the one in which the collection ends: 2025 is 1 April 2024 to 31 March 2025. Names are never looked at.
    """
    if not files:
        raise FileRefused("No file came.")
    returned = Return903(year)
    parts = [part for number, (_, content) in enumerate(files, 1) for part in parts_of(number, content)]
    for key, module in MODULES.items():
        mine = [part for part in parts if part.module is module]
        if mine:
            returned.tables[key] = table_of(mine, returned)
    check_together(returned)
    return returned


def parts_of(number: int, content: bytes) -> list[Part]:
    """What is in a file: one table of a CSV, all those of an XML. Raises FileRefused naming the file by its number."""
    try:
        if is_xml(content):
            return [Part(number, MODULES[key], partial(given, rows)) for key, rows in tables_of(content).items()]
        text = text_of(content).upper()
        heading, columns = heading_of(text)
        return [Part(number, module_of(columns), partial(frame_of, text, heading, columns))]
    except FileRefused as refused:
        raise FileRefused(f"File {number}: {refused}") from None


def given(rows: pl.DataFrame, problems: Problems, label: str) -> pl.DataFrame:
    """Rows that are there already, and of which there is nothing to report."""
    return rows


def table_of(parts: list[Part], returned: Return903) -> pl.DataFrame:
    """The rows of one module, out of all the files that hold some."""
    module = parts[0].module
    label = module.label
    frames = [rows_of(part, returned, label if len(parts) == 1 else f"{label} (file {part.number})") for part in parts]
    if len(parts) > 1:
        numbers = ", ".join(str(part.number) for part in parts)
        said = f"Files {numbers} all hold this table."
        returned.problems.add(Problem(0, label, said, "Their rows were put together."))
    table = without_copies(pl.concat(frames), returned.problems, label)
    if table.is_empty():
        returned.problems.add(Problem(0, label, "The table has a heading and no rows below it.", NO_FIGURES))
    return one_a_child(table, returned.problems, label) if module.key == "header" else table


def rows_of(part: Part, returned: Return903, label: str) -> pl.DataFrame:
    """The clean rows of one file. Raises FileRefused naming it."""
    try:
        frame = clean(part.rows(returned.problems, label), part.module, returned.problems, label)
    except FileRefused as refused:
        raise FileRefused(f"File {part.number} ({part.module.label}): {refused}") from None
    check_codes(frame, returned.year, returned.problems, label)
    return frame


def check_together(returned: Return903) -> None:
    """What the tables must agree in. Raises FileRefused."""
    if "episodes" in returned.tables:
        check_year(returned.tables["episodes"], returned.starts_on, returned.ends_on, returned.problems)
