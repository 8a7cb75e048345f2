"""Who is told that a home has another grade: the same day, and never before Ofsted has published it."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.models import Event
from visits.events import GRADE_CHANGE_TOLD
from visits.facts import inspections as facts
from visits.models import Inspection


def sweep_inspections(at: datetime) -> int:
    """Tell the members concerned of each changed grade, once; swept. Returns of how many inspections was told."""
    return sum(tell(inspection, at) for inspection in facts.changed_grades(localdate(at)))


@transaction.atomic
def tell(inspection: Inspection, at: datetime) -> bool:
    """Whether it was told now: of two sweeps at once only the first tells."""
    if not Inspection.objects.filter(pk=inspection.pk, told_at=None).update(told_at=at):
        return False
    people = facts.concerned(inspection.home, localdate(at))
    path = reverse("visits:home-detail", args=[inspection.home.public_id])
    for person in people:
        notices.tell(person, f"grade-changed:{inspection.public_id}", path, at)

    Event.record(GRADE_CHANGE_TOLD, about=inspection.reference, by=None, at=at, details={"people": len(people)})
    return True
