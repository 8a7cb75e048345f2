"""Papers for my next meetings that I have not marked as read: one row a meeting."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.timezone import localdate

from corpparent.words import count, day
from members.needs import Need
from members.standing import Standing
from reports.committees.facts.reading import meetings_to_read

MOST = 5


def needs(who: Standing) -> Iterator[Need]:
    """At most five, the next meeting first. One query; none for who sits in no body."""
    if who.person_id is None or not who.bodies:
        return
    for meeting in meetings_to_read(who, who.on or localdate())[:MOST]:
        yield Need(
            title=f"Read {count(meeting.unread, 'paper')} for {meeting.body}",  # type: ignore[attr-defined]
            url=reverse("committees:reading-detail", args=[meeting.public_id]),
            about="Papers you have not marked as read",
            why=f"The meeting is at {meeting.begins_at:%H:%M} in {meeting.place}.",
            tag=f"Meets {day(meeting.meets_on)}",
            by=meeting.meets_on,
        )
