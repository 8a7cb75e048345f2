"""What others found: written down once, under the scheme of its day, and told when it is published."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from corpparent.models import Event, Notice
from members.roles import DCS, DEMOCRATIC_SERVICES_OFFICER, LEAD_MEMBER
from tests.factories.members import AppointmentFactory
from tests.factories.visits import (
    NOW,
    HomeFactory,
    HomePostFactory,
    InspectionFactory,
    RotaSlotFactory,
    TurnFactory,
)
from visits import services
from visits.models import CareReview, Inspection

pytestmark = pytest.mark.django_db
TODAY = localdate(NOW)


@pytest.fixture
def officer(council):
    return AppointmentFactory(role__slug=DEMOCRATIC_SERVICES_OFFICER).person


def record(by, home=None, **more):
    given = {"kind": "full", "inspected_on": date(2026, 8, 3), "grades": {"overall": "good"}} | more
    return services.record_inspection(home=home or HomeFactory(), by=by, at=NOW, **given)


def test_it_is_graded_under_the_scheme_of_its_home_on_its_day(officer):
    supported = HomeFactory(kind="supported-accommodation")
    assert record(officer).scheme == "sccif-2017"
    assert record(officer, supported, grades={"outcome": "inconsistent"}).scheme == "supported-2024"
    assert record(officer, supported, inspected_on=date(2024, 8, 31)).scheme == "sccif-2017"


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("inspected_on", {"inspected_on": TODAY + timedelta(days=1)}),
        ("inspected_on", {"inspected_on": date(2019, 3, 31)}),
        ("published_on", {"published_on": date(2026, 8, 2)}),
        ("grades", {"grades": {"overall": "satisfactory"}}),
        ("grades", {"grades": {"warmth": "good"}}),
        ("requirements", {"requirements": 100_000}),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(officer, field, more):
    with pytest.raises(ValidationError) as caught:
        record(officer, **more)
    assert list(caught.value.message_dict) == [field]


def test_the_same_twice_is_once_and_another_for_the_same_day_is_refused(officer):
    home = HomeFactory()
    assert record(officer, home) == record(officer, home)
    with pytest.raises(ValidationError, match="written down already"):
        record(officer, home, grades={"overall": "inadequate"})
    assert Event.objects.filter(type="inspection-recorded").count() == 1


def test_an_independent_visit_is_one_a_month_and_answered_after_it(officer):
    home = HomeFactory()
    given = {"visited_on": date(2026, 8, 12), "is_safeguarded": True, "is_good_for_them": True, "recommendations": 2}
    visit = services.record_independent_visit(home=home, by=officer, at=NOW, **given)
    assert visit.month == date(2026, 8, 1)
    with pytest.raises(ValidationError, match="12 August 2026"):
        services.change_independent_visit(visit=visit, version=1, by=officer, at=NOW, answered_on=date(2026, 8, 11))
    with pytest.raises(ValidationError, match="in this month"):
        services.record_independent_visit(home=home, by=officer, at=NOW, visited_on=date(2026, 8, 30))


def test_a_review_of_care_is_sent_after_its_time_ended(officer):
    home = HomeFactory()
    with pytest.raises(ValidationError):
        services.record_care_review(home=home, by=officer, at=NOW, ends_on=date(2026, 6, 30), sent_on=date(2026, 6, 1))
    assert not CareReview.objects.exists()


def changed_grade(**more):
    before = InspectionFactory(inspected_on=date(2025, 3, 1), published_on=date(2025, 4, 1), grades={"overall": "good"})
    given = {"inspected_on": date(2026, 8, 3), "published_on": TODAY, "grades": {"overall": "inadequate"}} | more
    return InspectionFactory(home=before.home, **given)


def people_told():
    return set(Notice.objects.filter(matter__startswith="grade-changed:").values_list("person_id", flat=True))


def test_a_changed_grade_is_told_once_to_those_it_concerns_and_to_nobody_else(council):
    now = changed_grade()
    leads = [AppointmentFactory(role__slug=role).person for role in (DCS, LEAD_MEMBER)]
    manager = HomePostFactory(home=now.home, appointment__role__slug="home-manager").appointment.person
    visitor = TurnFactory(slot=RotaSlotFactory(home=now.home, status="taken"), status="taken").person
    TurnFactory(status="taken")
    TurnFactory(slot__home=now.home, slot__due_on=date(2026, 10, 31), status="declined")
    assert [services.sweep_inspections(NOW) for _ in range(2)] == [1, 0]
    assert people_told() == {person.public_id for person in (*leads, manager, visitor)}
    assert Event.objects.get(type="grade-change-told").details == {"people": 4}


@pytest.mark.parametrize(
    "more",
    [
        {"published_on": None},
        {"published_on": TODAY + timedelta(days=1)},
        {"inspected_on": date(2026, 4, 1), "published_on": TODAY - timedelta(days=90)},
        {"grades": {"overall": "good"}},
        {"grades": {}},
    ],
)
def test_nobody_is_told_before_it_is_published_nor_of_what_is_no_news(council, more):
    AppointmentFactory(role__slug=DCS)
    changed_grade(**more)
    assert services.sweep_inspections(NOW) == 0
    assert not people_told()


def test_what_is_published_tomorrow_is_told_tomorrow(council):
    AppointmentFactory(role__slug=DCS)
    changed_grade(published_on=TODAY + timedelta(days=1))
    assert services.sweep_inspections(NOW + timedelta(days=1)) == 1
    assert Inspection.objects.filter(told_at__isnull=False).count() == 1
