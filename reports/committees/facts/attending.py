"""Who was expected at a meeting and who came, whether that was a quorum, and how often people came in a year."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from corpparent.periods import Period
from members.models import Appointment, Body, Person
from members.standing import Standing
from reports.committees.models import Attendance, Interest, Meeting
from reports.committees.rules import attending as rules

MOST_FOUND = 20
HELD = (Meeting.Status.HELD, Meeting.Status.CONFIRMED)


@dataclass(frozen=True)
class Quorum:
    """How many with a vote were there, of how many it takes, and where that is said; `remotely` are not among them
    where the law says how the body meets.
    """

    there: int
    least: int
    source: str
    remotely: int

    @property
    def is_met(self) -> bool:
        return self.there >= self.least


class Year(NamedTuple):
    """One person in one year of one body: meetings they were expected at, by what became of it."""

    person: str
    expected: int
    present: int
    remote: int
    apologies: int
    absent: int
    stood_in: int

    @property
    def share(self) -> int | None:
        """Per cent of the meetings they were expected at; None where they were expected at none."""
        return round(100 * (self.present + self.remote) / self.expected) if self.expected else None


def sitting(meeting: Meeting) -> QuerySet[Appointment]:
    """Appointments to its body on its day."""
    found = Appointment.objects.current(meeting.meets_on).filter(body=meeting.body_id, person__is_active=True)
    return found.select_related("person").order_by("person__name", "pk")


def expected(meeting: Meeting) -> list[Person]:
    """Who sat on the body on that day, by name; not its substitutes. One query."""
    held = sitting(meeting).filter(place__in=rules.EXPECTED)
    return list({one.person_id: one.person for one in held}.values())


def places_of(meeting: Meeting) -> dict[int, str]:
    """The place of each who sits on its body, by key of the person. One query."""
    return dict(sitting(meeting).values_list("person", "place"))


def of(meeting: Meeting) -> list[Attendance]:
    """What is written down of each, by name. One query."""
    return list(meeting.attendances.select_related("person", "stands_in_for").order_by("person__name", "pk"))


def interests_of(meeting: Meeting, who: Standing) -> list[Interest]:
    """Those declared in general, and in items whose title `who` may read. One query."""
    found = meeting.interests.select_related("person", "item__meeting__body").order_by("item__number", "pk")
    return [one for one in found if one.item is None or one.item.is_shown_to(who)]


def people_named(name: str, meeting: Meeting) -> list[Person]:
    """At most 20 people with an appointment on that day whose names have `name` in them. One query."""
    held = Appointment.objects.current(meeting.meets_on).filter(person=OuterRef("pk"))
    found = Person.objects.filter(Exists(held), is_active=True, name__icontains=name)
    return list(found.order_by("name", "pk")[:MOST_FOUND])


def people_with(ids: Iterable[UUID]) -> dict[UUID, Person]:
    return {person.public_id: person for person in Person.objects.filter(public_id__in=list(ids))}


def quorum(meeting: Meeting, rows: Iterable[Attendance]) -> Quorum:
    """Of what is written down in `rows`. One query.

    A substitute counts for whom they stand in for; an adviser and a guest do not count.
    """
    votes = set(sitting(meeting).filter(place__in=rules.VOTES).values_list("person", flat=True))
    voting = [row for row in rows if row.person_id in votes or row.stands_in_for_id in votes]
    in_room = sum(row.outcome == Attendance.Outcome.PRESENT for row in voting)
    remotely = sum(row.outcome == Attendance.Outcome.REMOTE for row in voting)
    least, source = rules.quorum_of(meeting.body)
    there = in_room + remotely if rules.counts_remotely(meeting.body) else in_room
    return Quorum(there, least, source, remotely)


def meetings_in(body: Body, year: Period) -> QuerySet[Meeting]:
    """Meetings of `body` that were held in `year`, a financial year."""
    return Meeting.objects.filter(body=body, status__in=HELD, meets_on__range=(year.starts_on, year.ends_on))


def by_person(body: Body, year: Period) -> list[Year]:
    """Everybody of whom something was written down, by name. One query, one row a person and meeting."""
    rows = (
        Attendance.objects.filter(meeting__in=meetings_in(body, year))
        .order_by("person__name", "person")
        .values_list("person", "person__name", "outcome", "stands_in_for")
    )
    counted: dict[tuple[int, str], Counter[str]] = {}
    for person, name, outcome, stands_in_for in rows:
        tally = counted.setdefault((person, name), Counter())
        tally["stood_in" if stands_in_for else outcome] += 1
    return [line(name, tally) for (_, name), tally in counted.items()]


def line(name: str, tally: Counter[str]) -> Year:
    present, remote, apologies, absent = (tally[one] for one in ("present", "remote", "apologies", "absent"))
    everything = present + remote + apologies + absent
    return Year(name, everything, present, remote, apologies, absent, tally["stood_in"])


def bodies_that_met() -> QuerySet[Body]:
    """Bodies of which attendance was written down, by name."""
    held = Meeting.objects.filter(body=OuterRef("pk"), status__in=HELD, attendances__isnull=False)
    return Body.objects.filter(Exists(held)).order_by("name")


def not_recorded(who: Standing) -> QuerySet[Meeting]:
    """Meetings before today whose attendance is not written down, the oldest first."""
    waiting = Q(status__in=[Meeting.Status.PLANNED, Meeting.Status.PUBLISHED], meets_on__lt=who.on)
    return Meeting.objects.filter(waiting).select_related("body").order_by("meets_on", "pk")
