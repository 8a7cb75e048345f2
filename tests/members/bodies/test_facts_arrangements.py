from datetime import date

import pytest

from members import words
from members.facts.bodies import arrangements
from members.models import Appointment
from tests.factories.bodies import BodyFactory, TermsOfReferenceFactory
from tests.factories.members import AppointmentFactory, PersonFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


def sits(body, place, **fields):
    return AppointmentFactory(role__slug="committee-member", body=body, place=place, **fields)


@pytest.fixture
def offices():
    return AppointmentFactory(role__slug="lead-member"), AppointmentFactory(role__slug="director-of-childrens-services")


@pytest.fixture
def board():
    body = BodyFactory(name="Larchford Board", is_corporate_parenting=True, quorum=2, seats=3)
    TermsOfReferenceFactory(body=body, review_on=date(2027, 5, 20))
    sits(body, "chair")
    sits(body, "vice-chair")
    sits(body, "member")
    return body


def missing(on=TODAY):
    found = arrangements(on)
    return [(group.title, one.question) for group in found.groups for one in group.findings if not one.is_in_place]


def test_all_is_in_place(offices, board):
    assert missing() == []
    assert arrangements(TODAY).heading == "Arrangements are in place."
    assert arrangements(TODAY).gaps == 0


def test_nothing_is_in_place():
    assert missing() == [
        ("Offices that the law names", "Lead Member for Children’s Services"),
        ("Offices that the law names", "Director of Children’s Services"),
        ("Corporate parenting", "A body that leads"),
    ]
    assert arrangements(TODAY).heading == "Three arrangements are missing."


def test_one_gap_is_said_in_the_singular(offices, board):
    Appointment.objects.filter(place="vice-chair").update(place="member")
    assert arrangements(TODAY).heading == "One arrangement is missing."


def test_an_appointment_that_ended_yesterday_leaves_a_gap(offices, board):
    Appointment.objects.filter(place="chair").update(ends_on=date(2026, 11, 21))
    assert missing() == [("Larchford Board", "Chair and vice-chair"), ("Larchford Board", "Seats")]
    assert missing(date(2026, 11, 21)) == []


def test_a_closed_account_sits_nowhere(offices, board):
    chair = Appointment.objects.get(place="chair").person
    chair.is_active = False
    chair.save()
    assert ("Larchford Board", "Chair and vice-chair") in missing()


def test_the_newest_terms_count(offices, board):
    TermsOfReferenceFactory(body=board, number=2, adopted_on=date(2026, 5, 20), review_on=date(2026, 8, 20))
    assert missing() == [("Larchford Board", "Terms of reference")]


def test_one_person_in_both_offices(board):
    both = PersonFactory()
    AppointmentFactory(role__slug="lead-member", person=both)
    AppointmentFactory(role__slug="director-of-childrens-services", person=both)
    assert missing() == [("Offices that the law names", "Two different people")]


def test_partners_and_bodies_of_the_past_are_left_out(offices, board):
    BodyFactory(kind="partner")
    BodyFactory(ends_on=date(2025, 1, 1))
    assert missing() == []


def test_the_body_that_leads_comes_first(offices, board):
    BodyFactory(name="A Forum")
    assert [group.title for group in arrangements(TODAY).groups] == [
        "Offices that the law names",
        "Corporate parenting",
        "Larchford Board",
        "A Forum",
    ]


@pytest.mark.parametrize("number", [1, 6])
def test_queries_do_not_grow_with_bodies(offices, number, django_assert_num_queries):
    for _ in range(number):
        body = BodyFactory()
        TermsOfReferenceFactory(body=body)
        sits(body, "chair")
    words.remembered()
    with django_assert_num_queries(5):
        assert len(arrangements(TODAY).groups) == number + 2
