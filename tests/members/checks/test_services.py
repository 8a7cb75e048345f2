"""Checks recorded, looked at and wiped."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event
from corpparent.rules import NotAllowed
from members import services
from members.facts.checks import State, checks_to_wipe, people_with_state
from members.models import Check
from tests.factories.corpparent import NOW
from tests.factories.learning import CheckFactory
from tests.factories.members import AppointmentFactory, PersonFactory

pytestmark = pytest.mark.django_db

TODAY = date(2024, 11, 4)


def appointed(role, **fields):
    return AppointmentFactory(role__slug=role, **fields).person


@pytest.fixture
def by():
    return appointed("checks-officer")


@pytest.fixture
def visitor():
    return appointed("visiting-councillor")


def record(person, by, **changes):
    fields = {"kind": "dbs-enhanced", "eligibility": "visits-homes", "outcome": "satisfactory", "ends_on": None}
    return services.record_check(person=person, by=by, at=NOW, **{"checked_on": TODAY} | fields | changes)


def events():
    return [(event.type, event.counts_for_id, event.details) for event in Event.objects.order_by("number")]


def test_record_check_clears_somebody_and_never_says_so_in_the_record(by, visitor):
    assert not visitor.standing_on(TODAY).is_cleared
    record(visitor, by)
    assert visitor.standing_on(TODAY).is_cleared
    assert events() == [("check-recorded", visitor.public_id, {"kind": "dbs-enhanced"})]
    event = Event.objects.get()
    assert "satisfactory" not in f"{event.details} {event.private}"


def test_record_check_replaces_the_one_of_its_kind(by, visitor):
    first, basic = record(visitor, by), record(visitor, by, kind="dbs-basic")
    second = record(visitor, by, outcome="not-cleared")

    assert set(Check.objects.filter(is_current=True)) == {basic, second}
    assert not Check.objects.get(pk=first.pk).is_current
    assert not visitor.standing_on(TODAY).is_cleared


def test_record_check_twice_is_once(by, visitor):
    assert record(visitor, by) == record(visitor, by)
    assert len(events()) == 1


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        (
            {"checked_on": TODAY + timedelta(days=1)},
            "checked_on",
            "This day is in the future. Enter the day on which the check was made.",
        ),
        (
            {"ends_on": TODAY - timedelta(days=1)},
            "ends_on",
            "A check cannot end before it was made. Enter its day or a later one.",
        ),
        (
            {"eligibility": "consent"},
            "eligibility",
            "Consent allows a basic check only. Choose the reason in law for this kind of check.",
        ),
        ({"eligibility": ""}, "eligibility", "Choose why the check may be asked."),
    ],
)
def test_record_check_refuses_what_cannot_be(by, visitor, changes, field, sentence):
    with pytest.raises(ValidationError) as refusal:
        record(visitor, by, **changes)
    assert refusal.value.message_dict == {field: [sentence]}
    assert (events(), Check.objects.count()) == ([], 0)


def test_record_check_of_oneself_or_by_others_is_refused(by, visitor):
    with pytest.raises(NotAllowed, match="your own check"):
        record(by, by)
    with pytest.raises(NotAllowed, match="Only the checks officer"):
        record(visitor, appointed("director-of-childrens-services"))


def test_every_look_at_anothers_checks_is_an_event(by, visitor):
    CheckFactory(person=visitor)
    for _ in range(3):
        assert len(services.look_at_checks(person=visitor, by=by, at=NOW)) == 1
    assert events() == [("checks-looked-at", by.public_id, {"checks": 1})] * 3
    assert {event.subject_id for event in Event.objects.all()} == {visitor.public_id}


def test_a_look_at_ones_own_is_none(visitor):
    assert services.look_at_checks(person=visitor, by=visitor, at=NOW) == []
    assert events() == []


def test_others_may_not_look(visitor):
    for role in ("administrator", "lead-member", "councillor"):
        with pytest.raises(NotAllowed):
            services.look_at_checks(person=visitor, by=appointed(role), at=NOW)
        with pytest.raises(NotAllowed):
            services.list_checks(people=1, by=appointed(role), at=NOW)
    assert events() == []


@pytest.mark.parametrize(
    ("checks", "state", "until"),
    [
        ([], State.NONE, None),
        ([{"kind": "dbs-basic"}], State.NONE, None),
        ([{}], State.IN_FORCE, None),
        ([{"ends_on": TODAY + timedelta(days=31)}], State.IN_FORCE, TODAY + timedelta(days=31)),
        ([{"ends_on": TODAY + timedelta(days=30)}], State.RUNS_OUT, TODAY + timedelta(days=30)),
        ([{"ends_on": TODAY}], State.RUNS_OUT, TODAY),
        ([{"ends_on": TODAY - timedelta(days=1)}], State.RAN_OUT, None),
        ([{"ends_on": TODAY}, {"kind": "dbs-enhanced-barred"}], State.IN_FORCE, None),
        ([{"outcome": "not-cleared"}], State.NOT_CLEARED, None),
        ([{}, {"kind": "references", "outcome": "not-cleared"}], State.NOT_CLEARED, None),
        ([{"is_current": False}], State.NONE, None),
    ],
)
def test_people_with_state_says_what_standing_says(visitor, checks, state, until):
    for fields in checks:
        CheckFactory(person=visitor, **fields)
    found = people_with_state(TODAY).get(pk=visitor.pk)
    assert found.state == state
    assert visitor.standing_on(TODAY).is_cleared == (state in (State.IN_FORCE, State.RUNS_OUT))
    if state != State.NOT_CLEARED:
        assert found.until == until


def test_people_with_state_are_targeted_or_specialist_today(visitor):
    appointed("councillor"), appointed("administrator")
    appointed("visiting-councillor", ends_on=TODAY - timedelta(days=1))
    director = appointed("director-of-childrens-services")
    assert set(people_with_state(TODAY)) == {visitor, director}


BEFORE = date(2024, 5, 4)


@pytest.mark.parametrize(("ends_on", "is_wiped"), [(None, False), (BEFORE, False), (BEFORE - timedelta(days=1), True)])
def test_checks_are_wiped_six_months_after_the_last_appointment(ends_on, is_wiped):
    person = appointed("visiting-councillor", ends_on=ends_on)
    check = CheckFactory(person=person, recorded_at=NOW - timedelta(days=900), ends_on=date(2025, 1, 1))

    assert services.wipe_checks(NOW, checks_to_wipe(BEFORE)) == is_wiped
    assert services.wipe_checks(NOW, checks_to_wipe(BEFORE)) == 0

    check.refresh_from_db()
    assert (check.wiped_at is not None) is is_wiped
    if is_wiped:
        assert (check.outcome, check.eligibility, check.checked_on, check.ends_on) == ("", "", None, None)
        assert events() == [("check-wiped", person.public_id, {})]


def test_checks_of_those_with_another_appointment_or_none_yet_stay():
    person = appointed("councillor", ends_on=date(2023, 1, 1))
    AppointmentFactory(person=person, role__slug="staff")
    long_ago = NOW - timedelta(days=900)
    CheckFactory(person=person, recorded_at=long_ago)
    CheckFactory(person=PersonFactory(), recorded_at=NOW)
    never = CheckFactory(person=PersonFactory(), recorded_at=long_ago)
    assert list(checks_to_wipe(BEFORE)) == [never]


def test_a_wiped_check_is_followed_by_a_new_one(by, visitor):
    CheckFactory(person=visitor)
    services.wipe_checks(NOW, Check.objects.all())
    record(visitor, by)
    assert Check.objects.filter(is_current=True).count() == 1


def test_portal_itself_records_a_check(visitor):
    record(visitor, None)
    assert (Check.objects.get().recorded_by, Event.objects.get().actor_id) == (None, None)
