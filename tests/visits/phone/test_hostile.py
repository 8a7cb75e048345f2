"""What a hostile or an unlucky phone sends: nothing breaks, nothing is lost, nothing is sent that was not meant."""

import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from corpparent.models import Event
from tests.factories.members import AppointmentFactory
from tests.factories.visits import RotaSlotFactory, TurnFactory
from tests.visits.phone.test_arrival import PARTS, POINT, client, lead, slot, sync  # noqa: F401
from visits import services
from visits.models import RotaSlot, Turn, Visit, VisitSettings

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return AppointmentFactory(role__slug="democratic-services-officer").person


@pytest.mark.parametrize("version", ["Infinity", "1e999", "NaN", "-Infinity"])
def test_version_that_is_no_number_is_refused_in_words(client, slot, version):  # noqa: F811
    body = f'{{"key": "{uuid.uuid4()}", "version": {version}, "parts": {{}}, "points": []}}'
    said = client.post(reverse("visits:visit-sync", args=[slot.public_id]), body, content_type="application/json")
    assert (said.status_code, said.json()["state"]) == (400, "closed")


@pytest.mark.parametrize(
    "more",
    [
        {"parts": {"voice": {"asked": "a\ud800b"}}},
        {"parts": {"voice": {"asked": "a\0b"}}},
        {"names_explained": "a\0b", "send": True, "is_private": True},
        {"names_explained": "a\ud800b", "send": True, "is_private": True},
        {"points": [POINT | {"title": "a\0b"}]},
        {"points": [POINT | {"saw": "a\ud800b"}]},
    ],
)
def test_characters_that_no_text_has_are_refused_in_words(sync, more):  # noqa: F811
    said = sync(**{"parts": PARTS} | more)
    assert said.status_code in (200, 400)
    assert said.json()["state"] in ("closed", "refused")


def test_more_points_than_are_taken_are_not_lost_in_silence(sync):  # noqa: F811
    said = sync(points=[POINT | {"title": f"Gate {number}"} for number in range(51)]).json()
    assert said["state"] == "refused" or Visit.objects.get().points.count() == 51


def test_same_words_in_other_line_ends_are_no_news(sync):  # noqa: F811
    sync({"voice": {"asked": "A pool.\r\nA dog."}})
    assert sync({"voice": {"asked": "A pool.\nA dog."}}, version=0).json()["state"] == "kept"


def returned(officer):
    visit = Visit.objects.get()
    return services.return_visit(visit=visit, because="Say which gate.", by=officer, at=timezone.now())


def test_report_that_was_returned_meanwhile_is_not_sent_again_by_the_phone(sync, officer):  # noqa: F811
    """The phone did not hear the answer, sends the same again, and an officer returned the report in between."""
    assert sync(send=True, is_private=True).json()["state"] == "sent"
    returned(officer)
    said = sync(send=True, is_private=True).json()
    assert said["state"] == "unsent"
    assert Visit.objects.get().status == Visit.Status.RETURNED
    assert not Event.objects.filter(type="visit-amended").exists()


def test_report_that_was_returned_is_amended_and_sent_by_a_phone_that_knew(sync, officer):  # noqa: F811
    sync(send=True, is_private=True)
    version = returned(officer).version
    amended = PARTS | {"arriving": {"first-impressions": "Cold, and the gate by the shed is broken."}}
    for _ in range(2):
        assert sync(amended, version=version, send=True, is_private=True).json()["state"] == "sent"
    assert Event.objects.filter(type="visit-amended").count() == 1


def test_alone_without_a_reason_is_kept_and_not_sent(sync, slot):  # noqa: F811
    VisitSettings.objects.update(is_pair_expected=True)
    RotaSlot.objects.filter(pk=slot.pk).update(alone_because="")
    said = sync(send=True, is_private=True).json()
    assert said["state"] == "unsent"
    assert "why you go alone" in " ".join(said["words"])


def test_key_of_another_report_breaks_nothing(sync, slot, lead):  # noqa: F811
    sync()
    other = RotaSlotFactory(status=RotaSlot.Status.TAKEN, alone_because="The other is ill.")
    TurnFactory(slot=other, person=lead, status=Turn.Status.TAKEN)
    said = sync(of=other)
    assert (said.status_code, said.json()["state"]) == (403, "closed")
