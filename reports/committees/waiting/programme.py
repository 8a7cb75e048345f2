"""What is expected of a body soon and has no meeting, for those who keep papers."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from corpparent.words import day
from members.needs import Need
from reports.committees.facts import programme as facts

MOST = 3


def to_plan(today: date) -> Iterator[Need]:
    """One query."""
    for one in facts.without_meeting(today)[:MOST]:
        yield Need(
            title=f"Plan for a meeting: {one.title}",
            url=reverse("committees:programme-item-plan", args=[one.public_id]),
            about=one.body.name,
            why="The body expects it, and no meeting has it.",
            tag=f"By {day(one.expected_by)}",
            tone="late" if one.expected_by < today else "due",
            by=one.expected_by,
        )
