"""What decisions mean for children, on the start page until I said that I have read it."""

from collections.abc import Iterator

from django.urls import reverse

from corpparent.words import day
from members.needs import Need
from members.standing import Standing
from reports.committees.facts import implications as facts

MOST = 5


def needs(who: Standing) -> Iterator[Need]:
    """At most five, the longest waiting first. One query; none for who owes no duties."""
    if who.person_id is None or who.level <= 0:
        return
    for row in facts.waiting_for(who.person_id)[:MOST]:
        yield Need(
            title="Read what a decision means for children",
            url=reverse("committees:implication-detail", args=[row.implication.public_id]),
            about=row.implication.title,
            why="Corporate parents think of children in every decision of the council.",
            tag=f"Since {day(row.asked_at)}",
            tone="due",
        )
