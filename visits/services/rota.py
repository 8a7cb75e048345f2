"""Visits that are wanted: added, proposed, planned, given up, or not made."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event
from corpparent.versions import check_version
from members.models import Person
from pledges.services.once import wait_for
from visits.events import SLOT_ADDED, SLOT_ALONE, SLOT_CANCELLED, SLOT_NOT_MADE, SLOT_PLANNED, VISIT_RELEASED
from visits.facts import rota as facts
from visits.facts.gate import gate_of
from visits.models import Home, RotaSlot, Turn
from visits.rules import rota as rules
from visits.rules.gate import missing

Status = RotaSlot.Status


@transaction.atomic
def add_slot(
    *, home: Home, starts_on: date, due_on: date, by: Person | None, at: datetime, is_announced: bool = True
) -> RotaSlot:
    """Say that a visit is wanted; the same twice is one. Raises NotAllowed, ValidationError by field."""
    today = localdate(at)
    wait_for(by)
    if by:
        rules.check_can_arrange(by.standing_on(today))
    home = Home.objects.select_for_update(no_key=True).get(pk=home.pk)
    rules.check_days(home, starts_on, due_on, today)
    given = {"home": home, "starts_on": starts_on, "due_on": due_on, "is_announced": is_announced}
    before = RotaSlot.objects.filter(home=home, due_on=due_on).first()
    if before and (before.starts_on, before.is_announced) == (starts_on, is_announced) and before.status == Status.OPEN:
        return before
    if before:
        raise ValidationError({"due_on": "A visit to this home by that day is on the rota. Choose another day."})
    slot = RotaSlot.objects.create(**given, added_by=by, added_at=at)

    Event.record(SLOT_ADDED, about=slot.reference, by=by, at=at, details={"home": str(home.public_id)})
    return slot


@transaction.atomic
def propose_slots(*, until: date, by: Person | None, at: datetime) -> list[RotaSlot]:
    """Add what facts.rota.proposals finds, overdue homes first; a second press finds nothing more to add.

    Raises NotAllowed.
    """
    today = localdate(at)
    wait_for(by)
    if by:
        rules.check_can_arrange(by.standing_on(today))
    return [
        add_slot(
            home=one.home,
            starts_on=one.starts_on,
            due_on=one.due_on,
            is_announced=one.is_announced,
            by=by,
            at=at,
        )
        for one in facts.proposals(until, today)
        if not RotaSlot.objects.filter(home=one.home, due_on=one.due_on).exists()
    ]


@transaction.atomic
def choose_day(*, slot: RotaSlot, planned_on: date, version: int, by: Person, at: datetime) -> RotaSlot:
    """The visitors say on which day they go; everybody who takes part must be allowed to on that day.

    Raises NotAllowed, Stale, ValidationError by field.
    """
    slot, today = locked(slot), localdate(at)
    rules.check_can_plan(by.standing_on(today), facts.taken_by(slot, by.pk) is not None)
    rules.check_running(slot)
    if slot.planned_on == planned_on:
        return slot
    check_version(slot, version)
    rules.check_planned(slot, planned_on, today)
    check_visitors(slot, planned_on)
    slot.planned_on = planned_on
    slot.version += 1
    slot.save(update_fields=["planned_on", "version"])

    Event.record(SLOT_PLANNED, about=slot.reference, by=by, at=at, details={"on": planned_on.isoformat()})
    return slot


def check_visitors(slot: RotaSlot, on: date) -> None:
    """Raise ValidationError by field for each visitor who may not go on that day."""
    problems = [
        f"{turn.person.name}: {sentence}"
        for turn in facts.turns_of(slot).values()
        if turn.status == Turn.Status.TAKEN
        for sentence in missing(gate_of(turn.person, slot.home, turn.part, on))
    ]
    if problems:
        raise ValidationError({"planned_on": problems})


@transaction.atomic
def go_alone(*, slot: RotaSlot, because: str, by: Person, at: datetime) -> RotaSlot:
    """Say why one visits without a second, where two are expected. Raises NotAllowed, ValidationError by field."""
    slot = locked(slot)
    rules.check_can_plan(by.standing_on(localdate(at)), facts.taken_by(slot, by.pk) is not None)
    rules.check_running(slot)
    validate_alone(because)
    if slot.alone_because == because.strip():
        return slot
    slot.alone_because = because.strip()
    slot.version += 1
    slot.save(update_fields=["alone_because", "version"])

    Event.record(SLOT_ALONE, about=slot.reference, by=by, at=at)
    return slot


def validate_alone(because: str) -> None:
    if not because.strip():
        raise ValidationError({"because": "Say why one visits alone."})
    if len(because.strip()) > 200:
        raise ValidationError({"because": "Keep it to 200 characters."})
    try:
        validate_no_identifiers(because)
    except ValidationError as found:
        raise ValidationError({"because": found}) from found


@transaction.atomic
def cancel_slot(*, slot: RotaSlot, by: Person, at: datetime) -> RotaSlot:
    """The visit is not wanted any more; its visitors are told, and not asked for it. Raises NotAllowed."""
    slot = locked(slot)
    rules.check_can_arrange(by.standing_on(localdate(at)))
    if slot.status == Status.CANCELLED:
        return slot
    rules.check_running(slot)
    rules.check_not_begun(facts.is_begun(slot))
    cancel(slot, by, at)
    return slot


def cancel_after_closing(home: Home, closed_on: date, by: Person | None, at: datetime) -> list[RotaSlot]:
    """Cancel what can no longer be visited because `home` closes, and tell whoever has a turn. In one transaction.

    A visit whose report is begun stays, so that its words are not left without one.
    """
    wanted = map(locked, RotaSlot.objects.running().filter(home=home).order_by("pk"))
    late = [
        slot for slot in wanted if slot.status in rules.RUNNING and rules.is_too_late(slot, closed_on, localdate(at))
    ]
    cancelled = [slot for slot in late if not facts.is_begun(slot)]
    for slot in cancelled:
        cancel(slot, by, at, {"because": "home-closed"})
    return cancelled


def cancel(slot: RotaSlot, by: Person | None, at: datetime, details: dict[str, str] | None = None) -> None:
    """Nobody has a turn in it any more; whoever had one is told, and not asked for it."""
    turns = facts.turns_of(slot).values()
    end(slot, Status.CANCELLED, by, at)
    page = reverse("visits:slot-detail", args=[slot.public_id])
    for turn in turns:
        notices.tell(turn.person.public_id, f"visit-cancelled:{slot.public_id}", page, at)
    release([turn for turn in turns if turn.status == Turn.Status.TAKEN], by, at)

    Event.record(SLOT_CANCELLED, about=slot.reference, by=by, at=at, details=details or {})


@transaction.atomic
def record_not_made(*, slot: RotaSlot, because: str, by: Person, at: datetime) -> RotaSlot:
    """It was not made, for a reason by code; it stays in what is counted. Raises NotAllowed, ValidationError."""
    slot, today = locked(slot), localdate(at)
    rules.check_can_plan(by.standing_on(today), facts.taken_by(slot, by.pk) is not None)
    if slot.status == Status.NOT_MADE and slot.not_made_because == because:
        return slot
    rules.check_running(slot)
    rules.check_not_made(slot, today)
    if because not in RotaSlot.Because.values:
        raise ValidationError({"because": "Choose why it was not made."})
    taken = [turn for turn in facts.turns_of(slot).values() if turn.status == Turn.Status.TAKEN]
    slot.not_made_because = because
    end(slot, Status.NOT_MADE, by, at)
    release(taken, by, at)

    Event.record(SLOT_NOT_MADE, about=slot.reference, by=by, at=at, details={"because": because})
    return slot


def end(slot: RotaSlot, status: str, by: Person | None, at: datetime) -> None:
    """Closed, and nothing of it stays on offer. What was taken stays as it was."""
    slot.turns.filter(status=Turn.Status.OFFERED).update(status=Turn.Status.LAPSED, answered_at=at)
    slot.status, slot.closed_by, slot.closed_at = status, by, at
    slot.version += 1
    slot.save(update_fields=["status", "not_made_because", "closed_by", "closed_at", "version"])


def release(turns: list[Turn], by: Person | None, at: datetime) -> None:
    """Nobody asks these people for the visit any more (duty T5)."""
    for turn in turns:
        if turn.part != Turn.Part.SHADOW:
            Event.record(VISIT_RELEASED, about=turn.slot.reference, by=by, at=at, counts_for=turn.person)


def locked(slot: RotaSlot) -> RotaSlot:
    return RotaSlot.objects.select_for_update(of=("self",)).select_related("home").get(pk=slot.pk)
