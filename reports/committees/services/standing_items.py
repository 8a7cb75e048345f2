"""The template of a body: what every new agenda of it begins with."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event
from corpparent.rules import NotAllowed
from members.models import Body, Person
from reports.committees.events import (
    STANDING_ITEM_ADDED,
    STANDING_ITEM_CHANGED,
    STANDING_ITEM_MOVED,
    STANDING_ITEM_REMOVED,
    STANDING_ITEMS_BEGUN,
)
from reports.committees.facts.standing_items import own_items, usual_items
from reports.committees.models import StandingItem
from reports.committees.rules.agendas import check_can_prepare
from reports.committees.services.ordering import put_in_order

MOST = 40
MOVED_MEANWHILE = "Somebody else changed the order while you read it. Read it again, then press the button again."


@transaction.atomic
def begin_standing_items(*, body: Body, by: Person | None, at: datetime) -> list[StandingItem]:
    """The usual items become the body's own, to be changed; once. Raises NotAllowed."""
    check_writer(by, at)
    Body.objects.select_for_update().get(pk=body.pk)
    if items := own_items(body):
        return items
    items = held_items(body)
    Event.record(STANDING_ITEMS_BEGUN, about=body.reference, by=by, at=at, details={"items": len(items)})
    return items


@transaction.atomic
def add_standing_item(
    *, body: Body, title: str, kind: str, purpose: str, by: Person | None, at: datetime
) -> StandingItem:
    """A last line. The same line sent twice is one. Raises NotAllowed, ValidationError by field."""
    check_writer(by, at)
    items = held_items(body)
    title = checked_title(title)
    for item in items:
        if (item.title, item.kind, item.purpose) == (title, kind, purpose):
            return item
    if len(items) >= MOST:
        raise NotAllowed(f"An agenda begins with {MOST} items at most.")
    item = StandingItem.objects.create(body=body, position=len(items) + 1, title=title, kind=kind, purpose=purpose)
    Event.record(STANDING_ITEM_ADDED, about=body.reference, by=by, at=at, details={"kind": kind})
    return item


@transaction.atomic
def change_standing_item(
    *, item: StandingItem, title: str, kind: str, purpose: str, by: Person | None, at: datetime
) -> StandingItem:
    """Other words for the same line. Raises NotAllowed, ValidationError by field."""
    check_writer(by, at)
    item = StandingItem.objects.select_for_update().get(pk=item.pk)
    title = checked_title(title)
    if (item.title, item.kind, item.purpose) == (title, kind, purpose):
        return item
    item.title, item.kind, item.purpose = title, kind, purpose
    item.save(update_fields=["title", "kind", "purpose"])
    Event.record(STANDING_ITEM_CHANGED, about=item.reference, by=by, at=at, details={"kind": kind})
    return item


@transaction.atomic
def move_standing_item(*, item: StandingItem, to: int, seen: int, by: Person | None, at: datetime) -> StandingItem:
    """To position `to`; `seen` is where the officer saw it. Raises NotAllowed, ValidationError."""
    check_writer(by, at)
    items = held_items(item.body)
    item = next(one for one in items if one.pk == item.pk)
    if item.position == to:
        return item
    if item.position != seen or not 1 <= to <= len(items):
        raise ValidationError(MOVED_MEANWHILE)
    items.remove(item)
    items.insert(to - 1, item)
    put_in_order(items, "position")
    Event.record(STANDING_ITEM_MOVED, about=item.reference, by=by, at=at, details={"to": to})
    return item


@transaction.atomic
def remove_standing_item(*, item: StandingItem, by: Person | None, at: datetime) -> None:
    """Agendas that began with it keep it. Raises NotAllowed, for the last line too."""
    check_writer(by, at)
    items = held_items(item.body)
    if item.pk not in {one.pk for one in items}:
        return
    if len(items) == 1:
        raise NotAllowed("It is the last one: an agenda begins with one item at least. Change its words instead.")
    body, reference = item.body, item.reference
    StandingItem.objects.filter(pk=item.pk).delete()
    put_in_order(own_items(body), "position")
    Event.record(STANDING_ITEM_REMOVED, about=reference, by=by, at=at)


def held_items(body: Body) -> list[StandingItem]:
    """Its standing items in order, held with their body until the end of the transaction."""
    Body.objects.select_for_update().get(pk=body.pk)
    return own_items(body) or StandingItem.objects.bulk_create(usual_items(body))


def check_writer(by: Person | None, at: datetime) -> None:
    if by:
        check_can_prepare(by.standing_on(localdate(at)))


def checked_title(title: str) -> str:
    """Raises ValidationError at `title`."""
    if not title.strip():
        raise ValidationError({"title": "Give it a title."})
    try:
        validate_no_identifiers(title)
    except ValidationError as problem:
        raise ValidationError({"title": problem.messages}) from problem
    return title.strip()
