"""Who is on the list of a session."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localdate

from members.models import Appointment, LearningSession, Person

MOST_LISTED = 200  # people expected of whom a page still makes a list; of more one searches
MOST_FOUND = 20


def people_appointed(session: LearningSession, level: int) -> QuerySet[Person]:
    """Everybody with an appointment of that level or above on the day of the session."""
    held = Appointment.objects.current(localdate(session.starts_at)).filter(level__gte=level)
    return Person.objects.filter(Exists(held.filter(person=OuterRef("pk"))), is_active=True)


def written(session: LearningSession) -> dict[UUID, str]:
    """{public id of the person: outcome} of what is written down. One query."""
    return dict(session.attendances.order_by("pk").values_list("person__public_id", "outcome"))


def people_to_list(session: LearningSession, others: Iterable[UUID]) -> list[Person]:
    """Those the course is for, unless they are too many for one page, and these `others`; by name. Two queries."""
    expected = people_appointed(session, session.course.for_level)
    ids = list(expected.values_list("pk", flat=True)[: MOST_LISTED + 1])
    if len(ids) > MOST_LISTED:
        ids = []
    listed = Person.objects.filter(pk__in=ids) | Person.objects.filter(public_id__in=list(others))
    return list(listed.order_by("name", "pk"))


def people_named(name: str, session: LearningSession) -> QuerySet[Person]:
    """At most 20 people with an appointment on the day of the session whose names have `name` in them."""
    return people_appointed(session, 0).filter(name__icontains=name).order_by("name", "pk")[:MOST_FOUND]
