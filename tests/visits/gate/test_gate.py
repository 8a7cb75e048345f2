"""Who may go to a home: one thing missing keeps somebody out, and the sentence says which."""

from datetime import date, timedelta

import pytest

from members.models import Check
from tests.factories.members import PersonFactory
from tests.factories.visits import ConflictFactory, HomeFactory, VisitFactory
from tests.visits.cleared import attend, check, courses_asked, visitor
from visits.facts.gate import gate_of, gates_for, why_not_go
from visits.rules.gate import may_go, missing

pytestmark = pytest.mark.django_db
ON = date(2026, 9, 10)


@pytest.fixture
def home():
    return HomeFactory()


def lacks(person, home, part="lead"):
    return {answer.rule for answer in gate_of(person, home, part, ON) if not answer.holds}


def test_nothing_is_missing(home):
    assert may_go(gate_of(visitor(), home, "lead", ON))
    assert why_not_go(visitor(), home, "lead", ON) == ""


@pytest.mark.parametrize("thing", ["appointment", "check", "safeguarding", "visit-course", "shadow"])
def test_each_thing_alone_keeps_somebody_out(home, thing):
    assert lacks(visitor(without=thing), home) == {thing}


def test_a_check_that_ran_out_the_day_before(home):
    person = visitor(without="check")
    check(person, ends_on=ON - timedelta(days=1))
    assert missing(gate_of(person, home, "lead", ON)) == ["No enhanced check in force on 10 September 2026."]
    Check.objects.update(ends_on=ON)
    assert lacks(person, home) == set()


def test_not_cleared_by_another_check(home):
    person = visitor()
    Check.objects.create(
        person=person, kind="references", outcome="not-cleared", checked_on=ON, recorded_at="2026-09-10T09:00:00Z"
    )
    assert lacks(person, home) == {"check"}


def test_a_course_that_is_out_of_date(home):
    person = visitor(without="safeguarding")
    attend(person, courses_asked().safeguarding_course, date(2025, 8, 1))
    assert why_not_go(person, home, "lead", ON) == "“Safeguarding” held until 1 August 2026. It must be taken again."


def test_a_course_to_come_does_not_count_yet(home):
    person = visitor(without="visit-course")
    attend(person, courses_asked().visit_course, ON + timedelta(days=3))
    assert lacks(person, home) == {"visit-course"}


def test_who_only_watches_needs_no_visit_before(home):
    assert lacks(visitor(without="shadow"), home, "shadow") == set()


def test_a_conflict_until_it_ends(home):
    person = visitor()
    conflict = ConflictFactory(person=person, home=home)
    ConflictFactory(home=home)
    assert lacks(person, home) == {"conflict"}
    assert lacks(person, HomeFactory()) == set()
    conflict.ended_at = conflict.declared_at
    conflict.save()
    assert lacks(person, home) == set()


def test_not_a_third_time_in_a_row(home):
    person = visitor()
    VisitFactory(sent=True, home=home, second=person, visited_on=date(2026, 4, 1))
    assert lacks(person, home) == set()
    VisitFactory(sent=True, home=home, lead=person, visited_on=date(2026, 7, 1))
    assert lacks(person, home) == {"in-a-row"}
    VisitFactory(sent=True, home=home, visited_on=date(2026, 8, 1))
    assert lacks(person, home) == set()


def test_a_visit_of_that_day_is_not_one_before_it(home):
    """A report that is amended and sent again does not count against itself."""
    person = visitor()
    VisitFactory(sent=True, home=home, lead=person, visited_on=date(2026, 7, 1))
    VisitFactory(sent=True, home=home, lead=person, visited_on=ON)
    assert lacks(person, home) == set()


def test_a_council_that_named_no_course(home):
    person = visitor(without="safeguarding")
    courses_asked()
    scheme = courses_asked()
    scheme.safeguarding_course = None
    scheme.save()
    words = [answer.words for answer in gate_of(person, home, "lead", ON) if answer.rule == "safeguarding"]
    assert words == ["The council has not named a course as safeguarding training."]


def test_many_people_cost_as_many_queries_as_one(home, django_assert_max_num_queries):
    people = [visitor() for _ in range(4)] + [PersonFactory()]
    with django_assert_max_num_queries(9):
        found = gates_for(people, home, "lead", ON)
    assert [may_go(found[person.pk]) for person in people] == [True] * 4 + [False]
