"""Visits whose form a phone may keep."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from visits.models import RotaSlot, Turn, Visit

UNSENT = [Visit.Status.DRAFT, Visit.Status.RETURNED]


def forms_of(person_id: int | None) -> QuerySet[RotaSlot]:
    """Visits that somebody leads and whose report is not sent, with home and draft: what is due first, first."""
    leads = Turn.objects.filter(slot=OuterRef("pk"), person=person_id, part=Turn.Part.LEAD, status=Turn.Status.TAKEN)
    unwritten = Q(visit__isnull=True, status=RotaSlot.Status.TAKEN) | Q(visit__status__in=UNSENT, visit__lead=person_id)
    return RotaSlot.objects.filter(Exists(leads), unwritten).select_related("home", "visit").order_by("due_on", "pk")


def came_back_since(slot: RotaSlot, version: int) -> bool:
    """Whether the report came back to be amended, and a phone that knows the draft as `version` has not heard of it,
    or of what was amended since. One query.
    """
    return Visit.objects.filter(slot=slot, status=Visit.Status.RETURNED, version__gt=version).exists()
