"""The homes of an invented council and a year of visits to them, written through the services in the order of the days.
Made once: whatever became of it since stays. It stands on members.invented and pledges.invented.
"""

from django.db import transaction

from visits.invented.homes import close_one, found_homes
from visits.invented.inspections import inspect
from visits.invented.rota import declare, visit
from visits.invented.scheme import begin_scheme
from visits.models import Home

__all__ = ["years"]


@transaction.atomic
def years() -> None:
    """Homes, what others found there, and visits that were made, not made, and are to come."""
    if not Home.objects.exists():
        found_homes()
        begin_scheme()
        inspect()
        declare()
        visit()
        close_one()
