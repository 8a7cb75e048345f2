"""Agendas before they are published: what they begin with, and items added, changed, moved and taken away."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import check_version
from members.models import Person
from reports.committees.events import (
    AGENDA_BEGUN,
    AGENDA_ITEM_ADDED,
    AGENDA_ITEM_CHANGED,
    AGENDA_ITEM_MOVED,
    AGENDA_ITEM_REMOVED,
)
from reports.committees.facts.agendas import exclusions, words_of_exclusion
from reports.committees.facts.last_days import last_lawful_day
from reports.committees.facts.publishing import check_is_not_being_published
from reports.committees.facts.standing_items import template_of
from reports.committees.models import AgendaItem, Meeting, Paper, WorkProgrammeItem
from reports.committees.rules import agendas as rules
from reports.committees.rules.restriction import checked
from reports.committees.services.ordering import put_in_order

MOVED_MEANWHILE = "Somebody else changed the order while you read it. Read it again, then press the button again."


@transaction.atomic
def begin_agenda(*, meeting: Meeting, by: Person | None, at: datetime) -> list[AgendaItem]:
    """The standing items of its body as the first items of a meeting that has none; once. Raises NotAllowed."""
    meeting = held(meeting, by, at)
    if found := list(meeting.items.all()):
        return found
    items = [
        AgendaItem(meeting=meeting, number=line.position, title=line.title, kind=line.kind, purpose=line.purpose)
        for line in template_of(meeting.body)
    ]
    AgendaItem.objects.bulk_create(items)
    Event.record(AGENDA_BEGUN, about=meeting.reference, by=by, at=at, details={"items": len(items)})
    return items


@transaction.atomic
def add_item(
    *, meeting: Meeting, by: Person | None, at: datetime, before: AgendaItem | None = None, **fields: Any
) -> AgendaItem:
    """A new item, the last one or `before` another; after publication always the last one.

    `fields`: kind, purpose, note, presenter, urgent_because, and what `rules.restriction.checked` asks for. The same
    item sent twice is one. Raises NotAllowed, ValidationError by field.
    """
    meeting = held(meeting, by, at)
    kept = checked_fields(meeting, fields, at)
    if same := meeting.items.filter(published_at=None, **kept).first():
        return same
    if before and meeting.published_at:
        raise ValidationError({"before": rules.NUMBERS_STAY})
    item = AgendaItem(meeting=meeting, **kept)
    insert(item, before)
    details = {"kind": item.kind, "access": item.access, "number": item.number}
    Event.record(AGENDA_ITEM_ADDED, about=item.reference, by=by, at=at, details=details)
    return item


@transaction.atomic
def change_item(*, item: AgendaItem, version: int, by: Person | None, at: datetime, **fields: Any) -> AgendaItem:
    """Before it is published. Raises NotAllowed, Stale, ValidationError by field."""
    meeting = held(item.meeting, by, at)
    item = of_meeting(meeting, item)
    rules.check_can_change(item)
    kept = checked_fields(meeting, fields, at)
    if all(getattr(item, name) == value for name, value in kept.items()):
        return item
    check_version(item, version)
    with exclusion_follows(meeting):
        for name, value in kept.items():
            setattr(item, name, value)
        item.version += 1
        item.save(update_fields=[*kept, "version"])
    Event.record(AGENDA_ITEM_CHANGED, about=item.reference, by=by, at=at, details={"access": item.access})
    return item


@transaction.atomic
def move_item(*, item: AgendaItem, to: int, seen: int, by: Person | None, at: datetime) -> AgendaItem:
    """To number `to`; `seen` is the number under which the officer saw it. Raises NotAllowed, ValidationError."""
    meeting = held(item.meeting, by, at)
    rules.check_can_order(meeting)
    items = list(meeting.items.order_by("number"))
    item = next(one for one in items if one.pk == item.pk)
    if item.number == to:
        return item
    if not 1 <= to <= len(items):
        raise ValidationError({"to": f"Enter a number from 1 to {len(items)}."})
    if item.number != seen:
        raise ValidationError(MOVED_MEANWHILE)
    with exclusion_follows(meeting):
        items.remove(item)
        items.insert(to - 1, item)
        put_in_order(items, "number")
    Event.record(AGENDA_ITEM_MOVED, about=item.reference, by=by, at=at, details={"from": seen, "to": to})
    return item


@transaction.atomic
def remove_item(*, item: AgendaItem, by: Person | None, at: datetime) -> None:
    """Before it is published, once nothing hangs on it; those after it move up. Raises NotAllowed."""
    meeting = held(item.meeting, by, at)
    found = meeting.items.filter(pk=item.pk).first()
    if found is None:
        return
    found.meeting = meeting
    rules.check_can_remove(found)
    if Paper.objects.filter(item=found).exists():
        raise NotAllowed("This item has papers. Take them away first, or change what the item says.")
    reference, number = found.reference, found.number
    with exclusion_follows(meeting):
        WorkProgrammeItem.objects.filter(item=found).update(item=None)
        found.delete()
        put_in_order(list(meeting.items.filter(number__gt=number).order_by("number")), "number", first=number)
    Event.record(AGENDA_ITEM_REMOVED, about=reference, by=by, at=at, details={"number": number})


def held(meeting: Meeting, by: Person | None, at: datetime) -> Meeting:
    """The meeting as it is, held until the end of the transaction, so that its items change one deed after another.

    Raises NotAllowed where `by` does not prepare agendas, the meeting is over or cancelled, or is being published.
    """
    if by:
        rules.check_can_prepare(by.standing_on(localdate(at)))
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    rules.check_is_to_come(meeting)
    check_is_not_being_published(meeting)
    return meeting


def of_meeting(meeting: Meeting, item: AgendaItem) -> AgendaItem:
    """The item as it is, with its meeting, which the caller holds."""
    found = meeting.items.get(pk=item.pk)
    found.meeting = meeting
    return found


def insert(item: AgendaItem, before: AgendaItem | None = None) -> None:
    """Save a new item under its number, and move those after it on. Raises NotAllowed for more than 200."""
    others = list(AgendaItem.objects.filter(meeting=item.meeting).order_by("number"))
    if len(others) >= rules.MOST_ITEMS:
        raise NotAllowed(f"An agenda has {rules.MOST_ITEMS} items at most.")
    place = next((one.number for one in others if before and one.pk == before.pk), len(others) + 1)
    with exclusion_follows(item.meeting):
        put_in_order([one for one in others if one.number >= place], "number", first=place + 1)
        item.number = place
        item.save()


@contextmanager
def exclusion_follows(meeting: Meeting) -> Iterator[None]:
    """The words of a draft exclusion name other items and paragraphs afterwards; those an officer wrote stay."""
    before = words_of_exclusion(meeting)
    yield
    after = words_of_exclusion(meeting)
    for item in exclusions(meeting.items.filter(published_at=None, note=before)):
        AgendaItem.objects.filter(pk=item.pk).update(note=after)


def checked_fields(meeting: Meeting, fields: dict[str, Any], at: datetime) -> dict[str, Any]:
    """Every field of an item as it is kept. Raises ValidationError by field."""
    today, given = localdate(at), dict(fields)
    own = {name: given.pop(name, "").strip() for name in ("note", "presenter", "urgent_because")}
    kind, purpose = given.pop("kind"), given.pop("purpose")
    errors = dict(identifiers_in(own))
    if rules.needs_urgency(meeting, last_lawful_day(meeting), today) and not own["urgent_because"]:
        errors["urgent_because"] = ["Say which special circumstances make it urgent: the minutes will repeat it."]
    try:
        kept = checked(**given, on=today)
    except ValidationError as problem:
        raise ValidationError({**errors, **problem.error_dict}) from problem
    if errors:
        raise ValidationError(errors)
    return {**kept, **own, "kind": kind, "purpose": purpose}


def identifiers_in(texts: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Each field in which something could tell who a child is, with what is wrong."""
    for name, text in texts.items():
        try:
            validate_no_identifiers(text)
        except ValidationError as problem:
            yield name, problem.messages
