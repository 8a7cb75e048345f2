"""Actions on start pages, in handovers, in copies and under retention."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from corpparent import retention, sweeping
from members import needs
from members.handing_over import open_of
from pledges import services
from pledges.models import Action
from pledges.personal_data import actions as personal_actions
from pledges.waiting import actions as waiting_actions
from tests.factories.members import AppointmentFactory
from tests.factories.pledges import ActionFactory, ActionNoteFactory, ShortfallFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def councillor():
    return AppointmentFactory(role__slug="visiting-councillor", level=2).person


@pytest.fixture
def director():
    return AppointmentFactory(role__slug="director-of-childrens-services", level=3).person


def waiting(person, today):
    return [(need.title, need.tag, need.tone) for need in waiting_actions.needs(person.standing_on(today))]


def test_what_i_have_to_do_waits_the_soonest_first(councillor, today):
    soon = today + timedelta(days=3)
    ActionFactory(title="Buy a cake", owner=councillor, due_on=soon)
    ActionFactory(title="Ring the company", owner=councillor, due_on=today - timedelta(days=2))
    ActionFactory(owner=councillor, status="to-check", done_at=timezone.now())
    assert waiting(councillor, today) == [
        ("Ring the company", "2 days late", "late"),
        ("Buy a cake", f"By {soon:%-d %B %Y}", "due"),
    ]


def test_a_check_waits_for_whoever_may_make_it(councillor, director, today):
    ActionFactory(title="Buy a cake", owner=director, raised_by=councillor, status="to-check", done_at=timezone.now())
    stranger = AppointmentFactory(role__slug="councillor", level=1).person
    lead = AppointmentFactory(role__slug="lead-member", level=3).person
    for person in (councillor, lead):
        assert [title for title, _, _ in waiting(person, today)] == ["Check that it is done: Buy a cake"]
    assert waiting(director, today) == waiting(stranger, today) == []


def test_an_exempt_one_waits_for_nobody_who_may_not_see_it(today):
    participation = AppointmentFactory(role__slug="participation-officer").person
    ActionFactory(access="exempt", status="to-check", done_at=timezone.now())
    assert waiting(participation, today) == []


def test_what_stays_late_comes_to_those_who_lead_and_to_nobody_else(councillor, director, today):
    late = {"due_on": today - timedelta(days=20), "escalated_at": timezone.now()}
    ActionFactory(title="Ring the company", **late)
    ActionFactory(title="Buy a cake", owner=director, **late)
    clerk = AppointmentFactory(role__slug="democratic-services-officer").person
    lead = AppointmentFactory(role__slug="lead-member", level=3).person
    assert waiting(director, today) == [
        ("Buy a cake", "20 days late", "late"),
        ("It stays late: Ring the company", "20 days late", "late"),
    ]
    assert len(waiting(lead, today)) == 2
    assert waiting(clerk, today) == waiting(councillor, today) == []


@pytest.mark.parametrize("rows", [1, 5])
def test_needs_of_those_who_lead_ask_three_queries(director, today, rows, django_assert_num_queries):
    ActionFactory.create_batch(rows, owner=director)
    ActionFactory.create_batch(rows, status="to-check", done_at=timezone.now())
    ActionFactory.create_batch(rows, due_on=today - timedelta(days=20), escalated_at=timezone.now())
    standing = director.standing_on(today)
    with django_assert_num_queries(3):
        assert len(list(waiting_actions.needs(standing))) == 3 * rows


def test_everything_is_registered():
    assert waiting_actions.needs in needs.SOURCES
    assert services.sweep_actions in sweeping.SWEEPERS
    covered = {model for rule in retention.RULES.values() for model in rule.covers}
    assert {"pledges.Action", "pledges.ActionNote"} <= covered


def test_who_goes_hands_over_what_is_open(councillor):
    ActionFactory(owner=councillor, title="Close the Juniper home", access="exempt")
    ActionFactory(owner=councillor, status="dropped", ended_at=timezone.now())
    [action] = open_of(councillor)
    assert (action.kind, action.title) == ("Action", "An exempt action")
    successor = AppointmentFactory().person
    action.move(successor=successor, by=None, at=timezone.now())
    assert Action.objects.filter(owner=successor).count() == 1
    assert not list(open_of(councillor))


def test_copy_says_what_one_had_to_do_with_it(councillor, director):
    ActionFactory(owner=director, raised_by=councillor)
    ActionFactory()
    [row] = personal_actions.actions(councillor)
    assert (row["Where it stands"], row["What you did"]) == ("Under way", "raised it")


def test_retention_wipes_what_ended_with_its_story_and_nothing_that_answers(today):
    rule, long_ago = retention.RULES["action"], datetime(2019, 1, 1, tzinfo=UTC)
    old = ActionNoteFactory(action__status="dropped", action__ended_at=long_ago).action
    answers = ActionFactory(status="dropped", ended_at=long_ago)
    ShortfallFactory(action=answers, settled_at=long_ago)
    is_open = ActionFactory()
    found = rule.find(datetime(2020, 1, 1, tzinfo=UTC))
    assert [rule.label(one) for one in found] == [f"{old.title}, ended 1 January 2019"]
    rule.wipe(found, timezone.now())
    assert set(Action.objects.all()) == {answers, is_open}
