"""Conflicts that hold now."""

from django.db.models import QuerySet

from visits.models import Conflict


def running() -> QuerySet[Conflict]:
    """Declared and not ended, with person and home, by name."""
    found = Conflict.objects.filter(ended_at__isnull=True).select_related("person", "home")
    return found.order_by("person__name", "home__alias")
