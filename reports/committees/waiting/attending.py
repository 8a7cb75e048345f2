"""Attendance on the start page: meetings nobody wrote it down of, and councillors who must come to one soon."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.timezone import localdate

from corpparent.words import day
from members.needs import Need
from members.standing import Standing
from reports.committees.facts import attending as facts
from reports.committees.facts import six_months
from reports.committees.models import Meeting

MOST = 5


def to_record(who: Standing) -> Iterator[Need]:
    """For those who keep papers: at most five meetings. One query."""
    for meeting in facts.not_recorded(who)[:MOST]:
        yield need_of(meeting)


def need_of(meeting: Meeting) -> Need:
    return Need(
        title=f"Write down who came: {meeting.body.name}",
        url=reverse("committees:attendance-update", args=[meeting.public_id]),
        about=f"{meeting.body.name}, {day(meeting.meets_on)}",
        why="Until then the meeting does not count as held, and nobody is shown to have come.",
        tag=f"Was on {day(meeting.meets_on)}",
        tone="late",
        by=meeting.meets_on,
    )


def to_come(who: Standing) -> Iterator[Need]:
    """For a councillor who came to no meeting for months. Two queries."""
    for absence in six_months.absences(who.on or localdate(), who.person_id):
        yield Need(
            title="Come to a meeting",
            url=reverse("committees:attendance-list"),
            about=f"You came to none that the portal knows since {day(absence.last_on)}",
            why="A councillor who attends nothing for six months ceases to be one, unless the council approves the "
            "reason before (Local Government Act 1972, section 85).",
            tag=f"By {day(absence.until)}",
            tone="late",
            by=absence.until,
        )
