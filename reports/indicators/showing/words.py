"""Numbers and lists as people say them."""

from collections.abc import Sequence
from decimal import Decimal

from corpparent.charts.values import number
from corpparent.words import count as count
from reports.indicators.kinds import Unit

# How charts and sentences write a unit after the number; a unit that is not here is written as it is.
UNITS = {
    Unit.PERCENT: "%",
    Unit.RATE_PER_10000: "in every 10,000 children",
    Unit.RATIO: "",
    Unit.COUNT: "",
    Unit.SCORE: "",
}


def listed(words: Sequence[str]) -> str:
    """ "England", "England and Mercia", "England, Mercia and similar councils"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def spoken(value: Decimal, unit: str, decimals: int) -> str:
    """A value in a sentence, with its unit: "68%", "94 in every 10,000 children", "1 year 7 months", "31,850"."""
    if unit == Unit.MONTHS:
        return time_spoken(int(value))
    phrase = UNITS.get(Unit(unit), unit)
    written = number(value, decimals, phrase)
    return written if phrase in ("", "%") else f"{written} {phrase}"


def time_spoken(months: int) -> str:
    """19 is "1 year 7 months"."""
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'s' * (years != 1)}"] * bool(years) + [f"{rest} month{'s' * (rest != 1)}"] * bool(rest)
    return " ".join(parts) or "0 months"


def year_label(period: str) -> str:
    """The year in which a period ends, as DfE names reporting years: "2022-23" is "2023"."""
    return str(int(period[:4]) + 1) if "-" in period else period[:4]


def period_spoken(period: str) -> str:
    """ "2022-23" is "year ending March 2023"; "2022", of a calendar year or the middle of one, is itself."""
    return f"year ending March {year_label(period)}" if len(period) == 7 and "-" in period else period


def in_cell(value: Decimal, unit: str, decimals: int) -> str:
    """A value in a table's cell: percentages keep their sign, other units stand in the heading."""
    return number(value, decimals, UNITS.get(Unit(unit), unit))
