"""Checks written down, looked at and wiped. No event says what a check came to."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from members import rules
from members.events import CHECK_RECORDED, CHECK_WIPED, CHECKS_LISTED, CHECKS_LOOKED_AT
from members.models import Check, Council, Person


@transaction.atomic
def record_check(
    *,
    person: Person,
    kind: str,
    eligibility: str,
    checked_on: date,
    ends_on: date | None,
    outcome: str,
    by: Person | None,
    at: datetime,
) -> Check:
    """Write a check down; it replaces the current one of its kind. The same again finds it written.

    Raises NotAllowed, ValidationError naming the field.
    """
    if by is not None:
        rules.check_can_record_check(by.standing_on(localdate(at)), person.public_id)
    # Two officers at once: the second replaces.
    person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    check = Check(
        person=person,
        kind=kind,
        eligibility=eligibility,
        checked_on=checked_on,
        ends_on=ends_on,
        outcome=outcome,
        recorded_by=by,
        recorded_at=at,
    )
    _check_sense(check, checked_on, localdate(at))
    before = person.checks.filter(kind=kind, is_current=True, wiped_at=None).first()
    if before and _detail(before) == _detail(check):
        return before
    person.checks.filter(kind=kind, is_current=True).update(is_current=False)
    check.full_clean(exclude=["recorded_by"], validate_constraints=False)
    check.save()
    Event.record(CHECK_RECORDED, about=check.reference, by=by, counts_for=person, at=at, details={"kind": kind})
    return check


def _detail(check: Check) -> tuple[object, ...]:
    return check.eligibility, check.checked_on, check.ends_on, check.outcome


def _check_sense(check: Check, checked_on: date, today: date) -> None:
    """Refuse days in an impossible order, and a reason that allows no check of that kind."""
    if not check.eligibility:
        raise ValidationError({"eligibility": "Choose why the check may be asked."})
    if checked_on > today:
        raise ValidationError({"checked_on": "This day is in the future. Enter the day on which the check was made."})
    if check.ends_on and check.ends_on < checked_on:
        raise ValidationError({"ends_on": "A check cannot end before it was made. Enter its day or a later one."})
    if rules.needs_a_reason_in_law(check.kind, check.eligibility):
        raise ValidationError(
            {"eligibility": "Consent allows a basic check only. Choose the reason in law for this kind of check."}
        )


@transaction.atomic
def look_at_checks(*, person: Person, by: Person, at: datetime) -> list[Check]:
    """Everything recorded of `person`, the newest first. A look at another's is an event, each time; at one's own none.

    Raises NotAllowed.
    """
    rules.check_can_see_checks_of(by.standing_on(localdate(at)), person.public_id)
    found = list(person.checks.select_related("recorded_by").order_by("-is_current", "-recorded_at", "-pk"))
    if by.pk != person.pk:
        Event.record(CHECKS_LOOKED_AT, about=person.reference, by=by, at=at, details={"checks": len(found)})
    return found


@transaction.atomic
def list_checks(*, people: int, by: Person, at: datetime) -> None:
    """Keep that `by` was shown where the checks of so many `people` stand: a list is a look too. Raises NotAllowed."""
    rules.check_can_see_all_checks(by.standing_on(localdate(at)))
    Event.record(CHECKS_LISTED, about=Council.current().reference, by=by, at=at, details={"people": people})


@transaction.atomic
def wipe_checks(at: datetime, checks: Iterable[Check]) -> int:
    """Wipe the detail of `checks` (facts.checks.checks_to_wipe finds them) and return how many were wiped.

    All rows before the first event: whoever records a check locks its row and then the record, in this order.
    """
    wiped = [check for check in list(checks) if _wipe(check, at)]
    for check in wiped:
        Event.record(CHECK_WIPED, about=check.reference, by=None, counts_for=check.person, at=at)
    return len(wiped)


def _wipe(check: Check, at: datetime) -> int:
    """Wipe one; 0 when somebody else did. The row stays, and says that there was a check of its kind."""
    bare = {"checked_on": None, "ends_on": None, "outcome": "", "eligibility": "", "wiped_at": at}
    return Check.objects.filter(pk=check.pk, wiped_at=None).update(**bare)
