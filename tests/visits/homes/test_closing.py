"""A home that closes takes with it the visits that cannot be made any more, and whoever has a turn is told."""

from datetime import date

import pytest
from django.urls import reverse

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from members.models import Person
from tests.factories.visits import HomeFactory, RotaSlotFactory, VisitFactory
from tests.plugins.people import PersonsClient
from tests.visits.rota.arranged import AT, arranger, offered, taken
from visits import services
from visits.models import RotaSlot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

CLOSES = date(2026, 9, 30)
Status = RotaSlot.Status


@pytest.fixture
def home():
    return HomeFactory()


@pytest.fixture
def after(home):
    """A visit that begins after the home's last day."""
    return RotaSlotFactory(home=home, starts_on=date(2026, 10, 1), due_on=date(2026, 10, 31))


def close(home, by=None):
    services.close_home(home=home, closed_on=CLOSES, by=by, at=AT)


def status(slot):
    slot.refresh_from_db()
    return slot.status


def test_visits_after_it_are_cancelled_once_with_the_reason_and_their_visitors_told(home, after):
    lead, second = taken(after), offered(after, part="second")
    for _ in range(2):
        close(home)
    assert status(after) == Status.CANCELLED
    cancelled = Event.objects.get(type="slot-cancelled")
    assert (cancelled.subject_id, cancelled.details) == (after.public_id, {"because": "home-closed"})
    told = Notice.objects.filter(matter=f"visit-cancelled:{after.public_id}")
    assert set(told.values_list("person_id", flat=True)) == {lead.person.public_id, second.person.public_id}
    assert Event.objects.get(type="visit-released").counts_for_id == lead.person.public_id
    assert Event.objects.get(type="home-closed").details == {"on": "2026-09-30", "cancelled": 1}


def test_what_can_still_be_made_stays_and_what_is_planned_too_late_does_not(home):
    soon = RotaSlotFactory(home=home, starts_on=date(2026, 9, 1), due_on=date(2026, 10, 15))
    late = RotaSlotFactory(
        home=home, starts_on=date(2026, 9, 1), due_on=date(2026, 10, 20), planned_on=date(2026, 10, 2)
    )
    other = RotaSlotFactory(starts_on=date(2026, 10, 1), due_on=date(2026, 10, 31))
    close(home)
    assert [status(slot) for slot in (soon, late, other)] == [Status.OPEN, Status.CANCELLED, Status.OPEN]


def test_a_visit_whose_report_is_begun_stays(home, after):
    VisitFactory(home=home, slot=after)
    close(home)
    assert status(after) == Status.OPEN


def test_a_day_that_is_refused_cancels_nothing(home, after):
    close(home)
    with pytest.raises(NotAllowed):
        services.close_home(home=home, closed_on=date(2026, 8, 31), by=arranger(), at=AT)
    assert Event.objects.filter(type="slot-cancelled").count() == 1


def test_the_page_of_the_visit_says_why(home, after):
    turn = taken(after)
    close(home)
    person = Person.objects.get(pk=turn.person_id)
    page = PersonsClient(person).get(reverse("visits:slot-detail", args=[after.public_id])).text
    assert "Why it was cancelled" in page
    assert "The home closes on 30 September 2026" in page
