"""Actions on the start page: what I have to do, what waits for my check, and what stayed late for those who lead."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from members.needs import Need
from members.roles import DCS, LEAD_MEMBER
from members.standing import Standing
from pledges.facts import actions as facts
from pledges.models import Action
from pledges.showing.actions import tag_of

MOST = 5


def needs(who: Standing) -> Iterator[Need]:
    """At most five of each. Two queries, whatever the rows, three for those who lead; none for a stranger."""
    if not who.is_member or who.person_id is None:
        return
    today = who.on or localdate()
    for action in facts.mine(who.person_id)[:MOST]:
        yield of_mine(action, today)
    for action in facts.to_check(who)[:MOST]:
        yield of_check(action)
    if who.has(DCS, LEAD_MEMBER):
        for action in facts.escalated(who)[:MOST]:
            yield of_escalated(action, today)


def of_mine(action: Action, today: date) -> Need:
    tag = tag_of(action, today)
    return Need(
        title=action.title,
        url=reverse("pledges:action-detail", args=[action.public_id]),
        about="An action you own",
        why=action.why,
        tag=tag.text,
        tone=tag.status,
        by=action.due_on,
    )


def of_check(action: Action) -> Need:
    return Need(
        title=f"Check that it is done: {action.title}",
        url=reverse("pledges:action-detail", args=[action.public_id]),
        about=f"{action.owner.name} says that it is.",
        why="Somebody else than its owner looks whether it is.",
        tag="Waiting for you",
    )


def of_escalated(action: Action, today: date) -> Need:
    tag = tag_of(action, today)
    return Need(
        title=f"It stays late: {action.title}",
        url=reverse("pledges:action-detail", args=[action.public_id]),
        about=f"An action of {action.owner.name}",
        why="It comes to you as Lead Member or Director of Children’s Services.",
        tag=tag.text,
        tone=tag.status,
        by=action.due_on,
    )
