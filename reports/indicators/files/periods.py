"""When a figure is for: the DfE's time_period and time_identifier as a period of ours.

Codes: "2022-23" (financial or reporting year), "2025-26-Q2", "2022/23" (academic year), "2022" (calendar or mid-year).
"""

import re
from datetime import date

from corpparent.periods import Period
from reports.indicators.files.problems import BadCell, shown

QUARTER = re.compile(r"financial year q([1-4])")


def reporting_year(year: int) -> Period:
    """The DfE's reporting year 2023 is the year ending 31 March 2023, "2022-23"."""
    return Period.parse(f"{year - 1}-{year % 100:02}")


def quarter(start: int, number: int) -> Period:
    """Quarter 1 to 4 of the financial year that begins in April of `start`, "2025-26-Q2"."""
    return Period.parse(f"{reporting_year(start + 1).code}-Q{number}")


def mid_year(year: int) -> Period:
    """An estimate for 30 June of `year`, "2022"."""
    return Period(date(year, 6, 30), date(year, 6, 30), str(year))


def calendar_year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31), str(year))


def academic_year(start: int) -> Period:
    """1 September to 31 August, "2022/23"."""
    return Period(date(start, 9, 1), date(start + 1, 8, 31), f"{start}/{(start + 1) % 100:02}")


def read(time_period: str, time_identifier: str) -> Period:
    """What the two cells say together. Raises BadCell."""
    kind = " ".join(time_identifier.split()).casefold()
    if kind == "reporting year":
        return reporting_year(one_year(time_period))
    if kind == "calendar year":
        return calendar_year(one_year(time_period))
    if kind == "financial year":
        return reporting_year(two_years(time_period) + 1)
    if kind == "academic year":
        return academic_year(two_years(time_period))
    if found := QUARTER.fullmatch(kind):
        return quarter(two_years(time_period), int(found[1]))
    raise BadCell(
        "time_identifier",
        f"{shown(time_identifier)} is not a time the portal can read: reporting, calendar, financial or academic year.",
    )


def one_year(text: str) -> int:
    """2023. Raises BadCell."""
    if not re.fullmatch(r"(19|20)[0-9]{2}", text):
        raise BadCell("time_period", f"{shown(text)} is not a year of four figures, like 2023.")
    return int(text)


def two_years(text: str) -> int:
    """202223 -> 2022, the year it starts. Raises BadCell unless the two years follow each other."""
    if not re.fullmatch(r"(19|20)[0-9]{4}", text) or (int(text[:4]) + 1) % 100 != int(text[4:]):
        raise BadCell("time_period", f"{shown(text)} is not two years that follow each other, like 202223.")
    return int(text[:4])
