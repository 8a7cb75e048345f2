"""My duties on my start page."""

import pytest

from members.models import Council
from members.waiting.duties import lines_for, needs
from tests.factories.members import AppointmentFactory, PersonFactory
from tests.members.duties.deeds import TODAY, on, record

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


def needs_of(person, days=0):
    who = person.standing_on(on(days).date())
    return list(needs(who, lines_for(who)))


def test_what_waits_is_one_need_that_leads_to_the_statement():
    person = AppointmentFactory(role__slug="lead-member").person
    (need,) = needs_of(person)
    assert need.title == "Two duties wait for you"
    assert need.url == f"/people/{person.public_id}/duties/"
    assert need.about == "Know what the role asks · See that arrangements are in place"
    assert (need.tag, need.tone) == ("2 late", "late")


def test_what_is_due_says_by_when():
    person = AppointmentFactory(starts_on=TODAY.date()).person
    (need,) = needs_of(person)
    assert (need.title, need.tag, need.tone, need.by) == (
        "One duty waits for you",
        "By 3 January 2026",
        "due",
        on(60).date(),
    )


def test_nothing_waits_for_who_has_done_all_or_owes_none():
    person = AppointmentFactory().person
    record("statement-signed", person, -10, statement="role")
    record("learning-attended", person, -10, kind="induction")
    assert needs_of(person) == []
    assert needs_of(AppointmentFactory(role__slug="administrator").person) == []
    assert needs_of(PersonFactory()) == []


def test_it_costs_two_queries(django_assert_num_queries):
    person = AppointmentFactory(role__slug="lead-member").person
    who = person.standing_on(TODAY.date())
    Council.glance()
    needs_of(person)
    with django_assert_num_queries(2):
        assert lines_for(who)
