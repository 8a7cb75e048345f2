"""A private calendar: unguessable, shown once, revocable, and saying nothing but “Visit”."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from corpparent.calendars import folded
from corpparent.models import Event
from members.models import Appointment
from members.roles import VISITING_COUNCILLOR
from tests.factories.visits import RotaSlotFactory, TurnFactory
from visits.models import CalendarFeed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]
HERE = "/visits/calendar/"


@pytest.fixture
def member(client_of):
    return client_of(VISITING_COUNCILLOR)


@pytest.fixture
def feed(member):
    """Its address, as the page shows it once."""
    shown = member.post(f"{HERE}make/").content.decode()
    return HERE + shown.split(f"testserver{HERE}")[1].split("<")[0].strip()


@pytest.fixture
def slot(member):
    today = timezone.localdate()
    slot = RotaSlotFactory(home__alias="Juniper", starts_on=today, due_on=today + timedelta(days=9))
    TurnFactory(slot=slot, person=member.person, status="taken")
    return slot


def entries(feed):
    return Client().get(feed).content.decode()


def test_it_says_visit_and_the_day_alone(feed, slot):
    answer = Client().get(feed)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    said = answer.content.decode()
    assert f"UID:{slot.public_id}@visits.corpparent\r\n" in said
    assert f"DTSTART;VALUE=DATE:{slot.due_on:%Y%m%d}\r\n" in said
    assert "SUMMARY:Visit\r\n" in said
    for secret in ("Juniper", slot.home.urn, slot.home.address, slot.home.phone):
        assert secret not in said
    assert said.replace("\r\n", "").isprintable()
    assert all(len(line.encode()) <= 75 for line in said.split("\r\n"))


def test_the_entry_moves_with_the_day_that_was_chosen(feed, slot):
    slot.planned_on = slot.starts_on + timedelta(days=2)
    slot.save()
    said = entries(feed)
    assert f"DTSTART;VALUE=DATE:{slot.planned_on:%Y%m%d}\r\n" in said
    assert f"UID:{slot.public_id}@" in said


def test_cancelled_visits_and_those_of_others_are_not_in_it(feed, slot):
    TurnFactory(slot=RotaSlotFactory(due_on=slot.due_on), status="taken")
    assert entries(feed).count("BEGIN:VEVENT") == 1
    slot.status = "cancelled"
    slot.save()
    assert entries(feed).count("BEGIN:VEVENT") == 0


def test_taken_back_and_made_anew(member, feed):
    assert Client().get(feed).status_code == 200
    assert "made an address" in member.get(HERE).content.decode()
    member.post(f"{HERE}make/")
    assert Client().get(feed).status_code == 404
    member.post(f"{HERE}revoke/")
    assert not CalendarFeed.objects.exists()
    assert [event.type for event in Event.objects.order_by("number")] == ["calendar-made"] * 2 + ["calendar-revoked"]


def test_no_row_opens_it(feed):
    assert CalendarFeed.objects.get().digest not in feed
    assert Client().get(f"{HERE}{CalendarFeed.objects.get().digest}.ics").status_code == 404


def test_it_ends_with_the_appointment(member, feed):
    Appointment.objects.update(ends_on=timezone.localdate() - timedelta(days=1))
    assert Client().get(feed).status_code == 404


@pytest.mark.parametrize(
    "line", ["SUMMARY:Visit", "X:" + "é" * 100, "X:" + "a" * 73, "X:" + "a" * 74, "X:" + "🏡" * 60]
)
def test_lines_are_folded(line):
    parts = folded(line).split("\r\n")
    assert all(len(part.encode()) <= 75 for part in parts)
    assert folded(line).replace("\r\n ", "") == line
