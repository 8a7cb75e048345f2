"""Visits of one person, and points they answered, for the copy of their own data. Homes by alias alone."""

from django.db.models import Q

from corpparent.words import day
from members.models import Person
from members.personal_data import Row
from visits.models import Response, Visit
from visits.showing.visits import Said, said_in, said_in_version


def visits(person: Person) -> list[Row]:
    """Visits they made or watched and sent a report of, as it was last sent, the oldest first. Two queries."""
    theirs = Q(lead=person) | Q(second=person) | Q(shadow=person)
    found = (
        Visit.objects.sent()
        .filter(theirs)
        .select_related("home")
        .prefetch_related("versions")
        .order_by("visited_on", "pk")
    )
    return [row_of(visit, person) for visit in found]


def row_of(visit: Visit, person: Person) -> Row:
    part = {visit.lead_id: "led it", visit.second_id: "second visitor"}.get(person.pk, "watched and learned")
    said = said_of(visit)
    return {
        "Visit": str(visit),
        "What you did": part,
        "Good enough for my own child?": said.judgement,
        "Why": said.reason,
    }


def said_of(visit: Visit) -> Said:
    """While a report is amended, what it said before: the other visitors do not see what its author writes."""
    versions = list(visit.versions.all())
    return said_in_version(versions[-1]) if visit.status == Visit.Status.RETURNED and versions else said_in(visit)


def answers(person: Person) -> list[Row]:
    """Points they answered for a home, the oldest first. One query."""
    found = Response.objects.filter(answered_by=person).select_related("point").order_by("answered_at", "pk")
    return [
        {
            "Point": one.point.title,
            "Your answer": one.get_answer_display(),
            "Why": one.reason,
            "Why the names may stand": one.names_explained,
            "When": day(one.answered_at),
        }
        for one in found
    ]
