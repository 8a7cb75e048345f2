"""People as the council writes them down."""

from datetime import datetime

from django.db import transaction

from corpparent.models import Event
from members.events import PERSON_ADDED
from members.models import Person
from members.services.appointments import check_administrator


@transaction.atomic
def add_person(*, name: str, known_as: str, email: str, by: Person | None, at: datetime) -> Person:
    """Add a person without a password; they choose one by the link on the sign-in page. Raises ValidationError."""
    check_administrator(by, at)
    person = Person(name=name, known_as=known_as, email=email.lower())
    person.set_unusable_password()
    person.full_clean()
    person.save()
    Event.record(PERSON_ADDED, about=person.reference, by=by, counts_for=person, at=at)
    return person
