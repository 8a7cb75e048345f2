"""The invented council is whole, alive, and made once."""

from datetime import date

import pytest
from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from corpparent.models import Event
from members import invented
from members.facts.arrangements import arrangements
from members.facts.ledger import ledger
from members.invented.people import rows_of
from members.models import Acknowledgement, Appointment, Attendance, Body, Check, Person
from members.roles import BUILT_IN, COUNCILLOR, OFFICES
from tests.factories.members import CouncilFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("actors")]


@pytest.fixture(scope="module")
def actors(django_db_setup, django_db_blocker):
    """Those who can sign in; behind them the whole council, made once for all tests here and gone after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        CouncilFactory()
        actors = invented.people()
        invented.years()
        yield actors
        transaction.set_rollback(True)


def current():
    return Appointment.objects.current(timezone.localdate())


def test_every_role_is_held_today_and_each_office_once():
    held = dict(current().values_list("role__slug").annotate(Count("pk")))
    assert set(held) == set(BUILT_IN)
    assert [held[office] for office in OFFICES] == [1, 1]


def test_sixty_councillors_sit_two_for_each_ward():
    wards = current().filter(role__slug=COUNCILLOR).values_list("ward").annotate(Count("pk"))
    assert [seats for _, seats in wards] == [2] * 30


def test_forty_officers_and_partners_work_beside_them():
    others = current().exclude(person__appointments__role__slug=COUNCILLOR).values("person").distinct()
    assert others.count() == 40


def test_six_bodies_have_their_members_and_terms():
    assert Body.objects.count() == 6
    board = Body.objects.get(is_corporate_parenting=True)
    assert [terms.number for terms in board.terms.order_by("number")] == [1, 2, 3]
    assert board.appointments.current(timezone.localdate()).count() > board.quorum


def test_arrangements_show_three_real_gaps():
    """The Cabinet's terms are past their review, and at the board's table two seats are empty."""
    found = arrangements(timezone.localdate())
    gaps = [(group.slug, one.question) for group in found.groups for one in group.findings if not one.is_in_place]
    board = "corporate-parenting-board"
    assert gaps == [(board, "Seats"), (board, "Seats for young people"), ("cabinet", "Terms of reference")]


def test_terms_go_back_four_years_and_those_that_ended_say_why():
    assert Appointment.objects.filter(starts_on__lte=date(2022, 11, 1)).count() > 60
    ended = Appointment.objects.exclude(ends_on=None)
    assert ended.count() > 60
    assert not ended.filter(ended_because="").exists()


def test_actors_are_those_who_can_sign_in_and_no_two_people_share_a_name(actors):
    assert [person.email for person in actors] == [invented.email_of(who) for who in invented.ACTORS]
    assert all(person.standing_on(timezone.localdate()).is_member for person in actors)
    names = [row["name"] for row in rows_of("people.csv")]
    assert len(set(names)) == len(names) == Person.objects.count()


def test_statements_are_neither_all_met_nor_all_overdue():
    today = timezone.localdate()
    people = [person.public_id for person in Person.objects.all() if person.standing_on(today).level]
    found = ledger(people, today)
    states = {state.state for of_person in found.values() for state in of_person}
    assert {"met", "due", "overdue"} <= states


def test_made_again_it_is_as_it_was():
    models = (Person, Appointment, Body, Attendance, Acknowledgement, Check, Event)
    before = [model.objects.count() for model in models]
    assert all(before)
    invented.people()
    invented.years()
    assert [model.objects.count() for model in models] == before


def test_who_is_there_is_left_as_they_are():
    amina = Person.objects.get(email=invented.email_of("amina"))
    Person.objects.filter(pk=amina.pk).update(name="Cllr Amina Another")
    invented.people()
    amina.refresh_from_db()
    assert amina.name == "Cllr Amina Another"
