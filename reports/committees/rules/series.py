"""The days that a year plan proposes: every few weeks, or a weekday of each month."""

from calendar import monthrange
from datetime import date, timedelta

MOST = 60  # meetings planned at once
LAST = -1  # the last Wednesday of a month


def every_weeks(first: date, last: date, weeks: int) -> list[date]:
    """`first` and every `weeks` weeks after it, up to `last`; 60 days at most."""
    step, days = timedelta(weeks=weeks), [first] if first <= last else []
    while days and days[-1] + step <= last and len(days) < MOST:
        days.append(days[-1] + step)
    return days


def monthly(first: date, last: date, place: int, weekday: int) -> list[date]:
    """The `place`th `weekday` (0 is Monday) of each month from `first` to `last`: 1 the first, -1 the last one.

    Months without a fifth one are left out. 60 days at most.
    """
    year, month = first.year, first.month
    days: list[date] = []
    while (year, month) <= (last.year, last.month) and len(days) < MOST:
        found = weekday_of(year, month, place, weekday)
        if found and first <= found <= last:
            days.append(found)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return days


def weekday_of(year: int, month: int, place: int, weekday: int) -> date | None:
    """None where the month has no such day."""
    began, length = monthrange(year, month)
    firsts = 1 + (weekday - began) % 7
    found = list(range(firsts, length + 1, 7))
    if place == LAST:
        return date(year, month, found[-1])
    return date(year, month, found[place - 1]) if place <= len(found) else None
