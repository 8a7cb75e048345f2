"""People as the council writes them down."""

from datetime import datetime
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.versions import check_version
from members import rules
from members.events import ACCOUNT_CLOSED, ACCOUNT_OPENED, PERSON_ADDED, PERSON_CHANGED
from members.models import Person
from members.names import tidy, validate_name
from members.services.administrators import check_account_can_close, check_administrator

CHANGEABLE = ["name", "known_as", "email", "source_id"]


@transaction.atomic
def add_person(
    *,
    name: str,
    known_as: str,
    email: str,
    by: Person | None,
    at: datetime,
    source_id: str = "",
    public_id: UUID | None = None,
) -> Person:
    """Add a person without a password; they choose one by the link on the sign-in page. Raises ValidationError.

    `public_id` comes with a form, so that the same form sent twice adds one person.
    """
    check_administrator(by, at)
    there = Person.objects.filter(public_id=public_id).first() if public_id else None
    if there:
        return there
    person = Person(**({"public_id": public_id} if public_id else {}))
    person.set_unusable_password()
    write(person, {"name": name, "known_as": known_as, "email": email, "source_id": source_id})
    Event.record(PERSON_ADDED, about=person.reference, by=by, counts_for=person, at=at)
    return person


@transaction.atomic
def change_person(*, person: Person, version: int, by: Person | None, at: datetime, **fields: Any) -> Person:
    """Correct the fields given (CHANGEABLE). What is so already changes nothing. Raises ValidationError, Stale."""
    check_administrator(by, at)
    person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    wanted = clean(fields)
    changed = [name for name in CHANGEABLE if name in wanted and getattr(person, name) != wanted[name]]
    if not changed:
        return person
    check_version(person, version)
    if "email" in changed:
        forget_address(person, at)
        # Whoever sits at an open sign-in may be the person of the address before; one's own hand proves itself.
        person.sign_outs += by is None or by.pk != person.pk
    person.version += 1
    write(person, wanted)
    Event.record(PERSON_CHANGED, about=person.reference, by=by, counts_for=person, at=at, details={"changed": changed})
    return person


def forget_address(person: Person, at: datetime) -> None:
    """Nobody comes in by the address before: not by an open invitation, and not by what allauth remembers of it, which
    would still mail it the link to a new password.
    """
    person.invitations.open(at).update(withdrawn_at=at)
    EmailAddress.objects.filter(user=person).delete()


@transaction.atomic
def close_person(*, person: Person, by: Person | None, at: datetime) -> Person:
    """Close the account: no sign-in from the next request on. Appointments stay. Twice is once. Raises NotAllowed."""
    if by is not None:
        rules.check_can_close(by.standing_on(localdate(at)), person.public_id)
    person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    if not person.is_active:
        return person
    check_account_can_close(person, by, at)
    person.is_active = False
    person.sign_outs += 1
    person.save(update_fields=["is_active", "sign_outs"])
    person.invitations.open(at).update(withdrawn_at=at)
    Event.record(ACCOUNT_CLOSED, about=person.reference, by=by, counts_for=person, at=at)
    return person


@transaction.atomic
def open_person(*, person: Person, by: Person | None, at: datetime) -> Person:
    """Open a closed account again; twice is once. Raises NotAllowed."""
    check_administrator(by, at)
    if Person.objects.filter(pk=person.pk, is_active=False).update(is_active=True):
        Event.record(ACCOUNT_OPENED, about=person.reference, by=by, counts_for=person, at=at)
    person.refresh_from_db()
    return person


def clean(fields: dict[str, str]) -> dict[str, str]:
    """The fields as they are kept: tidy, e-mail in small letters. Raises ValidationError by field."""
    kept = {name: tidy(value) for name, value in fields.items()}
    if "email" in kept:
        kept["email"] = kept["email"].lower()
    for name in ("name", "known_as"):
        if kept.get(name):
            try:
                validate_name(kept[name])
            except ValidationError as problem:
                raise ValidationError({name: problem.messages}) from problem
    return kept


def write(person: Person, fields: dict[str, str]) -> None:
    """Save `person` with these fields. Raises ValidationError by field, and says whose an e-mail address is."""
    for name, value in clean(fields).items():
        setattr(person, name, value)
    check_is_free(person)
    person.full_clean(validate_constraints=False)
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as problem:  # somebody else took the address a moment ago
        check_is_free(person)
        raise ValidationError("This person could not be saved. Try again.") from problem


def check_is_free(person: Person) -> None:
    """Raise ValidationError when the e-mail address or the place in the feed of councillors is another's."""
    others = Person.objects.exclude(pk=person.pk)
    if person.email and (other := Person.objects.with_email(person.email).exclude(pk=person.pk).first()):
        raise ValidationError({"email": f"This e-mail address belongs to {other.name}. Enter another one or none."})
    if person.source_id and (other := others.filter(source_id=person.source_id).first()):
        raise ValidationError({"source_id": f"In the feed of councillors this is {other.name} already."})
