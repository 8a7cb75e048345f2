"""Two at once, on real connections."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from corpparent.models import Event, Notice
from members import services
from members.models import Acknowledgement, Check
from tests.factories.corpparent import NOW
from tests.factories.learning import CourseFactory, LearningSessionFactory, ReadingFactory
from tests.factories.members import AppointmentFactory

pytestmark = pytest.mark.django_db(transaction=True)

AT_ONCE = 4


def together(deed):
    """What each of four threads got from `deed()`, all begun at once."""
    start = Barrier(AT_ONCE)

    def run(_):
        start.wait()
        try:
            return deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(run, range(AT_ONCE)))


def appointed(role):
    return AppointmentFactory(role__slug=role).person


def test_sweeps_at_once_ask_everybody_once():
    people = [appointed("councillor") for _ in range(5)]
    ReadingFactory(is_asked=True), ReadingFactory(is_asked=True, for_roles=["councillor"])

    asked = together(lambda: services.ask_readers(NOW))

    assert sum(asked) == 2 * len(people) == Acknowledgement.objects.count()
    assert Event.objects.filter(type="reading-asked").count() == Notice.objects.count() == 2 * len(people)


def test_reminders_at_once_tell_once():
    who = appointed("councillor")
    services.record_check(
        person=who,
        kind="dbs-basic",
        eligibility="consent",
        checked_on=NOW.date(),
        ends_on=NOW.date(),
        outcome="satisfactory",
        by=None,
        at=NOW,
    )
    together(lambda: services.remind(NOW))
    assert Notice.objects.count() == 1


def test_pressed_at_once_is_done_once():
    keeper, who, course = appointed("democratic-services-officer"), appointed("councillor"), CourseFactory()
    session, reading = LearningSessionFactory(starts_at=NOW), ReadingFactory(is_asked=True)
    services.ask_readers(NOW)

    together(lambda: services.acknowledge(reading=reading, by=who, at=NOW))
    together(lambda: services.plan_session(course=course, starts_at=NOW.replace(hour=9), place="", by=keeper, at=NOW))
    together(
        lambda: services.record_attendance(session=session, outcomes={who: "attended"}, version=1, by=keeper, at=NOW)
    )
    together(lambda: services.withdraw_reading(reading=reading, by=keeper, at=NOW))

    for kind in ("reading-acknowledged", "session-planned", "learning-attended", "reading-withdrawn"):
        assert Event.objects.filter(type=kind).count() == 1, kind


def test_checks_recorded_at_once_leave_one_current():
    officer, who = appointed("checks-officer"), appointed("visiting-councillor")

    def record(ends_on):
        return services.record_check(
            person=who,
            kind="dbs-enhanced",
            eligibility="visits-homes",
            checked_on=NOW.date(),
            ends_on=ends_on,
            outcome="satisfactory",
            by=officer,
            at=NOW,
        )

    together(lambda: record(None))
    assert Event.objects.filter(type="check-recorded").count() == 1
    assert Check.objects.filter(is_current=True).count() == 1
