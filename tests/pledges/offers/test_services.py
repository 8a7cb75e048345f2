"""An offer's life: written, published by another, confirmed in time or gone from the public page, withdrawn."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members.roles import COUNCILLOR, DCS, PARTICIPATION_OFFICER
from pledges import services
from pledges.facts import offers as facts
from pledges.models import Offer, PledgeSettings
from tests.factories.members import AppointmentFactory, RoleFactory
from tests.factories.pledges import OfferFactory
from tests.pledges.offers.given import GIVEN

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 10, 9, 0, tzinfo=UTC)


def holder(role):
    return AppointmentFactory(role__slug=role).person


def on(year, month, day):
    return datetime(year, month, day, 9, 0, tzinfo=UTC)


def types():
    return list(Event.objects.order_by("number").values_list("type", flat=True))


@pytest.fixture
def officer(council):
    return holder(PARTICIPATION_OFFICER)


@pytest.fixture
def director(council):
    return holder(DCS)


def add(by, **more):
    return services.add_offer(by=by, at=AT, **GIVEN | more)


def test_written_by_one_and_published_by_another(officer, director):
    offer = add(officer)
    with pytest.raises(NotAllowed, match=r"You wrote this yourself\. Ask somebody else to read and publish it\."):
        services.publish_offer(offer=offer, by=officer, at=AT)
    offer = services.publish_offer(offer=offer, by=director, at=AT)
    assert (offer.status, offer.confirmed_on, offer.confirmed_by) == ("published", date(2026, 9, 10), director)
    assert types() == ["offer-added", "offer-published"]


def test_a_change_waits_for_a_second_person_again(officer, director):
    offer = services.publish_offer(offer=add(officer), by=director, at=AT)
    changed = services.change_offer(offer=offer, version=2, by=director, at=AT, title="Your first flat")
    assert (changed.status, changed.written_by, changed.slug) == ("draft", director, "a-first-flat")
    assert not facts.public_offers(AT.date()).exists()
    with pytest.raises(NotAllowed, match="You wrote this yourself"):
        services.publish_offer(offer=changed, by=director, at=AT)


def test_a_stale_change_is_refused(officer):
    offer = add(officer)
    services.change_offer(offer=offer, version=1, by=officer, at=AT, what="A room.")
    with pytest.raises(Stale):
        services.change_offer(offer=offer, version=1, by=officer, at=AT, what="A house.")
    assert Offer.objects.get().what == "A room."


def test_two_with_one_title_have_two_addresses(officer):
    first, second = add(officer), add(officer)
    assert first.slug == "a-first-flat"
    assert second.slug == f"a-first-flat-{second.public_id.hex[:6]}"


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"to_age": 17}, "to_age"),
        ({"title": ""}, "title"),
        ({"need": "toys"}, "need"),
        ({"how": "Ring 01632 960123."}, "how"),
        ({"what": "Ask for the case of 943 476 5919."}, "what"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(officer, more, field):
    with pytest.raises(ValidationError) as refused:
        add(officer, **more)
    assert list(refused.value.message_dict) == [field]
    assert not Event.objects.exists()


def test_confirming_twice_on_a_day_is_once(officer):
    offer = OfferFactory(public=True)
    for _ in range(2):
        offer = services.confirm_offer(offer=offer, by=officer, at=AT)
    assert offer.confirmed_on == date(2026, 9, 10)
    assert types() == ["offer-confirmed"]


def test_whoever_answers_for_it_confirms(council):
    manager = holder("childrens-services-manager")
    offer = OfferFactory(public=True)
    with pytest.raises(NotAllowed, match="Only whoever answers for this offer"):
        services.confirm_offer(offer=offer, by=manager, at=AT)
    offer.owner_role = manager.appointments.get().role
    offer.save()
    services.confirm_offer(offer=offer, by=manager, at=AT)
    assert types() == ["offer-confirmed"]


def test_a_draft_is_not_confirmed(officer):
    with pytest.raises(NotAllowed, match="Only a published offer is confirmed"):
        services.confirm_offer(offer=OfferFactory(), by=officer, at=AT)


def test_withdrawn_goes_at_once_and_comes_back_as_a_draft(officer, director):
    offer = services.withdraw_offer(offer=OfferFactory(public=True), by=officer, at=AT)
    assert not facts.public_offers(AT.date()).exists()
    with pytest.raises(NotAllowed, match="This offer was withdrawn"):
        services.publish_offer(offer=offer, by=director, at=AT)
    with pytest.raises(NotAllowed, match="This offer is withdrawn already"):
        services.withdraw_offer(offer=offer, by=officer, at=AT)
    assert services.change_offer(offer=offer, version=2, by=officer, at=AT, what="A room.").status == "draft"


def test_a_councillor_writes_no_offers(council):
    with pytest.raises(NotAllowed, match="Only officers and managers write offers"):
        add(holder(COUNCILLOR))


@pytest.mark.parametrize(
    ("day", "is_due", "is_public"),
    [
        (date(2027, 2, 28), False, True),
        (date(2027, 3, 1), True, True),
        (date(2027, 3, 29), True, True),
        (date(2027, 3, 30), True, False),
    ],
)
def test_not_confirmed_in_time_it_leaves_after_the_days_of_grace(council, day, is_due, is_public):
    offer, times = OfferFactory(public=True), PledgeSettings.current()
    assert facts.to_confirm(day, times).exists() is is_due
    assert (facts.confirm_by(offer, times) <= day) is is_due
    assert facts.public_offers(day).exists() is is_public
    assert (facts.public_until(offer, times) >= day) is is_public


@pytest.mark.parametrize("confirmed", [date(2026, 8, 28), date(2026, 8, 29), date(2026, 8, 31), date(2026, 9, 1)])
def test_list_and_page_agree_when_months_differ_in_length(council, confirmed):
    offer, times = OfferFactory(public=True, confirmed_on=confirmed), PledgeSettings.current()
    last = facts.public_until(offer, times)
    assert facts.public_offers(last).exists()
    assert not facts.public_offers(date.fromordinal(last.toordinal() + 1)).exists()


def test_who_confirms_is_told_once_each_time_it_is_due(officer):
    offer = OfferFactory(public=True)
    assert services.sweep_offers(on(2027, 2, 28)) == 0
    assert services.sweep_offers(on(2027, 3, 1)) == 1
    assert services.sweep_offers(on(2027, 3, 2)) == 0
    told = Notice.objects.get()
    assert (told.person_id, told.path) == (officer.public_id, f"/offers/{offer.public_id}/")
    services.confirm_offer(offer=offer, by=officer, at=on(2027, 3, 3))
    assert services.sweep_offers(on(2027, 9, 3)) == 1


def test_the_role_that_answers_for_it_is_told_first(officer):
    manager = holder("childrens-services-manager")
    OfferFactory(public=True, owner_role=manager.appointments.get().role)
    OfferFactory(public=True, owner_role=RoleFactory(slug="virtual-school-head"))
    services.sweep_offers(on(2027, 3, 1))
    told = Notice.objects.order_by("pk").values_list("person_id", flat=True)
    assert sorted(told) == sorted([manager.public_id, officer.public_id])
