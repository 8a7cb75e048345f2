from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event
from corpparent.rules import NotAllowed
from members import services
from members.models import Appointment, Council, Person, Role
from tests.factories.corpparent import NOW
from tests.factories.members import AppointmentFactory, CouncilFactory, PersonFactory

pytestmark = pytest.mark.django_db

COUNCIL = {"name": "Larchford Council", "short_name": "Larchford", "area_code": "E08000990"}
PERSON = {"name": "Cllr Amina Yusuf", "known_as": "Amina", "email": "Amina@Larchford.example"}


@pytest.fixture
def administrator():
    return AppointmentFactory(role__slug="administrator").person


@pytest.fixture
def councillor():
    return AppointmentFactory(role__slug="councillor").person


def events():
    """(type, thing, who did it, whom it counts for) of each event."""
    return list(Event.objects.values_list("type", "subject_id", "actor_id", "counts_for_id"))


def test_set_up_council():
    council = services.set_up_council(by=None, at=NOW, **COUNCIL)
    assert Council.current() == council
    assert events() == [("council-set-up", council.public_id, None, None)]


def test_the_council_begins_on_the_day_it_is_set_up_and_keeps_it():
    services.set_up_council(by=None, at=NOW, **COUNCIL)
    council = services.set_up_council(by=None, at=NOW + timedelta(days=300), **COUNCIL)
    assert council.began_on == NOW.date()


def test_set_up_council_again_corrects_the_one_row():
    CouncilFactory(short_name="Larch")
    services.set_up_council(by=None, at=NOW, **COUNCIL)
    assert Council.objects.get().short_name == "Larchford"


def test_set_up_council_in_a_colour_too_light():
    with pytest.raises(ValidationError, match="Choose a darker colour"):
        services.set_up_council(by=None, at=NOW, **COUNCIL, pine="#ffff00")
    assert events() == []


def test_add_person(administrator):
    person = services.add_person(**PERSON, by=administrator, at=NOW)
    assert (person.email, person.has_usable_password()) == ("amina@larchford.example", False)
    assert events() == [("person-added", person.public_id, administrator.public_id, person.public_id)]


def test_add_person_by_the_portal_itself():
    person = services.add_person(**PERSON, by=None, at=NOW)
    assert events() == [("person-added", person.public_id, None, person.public_id)]


def test_add_person_whose_email_is_taken(administrator):
    PersonFactory(email="amina@larchford.example")
    with pytest.raises(ValidationError):
        services.add_person(**PERSON, by=administrator, at=NOW)
    assert events() == []


def test_add_person_only_as_administrator(councillor):
    with pytest.raises(NotAllowed, match="Only the council's administrator"):
        services.add_person(**PERSON, by=councillor, at=NOW)
    assert not Person.objects.filter(name=PERSON["name"]).exists()


def test_appoint(administrator):
    person = PersonFactory()
    appointment = services.appoint(
        person=person, role="lead-member", starts_on=date(2024, 5, 7), by=administrator, at=NOW
    )
    assert person.standing_on(date(2024, 5, 7)).roles == {"lead-member"}
    assert events() == [("person-appointed", appointment.public_id, administrator.public_id, person.public_id)]
    assert Event.objects.get().details == {"role": "lead-member"}


def test_appoint_only_as_administrator(councillor):
    with pytest.raises(NotAllowed):
        services.appoint(person=councillor, role="lead-member", starts_on=date(2024, 5, 7), by=councillor, at=NOW)
    assert Appointment.objects.count() == 1


def test_appoint_to_an_unknown_role(administrator):
    with pytest.raises(Role.DoesNotExist):
        services.appoint(person=administrator, role="mayor", starts_on=date(2024, 5, 7), by=administrator, at=NOW)
    assert events() == []


def test_end_appointment(administrator):
    appointment = AppointmentFactory(role__slug="lead-member", starts_on=date(2024, 5, 7))
    services.end_appointment(appointment=appointment, ends_on=date(2024, 11, 3), by=administrator, at=NOW)
    assert not appointment.person.standing_on(date(2024, 11, 4)).is_member
    person = appointment.person.public_id
    assert events() == [("appointment-ended", appointment.public_id, administrator.public_id, person)]


def test_end_appointment_before_it_began(administrator):
    appointment = AppointmentFactory(starts_on=date(2024, 5, 7))
    with pytest.raises(NotAllowed, match="starts on 7 May 2024"):
        services.end_appointment(appointment=appointment, ends_on=date(2024, 5, 6), by=administrator, at=NOW)
    assert events() == []


def test_end_appointment_only_as_administrator(councillor):
    with pytest.raises(NotAllowed):
        services.end_appointment(
            appointment=councillor.appointments.get(), ends_on=date(2024, 11, 3), by=councillor, at=NOW
        )


def test_administrator_whose_own_appointment_ended_appoints_nobody():
    ended = AppointmentFactory(role__slug="administrator", ends_on=date(2024, 11, 3)).person
    with pytest.raises(NotAllowed):
        services.add_person(**PERSON, by=ended, at=NOW)


def test_sync_roles_changes_no_role_that_is_there():
    Role.objects.filter(slug="councillor").update(name="Elected member")
    services.sync_roles()
    assert Role.objects.get(slug="councillor").name == "Elected member"
