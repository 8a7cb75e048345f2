"""Days on which the council's offices are open: not Saturday or Sunday, no bank holiday, none the council closes.

Bank holidays are those of England (`holidays`, which holds also single ones such as a coronation).
"""

from collections.abc import Set
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import accumulate

import holidays

DAY = timedelta(days=1)
MOST = 400  # working days one may count; guards against a loop without end
NEVER: frozenset[date] = frozenset()


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Bank holidays in England in `year`."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_working(day: date, closed: Set[date] = NEVER) -> bool:
    """Whether the offices are open on `day`; `closed` are the days on which the council itself shuts them."""
    return day.weekday() < 5 and day not in bank_holidays(day.year) and day not in closed


def after(day: date, number: int, closed: Set[date] = NEVER) -> date:
    """The `number`th working day after `day`, which is not counted. Raises ValueError for more than 400."""
    if not 0 <= number <= MOST:
        raise ValueError(f"Working days are counted up to {MOST}.")
    while number:
        day += DAY
        number -= is_working(day, closed)
    return day


def between(first: date, last: date, closed: Set[date] = NEVER) -> int:
    """How many working days after `first` `last` is; the first is not counted, the last is. 0 where it is before."""
    if last <= first:
        return 0
    days_closed = frozenset(closed)
    whole_years = sum(counted(year, days_closed)[-1] for year in range(first.year, last.year))
    return whole_years + number_in_year(last, days_closed) - number_in_year(first, days_closed)


def number_in_year(day: date, closed: frozenset[date]) -> int:
    """How many working days of its year there are up to `day`, that day counted."""
    return counted(day.year, closed)[day.toordinal() - date(day.year, 1, 1).toordinal() + 1]


@lru_cache(maxsize=128)
def counted(year: int, closed: frozenset[date]) -> list[int]:
    """Working days of `year` up to each day of it: [0] before the first, [1] up to 1 January, …"""
    first = date(year, 1, 1)
    days = (first + number * DAY for number in range((date(year, 12, 31) - first).days + 1))
    return list(accumulate((is_working(day, closed) for day in days), initial=0))
