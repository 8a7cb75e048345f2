"""How this council's committees work."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.versions import check_version
from members.models import Person
from reports.committees.events import COMMITTEE_TIMES_SET
from reports.committees.models import CommitteeSettings
from reports.committees.rules.meetings import check_can_set
from reports.committees.rules.times import SPANS


@transaction.atomic
def set_committee_times(*, version: int, by: Person | None, at: datetime, **fields: Any) -> CommitteeSettings:
    """Set any of rules.times.SPANS and CHOICES; the same values change nothing.

    What was published keeps its own days. Raises NotAllowed, Stale, ValidationError by field.
    """
    if by:
        check_can_set(by.standing_on(localdate(at)))
    CommitteeSettings.objects.get_or_create(pk=1)
    kept = CommitteeSettings.objects.select_for_update().get(pk=1)
    changed = sorted(name for name, value in fields.items() if getattr(kept, name) != value)
    if not changed:
        return kept
    check_version(kept, version)
    for name in changed:
        setattr(kept, name, fields[name])
    check_spans(kept)
    kept.version += 1
    kept.save()
    names = [name.replace("_", "-") for name in changed]
    Event.record(COMMITTEE_TIMES_SET, about=kept.reference, by=by, at=at, details={"fields": names})
    return kept


def check_spans(kept: CommitteeSettings) -> None:
    """Raise ValidationError by field."""
    wrong = {
        name: f"Enter a whole number from {least} to {most}."
        for name, (least, most) in SPANS.items()
        if not least <= getattr(kept, name) <= most
    }
    if wrong:
        raise ValidationError(wrong)  # type: ignore[arg-type]  # one sentence a field
