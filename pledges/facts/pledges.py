"""What a pledge has, who wrote it, and which roles that answer for promises nobody holds."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from corpparent.models import Event
from corpparent.months import months_after
from members.models import Appointment
from pledges.events import (
    PLEDGE_ADDED,
    PLEDGE_CHANGED,
    PLEDGE_RENEWED,
    PROMISE_ADDED,
    PROMISE_CHANGED,
    PROMISES_READ,
    PROMISES_TAKEN_IN,
)
from pledges.models import Pledge, Promise
from pledges.rules import pledges as rules

WRITTEN = (
    PLEDGE_ADDED,
    PLEDGE_CHANGED,
    PLEDGE_RENEWED,
    PROMISE_ADDED,
    PROMISE_CHANGED,
    PROMISES_READ,
    PROMISES_TAKEN_IN,
)
PUBLIC = (Pledge.Status.LIVE, Pledge.Status.UNDER_REVIEW)


def has_written(person: UUID, pledge: Pledge) -> bool:
    """Whether the record says that the person with this public id wrote any of it. Three queries."""
    subjects = [
        pledge.public_id,
        *pledge.promises.values_list("public_id", flat=True),
        *pledge.imports.values_list("public_id", flat=True),
    ]
    return Event.objects.filter(subject_id__in=subjects, type__in=WRITTEN, actor_id=person).exists()


def check_can_go_live(pledge: Pledge) -> None:
    """Raise NotAllowed unless it can be published, whoever does it. At most three queries."""
    promises = list(pledge.promises.order_by("number").values_list("number", "owner_role"))
    rules.check_can_go_live(
        pledge,
        unowned=[number for number, role in promises if role is None],
        promises=len(promises),
        signatures=pledge.signatures.count(),
        live=live_beside(pledge),
    )


def live_beside(pledge: Pledge) -> str:
    """Title of another live pledge of its group; "" where there is none."""
    others = Pledge.objects.filter(group=pledge.group, status__in=PUBLIC).exclude(pk=pledge.pk)
    return others.values_list("title", flat=True).first() or ""


def days_after(pledge: Pledge) -> tuple[date, date]:
    """First and last day of the pledge that follows `pledge`, for as many months."""
    starts_on = pledge.ends_on + timedelta(days=1)
    months = 12 * (starts_on.year - pledge.starts_on.year) + starts_on.month - pledge.starts_on.month
    return starts_on, months_after(starts_on, max(months, 1)) - timedelta(days=1)


def holders_of(promises: Iterable[Promise], on: date) -> dict[int, list[str]]:
    """{key of the role that answers: names of those who hold it on that day}. One query."""
    roles = {promise.owner_role_id for promise in promises} - {None}
    found = defaultdict(list)
    held = Appointment.objects.current(on).filter(role__in=roles).order_by("person__name")
    for role, name in held.values_list("role", "person__name").distinct():
        found[role].append(name)
    return dict(found)


def orphans(on: date) -> list[Promise]:
    """Promises of live pledges whose role nobody holds on that day. One query."""
    held = Appointment.objects.current(on).values("role")
    found = Promise.objects.filter(pledge__status__in=PUBLIC).exclude(owner_role__in=held)
    return list(found.select_related("pledge", "owner_role").order_by("pledge", "number"))


def due_for_review(on: date, within: date) -> list[Pledge]:
    """Public pledges to be looked at again by `within`, or under review, or held no longer on `on`. One query."""
    asked = Q(review_on__lte=within) | Q(status=Pledge.Status.UNDER_REVIEW) | Q(ends_on__lt=on)
    return list(Pledge.objects.filter(asked, status__in=PUBLIC).order_by("review_on", "pk"))
