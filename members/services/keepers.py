"""What the services of courses and library share."""

from collections.abc import Mapping
from datetime import datetime

from django.db import models
from django.utils.timezone import localdate

from members import rules
from members.models import Person


def check_keeper(by: Person | None, at: datetime) -> None:
    """Raise NotAllowed unless `by` looks after learning on that day, or is the portal itself."""
    if by is not None:
        rules.check_can_keep_learning(by.standing_on(localdate(at)))


def set_fields(row: models.Model, fields: Mapping[str, object]) -> list[str]:
    """Write `fields` on `row`, unsaved, and return the names of those that changed."""
    changed = [name for name, value in fields.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, fields[name])
    return changed
