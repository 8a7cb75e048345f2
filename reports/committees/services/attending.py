"""Who was at a meeting: written down once it has begun, corrected until its minutes are confirmed (duty T2)."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.versions import check_version
from members.models import Person
from reports.committees.events import (
    ATTENDANCE_CORRECTED,
    ATTENDANCE_RECORDED,
    MEETING_ATTENDED,
    MEETING_HELD,
)
from reports.committees.facts import attending as facts
from reports.committees.models import Attendance, Meeting
from reports.committees.rules import attending as rules
from reports.committees.rules.attending import Given


@transaction.atomic
def record_attendance(
    *, meeting: Meeting, version: int, given: Mapping[Person, Given], by: Person | None, at: datetime
) -> int:
    """Write down who came, and return for how many people that changed anything. The same again writes nothing.

    The first time the meeting becomes held, and everybody expected is asked for their coming (duty T2). People who are
    not in `given` keep what is written down of them. Raises NotAllowed, Stale, and ValidationError with a sentence for
    each person of whom something cannot be said.
    """
    if by:
        rules.check_can_record(by.standing_on(localdate(at)))
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=meeting.pk)
    rules.check_is_recorded_now(meeting, at)
    before = {row.person: row for row in facts.of(meeting)}
    changed = {person: one for person, one in given.items() if person not in before or said(before[person]) != one}
    if not changed and meeting.is_over:
        return 0
    check_version(meeting, version)
    check_all(meeting, {person: said(row) for person, row in before.items()} | dict(given))
    came_before = {person for person, row in before.items() if row.attended}
    for person, one in changed.items():
        write_down(before.get(person) or Attendance(meeting=meeting, person=person), one, by, at)
    hold(meeting, at)
    counts = {"people": len(changed), "came": sum(one.outcome in Attendance.ATTENDED for one in changed.values())}
    Event.record(ATTENDANCE_RECORDED, about=meeting.reference, by=by, at=at, details=counts)
    ask(meeting, [person for person in changed if person not in before], by, at)
    count(meeting, changed, came_before, by, at)
    return len(changed)


def said(row: Attendance) -> Given:
    return Given(row.outcome, row.stands_in_for, row.came_at, row.left_at)


def check_all(meeting: Meeting, given: Mapping[Person, Given]) -> None:
    """Everybody who was expected has an answer, and each answer can be. Raises ValidationError."""
    missing = [person.name for person in facts.expected(meeting) if person not in given]
    wrong = [f"Say of {name} whether they came." for name in missing]
    wrong += filter(None, (rules.wrong_with(person, one, given, meeting) for person, one in given.items()))
    if wrong:
        raise ValidationError(wrong)


def write_down(row: Attendance, given: Given, by: Person | None, at: datetime) -> None:
    row.outcome, row.stands_in_for = given.outcome, given.stands_in_for
    row.came_at, row.left_at = given.came_at, given.left_at
    row.recorded_by, row.recorded_at = by, at
    row.save()


def hold(meeting: Meeting, at: datetime) -> None:
    """It was held; said once."""
    if not meeting.is_over:
        meeting.status, meeting.held_at, meeting.changed_at = Meeting.Status.HELD, at, at
    meeting.version += 1
    meeting.save()


def ask(meeting: Meeting, new: list[Person], by: Person | None, at: datetime) -> None:
    """One event for each who was expected and is written down for the first time; a guest was not."""
    expected = set(facts.expected(meeting))
    for person in new:
        if person in expected:
            Event.record(
                MEETING_HELD, about=meeting.reference, by=by, counts_for=person, at=at, details=details_of(meeting)
            )


def count(
    meeting: Meeting, changed: Mapping[Person, Given], came_before: set[Person], by: Person | None, at: datetime
) -> None:
    """One event for each who came, and for each of whom it was wrong to say so."""
    about, details = meeting.reference, details_of(meeting)
    for person, one in changed.items():
        came = one.outcome in Attendance.ATTENDED
        if came and person not in came_before:
            Event.record(MEETING_ATTENDED, about=about, by=by, counts_for=person, at=at, details=details)
        elif not came and person in came_before:
            Event.record(ATTENDANCE_CORRECTED, about=about, by=by, counts_for=person, at=at, details=details)


def details_of(meeting: Meeting) -> dict[str, str]:
    """The body, because the duty asks to come to its next meeting; the day, as it may be written down later."""
    return {"body": str(meeting.body.public_id), "on": meeting.meets_on.isoformat()}
