"""Wiping asked for, and done, by several at once."""

import pytest
from django.db import transaction

from corpparent import jobs, record
from corpparent.models import Event, Job, LegalHold, Notice
from members import services
from tests.factories.corpparent import EventFactory, NoticeFactory
from tests.factories.members import AppointmentFactory, CouncilFactory
from tests.members.retention.keepers import AT, LONG_AGO
from tests.together import together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def by():
    CouncilFactory()
    return AppointmentFactory(role__slug="administrator").person


def types():
    return sorted(Event.objects.values_list("type", flat=True))


def test_asked_by_eight_at_once_is_one_job_and_one_event(by):
    together(8, lambda: services.ask_to_wipe(by=by, at=AT))
    assert Job.objects.count() == 1
    assert types() == ["retention-asked-for"]


def test_two_workers_wipe_each_row_once(by):
    NoticeFactory.create_batch(30, status="sent", ended_at=LONG_AGO)
    with transaction.atomic():
        EventFactory.create_batch(10, at=LONG_AGO)
    services.ask_to_wipe(by=by, at=AT)
    together(4, jobs.work)
    assert not Notice.objects.exists()
    applied = Event.objects.filter(type="retention-applied").order_by("number")
    assert [event.details for event in applied] == [{"kind": "event", "rows": 10}, {"kind": "notice", "rows": 30}]
    assert record.verify().fault == ""


def test_placed_by_eight_at_once_is_one_hold(by):
    person = AppointmentFactory().person
    together(8, lambda: services.place_hold(subject=person.reference, reason="An inquiry.", by=by, at=AT))
    assert LegalHold.objects.count() == 1
    assert types() == ["hold-placed"]
