"""Which years a return can be for, and whether the dates of its lesser tables agree with the one somebody chose.

Episodes of another year are refused when they are read (reports.indicators.ssda903.agreement).
"""

from datetime import date

import polars as pl

from reports.indicators.files.problems import FileRefused, Problem, Problems
from reports.indicators.ssda903.modules import MODULES
from reports.indicators.ssda903.reading import Return903

FIRST_YEAR = 2018  # the oldest collection whose codes the portal knows
DATED = {"reviews": "REVIEW", "missing": "MIS_START"}
ADVICE = "Look whether this file is of the year you chose."


def last_year(today: date) -> int:
    """The year of the latest 31 March that is over."""
    return today.year if today > date(today.year, 3, 31) else today.year - 1


def check_is_over(year: int, today: date) -> None:
    """A return is of a year that is over, and not of one from before the codes the portal knows. Raises FileRefused."""
    if not FIRST_YEAR <= year <= last_year(today):
        raise FileRefused(
            f"A return can be for the years ending March {FIRST_YEAR} to March {last_year(today)}, not for {year}."
        )


def year_code(year: int) -> str:
    """2025, the year ending 31 March 2025, is "2024-25"."""
    return f"{year - 1}-{year % 100:02}"


def check_dates(read: Return903, problems: Problems) -> None:
    """A table whose dates are mostly after the year, or all before it, becomes a problem of the table as a whole."""
    for key, column in DATED.items():
        days = read.tables[key][column].drop_nulls() if key in read.tables else pl.Series([], dtype=pl.Date)
        where = f"{MODULES[key].label}, {column}"
        if (days > read.ends_on).sum() * 2 > days.len():
            problems.add(Problem(0, where, f"Most of its dates are after {said(read.ends_on)}.", ADVICE))
        elif days.len() and (days < read.starts_on).all():
            problems.add(Problem(0, where, f"All its dates are before {said(read.starts_on)}.", ADVICE))


def said(day: date) -> str:
    return f"{day:%-d %B %Y}"
