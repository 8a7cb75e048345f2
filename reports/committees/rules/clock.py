"""The legal clock: the last lawful day to publish before a meeting.

Clear days are whole days between the day of publication and the day of the meeting; neither of the two is counted
(R v Herefordshire Justices, ex p Wallace 1820; R v Swansea CC, ex p Elitestone 1993). Councils count working days.
Sources: Local Government Act 1972 s100A(6), s100B(3), five days since SI 2002/715; SI 2012/2089 r5, r8 to r11.
"""

from collections.abc import Set
from datetime import date, timedelta

from corpparent import working_days
from corpparent.working_days import NEVER, is_working

DAY = timedelta(days=1)
CLEAR_DAYS = 5  # agenda, open reports, notice of the meeting
NOTICE_DAYS = 28  # executive: a private meeting, a key decision
MOST = 400


def publish_by(meets_on: date, clear_days: int = CLEAR_DAYS, closed: Set[date] = NEVER) -> date:
    """The last day on which papers of a meeting on `meets_on` can be published: `clear_days` working days lie between.

    Published on that day, papers are out in time even at its end; a day that is itself no working day is never named.
    Raises ValueError for more than 400 days.
    """
    if not 0 <= clear_days <= MOST:
        raise ValueError(f"Clear days are counted up to {MOST}.")
    day, missing = meets_on - DAY, clear_days
    while missing or not is_working(day, closed):
        missing -= bool(missing) and is_working(day, closed)
        day -= DAY
    return day


def notice_by(
    meets_on: date, closed: Set[date] = NEVER, *, days: int = NOTICE_DAYS, in_calendar_days: bool = False
) -> date:
    """The last day for a notice of `days` clear days; councils count them as working days or by the calendar."""
    if in_calendar_days:
        return meets_on - (days + 1) * DAY
    return publish_by(meets_on, days, closed)


def days_left(today: date, last: date, closed: Set[date] = NEVER) -> int:
    """Working days after `today` up to and with `last`: 0 on the last day itself, below 0 once it is over."""
    return working_days.between(today, last, closed) if today <= last else -1


def clear_days_between(published_on: date, meets_on: date, closed: Set[date] = NEVER) -> int:
    """How many clear working days lie between the two; 0 where the second is not after the first."""
    return max(working_days.between(published_on, meets_on - DAY, closed), 0)
