"""Homes: written down, changed, closed, and who answers for them."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event
from corpparent.versions import check_version
from members.models import Appointment, Person
from visits.events import HOME_ADDED, HOME_CHANGED, HOME_CLOSED, HOME_POST_ADDED, HOME_POST_REMOVED
from visits.models import Home, HomePost
from visits.rules import homes as rules
from visits.services.rota import cancel_after_closing

PARTS = {
    "alias",
    "urn",
    "kind",
    "provider",
    "is_in_area",
    "places",
    "address",
    "phone",
    "visits_a_year",
    "opened_on",
}
TAKEN = {
    "alias": "Another home has this name. Choose another.",
    "urn": "Another home has this Ofsted number. Look it up in the list.",
}


@transaction.atomic
def add_home(*, by: Person | None, at: datetime, **fields: Any) -> Home:
    """Write down a home; `fields` are those of PARTS. Raises NotAllowed, ValidationError by field."""
    check_writer(by, at)
    home = Home()
    write(home, fields)
    try:
        with transaction.atomic():
            home.save()
    except IntegrityError as problem:  # somebody wrote it down at the same moment
        raise ValidationError({"alias": TAKEN["alias"]}) from problem

    Event.record(HOME_ADDED, about=home.reference, by=by, at=at)
    return home


@transaction.atomic
def change_home(*, home: Home, version: int, by: Person | None, at: datetime, **fields: Any) -> Home:
    """Change what stands of it. Raises NotAllowed, Stale, ValidationError by field."""
    check_writer(by, at)
    home = locked(home)
    check_version(home, version)
    before = {name: getattr(home, name) for name in fields if name in PARTS}
    write(home, fields)
    changed = sorted(name for name, value in before.items() if getattr(home, name) != value)
    if not changed:
        return home
    home.version += 1
    home.save()

    Event.record(HOME_CHANGED, about=home.reference, by=by, at=at, details={"changed": changed})
    return home


@transaction.atomic
def close_home(*, home: Home, closed_on: date, by: Person | None, at: datetime) -> Home:
    """Its last day, counted. Visits that are wanted after it are cancelled. The same day again is once.

    Raises NotAllowed, ValidationError at `closed_on`.
    """
    check_writer(by, at)
    home = locked(home)
    if home.closed_on == closed_on:
        return home
    rules.check_can_close(home)
    rules.check_days(home.opened_on, closed_on)
    home.closed_on = closed_on
    home.version += 1
    home.save()

    cancelled = cancel_after_closing(home, closed_on, by, at)

    details = {"on": closed_on.isoformat(), "cancelled": len(cancelled)}
    Event.record(HOME_CLOSED, about=home.reference, by=by, at=at, details=details)
    return home


@transaction.atomic
def post_to_home(*, home: Home, appointment: Appointment, by: Person | None, at: datetime) -> HomePost:
    """Say that this appointment is for `home`. Twice is once. Raises NotAllowed, ValidationError."""
    check_writer(by, at)
    rules.check_can_be_posted(appointment)
    home = locked(home)
    if found := HomePost.objects.filter(home=home, appointment=appointment).first():
        return found
    post = HomePost.objects.create(home=home, appointment=appointment)

    Event.record(HOME_POST_ADDED, about=home.reference, by=by, at=at, details={"role": appointment.role.slug})
    return post


@transaction.atomic
def remove_from_home(*, post: HomePost, by: Person | None, at: datetime) -> None:
    """It was the wrong home; the appointment itself stays. Twice is once. Raises NotAllowed."""
    check_writer(by, at)
    home = locked(post.home)
    removed, _ = HomePost.objects.filter(pk=post.pk).delete()
    if not removed:
        return

    Event.record(HOME_POST_REMOVED, about=home.reference, by=by, at=at)


def check_writer(by: Person | None, at: datetime) -> None:
    """Raises NotAllowed."""
    if by:
        rules.check_can_write_homes(by.standing_on(localdate(at)))


def locked(home: Home) -> Home:
    """The row, held until the end of the transaction.

    Not against rows that only name it: whoever opens a report holds its slot, for which whoever closes the home waits.
    """
    return Home.objects.select_for_update(no_key=True).get(pk=home.pk)


def write(home: Home, fields: dict[str, Any]) -> None:
    """Put `fields` into `home` and look at all of it. Raises ValidationError by field."""
    if others := set(fields) - PARTS:
        raise TypeError(f"A home is not written with {', '.join(sorted(others))}.")
    for name, value in fields.items():
        setattr(home, name, value)
    home.alias, home.urn = " ".join(home.alias.split()), "".join(home.urn.split()).upper()
    check_is_alone(home)
    rules.check_days(home.opened_on, home.closed_on)
    home.full_clean(validate_unique=False, validate_constraints=False)
    try:
        validate_no_identifiers(home.alias)
    except ValidationError as problem:
        raise ValidationError({"alias": problem}) from problem


def check_is_alone(home: Home) -> None:
    """No other home has its name or number, whatever their capitals."""
    others = Home.objects.exclude(pk=home.pk)
    problems = {
        name: words for name, words in TAKEN.items() if others.filter(**{f"{name}__iexact": getattr(home, name)})
    }
    if problems:
        raise ValidationError(problems)
