"""Issued once, frozen, issued again beside it; everybody is asked once, and says once that they read it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from tests.factories.members import AppointmentFactory, PersonFactory
from tests.factories.visits import HomeFactory, PointFactory, VisitFactory
from tests.visits.summaries.quarter import AT, QUARTER, issued, issuer, passed_on, visited, visited_with_points
from visits import services
from visits.facts import readers
from visits.models import SummaryReader, VisitSummary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

DAY = timedelta(days=1)


def issue(quarter=QUARTER.code, by=None, at=AT):
    return services.issue_summary(quarter=quarter, by=by or issuer(), at=at)


def again(summary, because="A report came late.", by=None, at=AT + DAY):
    return services.issue_again(summary=summary, because=because, by=by or issuer(), at=at)


def events(type_, **more):
    return Event.objects.filter(type=type_, **more)


@pytest.fixture
def summary():
    visited_with_points(3)
    return issued()


@pytest.fixture
def parent():
    return AppointmentFactory(role__slug="councillor").person


@pytest.mark.parametrize(
    "role", ["democratic-services-officer", "participation-officer", "director-of-childrens-services"]
)
def test_who_issues(role):
    visited(HomeFactory())
    summary = issue(by=AppointmentFactory(role__slug=role).person)
    assert (summary.quarter, summary.number, summary.issued_at) == ("2026-27-Q2", 1, AT)
    assert events("visits-summary-frozen").get().details == {"quarter": "2026-27-Q2", "number": 1}


@pytest.mark.parametrize("role", ["lead-member", "visiting-councillor", "administrator", "councillor"])
def test_who_does_not(role):
    visited(HomeFactory())
    with pytest.raises(NotAllowed, match="Only democratic services"):
        issue(by=AppointmentFactory(role__slug=role).person)


@pytest.mark.parametrize(
    ("quarter", "says"),
    [
        ("2026-27-Q3", "has not ended"),
        ("2026-27", "of a quarter"),
        ("2026-M09", "of a quarter"),
        ("nonsense", "is not a period"),
        ("", "is not a period"),
        ("2020-21-Q1", "There is nothing to say"),
    ],
)
def test_a_quarter_that_has_ended_and_in_which_there_was_something(quarter, says):
    visited(HomeFactory())
    with pytest.raises(ValidationError, match=says):
        issue(quarter)
    assert not VisitSummary.objects.exists()


def test_the_last_day_of_a_quarter_is_too_early_and_the_next_is_not():
    visited(HomeFactory())
    with pytest.raises(ValidationError, match="has not ended"):
        issue(at=AT.replace(month=9, day=30))
    assert issue(at=AT.replace(day=1))


def test_issued_twice_is_issued_once(summary):
    assert issued() == summary
    assert events("visits-summary-frozen").count() == 1


def test_it_stays_as_it_was_issued(summary):
    PointFactory(visit=VisitFactory(sent=True, visited_on=date(2026, 7, 9)))
    assert VisitSummary.objects.get().facts["points"] == 3
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        VisitSummary.objects.update(facts={})
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        summary.delete()


def test_issued_again_beside_the_one_before(summary):
    visited(HomeFactory())
    newer = again(summary)
    assert (newer.number, newer.facts["made"]) == (2, 4)
    assert list(readers.newest()) == [newer]
    assert again(summary) == newer  # the same press again
    assert VisitSummary.objects.count() == 2


@pytest.mark.parametrize(
    ("because", "says"),
    [(" ", "Say why"), ("x" * 201, "200 characters"), ("Asked by UPN A123456789012", "A123456789012|number")],
)
def test_issued_again_with_a_reason(summary, because, says):
    visited(HomeFactory())
    with pytest.raises(ValidationError):
        again(summary, because)


def test_issued_again_where_something_is_different(summary):
    with pytest.raises(ValidationError, match="Nothing is different"):
        again(summary)


def test_what_is_between_two_editions_is_not_told_in_public(summary):
    """4 visits less 3 would be the one visit of the fourth home."""
    visited(HomeFactory())
    newer = again(summary)
    assert newer.public_facts == {"withheld": "issued-again"}
    visited(HomeFactory())
    assert again(newer, at=AT + 2 * DAY).public_facts == {"withheld": "issued-again"}


def test_public_again_where_nothing_is_different_for_everybody(summary):
    passed_on(HomeFactory())
    newer = again(summary)
    assert newer.public_facts == summary.public_facts
    assert newer.facts["made"] == 4


def test_public_at_last_where_nothing_was_public_before():
    visited_with_points(2)
    before = issued()
    visited(HomeFactory())
    assert again(before).public_facts["made"] == 3


def test_withheld_from_the_day_a_worry_is_passed_on_about_a_visit_in_it(summary):
    assert readers.public_of(summary)["withheld"] == ""
    visit = VisitFactory._meta.model.objects.first()
    visit.is_passed_on, visit.passed_on_to, visit.passed_on_at = True, "The front door", AT
    visit.save()
    assert readers.public_of(summary) == {"withheld": "changed"}
    assert again(summary).public_facts == {"withheld": "issued-again"}


def test_every_corporate_parent_is_asked_once(summary, parent):
    manager = AppointmentFactory(role__slug="home-manager").person
    AppointmentFactory(role__slug="administrator")
    AppointmentFactory(ends_on=date(2026, 9, 1))
    AppointmentFactory(person=PersonFactory(is_active=False))
    assert [services.sweep_summaries(AT), services.sweep_summaries(AT + DAY)] == [2, 0]
    assert {row.person for row in SummaryReader.objects.all()} == {parent, manager}
    event = events("visits-summary-issued", counts_for_id=parent.public_id).get()
    assert (event.subject_id, event.actor_id, event.details) == (summary.public_id, None, {"quarter": "2026-27-Q2"})
    assert Notice.objects.filter(person_id=parent.public_id, matter__startswith="visits-summary:").count() == 1


def test_asked_in_batches(summary, monkeypatch):
    monkeypatch.setattr("visits.services.summary_readers.BATCH", 2)
    for _ in range(5):
        AppointmentFactory()
    assert services.sweep_summaries(AT) >= 5
    assert SummaryReader.objects.count() == events("visits-summary-issued").count()


def test_nothing_to_ask_is_two_queries(summary, parent, django_assert_num_queries):
    services.sweep_summaries(AT)
    with django_assert_num_queries(2):
        assert services.sweep_summaries(AT) == 0


def test_nobody_is_asked_of_what_is_long_past(summary, parent):
    assert services.sweep_summaries(AT + timedelta(days=93)) == 0


def test_read_once(summary, parent):
    services.sweep_summaries(AT)
    for _ in range(2):
        row = services.read_summary(summary=summary, by=parent, at=AT + DAY)
    assert row.read_at == AT + DAY
    assert events("visits-summary-read", actor_id=parent.public_id).count() == 1


def test_who_reads_before_the_sweep_is_asked_first(summary, parent):
    services.read_summary(summary=summary, by=parent, at=AT)
    own = Event.objects.filter(counts_for_id=parent.public_id).order_by("number")
    assert [event.type for event in own] == ["visits-summary-issued", "visits-summary-read"]
    services.sweep_summaries(AT)
    assert events("visits-summary-issued", counts_for_id=parent.public_id).count() == 1


def test_officers_of_the_portal_read_without_saying_so(summary):
    with pytest.raises(NotAllowed, match="You may read it all the same"):
        services.read_summary(summary=summary, by=AppointmentFactory(role__slug="administrator").person, at=AT)


def test_whoever_had_not_read_it_is_asked_of_the_newer_one_instead(summary, parent):
    other = AppointmentFactory().person
    services.sweep_summaries(AT)
    services.read_summary(summary=summary, by=other, at=AT)
    visited(HomeFactory())
    newer = again(summary)
    services.sweep_summaries(AT + DAY)
    types = list(
        Event.objects.filter(counts_for_id=parent.public_id).order_by("number").values_list("type", "subject_id")
    )
    assert types == [
        ("visits-summary-issued", summary.public_id),
        ("visits-summary-released", summary.public_id),
        ("visits-summary-issued", newer.public_id),
    ]
    assert not events("visits-summary-released", counts_for_id=other.public_id).exists()
    with pytest.raises(NotAllowed, match="issued again"):
        services.read_summary(summary=summary, by=parent, at=AT + DAY)
    assert [row.summary for row in readers.asked_of(parent.pk)] == [newer]
    assert services.sweep_summaries(AT + DAY) == 0
