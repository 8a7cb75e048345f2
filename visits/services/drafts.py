"""Drafts that lie: their author is asked, and after a time they are wiped, since drafts are where identifiers rest.

Source: SECURITY, rule 13.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse

from corpparent import notices
from corpparent.models import Event
from visits.events import DRAFT_WIPED
from visits.models import Visit, VisitSettings

MOST = 200  # a sweep; the next one goes on


def sweep_drafts(at: datetime) -> int:
    """Ask about drafts nobody saved for a time, and wipe those that lay longer; returns how many."""
    times = VisitSettings.current()
    drafts = Visit.objects.filter(status=Visit.Status.DRAFT).order_by("saved_at", "pk")
    old = drafts.filter(saved_at__lte=at - timedelta(days=times.draft_wipe_days))
    lying = drafts.filter(saved_at__lte=at - timedelta(days=times.draft_chase_days), chased_at__isnull=True)
    done = sum(wipe(visit, at, times) for visit in old[:MOST])
    return done + sum(chase(visit, at) for visit in lying[:MOST])


@transaction.atomic
def chase(visit: Visit, at: datetime) -> bool:
    """Tell its author that it waits; False where somebody else was quicker."""
    mine = Visit.objects.filter(pk=visit.pk, status=Visit.Status.DRAFT, chased_at__isnull=True)
    if not mine.update(chased_at=at):
        return False
    notices.tell(
        visit.lead.public_id, f"visit-draft:{visit.public_id}:{visit.version}", reverse("visits:visit-list"), at
    )
    return True


@transaction.atomic
def wipe(visit: Visit, at: datetime, times: VisitSettings) -> bool:
    """Delete the draft with its answers and points; the rota still asks for the visit. False where it moved on."""
    found = Visit.objects.select_for_update().filter(pk=visit.pk, status=Visit.Status.DRAFT)
    held = found.filter(saved_at__lte=at - timedelta(days=times.draft_wipe_days)).first()
    if held is None:
        return False
    Event.record(DRAFT_WIPED, about=held.reference, by=None, counts_for=held.lead, at=at)
    held.delete()
    return True
