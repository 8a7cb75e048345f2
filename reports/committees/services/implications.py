"""Decision reports and what they mean for children: entered, signed off by a second person, shared and read (U3)."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import check_version
from members.models import Person
from pledges.services.once import wait_for
from reports.committees.events import (
    IMPLICATION_CHANGED,
    IMPLICATION_ENTERED,
    IMPLICATION_SENT,
    IMPLICATION_SIGNED_OFF,
    IMPLICATIONS_READ,
    IMPLICATIONS_SHARED,
)
from reports.committees.facts import implications as facts
from reports.committees.models import Implication, ImplicationReader
from reports.committees.rules import implications as rules
from reports.committees.services.agendas import identifiers_in

BATCH = 100  # people asked in one transaction, so that others' deeds wait shortly


@transaction.atomic
def enter_implication(*, by: Person, at: datetime, **fields: object) -> Implication:
    """Enter a decision report; the same twice is entered once. Raises NotAllowed, ValidationError by field."""
    wait_for(by)
    rules.check_can_enter(by.standing_on(localdate(at)))
    check(fields)
    if same := Implication.objects.filter(entered_by=by, signed_off_at=None, **fields).first():
        return same
    implication = Implication.objects.create(entered_by=by, entered_at=at, **fields)
    details = {"section": implication.has_section}
    Event.record(IMPLICATION_ENTERED, about=implication.reference, by=by, at=at, details=details)
    return implication


@transaction.atomic
def change_implication(
    *, implication: Implication, version: int, by: Person, at: datetime, **fields: object
) -> Implication:
    """Correct it until it is signed off. Raises NotAllowed, Stale, ValidationError by field."""
    implication = locked(implication)
    rules.check_can_enter(by.standing_on(localdate(at)))
    if all(getattr(implication, name) == value for name, value in fields.items()):
        return implication
    rules.check_is_draft(implication)
    check_version(implication, version)
    check(fields)
    for name, value in fields.items():
        setattr(implication, name, value)
    implication.entered_by = by  # whoever wrote last does not sign it off
    keep(implication)
    details = {"section": implication.has_section}
    Event.record(IMPLICATION_CHANGED, about=implication.reference, by=by, at=at, details=details)
    return implication


@transaction.atomic
def sign_off_implication(*, implication: Implication, version: int, by: Person, at: datetime) -> Implication:
    """Put a second name to it. Twice is once. Raises NotAllowed, Stale."""
    implication = locked(implication)
    if implication.signed_off_by_id == by.pk:
        return implication
    rules.check_is_draft(implication)
    rules.check_can_sign_off(by.standing_on(localdate(at)), implication)
    check_version(implication, version)
    implication.signed_off_by, implication.signed_off_at = by, at
    keep(implication)
    Event.record(IMPLICATION_SIGNED_OFF, about=implication.reference, by=by, at=at)
    return implication


@transaction.atomic
def share_implication(*, implication: Implication, by: Person, at: datetime) -> Implication:
    """Ask every corporate parent of today to read it. Twice is once. Raises NotAllowed."""
    implication = locked(implication)
    rules.check_can_enter(by.standing_on(localdate(at)))
    rules.check_can_share(implication)
    if implication.shared_at:
        return implication
    implication.shared_at = at
    keep(implication)
    people = list(facts.people_to_ask(implication, localdate(at)))
    Event.record(IMPLICATION_SENT, about=implication.reference, by=by, at=at, details={"readers": len(people)})
    ask(implication, people, at)
    return implication


def sweep_implications(at: datetime) -> int:
    """Ask those who were appointed since it was shared; returns how many. One query when there is nothing to do."""
    done = 0
    for implication in facts.to_ask(at):
        while some := ask_some(implication, at):
            done += some
    return done


@transaction.atomic
def ask_some(implication: Implication, at: datetime) -> int:
    """One batch of those who were not asked; two sweeps at once ask nobody twice."""
    implication = locked(implication)
    people = list(facts.people_to_ask(implication, localdate(at))[:BATCH])
    ask(implication, people, at)
    return len(people)


def ask(implication: Implication, people: Iterable[Person], at: datetime) -> None:
    """Inside a transaction that holds the row: a reader, a notice and an event for each."""
    people = list(people)
    path = reverse("committees:implication-detail", args=[implication.public_id])
    ImplicationReader.objects.bulk_create(
        ImplicationReader(implication=implication, person=one, asked_at=at) for one in people
    )
    for person in people:
        notices.tell(person.public_id, f"implication:{implication.public_id}", path, at)
    for person in people:
        Event.record(IMPLICATIONS_SHARED, about=implication.reference, by=None, counts_for=person, at=at)


@transaction.atomic
def read_implication(*, implication: Implication, by: Person, at: datetime) -> ImplicationReader:
    """Keep that `by` says to have read it; twice is once. Who comes before the sweep is asked first.

    Raises NotAllowed.
    """
    rules.check_can_read(by.standing_on(localdate(at)))
    implication = locked(implication)
    if not implication.shared_at:
        raise NotAllowed("This is not shared yet.")
    row = facts.reader_of(implication, by.pk)
    if row and row.read_at:
        return row
    if row is None:
        ask(implication, [by], at)
    row = ImplicationReader.objects.select_for_update(of=("self",)).get(implication=implication, person=by)
    row.read_at, row.released_at = at, None
    row.save(update_fields=["read_at", "released_at"])
    Event.record(IMPLICATIONS_READ, about=implication.reference, by=by, counts_for=by, at=at)
    return row


def check(fields: dict[str, object]) -> None:
    """Raises ValidationError by field; an answer's field is the name of its prompt."""
    texts = {name: str(fields.get(name, "")) for name in ("title", "decided_by", "directorate", "summary")}
    texts |= fields["answers"]  # type: ignore[call-overload]
    wrong = {**rules.wrong_in(fields), **dict(identifiers_in(texts))}
    if wrong:
        raise ValidationError(wrong)


def locked(implication: Implication) -> Implication:
    return Implication.objects.select_for_update(of=("self",)).get(pk=implication.pk)


def keep(implication: Implication) -> None:
    implication.version += 1
    implication.save()
