"""The homes of the invented council are visited, answered for and late in every way there is, and made once."""

from collections import Counter

import pytest
from django.db import transaction
from django.utils import timezone

from corpparent.models import Event, Notice
from corpparent.periods import year_around
from members import invented as invented_members
from members.models import Person
from pledges import invented as invented_pledges
from pledges.models import Action
from tests.factories.members import CouncilFactory
from visits import events, invented
from visits.facts.coverage import lines_of
from visits.facts.in_year import in_year
from visits.facts.visits import visible_to
from visits.models import (
    CareReview,
    Conflict,
    Home,
    HomePost,
    IndependentVisit,
    Inspection,
    Point,
    Response,
    RotaSlot,
    Turn,
    Visit,
    VisitSettings,
    VisitVersion,
)
from visits.waiting import points, rota

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("homes")]


@pytest.fixture(scope="module")
def homes(django_db_setup, django_db_blocker):
    """Made once for all tests here and gone after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        CouncilFactory()
        invented_members.people()
        invented_members.years()
        invented_pledges.years()
        invented.years()
        yield
        transaction.set_rollback(True)


def standing(who):
    return Person.objects.get(email=invented_members.email_of(who)).standing_on(timezone.localdate())


def every(choices):
    return set(choices.values)


def test_six_homes_of_which_one_is_out_of_area_and_one_closed():
    assert Home.objects.count() == 6
    assert Home.objects.filter(is_in_area=False).count() == Home.objects.exclude(closed_on=None).count() == 1
    assert all(home.posts.count() == 2 for home in Home.objects.all())


def test_inspections_are_graded_under_each_scheme_and_one_is_not_out_yet():
    assert set(Inspection.objects.values_list("scheme", flat=True)) == {"sccif-2017", "supported-2024"}
    assert Inspection.objects.filter(published_on=None).count() == 1
    assert Inspection.objects.exclude(told_at=None).exists()


def test_visits_that_were_wanted_became_everything_they_can():
    assert set(RotaSlot.objects.values_list("status", flat=True)) == every(RotaSlot.Status)
    assert RotaSlot.objects.overdue(timezone.localdate()).count() == 1
    assert {"taken", "offered", "withdrawn"} <= set(Turn.objects.values_list("status", flat=True))
    assert set(Turn.objects.values_list("part", flat=True)) == every(Turn.Part)


def test_whoever_went_could_go():
    gates = [answer for visit in Visit.objects.all() for answer in visit.gate]
    assert gates
    assert all(answer["holds"] for answer in gates)


def test_reports_judge_in_every_way_and_stand_at_every_step():
    assert Counter(Visit.objects.values_list("status", flat=True)) == {"submitted": 16, "returned": 1, "draft": 1}
    assert set(Visit.objects.sent().values_list("judgement", flat=True)) == every(Visit.Judgement)
    assert Visit.objects.filter(is_passed_on=True).count() == 1


def test_points_are_answered_in_every_way_and_some_are_late():
    assert set(Response.objects.values_list("answer", flat=True)) == every(Response.Answer)
    assert every(Point.Resolved) <= set(Point.objects.values_list("resolved", flat=True))
    assert Point.objects.exclude(told_on=None).exists()
    actions = Action.objects.filter(response__isnull=False)
    assert set(actions.values_list("status", "access")) == {("open", "exempt"), ("done", "exempt")}
    assert Visit.objects.exclude(escalated_at=None).count() == 1


def test_something_waits_for_those_who_sign_in():
    waiting = {
        who: [need.title for subject in (points, rota) for need in subject.needs(standing(who))]
        for who in ("amina", "oluchi", "ruth", "peter", "delphine")
    }
    assert all(waiting.values())
    assert {"Visit Sorrel", "Can you visit Quince?"} <= set(waiting["amina"])
    assert set(visible_to(standing("oluchi")).values_list("home__alias", flat=True)) == {"Medlar"}


def test_coverage_is_neither_whole_nor_nothing():
    today = timezone.localdate()
    late = [line.is_overdue for line in lines_of(in_year(year_around(today)), VisitSettings.current(), today)]
    assert any(late)
    assert not all(late)


def test_nothing_was_done_in_the_future():
    written = [kind for name, kind in vars(events).items() if name.isupper()]
    last = Event.objects.filter(type__in=written).latest("at")
    assert last.at <= timezone.now()


def test_made_again_it_is_as_it_was():
    models = (Home, HomePost, Inspection, IndependentVisit, CareReview, Conflict, RotaSlot, Turn, Visit, VisitVersion)
    models += (Point, Response, Action, Event, Notice)
    before = [model.objects.count() for model in models]
    assert all(before)
    invented.years()
    assert [model.objects.count() for model in models] == before
