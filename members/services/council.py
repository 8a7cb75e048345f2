"""The council's own row."""

from datetime import datetime

from django.db import transaction

from corpparent.models import Event
from members.events import COUNCIL_SET_UP
from members.models import Council, Person


@transaction.atomic
def set_up_council(*, by: Person | None, at: datetime, **fields: object) -> Council:
    """Write the one council row. Raises ValidationError naming the field."""
    council = Council.objects.select_for_update().filter(pk=1).first() or Council(pk=1)
    for name, value in fields.items():
        setattr(council, name, value)
    council.full_clean(validate_constraints=False)
    council.save()
    Event.record(COUNCIL_SET_UP, about=council.reference, by=by, at=at)
    return council
