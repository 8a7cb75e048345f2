"""Duties: how the council sets them, and the only two things a person does for one by hand: signing."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.versions import check_version
from members import rules
from members.duties import definitions, statements
from members.events import ARRANGEMENTS_REVIEWED, DUTY_SET, STATEMENT_SIGNED
from members.facts.arrangements import arrangements
from members.facts.ledger import end_of
from members.models import Council, Duty, Person


def sync_duties() -> None:
    """Make the duties that are missing, as the definitions begin. Run after every migrate; changes none that exists."""
    for code, one in definitions().items():
        Duty.objects.get_or_create(code=code, defaults={"months": one.months, "days": one.days})


@transaction.atomic
def set_duty(
    *, duty: Duty, version: int, months: int | None, days: int, is_asked: bool, by: Person | None, at: datetime
) -> Duty:
    """Set how long a proof holds, how many days there are to prove it, and whether the duty is asked at all.

    The same again changes nothing. Raises NotAllowed, Stale, ValidationError naming the field.
    """
    if by is not None:
        rules.check_can_set_duties(by.standing_on(localdate(at)))
    duty = Duty.objects.select_for_update().get(pk=duty.pk)
    check_version(duty, version)
    check_months(duty, months)
    if (duty.months, duty.days, duty.is_asked) == (months, days, is_asked):
        return duty
    duty.months, duty.days, duty.is_asked = months, days, is_asked
    duty.version += 1
    duty.full_clean()
    duty.save()
    details = {"code": duty.code, "months": months, "days": days, "is_asked": is_asked}
    Event.record(DUTY_SET, about=duty.reference, by=by, at=at, details=details)
    return duty


def check_months(duty: Duty, months: int | None) -> None:
    """Occasions hold for good, everything else for some months. Raises ValidationError."""
    if definitions()[duty.code].months is None and months is not None:
        raise ValidationError({"months": "This duty is asked on each occasion, so its proofs hold for good."})
    if definitions()[duty.code].months is not None and not months:
        raise ValidationError({"months": "Enter for how many months a proof holds, like 12."})


@transaction.atomic
def sign_statement(*, statement: str, by: Person, at: datetime) -> Event:
    """Sign the statement with this slug, for oneself. Twice on one day is once. Raises NotAllowed, KeyError."""
    today = localdate(at)
    rules.check_can_sign(by.standing_on(today))
    slug = statements()[statement].slug
    # Two presses at once: the second finds the first's signature.
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)
    signed = Event.objects.filter(counts_for_id=by.public_id, type=STATEMENT_SIGNED, at__lt=end_of(today))
    last = signed.filter(details__statement=slug).order_by("-number").first()
    if last and localdate(last.at) == today:
        return last
    return Event.record(STATEMENT_SIGNED, about=by.reference, by=by, at=at, details={"statement": slug})


@transaction.atomic
def review_arrangements(*, by: Person, at: datetime) -> Event:
    """Say that one has looked at the arrangements as they are now. Twice on one day is once. Raises NotAllowed."""
    today = localdate(at)
    rules.check_can_review_arrangements(by.standing_on(today))
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)
    reviewed = Event.objects.filter(counts_for_id=by.public_id, type=ARRANGEMENTS_REVIEWED, at__lt=end_of(today))
    last = reviewed.order_by("-number").first()
    if last and localdate(last.at) == today:
        return last
    details = {"gaps": arrangements(today).gaps}
    return Event.record(ARRANGEMENTS_REVIEWED, about=Council.current().reference, by=by, at=at, details=details)
