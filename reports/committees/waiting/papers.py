"""Papers on the start page: what I am asked to clear, and for who keeps them the exempt ones to look at again."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from corpparent.words import day
from members.needs import Need
from members.standing import Standing
from reports.committees.facts.opening import to_review
from reports.committees.models import Clearance
from reports.committees.models.meeting import keeps_papers

MOST = 5


def needs(who: Standing) -> Iterator[Need]:
    """At most five to clear, and one line for all that are to be looked at again. A query each."""
    if not who.is_member or who.person_id is None:
        return
    for clearance in to_clear(who.person_id)[:MOST]:
        yield need_of(clearance)
    if keeps_papers(who):
        today = who.on or localdate()
        yield from reviews(today)


def to_clear(person: int):
    """Clearances asked of somebody and not answered, of papers that are there and not published."""
    found = Clearance.objects.filter(asked_of=person, cleared_at__isnull=True, refused_because="")
    return found.filter(paper__published_at__isnull=True, paper__pages__gte=1).select_related(
        "paper__item__meeting__body"
    )


def need_of(clearance: Clearance) -> Need:
    """By the title that anybody may see: the start page may be looked at over a shoulder."""
    meeting = clearance.paper.item.meeting
    return Need(
        title=f"Clear a paper: {clearance.paper.shown_title}",
        url=reverse("committees:clearance-detail", args=[clearance.public_id]),
        about=f"{meeting.body.name}, {day(meeting.meets_on)}",
        why="It is published once everybody who was asked has cleared it.",
        tag="Waiting for you",
        tone="due",
        by=meeting.meets_on,
    )


def reviews(today: date) -> Iterator[Need]:
    first = to_review(today).first()
    if first is not None and first.review_on is not None:
        yield Need(
            title="Look again at exempt papers",
            url=reverse("committees:review-list"),
            about=f"The first was due {day(first.review_on)}",
            why="A paper is exempt only so long as the public interest asks for it.",
            tag="Late" if first.review_on < today else "Today",
            tone="late" if first.review_on < today else "due",
            by=first.review_on,
        )
