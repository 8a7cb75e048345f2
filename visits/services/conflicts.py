"""Conflicts of interest: declared by the person themselves, as a code, and ended by them or by an officer."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from members.models import Person
from pledges.services.once import wait_for
from visits.events import CONFLICT_DECLARED, CONFLICT_ENDED
from visits.models import Conflict, Home
from visits.rules import conflicts as rules


@transaction.atomic
def declare_conflict(*, person: Person, home: Home, reason: str, at: datetime) -> Conflict:
    """From now on nothing of `home` is offered to `person`; one that runs already is returned.

    Raises NotAllowed, ValidationError by field.
    """
    wait_for(person)
    rules.check_can_declare(person.standing_on(localdate(at)))
    if reason not in Conflict.Reason.values:
        raise ValidationError({"reason": "Choose what the conflict is."})
    if before := Conflict.objects.filter(person=person, home=home, ended_at__isnull=True).first():
        return before
    conflict = Conflict.objects.create(person=person, home=home, reason=reason, declared_at=at)

    Event.record(CONFLICT_DECLARED, about=conflict.reference, by=person, at=at)
    return conflict


@transaction.atomic
def end_conflict(*, conflict: Conflict, by: Person, at: datetime) -> Conflict:
    """It does not hold any more. The row stays. Raises NotAllowed."""
    conflict = Conflict.objects.select_for_update(of=("self",)).get(pk=conflict.pk)
    rules.check_can_end(by.standing_on(localdate(at)), conflict)
    if conflict.ended_at:
        return conflict
    conflict.ended_at = at
    conflict.save(update_fields=["ended_at"])

    Event.record(CONFLICT_ENDED, about=conflict.reference, by=by, at=at)
    return conflict
