"""Courses and who came, guidance and who has read it: all of it some days before the day on which it is made."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from members import services
from members.invented.days import morning_of, share_of
from members.models import Acknowledgement, Appointment, Attendance, LearningSession, Person, Reading

FILE = Path(__file__).with_name("learning.toml")
FIRST = 1300  # days ago the council began: courses were there before anybody came to them
Outcome = Attendance.Outcome


def teach(by: Person) -> None:
    """Hold every course, and write down who came."""
    for fields in tomllib.loads(FILE.read_text())["courses"]:
        hold(fields, by)


def hold(fields: dict[str, Any], by: Person) -> None:
    sessions, today = fields.pop("sessions"), timezone.localdate()
    course = services.add_course(by=by, at=morning_of(today - timedelta(days=FIRST)), **fields)
    for one in sessions:
        starts_at = morning_of(today - timedelta(days=one["days_ago"]))
        planned_at = min(starts_at - timedelta(days=30), timezone.now())
        session = services.plan_session(course=course, starts_at=starts_at, place=one["place"], by=by, at=planned_at)
        if one["days_ago"] > 0:
            write_down(session, by)


def write_down(session: LearningSession, by: Person) -> None:
    """Who came, of those who were corporate parents at that level on the day."""
    day = timezone.localdate(session.starts_at)
    outcomes = {
        person: outcome
        for person in parents_on(day, session.course.for_level)
        if (outcome := outcome_of(share_of(person.email, session.course.title, str(session.starts_at.year))))
    }
    at = session.starts_at + timedelta(hours=3)
    services.record_attendance(session=session, outcomes=outcomes, version=session.version, by=by, at=at)


def outcome_of(share: int) -> str:
    """Of a hundred, 45 came, 10 excused themselves, 5 stayed away, and the others had not been asked."""
    if share < 45:
        return Outcome.ATTENDED
    return Outcome.EXCUSED if share < 55 else Outcome.ABSENT if share < 60 else ""


def parents_on(day: date, level: int) -> list[Person]:
    """Everybody with an appointment of `level` or more on `day`."""
    held = Appointment.objects.current(day).filter(level__gte=level)
    return list(Person.objects.filter(appointments__in=held).distinct().order_by("pk"))


def fill_library(by: Person) -> None:
    """Publish the readings, and say that most of those asked have read them."""
    for fields in tomllib.loads(FILE.read_text())["readings"]:
        put_in(fields, by)


def put_in(fields: dict[str, Any], by: Person) -> None:
    """A draft, unless it was published some days ago."""
    days_ago = fields.pop("days_ago", 0)
    at = morning_of(timezone.localdate() - timedelta(days=days_ago))
    reading = services.add_reading(by=by, at=at, **fields)
    if days_ago:
        services.publish_reading(reading=reading, by=by, at=at)
        read(reading)


def read(reading: Reading) -> None:
    """Nine in ten have read it, each some days after they were asked; whose day is to come has not."""
    for asked in Acknowledgement.objects.filter(reading=reading).select_related("person"):
        share = share_of(asked.person.email, reading.title)
        at = asked.asked_at + timedelta(days=share % 40, hours=2)
        if share < 90 and at < timezone.now():
            services.acknowledge(reading=reading, by=asked.person, at=at)
