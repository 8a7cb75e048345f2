"""Two pledges of a group published at the same moment, and one thing published by many."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from corpparent.models import Event
from corpparent.rules import NotAllowed
from pledges import services
from pledges.models import Pledge
from tests.factories.members import AppointmentFactory, CouncilFactory, RoleFactory
from tests.factories.pledges import OfferFactory, PledgeFactory, PromiseFactory, SignatureFactory, VoiceFactory
from tests.together import together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def director():
    CouncilFactory()
    return AppointmentFactory(role__slug="director-of-childrens-services").person


def to_publish():
    ends_on = timezone.localdate() + timedelta(days=900)
    pledge = PledgeFactory(
        status="endorsed", consulted_on=date(2026, 5, 1), endorsed_on=date(2026, 6, 1), ends_on=ends_on
    )
    PromiseFactory(pledge=pledge, number=1, owner_role=RoleFactory())
    SignatureFactory(pledge=pledge)
    return pledge


def events():
    return list(Event.objects.order_by("number").values_list("type", flat=True))


def test_two_pledges_of_a_group_never_go_live_together(director):
    pledges, now = [to_publish() for _ in range(4)], timezone.now()
    review_on = timezone.localdate() + timedelta(days=90)

    def publish():
        try:
            services.publish_pledge(pledge=pledges.pop(), review_on=review_on, by=director, at=now)
        except NotAllowed:
            return False
        return True

    assert together(4, publish).count(True) == 1
    assert Pledge.objects.filter(status="live").count() == 1
    assert events() == ["pledge-published"]


def test_an_offer_published_by_four_at_once_is_published_once(director):
    offer = OfferFactory()

    def publish():
        try:
            services.publish_offer(offer=offer, by=director, at=timezone.now(), version=1)
        except NotAllowed:
            return False
        return True

    assert together(4, publish).count(True) == 1
    assert events() == ["offer-published"]


def test_a_voice_published_by_four_at_once_is_published_once(director):
    voice = VoiceFactory()
    together(4, lambda: services.publish_voice(voice=voice, by=director, at=timezone.now(), version=1))
    assert events() == ["voice-published"]


def test_a_voice_sent_by_eight_presses_at_once_is_written_down_once(director):
    heard = {"heard_on": date(2026, 10, 2), "source": "children", "how": "survey", "theme": "health", "said": "Wait."}
    together(8, lambda: services.record_voice(by=director, heard_by=[director], at=timezone.now(), **heard))
    assert events() == ["voice-heard", "voice-recorded"]
