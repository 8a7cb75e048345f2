"""How the council's scheme of visits works."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.versions import check_version
from members.models import Person
from visits.events import VISIT_TIMES_SET
from visits.models import VisitSettings
from visits.rules import times as rules


@transaction.atomic
def set_times(*, version: int, by: Person | None, at: datetime, **fields: Any) -> VisitSettings:
    """Set any of rules.times.SPANS, CHOICES and COURSES. What was begun before keeps its own days.

    Raises NotAllowed, Stale, ValidationError by field.
    """
    if by:
        rules.check_can_set_times(by.standing_on(localdate(at)))
    VisitSettings.objects.get_or_create(pk=1)
    scheme = VisitSettings.objects.select_for_update(of=("self",)).get(pk=1)
    check_version(scheme, version)
    changed = [name for name, value in fields.items() if getattr(scheme, name) != value]
    for name, value in fields.items():
        setattr(scheme, name, value)
    check_spans(scheme)
    scheme.version += 1
    scheme.save()

    Event.record(VISIT_TIMES_SET, about=scheme.reference, by=by, at=at, details={"changed": sorted(changed)})
    return scheme


def check_spans(scheme: VisitSettings) -> None:
    """Raise ValidationError by field."""
    wrong = {
        name: f"Enter a whole number from {least} to {most}."
        for name, (least, most) in rules.SPANS.items()
        if not least <= getattr(scheme, name) <= most
    }
    if not wrong and scheme.draft_wipe_days <= scheme.draft_chase_days:
        wrong["draft_wipe_days"] = "A draft is asked about before it is wiped. Enter more days than it takes to ask."
    if wrong:
        raise ValidationError(wrong)  # type: ignore[arg-type]  # one sentence a field
