"""Meetings planned, changed and cancelled. Whoever sits on the body is told when one of them moves or falls away."""

from collections.abc import Collection
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event
from corpparent.versions import check_version
from members.models import Appointment, Body, Person
from reports.committees.events import MEETING_CANCELLED, MEETING_CHANGED, MEETING_MOVED, MEETING_PLANNED
from reports.committees.models import Meeting
from reports.committees.rules import meetings as rules
from reports.committees.services.agendas import begin_agenda


@transaction.atomic
def plan_meeting(
    *, body: Body, meets_on: date, begins_at: time, place: str, by: Person | None, at: datetime, **fields: Any
) -> Meeting:
    """A meeting, its agenda begun with the standing items of `body`. The same one sent twice is one.

    `fields`: ends_at, attending, joining, is_public, convened_on. Raises NotAllowed, ValidationError by field.
    """
    check_planner(by, at)
    rules.check_body(body, meets_on)
    Body.objects.select_for_update().get(pk=body.pk)
    if same := on_that_day(body, meets_on, begins_at):
        return same
    given = {"is_public": rules.is_public_by_default(body)} | fields
    meeting = Meeting(
        body=body, meets_on=meets_on, begins_at=begins_at, place=place, first_on=meets_on, changed_at=at, **given
    )
    check_fields(meeting, localdate(at))
    meeting.save()
    begin_agenda(meeting=meeting, by=by, at=at)
    details = {"body": body.slug, "on": meets_on.isoformat(), "is_public": meeting.is_public}
    Event.record(MEETING_PLANNED, about=meeting.reference, by=by, at=at, details=details)
    return meeting


@transaction.atomic
def plan_series(
    *,
    body: Body,
    days: Collection[date],
    begins_at: time,
    place: str,
    by: Person | None,
    at: datetime,
    **fields: Any,
) -> list[Meeting]:
    """One meeting on each of `days`, all of them or none. Raises NotAllowed, ValidationError by field."""
    planned = []
    for on in sorted(set(days)):
        try:
            meeting = plan_meeting(body=body, meets_on=on, begins_at=begins_at, place=place, by=by, at=at, **fields)
        except ValidationError as problem:
            raise ValidationError(moved_to_days(problem, on)) from problem
        planned.append(meeting)
    return planned


@transaction.atomic
def change_meeting(*, meeting: Meeting, version: int, by: Person | None, at: datetime, **fields: Any) -> Meeting:
    """Any of rules.meetings.FIELDS; a moved day or hour is told to everybody who sits on the body.

    Raises NotAllowed, Stale, ValidationError by field.
    """
    check_planner(by, at)
    meeting = held(meeting)
    rules.check_can_change(meeting)
    changed = {name for name, value in fields.items() if getattr(meeting, name) != value}
    if not changed:
        return meeting
    check_version(meeting, version)
    if "meets_on" in changed and on_that_day(meeting.body, fields["meets_on"]):
        raise already_meets(meeting.body, fields["meets_on"])
    for name in changed:
        setattr(meeting, name, fields[name])
    rules.check_body(meeting.body, meeting.meets_on)
    check_fields(meeting, localdate(at))
    keep(meeting, at, is_in_calendars=not changed.isdisjoint(rules.IN_CALENDARS))
    if changed & {"meets_on", "begins_at"}:
        tell_members(meeting, "moved", at)
        details = {"on": meeting.meets_on.isoformat(), "was-published": bool(meeting.published_at)}
        Event.record(MEETING_MOVED, about=meeting.reference, by=by, at=at, details=details)
    else:
        names = sorted(name.replace("_", "-") for name in changed)
        Event.record(MEETING_CHANGED, about=meeting.reference, by=by, at=at, details={"fields": names})
    return meeting


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, because: str, by: Person | None, at: datetime) -> Meeting:
    """For good, with a reason that everybody reads who sees the meeting. Raises NotAllowed, ValidationError."""
    check_planner(by, at)
    meeting = held(meeting)
    if meeting.status == Meeting.Status.CANCELLED:
        return meeting
    rules.check_can_change(meeting)
    meeting.cancelled_because = checked_reason(because)
    meeting.status = Meeting.Status.CANCELLED
    keep(meeting, at, is_in_calendars=True)
    tell_members(meeting, "cancelled", at)
    details = {"on": meeting.meets_on.isoformat(), "was-published": bool(meeting.published_at)}
    Event.record(MEETING_CANCELLED, about=meeting.reference, by=by, at=at, details=details)
    return meeting


def check_planner(by: Person | None, at: datetime) -> None:
    if by:
        rules.check_can_plan(by.standing_on(localdate(at)))


def held(meeting: Meeting) -> Meeting:
    """The meeting as it is, with its body, held until the end of the transaction."""
    return Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=meeting.pk)


def on_that_day(body: Body, on: date, begins_at: time | None = None) -> Meeting | None:
    """The meeting of `body` on that day, if there is one; another hour than `begins_at` raises ValidationError."""
    found = Meeting.objects.filter(body=body, meets_on=on).first()
    if found and begins_at and (found.begins_at != begins_at or found.status == Meeting.Status.CANCELLED):
        raise already_meets(body, on)
    return found


def already_meets(body: Body, on: date) -> ValidationError:
    said = f"{body} has a meeting on {on:%-d %B %Y} already, or had one that was cancelled. Choose another day."
    return ValidationError({"meets_on": said})


def moved_to_days(problem: ValidationError, on: date) -> dict[str, list[str]]:
    """What is wrong with one day of a series, said at its days."""
    errors = {name: [str(one) for one in said] for name, said in problem.message_dict.items()}
    if said := errors.pop("meets_on", []):
        errors["days"] = [f"{on:%-d %B %Y}: {one}" for one in said]
    return errors


def check_fields(meeting: Meeting, today: date) -> None:
    """Raises ValidationError by field."""
    rules.check_times(meeting, today)
    meeting.clean_fields(exclude=["body", "chair"])
    for name in ("place", "joining"):
        try:
            validate_no_identifiers(getattr(meeting, name))
        except ValidationError as problem:
            raise ValidationError({name: problem.messages}) from problem


def checked_reason(because: str) -> str:
    because = because.strip()
    if not because:
        raise ValidationError({"because": "Say why it is cancelled. Everybody who sees the meeting reads it."})
    try:
        validate_no_identifiers(because)
    except ValidationError as problem:
        raise ValidationError({"because": problem.messages}) from problem
    return because


def keep(meeting: Meeting, at: datetime, *, is_in_calendars: bool) -> None:
    meeting.sequence += is_in_calendars
    meeting.version += 1
    meeting.changed_at = at
    meeting.save()


def tell_members(meeting: Meeting, what: str, at: datetime) -> None:
    """Once a person and change: the sequence is part of what they are told."""
    sitting = Appointment.objects.current(localdate(at)).filter(body=meeting.body, person__is_active=True)
    for person in set(sitting.values_list("person__public_id", flat=True)):
        matter = f"meeting-{what}:{meeting.public_id}:{meeting.sequence}"
        notices.tell(person, matter, meeting.get_absolute_url(), at)
