"""Officers with the same return at the same moment, on real connections."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from django.db import connection

from corpparent.models import Event
from corpparent.rules import NotAllowed
from reports.indicators import services
from reports.indicators.models import Import, Observation
from tests.factories.indicators import AreaFactory
from tests.factories.members import AppointmentFactory
from tests.factories.returns import small_return

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2025, 5, 12, 10, 30, tzinfo=UTC)  # the year is over
RETURN = small_return()


@pytest.fixture
def officers(council):
    AreaFactory(code=council.area_code)
    return [AppointmentFactory(role__slug="performance-officer").person for _ in range(3)]


def all_at_once(deed, people):
    """`deed(person)` of each from a thread of its own, all begun at once."""
    together = Barrier(len(people))

    def do(person):
        together.wait()
        try:
            return deed(person)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(people)) as threads:
        return list(threads.map(do, people))


def preview(person):
    return services.preview_return(files=RETURN, year=2025, status="provisional", by=person, at=NOW)


def test_same_return_of_three_officers_is_one_import(officers):
    rows = all_at_once(preview, officers)
    assert len({row.pk for row in rows}) == 1
    assert (Import.objects.count(), [event.type for event in Event.objects.all()]) == (1, ["return-read"])


def test_three_officers_confirm_and_it_is_taken_in_once(officers):
    row = preview(officers[0])

    def confirm(person):
        try:
            return services.confirm_return(file=row, by=person, at=NOW).status
        except NotAllowed as no:
            return str(no)

    assert sorted(all_at_once(confirm, officers)) == [*["This file has already been taken in."] * 2, "done"]
    assert Observation.objects.count() == Observation.objects.filter(is_current=True).count() == len(row.figures)
