"""Plans on the register: the duties SP3 and SP4 turn green from them, and their keepers are reminded once."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members.roles import COUNCILLOR, DCS, DEMOCRATIC_SERVICES_OFFICER, LEAD_MEMBER
from reports.committees import services
from reports.committees.models import Plan
from reports.committees.waiting.plans import needs
from tests.factories.committees import PlanFactory
from tests.factories.members import AppointmentFactory
from tests.members.duties.deeds import TODAY, state

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

ON = TODAY.date()
SINCE = ON - timedelta(days=400)


def holder(role):
    return AppointmentFactory(role__slug=role, starts_on=SINCE).person


@pytest.fixture
def officer():
    return holder(DEMOCRATIC_SERVICES_OFFICER)


def given(owner, **fields):
    return {
        "kind": Plan.Kind.DIRECTORATE,
        "title": "Children’s services plan",
        "owner": owner,
        "partners": "",
        "agreed_on": ON - timedelta(days=10),
        "due_on": ON + timedelta(days=355),
        "link": "",
        "reflects": "More homes near the city.",
        "is_public": True,
        "names_explained": "",
    } | fields


def types():
    return list(Event.objects.order_by("number").values_list("type", flat=True))


@pytest.mark.parametrize(
    ("kind", "code", "other"),
    [("needs", "SP3", "SP4"), ("sufficiency", "SP3", "SP4"), ("joint", "SP4", "SP3"), ("children", "SP4", "SP3")],
)
@pytest.mark.parametrize("role", [LEAD_MEMBER, DCS])
def test_recording_turns_one_duty_of_both_chairs_green_for_a_year(officer, role, kind, code, other):
    person = holder(role)
    assert state(person, code) == "overdue"
    services.record_plan(by=officer, at=TODAY, **given(officer, kind=kind))
    assert state(person, code) == "met"
    assert state(person, other) == "overdue"
    assert state(person, code, 366) == "due"
    assert state(person, code, 366 + 91) == "overdue"


def test_both_chairs_are_counted_and_an_empty_one_is_not(officer):
    services.record_plan(by=officer, at=TODAY, **given(officer))
    assert types() == ["plan-added"]
    holder(LEAD_MEMBER), holder(DCS)
    services.record_plan(by=officer, at=TODAY, **given(officer, title="Housing plan"))
    assert types() == ["plan-added", "plan-added", "plan-recorded", "plan-recorded"]


def test_the_same_press_twice_records_once(officer):
    first = services.record_plan(by=officer, at=TODAY, **given(officer))
    assert services.record_plan(by=officer, at=TODAY, **given(officer)) == first
    assert types() == ["plan-added"]


def test_renewing_counts_again_and_changes_nothing_where_nothing_changed(officer):
    person = holder(LEAD_MEMBER)
    plan = services.record_plan(by=officer, at=TODAY, **given(officer))
    later = TODAY + timedelta(days=400)
    assert state(person, "SP4", 400) == "due"
    fresh = given(officer, agreed_on=later.date(), due_on=later.date() + timedelta(days=365))
    for _ in range(2):
        services.renew_plan(plan=plan, version=1, by=officer, at=later, **fresh)
    assert state(person, "SP4", 400) == "met"
    assert types() == ["plan-added", "plan-recorded", "plan-renewed", "plan-recorded"]
    with pytest.raises(Stale):
        services.renew_plan(plan=plan, version=1, by=officer, at=later, **(fresh | {"title": "Another"}))


def test_putting_a_word_right_is_no_renewal(officer):
    person = holder(LEAD_MEMBER)
    plan = services.record_plan(by=officer, at=TODAY, **given(officer))
    later = TODAY + timedelta(days=400)
    services.renew_plan(plan=plan, version=1, by=officer, at=later, **given(officer, title="Children’s service plan"))
    assert state(person, "SP4", 400) == "due"
    assert types() == ["plan-added", "plan-recorded", "plan-corrected"]


def test_an_ended_plan_is_not_renewed(officer):
    plan = services.record_plan(by=officer, at=TODAY, **given(officer))
    for _ in range(2):
        services.end_plan(plan=plan, version=1, by=officer, at=TODAY)
    assert types() == ["plan-added", "plan-ended"]
    with pytest.raises(NotAllowed, match="no longer in force"):
        services.renew_plan(plan=plan, version=2, by=officer, at=TODAY, **given(officer, title="Another"))


def test_its_keeper_renews_it_and_another_councillor_does_not(officer):
    keeper = holder(COUNCILLOR)
    plan = services.record_plan(by=officer, at=TODAY, **given(keeper))
    services.renew_plan(plan=plan, version=1, by=keeper, at=TODAY, **given(keeper, title="Renewed"))
    with pytest.raises(NotAllowed):
        services.renew_plan(plan=plan, version=2, by=holder(COUNCILLOR), at=TODAY, **given(keeper, title="Not so"))
    with pytest.raises(NotAllowed):
        services.record_plan(by=keeper, at=TODAY, **given(keeper))


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"agreed_on": ON + timedelta(days=1)}, "agreed_on"),
        ({"due_on": ON - timedelta(days=10)}, "due_on"),
        ({"reflects": ""}, "reflects"),
        ({"reflects": "NHS number 943 476 5919 needs a home."}, "reflects"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(officer, fields, field):
    with pytest.raises(ValidationError) as problem:
        services.record_plan(by=officer, at=TODAY, **given(officer, **fields))
    assert list(problem.value.message_dict) == [field]
    assert not Plan.objects.exists()


def test_its_keeper_is_reminded_once_from_sixty_days_before(officer):
    plan = PlanFactory(owner=officer, agreed_on=date(2020, 1, 1), due_on=ON + timedelta(days=60))
    PlanFactory(owner=officer, agreed_on=date(2020, 1, 1), due_on=ON + timedelta(days=61))
    PlanFactory(owner=officer, agreed_on=date(2020, 1, 1), due_on=ON, ended_on=ON)
    assert services.sweep_plans(TODAY) == 1
    assert services.sweep_plans(TODAY) == 0
    assert types() == ["plan-reminded"]
    assert Notice.objects.get().path == f"/plans/{plan.public_id}/"


def test_what_is_due_stands_on_its_keepers_start_page(officer, django_assert_num_queries):
    PlanFactory(owner=officer, agreed_on=date(2020, 1, 1), title="Soon", due_on=ON + timedelta(days=30))
    PlanFactory(owner=officer, title="Late", agreed_on=date(2020, 1, 1), due_on=ON - timedelta(days=1))
    PlanFactory(title="Another’s", agreed_on=date(2020, 1, 1), due_on=ON)
    who = officer.standing_on(ON)
    with django_assert_num_queries(1):
        found = list(needs(who))
    assert [(one.title, one.tone) for one in found] == [("Renew: Late", "late"), ("Renew: Soon", "due")]
