"""Councillors who came to no meeting for months. Source: Local Government Act 1972, section 85.

The law counts meetings of the whole authority; the portal knows those of the bodies in it only, and says so.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, Min, Q, QuerySet

from members.models import Appointment, Person
from members.roles import COUNCILLOR, LEAD_MEMBER, VISITING_COUNCILLOR
from reports.committees.models import Attendance, CommitteeSettings
from reports.committees.rules.attending import disqualified_after

ELECTED = (COUNCILLOR, LEAD_MEMBER, VISITING_COUNCILLOR)


@dataclass(frozen=True)
class Absence:
    """`last_on`: the last meeting they came to, or the day on which they were first expected at one.

    `until`: the last day on which they are still a member, unless they come or the council approves the reason.
    """

    person: Person
    last_on: date
    until: date


def absences(on: date, person_id: int | None = None) -> list[Absence]:
    """Councillors near that day or past it, the nearest first; of `person_id` alone where given. Two queries."""
    settings = CommitteeSettings.current()
    warn_from = on + timedelta(days=settings.absent_warn_days)
    found = []
    for person in councillors(on, person_id):
        last_on = person.came_on or person.expected_on  # type: ignore[attr-defined]
        if last_on and (until := disqualified_after(last_on, settings.absent_months)) <= warn_from:
            found.append(Absence(person, last_on, until))
    return sorted(found, key=lambda one: (one.until, one.person.name))


def elected(on: date) -> QuerySet[Person]:
    """Councillors of that day."""
    held = Appointment.objects.current(on).filter(role__slug__in=ELECTED).values("person")
    return Person.objects.filter(pk__in=held, is_active=True)


def councillors(on: date, person_id: int | None) -> list[Person]:
    """With `came_on` and, of those who never came, `expected_on`. One query."""
    found = elected(on)
    if person_id is not None:
        found = found.filter(pk=person_id)
    came = Q(meetings_attended__outcome__in=Attendance.ATTENDED)
    began = found.annotate(
        came_on=Max("meetings_attended__meeting__meets_on", filter=came),
        expected_on=Min("meetings_attended__meeting__meets_on", filter=~came),
    )
    return list(began)
