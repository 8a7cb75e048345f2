"""A visitor whom nothing keeps from going, and one thing less each time."""

from datetime import UTC, date, datetime

from members.models import Attendance, Check, Course, LearningSession, Person
from members.roles import VISITING_COUNCILLOR
from tests.factories.members import AppointmentFactory, PersonFactory, RoleFactory
from tests.factories.visits import HomeFactory, VisitFactory
from visits.models import VisitSettings

RECORDED = datetime(2026, 1, 5, 9, tzinfo=UTC)


def courses_asked() -> VisitSettings:
    """The council asks for two courses that hold for twelve months."""
    safe, _ = Course.objects.get_or_create(title="Safeguarding", defaults={"kind": "course", "valid_months": 12})
    visit, _ = Course.objects.get_or_create(title="Visiting homes", defaults={"kind": "course", "valid_months": 12})
    scheme, _ = VisitSettings.objects.get_or_create(pk=1)
    scheme.safeguarding_course, scheme.visit_course = safe, visit
    scheme.save()
    return scheme


def appoint(person: Person, **more) -> Person:
    AppointmentFactory(person=person, role=RoleFactory(slug=VISITING_COUNCILLOR), **more)
    return person


def check(person: Person, ends_on: date | None = None) -> Check:
    return Check.objects.create(
        person=person,
        kind=Check.Kind.ENHANCED,
        outcome=Check.Outcome.SATISFACTORY,
        checked_on=date(2025, 1, 6),
        ends_on=ends_on,
        recorded_at=RECORDED,
    )


def attend(person: Person, course: Course, on: date) -> Attendance:
    session, _ = LearningSession.objects.get_or_create(
        course=course, starts_at=datetime(on.year, on.month, on.day, 10, tzinfo=UTC)
    )
    return Attendance.objects.create(session=session, person=person, outcome="attended", recorded_at=RECORDED)


def watch(person: Person) -> None:
    VisitFactory(sent=True, home=HomeFactory(), shadow=person, visited_on=date(2026, 2, 3))


def visitor(person: Person | None = None, *, without: str = "", trained_on: date = date(2026, 3, 2)) -> Person:
    """Somebody who may go; `without` names what they lack: appointment, check, safeguarding, visit-course, shadow."""
    person = person or PersonFactory()
    scheme = courses_asked()
    if without != "appointment":
        appoint(person)
    if without != "check":
        check(person)
    if without != "safeguarding":
        attend(person, scheme.safeguarding_course, trained_on)
    if without != "visit-course":
        attend(person, scheme.visit_course, trained_on)
    if without != "shadow":
        watch(person)
    return person
