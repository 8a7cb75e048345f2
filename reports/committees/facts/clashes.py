"""What speaks against a day for a meeting. Warnings, each in a sentence: an officer may know better."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, timedelta

from corpparent.words import day as said_of
from corpparent.working_days import bank_holidays
from members.models import Body, ClosedDay
from reports.committees.models import BusyDay, Meeting

AUGUST = 8
NEAR = timedelta(days=6)
SATURDAY = 5


def clashes(body: Body, days: Collection[date], apart_from: Meeting | None = None) -> Mapping[date, list[str]]:
    """Sentences by day; a day against which nothing speaks is not in it. Three queries."""
    found: dict[date, list[str]] = defaultdict(list)
    if not days:
        return found
    closed = {one.on: one.name for one in ClosedDay.objects.filter(on__in=days)}
    busy = list(BusyDay.objects.filter(starts_on__lte=max(days), ends_on__gte=min(days)))
    others = meetings_near(body, days, apart_from)
    for on in days:
        said = [
            *of_the_calendar(on),
            *([f"The council’s offices are closed: {closed[on]}."] if on in closed else []),
            *[f"{one.name} is then." for one in busy if one.starts_on <= on <= one.ends_on],
            *[f"{body} meets on {said_of(other)} as well." for other in others if abs(other - on) <= NEAR],
        ]
        if said:
            found[on] = said
    return found


def of_the_calendar(on: date) -> list[str]:
    """Weekends, bank holidays, and the month in which councils rest."""
    said = []
    if on.weekday() >= SATURDAY:
        said.append(f"{said_of(on)} is a {on:%A}.")
    if on in bank_holidays(on.year):
        said.append(f"{said_of(on)} is a bank holiday.")
    if on.month == AUGUST:
        said.append("It is in August, when many are away.")
    return said


def meetings_near(body: Body, days: Collection[date], apart_from: Meeting | None) -> list[date]:
    found = Meeting.objects.filter(body=body, meets_on__gte=min(days) - NEAR, meets_on__lte=max(days) + NEAR)
    found = found.exclude(status=Meeting.Status.CANCELLED)
    found = found.exclude(pk=apart_from.pk) if apart_from else found
    return list(found.order_by("meets_on").values_list("meets_on", flat=True))
