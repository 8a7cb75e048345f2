"""What pledges ask of people, for their start page: one to be looked at again, and a promise nobody answers for."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse

from corpparent.rules import why_not
from members.needs import Need
from members.roles import DCS, LEAD_MEMBER
from members.standing import Standing
from pledges.facts import pledges as facts
from pledges.models import Pledge, Promise
from pledges.rules import pledges as rules

MOST = 5
AHEAD = timedelta(days=60)  # before a review is due


def needs(who: Standing) -> Iterator[Need]:
    """For those who keep pledges, the Director and the Lead Member. Two queries, none for others."""
    if who.on is None or (why_not(rules.check_can_keep, who) and not who.has(DCS, LEAD_MEMBER)):
        return
    for pledge in facts.due_for_review(who.on, who.on + AHEAD)[:MOST]:
        yield review_of(pledge, who)
    for promise in facts.orphans(who.on)[:MOST]:
        yield orphan(promise)


def review_of(pledge: Pledge, who: Standing) -> Need:
    day = min(filter(None, [pledge.review_on, pledge.ends_on]))
    is_late = who.on is not None and day < who.on
    return Need(
        title="Look at the pledge again",
        url=reverse("pledges:pledge-detail", args=[pledge.public_id]),
        about=f"{pledge}, made to {pledge.get_group_display().lower()}",
        why="A pledge that nobody looks at again is soon a paper. Ask young people whether it still says what matters.",
        tag=f"{'Was due' if is_late else 'Due'} {rules.written(day)}",
        tone="late" if is_late else "due",
        by=day,
    )


def orphan(promise: Promise) -> Need:
    """Its role is held by nobody today."""
    return Need(
        title="Nobody answers for a promise",
        url=reverse("pledges:promise-detail", args=[promise.public_id]),
        about=f"{promise} ({promise.pledge})",
        why=f"It is for the {promise.owner_role}, and nobody is. Appoint somebody, or give it to another role.",
        tag="Nobody",
        tone="late",
    )
