"""A list is taken in while councillors go on working: both get through, whoever comes first."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from members import services
from members.models import Person
from members.roles import ADMINISTRATOR, COUNCILLOR
from tests.factories.corpparent import NOW
from tests.factories.members import AppointmentFactory, CouncilFactory

pytestmark = pytest.mark.django_db(transaction=True)

COUNCILLORS = 12


@pytest.fixture
def people():
    CouncilFactory()
    services.sync_roles()
    return [
        AppointmentFactory(role__slug=COUNCILLOR, person__name=f"Cllr {letter} Example", ward="Old").person
        for letter in "ABCDEFGHIJKL"
    ]


def table_of(people):
    rows = "".join(f"{person.name},New\n" for person in people)
    return f"raw_name,raw_division\n{rows}".encode()


def closing(run):
    """`run` in a thread of its own, its connection put away afterwards."""

    def closed():
        try:
            return run()
        finally:
            connection.close()

    return closed


def test_taking_in_and_signing_at_once_never_wait_for_each_other_in_a_ring(people):
    by = AppointmentFactory(role__slug=ADMINISTRATOR).person
    feed = services.read_feed(content=table_of(people), name="councillors.csv", form="csv", by=by, at=NOW)

    def take():
        return services.take_members(feed=feed, ends=set(), by=by, at=NOW)

    def sign():
        for person in reversed(people):
            services.sign_statement(statement="role", by=person, at=NOW)

    with ThreadPoolExecutor(2) as threads:
        taken, signed = threads.submit(closing(take)), threads.submit(closing(sign))
        assert taken.result().counts["changed"] == COUNCILLORS
        signed.result()
    assert Person.objects.filter(appointments__ward="New").count() == COUNCILLORS
