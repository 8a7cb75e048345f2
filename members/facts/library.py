"""The library: whom a reading asks, and who has read it."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat, StrIndex

from members.models import Acknowledgement, Appointment, Person, Reading

Status = Reading.Status


def people_of(reading: Reading, day: date) -> QuerySet[Person]:
    """Whom `reading` is for on `day`: everybody of its level, or with `for_roles` the holders of these alone."""
    held = Appointment.objects.current(day)
    held = (
        held.filter(role__slug__in=reading.for_roles)
        if reading.for_roles
        else held.filter(level__gte=reading.for_level)
    )
    return Person.objects.filter(Exists(held.filter(person=OuterRef("pk"))), is_active=True)


def people_to_ask(reading: Reading, day: date) -> QuerySet[Person]:
    """Of these, who has not been asked yet."""
    asked = Acknowledgement.objects.filter(reading=reading, person=OuterRef("pk"))
    return people_of(reading, day).filter(~Exists(asked)).order_by("pk")


def readings_to_ask(day: date) -> QuerySet[Reading]:
    """Published readings that ask somebody who has not been asked yet. One query, however much there is to read.

    Slugs in `for_roles` are looked for as JSON writes them, in quotation marks, so that no slug is found in another.
    """
    roles = Cast(OuterRef("for_roles"), TextField())
    role = Concat(Value('"'), F("role__slug"), Value('"'), output_field=TextField())
    asked = Acknowledgement.objects.filter(reading=OuterRef(OuterRef("pk")), person=OuterRef("person"))
    held = (
        Appointment.objects.current(day)
        .filter(~Exists(asked), person__is_active=True)
        .annotate(named_at=StrIndex(roles, role))
    )
    by_level = Q(Exists(held.filter(level__gte=OuterRef("for_level"))), for_roles=[])
    by_role = Exists(held.filter(named_at__gt=0))
    return Reading.objects.filter(by_level | Q(by_role), status=Status.PUBLISHED, is_asked=True)


def asked_of(person_id: int) -> QuerySet[Acknowledgement]:
    """What that person is asked to read and has not, the soonest first."""
    waiting = Acknowledgement.objects.filter(person=person_id, read_at=None, reading__status=Status.PUBLISHED)
    return waiting.select_related("reading").order_by("due_on", "pk")


def unread(day: date, by: date) -> QuerySet[Acknowledgement]:
    """Everything asked of people with an appointment on `day` that is to be read by the day `by` and is not."""
    held = Appointment.objects.current(day).filter(person=OuterRef("person"))
    waiting = Acknowledgement.objects.filter(Exists(held), read_at=None, reading__status=Status.PUBLISHED)
    return waiting.filter(due_on__lte=by, person__is_active=True).select_related("reading", "person")


def readers_of(reading: Reading) -> list[dict[str, Any]]:
    """Everybody who was asked: name, due_on, read_at. Those who have not read it come first. One query."""
    rows = reading.acknowledgements.order_by(F("read_at").asc(nulls_first=True), "person__name")
    return [dict(row) for row in rows.values("person__public_id", "person__name", "due_on", "read_at")]
