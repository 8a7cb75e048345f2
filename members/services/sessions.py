"""Sessions of courses: planned, cancelled, and who came."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.versions import check_version
from members import rules
from members.events import (
    ATTENDANCE_RECORDED,
    LEARNING_ATTENDED,
    LEARNING_CORRECTED,
    SESSION_CANCELLED,
    SESSION_PLANNED,
)
from members.models import Attendance, Course, LearningSession, Person
from members.services.keepers import check_keeper

Outcome = Attendance.Outcome

AHEAD = timedelta(days=2 * 366)


@transaction.atomic
def plan_session(
    *, course: Course, starts_at: datetime, place: str, by: Person | None, at: datetime
) -> LearningSession:
    """Plan a session, or write down one that was held; the same again finds it planned.

    One that was cancelled may be planned anew at its time. Raises NotAllowed, ValidationError naming the field.
    """
    check_keeper(by, at)
    course = Course.objects.select_for_update().get(pk=course.pk)
    rules.check_can_plan_session(course)
    if starts_at > at + AHEAD:
        raise ValidationError({"day": "Choose a day within the next two years."})
    session = course.sessions.filter(starts_at=starts_at).first() or LearningSession(course=course, starts_at=starts_at)
    if session.pk and not session.cancelled_at:
        return _as_planned(session, place)
    session.place, session.cancelled_at = place, None
    session.full_clean(validate_unique=False)
    session.save()
    Event.record(
        SESSION_PLANNED, about=session.reference, by=by, at=at, details={"course": str(session.course.public_id)}
    )
    return session


def _as_planned(session: LearningSession, place: str) -> LearningSession:
    if session.place != place:
        where = f" in “{session.place}”" if session.place else ""
        raise ValidationError({"day": f"This course is held at that time already{where}. Choose another time."})
    return session


@transaction.atomic
def cancel_session(*, session: LearningSession, by: Person | None, at: datetime) -> LearningSession:
    """Cancel a session; twice is once. Raises NotAllowed."""
    check_keeper(by, at)
    session = LearningSession.objects.select_for_update(of=("self",)).select_related("course").get(pk=session.pk)
    rules.check_can_cancel_session(session)
    if session.cancelled_at:
        return session
    session.cancelled_at = at
    session.version += 1
    session.save(update_fields=["cancelled_at", "version"])
    Event.record(SESSION_CANCELLED, about=session.reference, by=by, at=at)
    return session


@transaction.atomic
def record_attendance(
    *, session: LearningSession, outcomes: dict[Person, str], version: int, by: Person | None, at: datetime
) -> int:
    """Write down who came, and return for how many people that changed anything. The same again writes nothing.

    `outcomes`: slugs of Attendance.Outcome; people who are not in it keep what is written down of them.
    Raises NotAllowed, Stale, ValidationError.
    """
    check_keeper(by, at)
    session = LearningSession.objects.select_for_update(of=("self",)).select_related("course").get(pk=session.pk)
    rules.check_can_record_attendance(session, at)
    written = {row.person_id: row for row in session.attendances.all()}
    changes = {
        person: outcome
        for person, outcome in outcomes.items()
        if person.pk not in written or written[person.pk].outcome != outcome
    }
    if not changes:
        return 0
    check_version(session, version)
    session.attendance_at = at
    session.version += 1
    session.save(update_fields=["attendance_at", "version"])
    came = [person for person in changes if person.pk in written and written[person.pk].outcome == Outcome.ATTENDED]
    rows = [_write_down(session, person, outcome, by, at) for person, outcome in changes.items()]
    _record(session, rows, came, by, at)
    return len(changes)


def _write_down(session: LearningSession, person: Person, outcome: str, by: Person | None, at: datetime) -> Attendance:
    if outcome not in Outcome.values:
        raise ValidationError(f"“{outcome}” is nothing that can be said of who came.")
    row = Attendance.objects.filter(session=session, person=person).first() or Attendance(session=session)
    row.person, row.outcome, row.recorded_by, row.recorded_at = person, outcome, by, at
    row.save()
    return row


def _record(
    session: LearningSession, rows: list[Attendance], came: list[Person], by: Person | None, at: datetime
) -> None:
    """One event for the session; one for each person who came, and for each who `came` and now did not."""
    counts = {outcome: sum(row.outcome == outcome for row in rows) for outcome in Outcome.values}
    Event.record(ATTENDANCE_RECORDED, about=session.reference, by=by, at=at, details=counts)
    course = session.course
    details = {"course": str(course.public_id), "kind": course.kind, "session": str(session.public_id)}
    details["on"] = localdate(session.starts_at).isoformat()  # it may be written down long after
    for row in rows:
        if row.outcome == Outcome.ATTENDED:
            Event.record(LEARNING_ATTENDED, about=row.reference, by=by, counts_for=row.person, at=at, details=details)
        elif row.person in came:
            Event.record(LEARNING_CORRECTED, about=row.reference, by=by, counts_for=row.person, at=at, details=details)
