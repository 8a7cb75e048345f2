"""Queries written once: as Django would answer them, each time with the values of that time."""

import uuid
from datetime import date

import pytest
from django.db.models import BigIntegerField, CharField, DateField

from corpparent.prepared import Later, Prepared
from members.models import Appointment, Person
from tests.factories.members import AppointmentFactory, PersonFactory

pytestmark = pytest.mark.django_db


def test_rows_are_those_of_the_values_given_each_time():
    query = Prepared(lambda: Person.objects.filter(name=Later("name", CharField())).values_list("name", "pk"))
    one, other = PersonFactory(name="Amina"), PersonFactory(name="Peter")
    assert query.rows(name="Amina") == [("Amina", one.pk)]
    assert query.rows(name="Peter") == [("Peter", other.pk)]
    assert query.rows(name="%' OR 1=1 --") == []


def test_rows_hold_what_django_would_have_made_of_them():
    appointment = AppointmentFactory(starts_on=date(2024, 5, 7))
    columns = ["person__public_id", "starts_on", "person__is_active"]
    day = Later("day", DateField())
    query = Prepared(lambda: Appointment.objects.current(day).values_list(*columns))
    (row,) = query.rows(day=date(2024, 5, 7))
    assert row == (appointment.person.public_id, date(2024, 5, 7), True)
    assert [type(value) for value in row] == [uuid.UUID, date, bool]
    assert query.rows(day=date(2024, 5, 6)) == []


def test_query_is_built_once():
    built = []

    def build():
        built.append(1)
        return Person.objects.filter(pk=Later("pk", BigIntegerField())).values_list("pk")

    query = Prepared(build)
    assert [query.rows(pk=0) for _ in range(3)] == [[], [], []]
    assert built == [1]


def test_value_that_is_missing_is_said():
    query = Prepared(lambda: Person.objects.filter(pk=Later("pk", BigIntegerField())).values_list("pk"))
    with pytest.raises(KeyError, match="pk"):
        query.rows()
