"""What belongs to one person is done for them, whatever their role, and for nobody else."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from members.models import Person
from members.roles import VISITING_COUNCILLOR
from tests.access.asking import ask
from tests.access.examples import of
from tests.access.table import ROTA, VISITS
from tests.access.test_sending import day
from tests.factories.visits import (
    ConflictFactory,
    HomePostFactory,
    PointFactory,
    ResponseFactory,
    RotaSlotFactory,
    TurnFactory,
    VisitFactory,
)
from tests.visits.cleared import visitor

pytestmark = pytest.mark.django_db

MANAGER = "home-manager"
OURS = VISITS | ROTA
# Looked at only; and what a phone sends, which is no form (tests/visits/phone).
NO_FORMS = {"visits:visit-check", "visits:visit-sync"}
POINT = {"title": "Garden gate does not shut", "saw": "It bangs.", "theme": "safety", "severity": "soon", "version": 1}


class Case(NamedTuple):
    """`make` returns the arguments of the address for its person, who comes with the cookies of `role`."""

    make: Callable[[Person], dict]
    sent: dict
    role: str = VISITING_COUNCILLOR


def draft(person):
    return of(VisitFactory(lead=person))


def point_of_a_draft(person):
    return of(PointFactory(visit=VisitFactory(lead=person)))


def answered_point(person):
    return of(ResponseFactory(point__visit__lead=person).point)


def point_at_their_home(person):
    home = HomePostFactory(appointment=person.appointments.get()).home
    return of(PointFactory(visit__home=home))


def turn(status):
    def make(person):
        slot = RotaSlotFactory(status="taken" if status == "taken" else "open", due_on=localdate())
        person = visitor(person, without="appointment", trained_on=localdate())
        return of(TurnFactory(slot=slot, person=person, status=status))

    return make


def slot_they_took(person):
    visitor(person, without="appointment", trained_on=localdate())
    slot = RotaSlotFactory(status="taken", due_on=localdate(), alone_because="The other is ill.")
    TurnFactory(slot=slot, person=person, status="taken")
    return of(slot)


CASES = {
    "visit-create": Case(slot_they_took, {}),
    "part-update": Case(lambda person: draft(person) | {"part": "who"}, {"version": 1, "children-met": "2"}),
    "point-create": Case(draft, POINT),
    "point-update": Case(point_of_a_draft, POINT),
    "point-remove": Case(point_of_a_draft, {}),
    "visit-submit": Case(draft, {"is_private": "on"}),
    "visit-pass-on": Case(draft, {"to": "The duty team", **day("on", 0), "clock": "00:00"}),
    "point-answer": Case(point_at_their_home, {"answer": "no", "reason": "It stays."}, MANAGER),
    "point-resolve": Case(answered_point, {"resolved": "yes", "version": 1}),
    "point-tell": Case(answered_point, {**day("told_on", 0), "told_words": "It shuts now.", "version": 1}),
    "turn-take": Case(turn("offered"), {}),
    "turn-decline": Case(turn("offered"), {}),
    "turn-give-back": Case(turn("taken"), {}),
    "conflict-end": Case(lambda person: of(ConflictFactory(person=person)), {}),
}
CASES = {f"visits:{name}": case for name, case in CASES.items()}


def test_every_address_at_which_no_role_may_send_is_somebodys_own():
    assert {name for name, access in OURS.items() if not (access.look or access.do)} - NO_FORMS <= set(CASES)


@pytest.mark.parametrize("name", sorted(CASES))
def test_done_for_whose_it_is_and_refused_to_all_others(name, visitors, handler):
    case, declared = CASES[name], OURS[name]
    owner = Person.objects.get(appointments__role__slug=case.role)
    path = reverse(name, kwargs=case.make(owner))
    answers = {who: ask(handler, cookies, "POST", path, case.sent) for who, cookies in visitors.items()}
    assert answers.pop(case.role).status_code == 302
    assert [who for who, answer in answers.items() if not declared.is_as_declared(who, "POST", answer)] == []
