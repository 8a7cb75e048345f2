"""What somebody has learned, how long it holds, and what is expected of them next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localdate

from corpparent.months import months_after
from members.models import Appointment, Attendance, Course, LearningSession
from members.standing import Standing

SOON = timedelta(days=30)


@dataclass(frozen=True)
class Held:
    """The latest time one person came to one course. `runs_out_on` is the last day it holds, None without end."""

    person_id: UUID
    course: Course
    attended_on: date
    runs_out_on: date | None

    def runs_out_soon(self, day: date) -> bool:
        """Whether it still holds on `day` and runs out within 30 days."""
        return self.runs_out_on is not None and day <= self.runs_out_on <= day + SOON

    def ran_out(self, day: date) -> bool:
        return self.runs_out_on is not None and self.runs_out_on < day


@dataclass(frozen=True)
class Expected:
    """A course expected of somebody who does not hold it, or not for long; `session` is the next one to come."""

    course: Course
    held: Held | None
    session: LearningSession | None


def held_by(rows: Iterable[Attendance]) -> list[Held]:
    """The latest of each person and course among `rows` (with session, course and person), in the rows' order."""
    latest: dict[tuple[int, int], Held] = {}
    for row in rows:
        course, attended_on = row.session.course, localdate(row.session.starts_at)
        key = (row.person_id, course.pk)
        if key not in latest or latest[key].attended_on < attended_on:
            runs_out_on = months_after(attended_on, course.valid_months) if course.valid_months else None
            latest[key] = Held(row.person.public_id, course, attended_on, runs_out_on)
    return list(latest.values())


def attended() -> QuerySet[Attendance]:
    """Everybody's, with what `held_by` reads."""
    came = Attendance.objects.filter(outcome=Attendance.Outcome.ATTENDED)
    return came.select_related("session__course", "person").order_by("session__course__title", "pk")


def held_by_person(person_id: int) -> list[Held]:
    """By title of the course. One query."""
    return held_by(attended().filter(person=person_id))


def running_out(day: date) -> list[Held]:
    """What holds on `day` and runs out within 30 days, of people with an appointment on it. One query."""
    now = Appointment.objects.current(day).filter(person=OuterRef("person"))
    rows = attended().filter(Exists(now), person__is_active=True, session__course__valid_months__isnull=False)
    return [held for held in held_by(rows.filter(session__course__is_retired=False)) if held.runs_out_soon(day)]


def expected_of(who: Standing, at: datetime, held: list[Held]) -> list[Expected]:
    """Courses expected of `who` that are not among the `held`, or run out within 30 days. Two queries."""
    day = localdate(at)
    holding = {one.course.pk: one for one in held}
    courses = Course.objects.filter(is_expected=True, is_retired=False, for_level__lte=who.level)
    wanted = [course for course in courses if is_wanted(holding.get(course.pk), day)]
    coming = next_sessions(wanted, at)
    return [Expected(course, holding.get(course.pk), coming.get(course.pk)) for course in wanted]


def is_wanted(held: Held | None, day: date) -> bool:
    """Whether the course is to be taken: never, no longer, or not much longer held."""
    return held is None or held.ran_out(day) or held.runs_out_soon(day)


def next_sessions(courses: Iterable[Course], at: datetime) -> dict[int, LearningSession]:
    """The next session of each course after `at`, by the course's key. One query."""
    coming = LearningSession.objects.filter(course__in=list(courses), starts_at__gte=at, cancelled_at=None)
    return {session.course_id: session for session in coming.order_by("-starts_at")}


def coming_for(who: Standing, at: datetime) -> QuerySet[LearningSession]:
    """The next five sessions of courses for the level of `who`, with their courses."""
    coming = LearningSession.objects.filter(starts_at__gte=at, cancelled_at=None, course__is_retired=False)
    return coming.filter(course__for_level__lte=who.level).select_related("course").order_by("starts_at", "pk")[:5]
