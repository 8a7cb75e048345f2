"""Interests that people declare at a meeting, in an item or in general. Source: Localism Act 2011, section 31."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event
from members.models import Person
from reports.committees.events import INTEREST_DECLARED, INTEREST_WITHDRAWN
from reports.committees.models import AgendaItem, Interest, Meeting
from reports.committees.rules import attending as rules

LONGEST, LONGEST_DISPENSATION = 300, 200


@transaction.atomic
def declare_interest(
    *,
    meeting: Meeting,
    person: Person,
    item: AgendaItem | None,
    kind: str,
    what: str,
    part: str,
    dispensation: str,
    by: Person | None,
    at: datetime,
) -> Interest:
    """Write down what `person` declared; of one item once. The same again is the one there is.

    Raises NotAllowed, ValidationError by field.
    """
    meeting = locked(meeting, by, at)
    fields = {"kind": kind, "what": what.strip(), "part": part, "dispensation": dispensation.strip()}
    check(fields)
    before = meeting.interests.filter(person=person, item=item).first()
    if before and all(getattr(before, name) == value for name, value in fields.items()):
        return before
    if before:
        raise ValidationError({"person": f"An interest of {person.name} in this is written down already."})
    interest = Interest.objects.create(
        meeting=meeting, person=person, item=item, recorded_by=by, recorded_at=at, **fields
    )
    details = {"kind": kind, "item": item.number if item else None}
    Event.record(INTEREST_DECLARED, about=interest.reference, by=by, counts_for=person, at=at, details=details)
    return interest


@transaction.atomic
def withdraw_interest(*, interest: Interest, by: Person | None, at: datetime) -> None:
    """It was written down by mistake; that it was stays in the record. Raises NotAllowed."""
    locked(interest.meeting, by, at)
    row = Interest.objects.filter(pk=interest.pk).select_related("person").first()
    if row is None:
        return
    about, person = row.reference, row.person
    row.delete()
    Event.record(INTEREST_WITHDRAWN, about=about, by=by, counts_for=person, at=at)


def locked(meeting: Meeting, by: Person | None, at: datetime) -> Meeting:
    if by:
        rules.check_can_record(by.standing_on(localdate(at)))
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    rules.check_is_recorded_now(meeting, at)
    return meeting


def check(fields: dict[str, str]) -> None:
    """Raises ValidationError by field."""
    wrong: dict[str, object] = dict(rules.check_interest(fields["kind"], fields["part"], fields["dispensation"]))
    if not fields["what"]:
        wrong["what"] = "Say what the interest is."
    for name, most in (("what", LONGEST), ("dispensation", LONGEST_DISPENSATION)):
        if len(fields[name]) > most:
            wrong[name] = f"Keep it to {most} characters."
            continue
        try:
            validate_no_identifiers(fields[name])
        except ValidationError as problem:
            wrong[name] = problem.messages
    if wrong:
        raise ValidationError(wrong)  # type: ignore[arg-type]  # one sentence, or several, a field
