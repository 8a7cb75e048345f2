"""A published item that is not taken after all: its number stays, and says why."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event
from corpparent.rules import NotAllowed
from members.models import Person
from reports.committees.events import AGENDA_ITEM_WITHDRAWN
from reports.committees.models import AgendaItem
from reports.committees.rules import agendas as rules
from reports.committees.services.agendas import held, of_meeting


@transaction.atomic
def withdraw_item(*, item: AgendaItem, because: str, by: Person | None, at: datetime) -> AgendaItem:
    """The public reads `because`. Twice with the same reason is once. Raises NotAllowed, ValidationError by field."""
    meeting, because = held(item.meeting, by, at), checked_reason(because)
    item = of_meeting(meeting, item)
    rules.check_can_withdraw(item)
    if item.withdrawn_because == because:
        return item
    if item.is_withdrawn:
        raise NotAllowed("This item was withdrawn already, with another reason.")
    item.withdrawn_because = because
    item.version += 1
    item.save(update_fields=["withdrawn_because", "version"])
    meeting.changed_at = at
    meeting.save(update_fields=["changed_at"])
    Event.record(AGENDA_ITEM_WITHDRAWN, about=item.reference, by=by, at=at, details={"number": item.number})
    return item


def checked_reason(because: str) -> str:
    """Raises ValidationError at `because`."""
    because = because.strip()
    if not because:
        raise ValidationError({"because": "Say why it is withdrawn. The public reads it."})
    if len(because) > rules.LONGEST_REASON:
        raise ValidationError({"because": f"Keep it to {rules.LONGEST_REASON} characters."})
    try:
        validate_no_identifiers(because)
    except ValidationError as problem:
        raise ValidationError({"because": problem.messages}) from problem
    return because
