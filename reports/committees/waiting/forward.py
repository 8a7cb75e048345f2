"""Notices of meetings in private that are due, for those who give them."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from django.urls import reverse
from django.utils.timezone import localdate

from corpparent.words import day
from members.needs import Need
from members.standing import Standing
from reports.committees.facts.forward import notices_due
from reports.committees.models import PrivateNotice
from reports.committees.models.meeting import keeps_papers

MOST = 5
SOON = timedelta(days=14)


def needs(who: Standing) -> Iterator[Need]:
    """At most five; none for who does not keep papers. The same queries however many meetings there are."""
    if who.person_id is None or not keeps_papers(who):
        return
    today = who.on or localdate()
    due = ((meeting, step, last) for meeting, step, last in notices_due(today) if last <= today + SOON)
    for meeting, step, last in islice(due, MOST):
        is_late = last < today
        yield Need(
            title=f"{PrivateNotice.Step(step).label}: {meeting.body.name} in private",
            url=reverse("committees:notice-list", args=[meeting.public_id]),
            about=f"Meeting on {day(meeting.meets_on)}",
            why="An executive body meets in private only after both notices, or as agreed in writing.",
            tag=f"{'Was due' if is_late else 'By'} {day(last)}",
            tone="late" if is_late else "due",
            by=last,
        )
