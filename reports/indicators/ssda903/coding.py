"""Codes that the year's return does not know: reported by row and column, never a reason to refuse."""

import re

import polars as pl

from reports.indicators.files.problems import Problem, Problems
from reports.indicators.ssda903 import codes
from reports.indicators.ssda903.cleaning import MOST_ROWS

SHORT = re.compile(r"[A-Z0-9.]{1,4}")
KEPT = "It was kept as it is; figures that need the code leave it aside."


def check_codes(frame: pl.DataFrame, year: int, problems: Problems, label: str) -> None:
    """Report every cell of a column of codes that holds none of the year's."""
    known = codes.for_year(year)
    odd = {name: ~pl.col(name).is_in(list(known[name])) for name in frame.columns if name in known}
    counts = frame.select(**{name: is_odd.sum() for name, is_odd in odd.items()})
    for name, is_odd in odd.items():
        if counts[name][0]:
            found = frame.filter(is_odd).select("row", name, IS_CHILD=pl.col(name).is_in(frame["CHILD"].implode()))
            report_codes(found, name, year, problems, label)


def report_codes(odd: pl.DataFrame, column: str, year: int, problems: Problems, label: str) -> None:
    """A short code is named, unless it is a child's (IS_CHILD): a cell may have slipped into another column."""
    for row, code, is_child in odd.head(MOST_ROWS).iter_rows():
        named = f"“{code}”" if SHORT.fullmatch(code) and not is_child else "It"
        reason = f"{named} is not one of the codes of {column} in the year ending March {year}."
        problems.add(Problem(row, f"{label}, {column}", reason, KEPT))
    rest = odd["row"].slice(MOST_ROWS)
    if rest.len():
        reason = f"{rest.len():,} more rows hold a code that is not one of the year ending March {year}."
        problems.add(Problem(0, f"{label}, {column}", reason, KEPT))
