"""Financial years and their quarters, as councils and the DfE count them (from 1 April to 31 March), and months."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Kind = Literal["year", "quarter", "month"]

STARTS = (
    r"(?P<year>(?:18|19|20|21)\d{2})"  # further off it is a slip, and near the ends of the calendar sums of days fail
)
YEAR = re.compile(rf"{STARTS}-(?P<next>\d{{2}})(?:-Q(?P<quarter>[1-4]))?", re.ASCII)
MONTH = re.compile(rf"{STARTS}-M(?P<month>0[1-9]|1[0-2])", re.ASCII)
NAMED = re.compile(rf"(?P<name>[A-Z]{{3,9}}) +{STARTS}", re.ASCII)
HALF = ("JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE")
MONTHS = (*HALF, "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER")
HOW = "Write a year like 2022-23, or a quarter like 2025-26-Q2. A month is written 2025-M10 or October 2025."


class NotAPeriod(ValueError):
    """The message says how a period is written."""


@dataclass(frozen=True, order=True)
class Period:
    """From `starts_on` to `ends_on`, both counted.

    `code` is `2022-23` (a year), `2025-26-Q2` (July to September) or `2025-M10` (October 2025).
    """

    starts_on: date
    ends_on: date
    code: str

    @classmethod
    def parse(cls, code: str) -> "Period":
        """Read a code, or a month by its name ("October 2025", "Oct 2025"). Raises NotAPeriod.

        DfE "reporting year 2023" is `2022-23`. `2025-10` is no month: `2009-10` is a year.
        """
        text = code.strip().upper()
        found = in_a_year(text) or in_a_month(text)
        if found is None:
            raise NotAPeriod(f"“{code}” is not a period. {HOW}")
        return found

    @property
    def kind(self) -> Kind:
        if "-M" in self.code:
            return "month"
        return "quarter" if "-Q" in self.code else "year"

    @property
    def label(self) -> str:
        """As people say it: "April 2022 to March 2023", "July to September 2025", "October 2025"."""
        if self.kind == "month":
            return f"{self.starts_on:%B %Y}"
        starts = f"{self.starts_on:%B}" if self.starts_on.year == self.ends_on.year else f"{self.starts_on:%B %Y}"
        return f"{starts} to {self.ends_on:%B %Y}"

    def before(self) -> "Period":
        """The period of the same kind that ends the day before this one starts; for periods that `parse` reads."""
        return AROUND[self.kind](self.starts_on - timedelta(days=1))


def in_a_year(text: str) -> Period | None:
    """ "2022-23" or "2025-26-Q2", in capitals; None for anything else."""
    found = YEAR.fullmatch(text)
    if not found or int(found["next"]) != (int(found["year"]) + 1) % 100:
        return None
    year = int(found["year"])
    if not found["quarter"]:
        return year_around(date(year, 4, 1))
    first = 1 + 3 * int(found["quarter"])
    return quarter_around(date(year, first, 1) if first < 13 else date(year + 1, 1, 1))


def in_a_month(text: str) -> Period | None:
    """ "2025-M10", "OCTOBER 2025" or "OCT 2025", in capitals; None for anything else."""
    if found := MONTH.fullmatch(text):
        return month_around(date(int(found["year"]), int(found["month"]), 1))
    if found := NAMED.fullmatch(text):
        numbers = [number for number, name in enumerate(MONTHS, 1) if name.startswith(found["name"])]
        return month_around(date(int(found["year"]), numbers[0], 1)) if numbers else None
    return None


def year_around(day: date) -> Period:
    """The financial year in which `day` lies."""
    start = day.year if day.month >= 4 else day.year - 1
    return Period(date(start, 4, 1), date(start + 1, 3, 31), f"{start:04}-{(start + 1) % 100:02}")


def quarter_around(day: date) -> Period:
    """The quarter of the financial year in which `day` lies."""
    first = day.month - (day.month - 1) % 3
    last = date(day.year, first + 2, monthrange(day.year, first + 2)[1])
    return Period(date(day.year, first, 1), last, f"{year_around(day).code}-Q{(first // 3 - 1) % 4 + 1}")


def month_around(day: date) -> Period:
    """The month in which `day` lies."""
    last = day.replace(day=monthrange(day.year, day.month)[1])
    return Period(day.replace(day=1), last, f"{day.year:04}-M{day.month:02}")


AROUND: dict[Kind, Callable[[date], Period]] = {"year": year_around, "quarter": quarter_around, "month": month_around}
