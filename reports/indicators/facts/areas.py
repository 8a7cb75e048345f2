"""The areas there are figures of."""

from django.db.models import QuerySet

from reports.indicators.kinds import Level
from reports.indicators.models import Area


def councils() -> QuerySet[Area]:
    """Every council, in the order of names: whose figures a page can show, and what a pack can be about."""
    return Area.objects.filter(level=Level.COUNCIL).order_by("name")
