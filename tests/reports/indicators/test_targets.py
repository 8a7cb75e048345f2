"""Targets: set, set anew, taken back; through the services and the pages."""

from datetime import date
from decimal import Decimal

import pytest

from corpparent.models import Event
from corpparent.periods import Period
from corpparent.rules import NotAllowed
from reports.indicators import services
from reports.indicators.models import Indicator, Target
from tests.factories.indicators import NOW, IndicatorFactory, TargetFactory
from tests.factories.members import AppointmentFactory

pytestmark = pytest.mark.django_db

YEAR = Period.parse("2025-26")


@pytest.fixture
def one():
    return IndicatorFactory(title="Care plans up to date")


@pytest.fixture
def officer_person():
    return AppointmentFactory(role__slug="performance-officer").person


def set_target(one, by, value=85, tolerance=5, period=YEAR):
    return services.set_target(
        indicator=one,
        period=period,
        value=Decimal(value),
        tolerance=Decimal(tolerance),
        answerable=by,
        by=by,
        at=NOW,
    )


def test_what_was_set_before_stays_and_is_no_longer_in_force(one, officer_person):
    first, second = set_target(one, officer_person, 85), set_target(one, officer_person, 90)
    first.refresh_from_db()
    assert (first.is_current, second.is_current) == (False, True)
    assert [event.type for event in Event.objects.filter(type="target-set")] == ["target-set"] * 2


def test_the_same_again_changes_nothing(one, officer_person):
    assert set_target(one, officer_person) == set_target(one, officer_person)
    assert Event.objects.filter(type="target-set").count() == 1


def test_a_quarter_has_a_target_of_its_own(one, officer_person):
    set_target(one, officer_person)
    set_target(one, officer_person, 90, period=Period.parse("2025-26-Q2"))
    assert Target.objects.filter(is_current=True).count() == 2


def test_taken_back_twice_is_taken_back_once(one, officer_person):
    target = set_target(one, officer_person)
    for _ in range(2):
        services.remove_target(target=target, by=officer_person, at=NOW)
    assert not Target.objects.filter(is_current=True).exists()
    assert Event.objects.filter(type="target-removed").count() == 1


@pytest.mark.parametrize("role", ["councillor", "director-of-childrens-services"])
def test_others_set_no_target(one, role):
    person = AppointmentFactory(role__slug=role).person
    with pytest.raises(NotAllowed, match="Only a performance officer"):
        set_target(one, person)
    with pytest.raises(NotAllowed, match="Only a performance officer"):
        services.remove_target(target=TargetFactory(), by=person, at=NOW)


def answers(person, **changes):
    indicator = Indicator.objects.current().get(code="dentist")
    fields = {"indicator": indicator.code, "period": "2025-26", "value": "85", "tolerance": "5"}
    return fields | {"answerable": str(person.public_id)} | changes


def test_officer_sets_a_target_on_a_page(council, officer):
    answer = officer.post("/figures/targets/new/", answers(officer.person), follow=True)
    target = Target.objects.get()
    assert (target.value, target.tolerance, target.answerable) == (Decimal(85), Decimal(5), officer.person)
    assert "85% or more; down to 80% is close" in answer.content.decode().replace("</strong>", "")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"indicator": ""}, "Choose the figure."),
        ({"indicator": "children-in-care"}, "Choose a figure from the list."),
        ({"period": ""}, "Enter the period, like 2026-27."),
        ({"period": "next year"}, "“next year” is not a period."),
        ({"value": ""}, "Enter the target as a number."),
        ({"value": "lots"}, "Enter the target as a number, like 85."),
        ({"value": "1e2"}, "Enter the target as a number, like 85."),
        ({"value": "٣"}, "Enter the target as a number, like 85."),
        ({"value": "-1"}, "A target cannot be below zero."),
        ({"value": "101"}, "This figure is a percentage: the target is at most 100."),
        ({"tolerance": "-1"}, "This cannot be below zero."),
        ({"answerable": ""}, "Choose who answers for it."),
        ({"answerable": "6f9619ff-8b86-4011-b42d-00c04fc964ff"}, "Choose somebody with an appointment today."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(council, officer, changes, sentence):
    page = officer.post("/figures/targets/new/", answers(officer.person, **changes)).content.decode()
    assert sentence in page
    assert 'value="5"' in page or "tolerance" in changes
    assert not Target.objects.exists()


def test_page_opens_with_what_was_asked_for(council, officer):
    page = officer.get("/figures/targets/new/?figure=dentist&period=2025-26").content.decode()
    assert '<option value="dentist" selected>' in page
    assert 'value="2025-26"' in page


def test_somebody_with_a_term_behind_them_can_answer_for_a_target(council, officer):
    person = AppointmentFactory(ends_on=date(2022, 5, 8)).person
    page = "/figures/targets/new/"
    assert str(person.public_id) not in officer.get(page).content.decode()
    AppointmentFactory(person=person, starts_on=date(2022, 5, 9))
    assert officer.get(page).content.decode().count(str(person.public_id)) == 1


def test_targets_are_taken_back_after_a_question(council, officer):
    target = TargetFactory(indicator__title="Care plans up to date")
    page = officer.get(f"/figures/targets/{target.public_id}/confirm/").content.decode()
    assert "Take this target back?" in page
    officer.post(f"/figures/targets/{target.public_id}/remove/")
    target.refresh_from_db()
    assert not target.is_current
    assert officer.get(f"/figures/targets/{target.public_id}/confirm/").status_code == 404


def test_councillor_reads_targets_and_sets_none(council, councillor):
    target = TargetFactory(indicator__title="Care plans up to date")
    page = councillor.get("/figures/targets/").content.decode()
    assert "Care plans up to date" in page
    assert "Set a target" not in page
    assert "Take back" not in page
    assert councillor.get("/figures/targets/new/").status_code == 403
    assert councillor.post(f"/figures/targets/{target.public_id}/remove/").status_code == 403


def test_list_asks_the_same_number_of_queries_whatever_there_is(council, officer, django_assert_num_queries):
    officer.get("/figures/targets/")
    TargetFactory()
    with django_assert_num_queries(5):
        officer.get("/figures/targets/")
    for _ in range(8):
        TargetFactory()
    with django_assert_num_queries(5):
        officer.get("/figures/targets/")


def test_empty_list_says_how_to_begin(council, officer, councillor):
    assert "Set the first target" in officer.get("/figures/targets/").content.decode()
    assert "Set the first target" not in councillor.get("/figures/targets/").content.decode()
