"""Work goes on to a successor: one press, one transaction, one event."""

from collections import Counter
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.text import slugify
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.models import Event
from members import rules
from members.events import WORK_HANDED_OVER
from members.handing_over import open_of
from members.models import Person
from members.services.administrators import check_administrator


@transaction.atomic
def hand_over(*, person: Person, successor: Person, by: Person | None, at: datetime) -> int:
    """Give all that `person` has open to `successor`; return how many things went over.

    The same press twice finds nothing the second time, and records nothing. Raises NotAllowed.
    """
    check_administrator(by, at)
    standing = successor.standing_on(localdate(at))
    rules.check_can_succeed(successor.name, is_member=standing.is_member, is_same=successor.pk == person.pk)
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    things = open_of(person)
    for thing in things:
        thing.move(successor=successor, by=by, at=at)
    if things:
        tell_successor(person, successor, at)
        kinds = Counter(slugify(thing.kind) for thing in things)
        details = {"moved": len(things), "kinds": dict(kinds), "to": str(successor.public_id)}
        Event.record(WORK_HANDED_OVER, about=person.reference, by=by, counts_for=person, at=at, details=details)
    return len(things)


def tell_successor(person: Person, successor: Person, at: datetime) -> None:
    """Let `successor` know that work came to them: once for each person and day, and what it is says the portal."""
    matter = f"work-handed-over:{person.public_id}:{localdate(at).isoformat()}"
    notices.tell(person_id=successor.public_id, matter=matter, path=reverse("home"), at=at)
