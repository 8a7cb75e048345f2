"""Minutes on the start page: those that are late to be drafted, and drafts that wait for their chair."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import working_days
from corpparent.words import day
from members.models import Appointment
from members.needs import Need
from members.standing import Standing
from reports.committees.facts import minutes as facts
from reports.committees.models import CommitteeSettings, Meeting, Minute, Minutes
from visits.facts.days import closed_days

MOST = 5


def to_write(who: Standing, today: date) -> Iterator[Need]:
    """For those who keep papers: meetings whose draft is late, or will be. Three queries."""
    limit, closed = CommitteeSettings.current().minutes_days, closed_days()
    for meeting in facts.without_minutes(today).select_related("body")[:MOST]:
        due = working_days.after(meeting.meets_on, limit, closed)
        yield need_of(meeting, due, today)


def need_of(meeting: Meeting, due: date, today: date) -> Need:
    is_late = due < today
    return Need(
        title=f"Write the minutes of {meeting.body.name}",
        url=reverse("committees:minutes-update", args=[meeting.public_id]),
        about=f"{meeting.body.name}, {day(meeting.meets_on)}",
        why="Members and the public read them once the chair has approved the draft.",
        tag=f"{'Was due' if is_late else 'By'} {day(due)}",
        tone="late" if is_late else "due",
        by=due,
    )


def drafts_for(person_id: int, today: date) -> QuerySet[Minutes]:
    """Drafts in which each item has words, of bodies that `person_id` chairs today."""
    chaired = Appointment.objects.current(today).filter(person=person_id, place=Appointment.Place.CHAIR)
    found = Minutes.objects.filter(status=Minutes.Status.DRAFT, meeting__body__in=chaired.values("body"))
    return found.exclude(pk__in=Minute.objects.filter(text="").values("minutes"))


def of_chair(who: Standing) -> Iterator[Need]:
    """For chairs: drafts of their bodies in which each item has words. One query."""
    assert who.person_id is not None
    drafts = drafts_for(who.person_id, who.on or localdate())
    for minutes in drafts.select_related("meeting__body").order_by("pk")[:MOST]:
        meeting = minutes.meeting
        yield Need(
            title=f"Approve the draft minutes: {meeting.body.name}",
            url=f"{meeting.get_absolute_url()}minutes/",
            about=f"{meeting.body.name}, {day(meeting.meets_on)}",
            why="Nobody else reads them before you approve the draft.",
            tag="Waits for you",
            tone="due",
        )
