"""Working days of this council: its closed days are read once."""

from datetime import date

from corpparent import working_days
from members.models import ClosedDay


def closed_days() -> frozenset[date]:
    """The days the council closes its offices. One query."""
    return frozenset(ClosedDay.objects.values_list("on", flat=True))


def working_day_after(day: date, number: int) -> date:
    """The `number`th working day of this council after `day`. One query."""
    return working_days.after(day, number, closed_days())


def working_days_between(first: date, last: date) -> int:
    """How many working days of this council after `first` `last` is. One query."""
    return working_days.between(first, last, closed_days())
