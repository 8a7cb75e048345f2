"""A report that was begun, of a visit that somebody said was not made."""

import pytest

from tests.visits.reports.test_services import NOW, TODAY, lead, send, slot, start, written  # noqa: F401
from visits import services
from visits.models import RotaSlot, Visit

pytestmark = pytest.mark.django_db


def test_sending_it_after_all_makes_it_a_visit(lead, slot):  # noqa: F811
    RotaSlot.objects.update(starts_on=TODAY)
    visit = start(slot, lead)
    written(visit)
    services.record_not_made(slot=slot, because=RotaSlot.Because.values[0], by=lead, at=NOW)
    send(visit)
    slot.refresh_from_db()
    assert Visit.objects.get().status == Visit.Status.SUBMITTED
    assert (slot.status, slot.not_made_because) == (RotaSlot.Status.VISITED, "")
