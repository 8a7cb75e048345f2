"""Signing, setting, and looking at the arrangements: each leaves exactly one event."""

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members import services
from members.duties import definitions
from members.models import Duty
from tests.factories.members import AppointmentFactory, PersonFactory
from tests.members.duties.deeds import on

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


def events():
    return [(event.type, event.counts_for_id, event.details) for event in Event.objects.all()]


def test_sign_statement():
    person = AppointmentFactory().person
    event = services.sign_statement(statement="role", by=person, at=on(0))
    assert events() == [("statement-signed", person.public_id, {"statement": "role"})]
    assert (event.subject_kind, event.subject_id) == ("person", person.public_id)


def test_sign_statement_twice_on_a_day_is_once():
    person = AppointmentFactory().person
    first = services.sign_statement(statement="role", by=person, at=on(0))
    assert services.sign_statement(statement="role", by=person, at=on(0.2)) == first
    services.sign_statement(statement="role", by=person, at=on(1))
    assert len(events()) == 2


@pytest.mark.parametrize("role", ["administrator", None])
def test_sign_statement_needs_a_level(role):
    person = AppointmentFactory(role__slug=role).person if role else PersonFactory()
    with pytest.raises(NotAllowed, match="there is no statement to sign"):
        services.sign_statement(statement="role", by=person, at=on(0))
    assert events() == []


def test_sign_statement_that_nobody_wrote():
    with pytest.raises(KeyError):
        services.sign_statement(statement="loyalty", by=AppointmentFactory().person, at=on(0))


def test_review_arrangements():
    person = AppointmentFactory(role__slug="lead-member").person
    services.review_arrangements(by=person, at=on(0))
    services.review_arrangements(by=person, at=on(0.1))
    ((type_, counts_for, details),) = events()
    assert (type_, counts_for, list(details)) == ("arrangements-reviewed", person.public_id, ["gaps"])
    assert details["gaps"] > 0, "the bodies of an empty council are missing"


@pytest.mark.parametrize("role", ["councillor", "chief-executive", "administrator"])
def test_review_arrangements_is_for_the_two_offices(role):
    with pytest.raises(NotAllowed, match="Only the Lead Member or the Director"):
        services.review_arrangements(by=AppointmentFactory(role__slug=role).person, at=on(0))


@pytest.fixture
def administrator_person():
    return AppointmentFactory(role__slug="administrator").person


def set_duty(code, by, **changes):
    duty = Duty.objects.get(code=code)
    values = {"version": duty.version, "months": duty.months, "days": duty.days, "is_asked": duty.is_asked}
    return services.set_duty(duty=duty, by=by, at=on(0), **(values | changes))


def test_set_duty(administrator_person):
    duty = set_duty("U1", administrator_person, months=12, days=30, is_asked=False)
    assert (duty.months, duty.days, duty.is_asked, duty.version) == (12, 30, False, 2)
    details = {"code": "U1", "months": 12, "days": 30, "is_asked": False}
    assert events() == [("duty-set", administrator_person.public_id, details)]


def test_set_duty_as_it_is_changes_nothing(administrator_person):
    assert set_duty("U1", administrator_person).version == 1
    assert events() == []


def test_set_duty_refuses_what_somebody_else_changed(administrator_person):
    set_duty("U1", administrator_person, months=12)
    with pytest.raises(Stale):
        set_duty("U1", administrator_person, version=1, months=36)


@pytest.mark.parametrize(
    ("code", "changes", "field", "sentence"),
    [
        ("U1", {"months": None}, "months", "Enter for how many months a proof holds, like 12."),
        ("U1", {"months": 0}, "months", "Enter for how many months a proof holds, like 12."),
        ("T1", {"months": 12}, "months", "This duty is asked on each occasion, so its proofs hold for good."),
        ("U1", {"days": 0}, "days", "Ensure this value is greater than or equal to 1."),
    ],
)
def test_set_duty_says_what_is_wrong(administrator_person, code, changes, field, sentence):
    with pytest.raises(ValidationError) as problem:
        set_duty(code, administrator_person, **changes)
    assert problem.value.message_dict[field] == [sentence]


def test_set_duty_is_for_the_administrator():
    with pytest.raises(NotAllowed, match="Only the council's administrator can change"):
        set_duty("U1", AppointmentFactory(role__slug="lead-member").person, months=1)


def test_sync_makes_what_is_missing_and_changes_nothing(administrator_person):
    set_duty("U1", administrator_person, months=6)
    Duty.objects.filter(code="T3").delete()
    services.sync_duties()
    rows = {code: (months, days) for code, months, days in Duty.objects.values_list("code", "months", "days")}
    assert rows == {code: (one.months, one.days) for code, one in definitions().items()} | {"U1": (6, 60)}
