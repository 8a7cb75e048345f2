"""How long things may take in this council."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.versions import check_version
from members.models import Person
from pledges.events import TIMES_SET
from pledges.models import PledgeSettings
from pledges.rules import times as rules


@transaction.atomic
def set_times(*, version: int, by: Person | None, at: datetime, **fields: Any) -> PledgeSettings:
    """Set the times of rules.times.SPANS and `is_check_required`; actions raised before keep how they are checked.

    Raises NotAllowed, Stale, ValidationError by field.
    """
    if by:
        rules.check_can_set_times(by.standing_on(localdate(at)))
    PledgeSettings.objects.get_or_create(pk=1)
    times = PledgeSettings.objects.select_for_update().get(pk=1)
    check_version(times, version)
    changed = [name for name, value in fields.items() if getattr(times, name) != value]
    for name, value in fields.items():
        setattr(times, name, value)
    check_spans(times)
    times.version += 1
    times.save()

    Event.record(TIMES_SET, about=times.reference, by=by, at=at, details={"changed": sorted(changed)})
    return times


def check_spans(times: PledgeSettings) -> None:
    """Raise ValidationError by field."""
    wrong = {}
    for name, (least, most) in rules.SPANS.items():
        if not least <= getattr(times, name) <= most:
            wrong[name] = f"Enter a whole number from {least} to {most}."
    if wrong:
        raise ValidationError(wrong)  # type: ignore[arg-type]  # one sentence a field
