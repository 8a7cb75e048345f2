"""Agendas that must go out soon, or should have gone, for those who prepare them."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.timezone import localdate

from corpparent.words import day
from members.needs import Need
from members.standing import Standing
from reports.committees.facts.last_days import Days
from reports.committees.models import Meeting
from reports.committees.models.meeting import keeps_papers
from reports.committees.rules.clock import days_left

MOST, SOON = 5, 5  # rows; working days before the last lawful day
LONGEST = timedelta(days=100)  # ahead: no council asks for more than 400 working days, and few for more than ten


def needs(who: Standing) -> Iterator[Need]:
    """At most five. Four queries, where anything is planned at all; none for who does not prepare agendas."""
    if who.person_id is None or not keeps_papers(who):
        return
    today = who.on or localdate()
    planned = Meeting.objects.coming(today).filter(published_at=None, meets_on__lte=today + LONGEST)
    meetings = list(planned.select_related("body").order_by("meets_on", "pk"))
    days = Days.current()
    due = [(days.last_for(meeting), meeting) for meeting in meetings]
    soon = [(last, one) for last, one in due if days_left(today, last, days.closed) <= SOON]
    for last, meeting in soon[:MOST]:
        yield need_of(meeting, last, today)


def need_of(meeting: Meeting, last: date, today: date) -> Need:
    is_late = last < today
    return Need(
        title=f"Publish the agenda of {meeting.body}",
        url=reverse("committees:agenda-detail", args=[meeting.public_id]),
        about=f"Meeting on {day(meeting.meets_on)}",
        why="The law counts clear days before a meeting. Late papers want a reason."
        if is_late
        else "It can be published in time until then.",
        tag=f"{'Was due' if is_late else 'By'} {day(last)}",
        tone="late" if is_late else "due",
        by=last,
    )
