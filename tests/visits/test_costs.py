"""Lists cost as many queries for many rows as for two."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from tests.factories.visits import (
    InspectionFactory,
    PointFactory,
    ResponseFactory,
    RotaSlotFactory,
    TurnFactory,
    VisitFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


def add(number):
    """So many homes, each inspected, visited, answered for in part, wanted to be visited, and overdue."""
    today = localdate()
    for n in range(number):
        visit = VisitFactory(sent=True, visited_on=today - timedelta(days=200 + n))
        ResponseFactory(point__visit=visit)
        PointFactory(visit=visit, number=32_000)
        InspectionFactory(home=visit.home)
        slot = RotaSlotFactory(home=visit.home, starts_on=today, due_on=today + timedelta(days=n))
        TurnFactory(slot=slot)
        VisitFactory(slot=RotaSlotFactory(home=visit.home, starts_on=today, due_on=today + timedelta(days=90)))


@pytest.mark.parametrize("name", ["visit-list", "rota-list", "home-list", "coverage-detail"])
def test_queries_do_not_grow_with_rows(name, client_of):
    client, path = client_of("democratic-services-officer"), reverse(f"visits:{name}")

    def asked():
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        return len(queries)

    add(2)
    few = asked()
    add(9)
    assert asked() == few
