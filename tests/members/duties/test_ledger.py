"""The ledger over rows: whom it finds, what it reads, and how often it asks."""

from datetime import date, timedelta

import pytest

from members.duties import State
from members.facts.ledger import end_of, holders, ledger, ledgers
from members.models import Council, Duty
from tests.factories.members import AppointmentFactory, PersonFactory
from tests.members.duties.deeds import TODAY, line, on, record, state

pytestmark = pytest.mark.django_db

DAY = TODAY.date()


def councillor(**terms):
    return AppointmentFactory(**terms).person


def test_who_owes_nothing_has_no_lines():
    officer = AppointmentFactory(role__slug="administrator").person
    stranger = PersonFactory()
    assert ledger([officer.public_id, stranger.public_id], DAY) == {officer.public_id: [], stranger.public_id: []}
    assert ledger([], DAY) == {}


def test_everybody_is_whoever_holds_an_appointment_that_day():
    current, ended = councillor(), councillor(ends_on=DAY - timedelta(days=1))
    councillor(starts_on=DAY + timedelta(days=1))
    assert set(ledger(None, DAY)) == {current.public_id}
    assert holders(DAY - timedelta(days=1)) == [current.public_id, ended.public_id]


def test_a_duty_that_is_not_asked_is_nowhere():
    person = councillor()
    Duty.objects.filter(code="U3").update(is_asked=False)
    assert [one.definition.code for one in ledger([person.public_id], DAY)[person.public_id]] == [
        "U1",
        "U2",
        "U4",
        "U5",
    ]


def test_the_council_sets_how_long_a_proof_holds():
    person = AppointmentFactory(role__slug="lead-member").person
    record("arrangements-reviewed", person, -100, gaps=0)
    assert state(person, "SP2") == "met"
    Duty.objects.filter(code="SP2").update(months=3, days=5)
    assert state(person, "SP2") == "overdue"


def test_nothing_is_owed_from_before_the_councils_first_day_with_the_portal(council):
    person = councillor(starts_on=date(2021, 5, 10))
    Council.objects.update(began_on=DAY - timedelta(days=10))
    since = line(person, "U1")
    assert (since.state, since.since, since.due_on) == (State.DUE, DAY - timedelta(days=10), DAY + timedelta(days=50))
    assert ledger([person.public_id], DAY - timedelta(days=11)) == {person.public_id: []}


def test_what_was_done_before_that_day_counts_all_the_same(council):
    person = AppointmentFactory(role__slug="lead-member").person
    Council.objects.update(began_on=DAY)
    record("arrangements-reviewed", person, -100, gaps=0)
    assert state(person, "SP2") == "met"


def test_what_came_after_the_day_is_not_seen():
    person = AppointmentFactory(role__slug="lead-member").person
    record("arrangements-reviewed", person, 0, gaps=0)
    assert state(person, "SP2", -1) == "overdue"
    assert state(person, "SP2", 0) == "met"


def test_a_day_ends_at_midnight_in_london():
    assert end_of(date(2025, 6, 30)).isoformat() == "2025-07-01T00:00:00+01:00"
    assert end_of(date(2025, 12, 31)).isoformat() == "2026-01-01T00:00:00+00:00"


def test_what_counts_for_another_proves_nothing():
    one, other = (
        AppointmentFactory(role__slug=role).person for role in ("lead-member", "director-of-childrens-services")
    )
    record("arrangements-reviewed", one, -1, gaps=0)
    assert (state(one, "SP2"), state(other, "SP2")) == ("met", "overdue")


def test_each_person_can_be_looked_at_on_a_day_of_their_own():
    one, other = (
        AppointmentFactory(role__slug=role).person for role in ("lead-member", "director-of-childrens-services")
    )
    for person in (one, other):
        record("arrangements-reviewed", person, -1, gaps=0)
    found = ledgers({one.public_id: DAY, other.public_id: on(-2).date()})
    states = {person: next(x.state for x in lines if x.definition.code == "SP2") for person, lines in found.items()}
    assert states == {one.public_id: State.MET, other.public_id: State.OVERDUE}


def test_the_nearest_of_two_proofs_says_until_when():
    person = councillor()
    record("statement-signed", person, -100, statement="role")
    record("learning-attended", person, -10, kind="induction")
    assert line(person, "U1").due_on == date(2027, 7, 27)


@pytest.mark.parametrize("people", [1, 6])
def test_four_queries_whatever_there_is(people, django_assert_num_queries):
    for _ in range(people):
        person = AppointmentFactory(role__slug="committee-member").person
        record("statement-signed", person, -100, statement="role")
        asked = record("reading-asked", person, -90, kind="law")
        assert asked.number
    with django_assert_num_queries(4):
        assert len(ledger(None, DAY)) == people


def test_learning_counts_from_the_day_it_was_held_however_late_it_is_written_down():
    """A session of more than two years ago, written down today, proves nothing about this year."""
    person = councillor()
    record("learning-attended", person, kind="induction", on=on(-800).date().isoformat())
    learning = line(person, "U1").parts[1]
    assert [deed.on for deed in learning.proved] == [on(-800).date()]
    assert learning.state == State.OVERDUE


def test_learning_that_was_held_last_is_what_counts_in_whatever_order_it_is_written_down():
    person = councillor()
    record("learning-attended", person, days=-20, kind="induction", on=on(-20).date().isoformat())
    record("learning-attended", person, days=-10, kind="induction", on=on(-800).date().isoformat())
    assert line(person, "U1").parts[1].state == State.MET
