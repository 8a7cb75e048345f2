"""Points come back: the home answers, what it accepts is an action, the visitor judges, children hear of it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from pledges.models import Action
from tests.factories.members import AppointmentFactory
from tests.factories.visits import NOW, HomePostFactory, PointFactory, VisitFactory
from visits import services
from visits.models import Point, Response

pytestmark = pytest.mark.django_db

DUE = NOW.date() + timedelta(days=30)


def appointed(role="committee-member", **terms):
    return AppointmentFactory(role__slug=role, **terms).person


@pytest.fixture
def point():
    return PointFactory()


@pytest.fixture
def manager(point):
    return HomePostFactory(home=point.visit.home, appointment__role__slug="home-manager").appointment.person


def answer(point, by, answer="accept", owner=None, due_on=DUE, reason="It is mended on the ninth."):
    return services.answer_point(point=point, answer=answer, reason=reason, owner=owner, due_on=due_on, by=by, at=NOW)


def test_what_is_accepted_is_an_action_that_names_no_home(point, manager):
    response = answer(point, manager, owner=manager)
    action = response.action
    assert (action.title, action.access, action.theme) == (point.title, Action.Access.EXEMPT, point.theme)
    assert action.source == point.reference
    assert point.visit.home.alias not in action.source_label
    assert (action.owner, action.due_on) == (manager, DUE)
    assert Event.objects.get(type="point-answered").details == {"answer": "accept"}


def test_no_is_an_answer_without_an_action(point, manager):
    assert answer(point, manager, "no", due_on=None).action is None
    assert not Action.objects.exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"reason": " "}, "reason"),
        ({"owner": None}, "owner"),
        ({"due_on": None}, "due_on"),
        ({"due_on": NOW.date() - timedelta(days=1)}, "due_on"),
        ({"reason": "Born on 4 May 2013, so we wait."}, "reason"),
    ],
)
def test_bad_answers_say_where(point, manager, given, field):
    with pytest.raises(ValidationError) as refused:
        answer(point, manager, **{"owner": manager} | given)
    assert field in refused.value.message_dict
    assert not Response.objects.exists()


def test_another_homes_manager_does_not_answer(point):
    other = HomePostFactory(appointment__role__slug="home-manager").appointment.person
    with pytest.raises(NotAllowed, match="this home"):
        answer(point, other, owner=other)


def test_a_manager_whose_appointment_ended_does_not_answer(point):
    gone = HomePostFactory(
        home=point.visit.home, appointment__role__slug="home-manager", appointment__ends_on=date(2026, 8, 31)
    )
    with pytest.raises(NotAllowed):
        answer(point, gone.appointment.person, owner=gone.appointment.person)


def test_the_visitor_does_not_answer_for_the_home(point):
    AppointmentFactory(person=point.visit.lead, role__slug="visiting-councillor")
    with pytest.raises(NotAllowed):
        answer(point, point.visit.lead, owner=point.visit.lead)


def test_points_of_a_report_being_amended_wait(manager, point):
    point.visit.status, point.visit.returned_at, point.visit.returned_because = "returned", NOW, "Say more."
    point.visit.save()
    with pytest.raises(NotAllowed, match="amended"):
        answer(point, manager, owner=manager)


def test_the_same_answer_twice_is_one_and_another_is_refused(point, manager):
    first = answer(point, manager, owner=manager)
    assert answer(point, manager, owner=manager) == first
    assert Action.objects.count() == 1
    with pytest.raises(NotAllowed, match="answered this point"):
        answer(point, manager, "no", due_on=None)


def test_visitors_are_told_when_the_last_point_is_answered(point, manager):
    other = PointFactory(visit=point.visit)
    answer(point, manager, "no", due_on=None)
    assert not Notice.objects.exists()
    answer(other, manager, "no", due_on=None)
    assert [notice.person_id for notice in Notice.objects.all()] == [point.visit.lead.public_id]


def test_a_visitor_says_whether_it_is_resolved_and_may_say_otherwise(point, manager):
    answer(point, manager, "no", due_on=None)
    said = services.resolve_point(point=point, resolved="not-yet", version=1, by=point.visit.lead, at=NOW)
    assert (said.resolved, said.version) == ("not-yet", 2)
    again = services.resolve_point(point=point, resolved="not-yet", version=1, by=point.visit.lead, at=NOW)
    assert again.version == 2
    with pytest.raises(Stale):
        services.resolve_point(point=point, resolved="yes", version=1, by=point.visit.lead, at=NOW)
    services.resolve_point(point=point, resolved="yes", version=2, by=point.visit.lead, at=NOW)
    assert Event.objects.filter(type="point-resolved").count() == 2


def test_resolved_is_the_visitors_word_after_the_answer(point, manager):
    with pytest.raises(NotAllowed, match="Only the visitors"):
        services.resolve_point(point=point, resolved="yes", version=1, by=manager, at=NOW)
    with pytest.raises(NotAllowed, match="not answered"):
        services.resolve_point(point=point, resolved="yes", version=1, by=point.visit.lead, at=NOW)


@pytest.mark.parametrize("days", [-3, 1])
def test_children_are_told_between_the_visit_and_today(days):
    visit = VisitFactory(sent=True, visited_on=NOW.date() - timedelta(days=2))
    with pytest.raises(ValidationError) as refused:
        services.tell_children(
            point=PointFactory(visit=visit),
            told_on=NOW.date() + timedelta(days=days),
            words="It is mended.",
            version=1,
            by=visit.lead,
            at=NOW,
        )
    assert "told_on" in refused.value.message_dict


def test_who_told_children_writes_it_down():
    visit = VisitFactory(sent=True, visited_on=NOW.date())
    point = PointFactory(visit=visit)
    given = {"point": point, "told_on": NOW.date(), "words": "It is mended.", "version": 1, "at": NOW}
    with pytest.raises(NotAllowed):
        services.tell_children(by=appointed(), **given)
    told = services.tell_children(by=appointed("participation-officer"), **given)
    assert (told.told_on, told.told_words) == (NOW.date(), "It is mended.")
    assert Event.objects.get(type="point-told").details == {"on": "2026-09-01"}
    assert Point.objects.get().told_by is not None
