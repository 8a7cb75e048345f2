"""A home is closed in the moment in which a visitor opens the report of a visit to it: neither waits for ever."""

import time
import uuid
from datetime import timedelta
from threading import Thread

import pytest
from django.db import connection, transaction

from tests.factories.members import AppointmentFactory, CouncilFactory
from tests.factories.visits import RotaSlotFactory, TurnFactory
from tests.visits.cleared import visitor
from tests.visits.rota.arranged import AT
from visits import services
from visits.models import RotaSlot, Turn, Visit

pytestmark = pytest.mark.django_db(transaction=True)

WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


def somebody_waits():
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        return cursor.fetchone()[0]


def test_closing_and_opening_at_once():
    CouncilFactory()
    lead, officer = visitor(), AppointmentFactory(role__slug="administrator").person
    slot = RotaSlotFactory(status=RotaSlot.Status.TAKEN, alone_because="The other is ill.")
    TurnFactory(slot=slot, person=lead, status=Turn.Status.TAKEN)

    def close():
        services.close_home(home=slot.home, closed_on=AT.date() + timedelta(days=1), by=officer, at=AT)
        connection.close()

    closing = Thread(target=close)
    with transaction.atomic():
        RotaSlot.objects.select_for_update().get(pk=slot.pk)
        closing.start()
        while not somebody_waits():
            time.sleep(0.01)
        services.start_visit(slot=slot, key=uuid.uuid4(), by=lead, at=AT)
    closing.join()
    assert Visit.objects.filter(slot=slot).exists()
    slot.home.refresh_from_db()
    assert slot.home.closed_on
    slot.refresh_from_db()
    assert slot.status == RotaSlot.Status.TAKEN
