"""The work programme of the invented board: what is usual, some of it planned, and gaps as every council has them."""

from django.utils import timezone

from corpparent.periods import year_around
from members.models import Body
from reports.committees import services
from reports.committees.invented.meetings import BOARD, PREPARED, clerk
from reports.committees.models import Meeting, WorkProgrammeItem
from visits.invented.people import day


def begin() -> None:
    """Of this year; every second matter that is still to come is planned for the board's meeting before its day."""
    body = Body.objects.get(slug=BOARD)
    services.begin_programme(body=body, year=year_around(timezone.localdate()), by=clerk(), at=day(PREPARED))
    meetings = list(Meeting.objects.filter(body=body).order_by("-meets_on"))
    for one in WorkProgrammeItem.objects.filter(body=body).order_by("expected_by", "pk")[::2]:
        in_time = [meeting for meeting in meetings if meeting.meets_on <= one.expected_by]
        if in_time:
            services.plan_for(one=one, meeting=in_time[0], version=one.version, by=clerk(), at=day(PREPARED))
