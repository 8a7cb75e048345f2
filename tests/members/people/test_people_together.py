"""Two people press at the same moment, on real connections: one wins, the other gets the sentence."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from corpparent.models import Event
from corpparent.rules import NotAllowed
from members import services
from members.models import Appointment, Person
from members.roles import ADMINISTRATOR, DCS
from tests.factories.bodies import BodyFactory
from tests.factories.corpparent import NOW
from tests.factories.members import AppointmentFactory, PersonFactory

pytestmark = pytest.mark.django_db(transaction=True)

TODAY = NOW.date()


def together(*deeds):
    """Every deed in a thread of its own, all begun at once: the sentences of those that were refused."""
    begin = Barrier(len(deeds))

    def run(deed):
        begin.wait()
        try:
            deed()
        except NotAllowed as refusal:
            return str(refusal)
        except ValidationError as refusal:
            return " ".join(refusal.messages)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(deeds)) as threads:
        return sorted(threads.map(run, deeds))


@pytest.fixture
def administrator():
    services.sync_roles()
    return AppointmentFactory(role__slug=ADMINISTRATOR).person


def appointing(by, **fields):
    people = PersonFactory.create_batch(4)
    return [lambda one=one: services.appoint(person=one, starts_on=TODAY, by=by, at=NOW, **fields) for one in people]


def test_four_directors_at_once(administrator):
    said = together(*appointing(administrator, role=DCS))
    assert [bool(sentence) for sentence in said] == [False, True, True, True]
    assert "The law names one person at a time" in said[1]
    assert (Appointment.objects.filter(role__slug=DCS).count(), Event.objects.count()) == (1, 1)


def test_four_chairs_of_one_body_at_once(administrator):
    said = together(*appointing(administrator, role="committee-member", body=BodyFactory(), place="chair"))
    assert [bool(sentence) for sentence in said] == [False, True, True, True]
    assert "A body has one chair at a time" in said[1]


def test_one_person_twice_to_one_role(administrator):
    person = PersonFactory()
    days = [TODAY, TODAY.replace(day=1)]
    said = together(
        *(
            lambda day=day: services.appoint(person=person, role="councillor", starts_on=day, by=administrator, at=NOW)
            for day in days
        )
    )
    assert [bool(sentence) for sentence in said] == [False, True]
    assert person.appointments.count() == 1


def test_the_same_press_at_once_appoints_once(administrator):
    person = PersonFactory()

    def press():
        services.appoint(person=person, role="councillor", starts_on=TODAY, by=administrator, at=NOW)

    assert together(press, press, press) == ["", "", ""]
    assert (person.appointments.count(), Event.objects.count()) == (1, 1)


def test_two_administrators_end_each_other(administrator):
    another = AppointmentFactory(role__slug=ADMINISTRATOR).person

    def end(whose, by):
        appointment = whose.appointments.get()
        services.end_appointment(appointment=appointment, ends_on=TODAY, by=by, at=NOW)

    said = together(lambda: end(administrator, another), lambda: end(another, administrator))
    assert said[0] == ""
    assert "there would be no administrator" in said[1]


def test_an_administrator_is_appointed_and_closed_at_once(administrator):
    AppointmentFactory(role__slug=ADMINISTRATOR)
    person = PersonFactory()

    def appoint():
        services.appoint(person=person, role=ADMINISTRATOR, starts_on=TODAY, by=administrator, at=NOW)

    def close():
        services.close_person(person=person, by=administrator, at=NOW)

    assert together(appoint, close, appoint, close) == ["", "", "", ""]
    assert Event.objects.count() == 2


def test_two_people_with_one_email_at_once(administrator):
    def add():
        services.add_person(name="Peter", known_as="", email="peter@larchford.example", by=administrator, at=NOW)

    said = together(add, add, add)
    assert [bool(sentence) for sentence in said] == [False, True, True]
    assert Person.objects.filter(email="peter@larchford.example").count() == 1
    assert Event.objects.count() == 1
