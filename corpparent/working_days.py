"""Days on which the council's offices are open: not Saturday or Sunday, no bank holiday, none the council closes.

Bank holidays are those of England (`holidays`, which holds also single ones such as a coronation).
"""

from collections.abc import Set
from datetime import date, timedelta
from functools import cache

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
    days = (first + number * DAY for number in range(1, (last - first).days + 1))
    return sum(is_working(day, closed) for day in days)
