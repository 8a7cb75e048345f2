"""My duties on my start page."""

import pytest

from members.models import Council
from members.waiting.duties import lines_for, needs, rows, summary
from tests.factories.members import AppointmentFactory, PersonFactory
from tests.members.duties.deeds import TODAY, on, record
from tests.plugins.people import PersonsClient

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


def needs_of(person, days=0):
    who = person.standing_on(on(days).date())
    return list(needs(who, lines_for(who)))


def test_what_waits_is_one_need_that_leads_to_the_statement():
    person = AppointmentFactory(role__slug="lead-member").person
    (need,) = needs_of(person)
    assert need.title == "Five duties wait for you"
    assert need.url == f"/people/{person.public_id}/duties/"
    assert (
        need.about == "Know what the role asks · Hear children, carers and parents · "
        "See that arrangements are in place and more"
    )
    assert (need.tag, need.tone) == ("Five late", "late")


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


def test_at_the_side_each_with_how_it_stands():
    person = AppointmentFactory(role__slug="lead-member").person
    record("statement-signed", person, -10, statement="role")
    record("learning-attended", person, -10, kind="induction")
    who = person.standing_on(TODAY.date())
    lines = lines_for(who)
    shown = {row.title: row.tag for row in rows(who, lines)}
    assert shown["Know what the role asks"] == "Met"
    assert shown["See that arrangements are in place"] == "Late"
    assert "Not recorded yet" not in shown.values()
    assert summary(lines) == "One of five met."


def test_the_start_page_has_a_side_for_those_who_owe_something():
    page = PersonsClient(AppointmentFactory().person).get("/").content.decode()
    assert "My duties" in page
    assert "None of one met." in page
    assert 'class="app-columns"' in page
    page = PersonsClient(AppointmentFactory(role__slug="administrator").person).get("/").content.decode()
    assert "My duties" not in page
    assert 'class="app-columns"' not in page


def test_the_start_page_asks_no_more_for_more_records(django_assert_max_num_queries):
    person = AppointmentFactory(role__slug="lead-member").person
    visitor = PersonsClient(person)
    visitor.get("/")
    with django_assert_max_num_queries(30) as few:
        visitor.get("/")
    for days in range(30):
        record("arrangements-reviewed", person, -days, gaps=0)
    with django_assert_max_num_queries(len(few)):
        visitor.get("/")
