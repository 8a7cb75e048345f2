"""What is expected of a body in a year, where it is planned, and what is missing."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from corpparent.periods import Period
from members.models import Body
from members.standing import Standing
from reports.committees.models import Meeting, WorkProgrammeItem
from reports.committees.models.meeting import keeps_papers

WITH = ("meeting__body", "item__meeting", "body")
SOON = timedelta(days=60)


def bodies_with(who: Standing) -> QuerySet[Body]:
    """Bodies whose programme `who` may read, by name: the public those that ever met in public."""
    found = Body.objects.exclude(kind=Body.Kind.PARTNER).order_by("name")
    if keeps_papers(who):
        return found
    found = found.filter(work_programme__isnull=False)
    return (found if who.is_member else found.filter(meetings__is_public=True)).distinct()


def of_year(body: Body, year: Period) -> list[WorkProgrammeItem]:
    """In the order in which it is expected. One query."""
    return list(WorkProgrammeItem.objects.filter(body=body, year=year.code).select_related(*WITH))


def meetings_for(one: WorkProgrammeItem, today: date) -> QuerySet[Meeting]:
    """Meetings of its body to come, the next first."""
    return Meeting.objects.coming(today).filter(body=one.body_id, held_at=None).order_by("meets_on")


def without_meeting(today: date) -> QuerySet[WorkProgrammeItem]:
    """What is expected soon, or was, and has no meeting to come."""
    unplanned = Q(meeting=None) | Q(meeting__status=Meeting.Status.CANCELLED) | Q(meeting__meets_on__lt=today)
    lost = ~Q(item__withdrawn_because="") | Q(item__meeting__status=Meeting.Status.CANCELLED)
    nowhere = Q(unplanned, item=None) | Q(lost, item__isnull=False)
    found = WorkProgrammeItem.objects.filter(nowhere, dropped_because="", expected_by__lte=today + SOON)
    return found.select_related("body").order_by("expected_by", "pk")
