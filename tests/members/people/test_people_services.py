"""Adding, changing, closing, opening: the thing after, and exactly one event."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members import services
from members.models import Person
from tests.factories.corpparent import NOW
from tests.factories.getting_in import InvitationFactory
from tests.factories.members import AppointmentFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return AppointmentFactory(role__slug="administrator").person


@pytest.fixture
def amina():
    return PersonFactory(name="Amina Yusuf", known_as="Amina", email="amina@larchford.example")


def events():
    return list(Event.objects.values_list("type", "subject_id", "actor_id", "counts_for_id", "details"))


def add(by, **changes):
    fields = {"name": "Peter Oyelaran", "known_as": "Peter", "email": "peter@larchford.example"}
    return services.add_person(**fields | changes, by=by, at=NOW)


def change(person, by, *, version=1, **fields):
    return services.change_person(person=person, version=version, by=by, at=NOW, **fields)


def test_add_person_tidies_the_name(administrator):
    person = add(administrator, name="  Peter   Oyelaran ", email=" Peter@Larchford.example ")
    assert (person.name, person.email) == ("Peter Oyelaran", "peter@larchford.example")


def test_add_people_without_email(administrator):
    assert add(administrator, email="") != add(administrator, email="")


def test_add_the_same_form_twice_adds_one_person(administrator):
    public_id = uuid4()
    assert add(administrator, public_id=public_id) == add(administrator, public_id=public_id)
    assert [event[0] for event in events()] == ["person-added"]


@pytest.mark.parametrize("taken", ["amina@larchford.example", "AMINA@larchford.example"])
def test_add_person_whose_email_is_anothers_says_whose(administrator, amina, taken):
    with pytest.raises(ValidationError) as refusal:
        add(administrator, email=taken)
    assert refusal.value.message_dict == {
        "email": ["This e-mail address belongs to Amina Yusuf. Enter another one or none."]
    }
    assert events() == []


def test_add_person_who_is_in_the_feed_already(administrator):
    PersonFactory(name="Amina Yusuf", source_id="moderngov:1726")
    with pytest.raises(ValidationError, match="this is Amina Yusuf already"):
        add(administrator, source_id="moderngov:1726")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 151}, "name"),
        ({"name": "A\x00b"}, "name"),
        ({"name": "A\u202eb"}, "name"),
        ({"known_as": "x" * 61}, "known_as"),
        ({"known_as": "\x07"}, "known_as"),
        ({"email": "nobody"}, "email"),
    ],
)
def test_add_person_who_cannot_be_written_down(administrator, fields, field):
    with pytest.raises(ValidationError) as refusal:
        add(administrator, **fields)
    assert list(refusal.value.message_dict) == [field]
    assert not Person.objects.filter(email="peter@larchford.example").exists()


def test_change_person(administrator, amina):
    person = change(amina, administrator, name="Amina Yusuf-Bell", email="A.Bell@larchford.example")
    assert (person.name, person.known_as, person.email, person.version) == (
        "Amina Yusuf-Bell",
        "Amina",
        "a.bell@larchford.example",
        2,
    )
    public_id = amina.public_id
    assert events() == [
        ("person-changed", public_id, administrator.public_id, public_id, {"changed": ["name", "email"]})
    ]


def test_change_person_twice_the_same_is_once(administrator, amina):
    for _ in range(2):
        person = change(amina, administrator, name="Amina Bell")
    assert (person.version, len(events())) == (2, 1)


def test_change_person_after_somebody_else_did(administrator, amina):
    change(amina, administrator, name="Amina Bell")
    with pytest.raises(Stale):
        change(amina, administrator, name="Amina Ball")
    amina.refresh_from_db()
    assert (amina.name, len(events())) == ("Amina Bell", 1)


def test_change_email_withdraws_the_invitation_to_the_one_before(administrator, amina):
    invitation = InvitationFactory(person=amina, sent_at=NOW, expires_at=NOW + timedelta(days=1))
    change(amina, administrator, email="a.bell@larchford.example")
    invitation.refresh_from_db()
    assert invitation.withdrawn_at == NOW


def test_change_email_ends_what_was_open_with_the_one_before(administrator, amina):
    assert change(amina, administrator, name="Amina Bell").sign_outs == 0
    assert change(amina, administrator, version=2, email="a.bell@larchford.example").sign_outs == 1


def test_change_of_ones_own_email_leaves_one_signed_in(administrator):
    assert change(administrator, administrator, email="a.bell@larchford.example").sign_outs == 0


def test_change_person_to_anothers_email(administrator, amina):
    with pytest.raises(ValidationError, match="belongs to Amina Yusuf"):
        change(PersonFactory(), administrator, email="amina@larchford.example")


def test_close_and_open_an_account(administrator, amina):
    for _ in range(2):
        services.close_person(person=amina, by=administrator, at=NOW)
    amina.refresh_from_db()
    assert (amina.is_active, amina.sign_outs) == (False, 1)
    for _ in range(2):
        assert services.open_person(person=amina, by=administrator, at=NOW).is_active
    assert [event[0] for event in events()] == ["account-closed", "account-opened"]


def test_close_an_account_ends_no_appointment(administrator):
    held = AppointmentFactory()
    services.close_person(person=held.person, by=administrator, at=NOW)
    held.refresh_from_db()
    assert held.ends_on is None


def test_close_my_own_account(administrator):
    with pytest.raises(NotAllowed, match="You cannot close your own account"):
        services.close_person(person=administrator, by=administrator, at=NOW)


def test_close_the_account_of_the_last_administrator(administrator):
    with pytest.raises(NotAllowed, match="there would be no administrator"):
        services.close_person(person=administrator, by=None, at=NOW)
    another = AppointmentFactory(role__slug="administrator").person
    services.close_person(person=administrator, by=another, at=NOW)
    assert [event[0] for event in events()] == ["account-closed"]


@pytest.mark.parametrize("role", ["councillor", "director-of-childrens-services", "democratic-services-officer"])
def test_others_change_nobody(amina, role):
    who = AppointmentFactory(role__slug=role).person
    for deed in (
        lambda: change(amina, who, name="Amina Bell"),
        lambda: services.close_person(person=amina, by=who, at=NOW),
        lambda: services.open_person(person=amina, by=who, at=NOW),
    ):
        with pytest.raises(NotAllowed, match="Only the council's administrator"):
            deed()
    assert events() == []
