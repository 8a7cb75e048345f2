"""The forward plan and the notices through the browser."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from reports.committees.models import ForwardPlanEntry, PrivateNotice
from reports.committees.waiting.forward import needs
from tests.factories.bodies import BodyFactory
from tests.factories.committees import AgendaItemFactory, ForwardPlanEntryFactory, MeetingFactory
from tests.factories.members import AppointmentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

PLAN = "/forward-plan/"


@pytest.fixture
def keeper(client_of):
    return client_of("democratic-services-officer")


def ahead(days):
    return timezone.localdate() + timedelta(days=days)


def typed(name, on):
    return {f"{name}_0": on.day, f"{name}_1": on.month, f"{name}_2": on.year}


def test_everybody_reads_the_plan_by_month_with_what_was_withdrawn(client):
    ForwardPlanEntryFactory(decide_on=ahead(90), contact="Head of commissioning", documents="Business case")
    ForwardPlanEntryFactory(decide_on=ahead(10), matter="Bus passes", withdrawn_because="Not needed.", is_key=False)
    ForwardPlanEntryFactory(decide_on=ahead(-1), matter="Long ago")
    text = client.get(PLAN).text
    assert text.index("Bus passes") < text.index("A new home for four children")
    for words in (f"{ahead(90):%B %Y}", "Key decision", "Head of commissioning", "Business case", "Not needed."):
        assert words in text
    assert "Long ago" not in text
    assert "/change/" not in text


def test_an_officer_enters_one_and_what_was_typed_stays_when_it_is_refused(keeper):
    body = BodyFactory(regime="executive")
    url = reverse("committees:forward-create")
    sent = {"body": body.slug, "matter": "a new home", "is_key": "on"} | typed("decide_on", ahead(10))
    text = keeper.post(url, sent).text
    assert "so this is a" in text or "special urgency" in text
    assert 'value="a new home"' in text
    assert not ForwardPlanEntry.objects.exists()
    assert keeper.post(url, sent | typed("decide_on", ahead(120))).status_code == 302
    entry = ForwardPlanEntry.objects.get()
    assert f"/forward-plan/{entry.public_id}/change/" in keeper.get(PLAN).text
    withdraw = reverse("committees:forward-withdraw", args=[entry.public_id])
    assert keeper.post(withdraw, {"because": "the owner sold it."}).status_code == 302
    assert "the owner sold it." in keeper.get(PLAN).text
    assert keeper.get(withdraw).status_code == 403


def test_the_notices_are_public_and_given_one_after_the_other(keeper, client):
    meeting = MeetingFactory(body__regime="executive", meets_on=ahead(90))
    page = reverse("committees:notice-list", args=[meeting.public_id])
    new = reverse("committees:notice-create", args=[meeting.public_id])
    assert "No notice is given of this meeting." in client.get(page).text
    assert new in keeper.get(page).text
    assert "Representations" not in keeper.get(new).text
    keeper.post(new, {"reasons": "a tender is discussed."})
    assert "Representations" in keeper.get(new).text
    keeper.post(new, {"reasons": "a tender is discussed.", "representations": "none", "response": "none"})
    assert [notice.step for notice in PrivateNotice.objects.order_by("pk")] == ["first", "second"]
    assert keeper.get(new).status_code == 403
    text = client.get(page).text
    assert "Notice of 28 clear days" in text
    assert "a tender is discussed." in text
    assert new not in text
    assert page in client.get(PLAN).text


def test_a_notice_that_is_due_waits_for_the_officer_and_for_nobody_else():
    meeting = MeetingFactory(body__regime="executive", meets_on=ahead(20))
    AgendaItemFactory(meeting=meeting, exempt=True, title="A home in Canary Lane")
    officer = AppointmentFactory(role__slug="democratic-services-officer").person
    (due,) = needs(officer.standing_on(timezone.localdate()))
    assert due.tone == "late"
    assert due.url == reverse("committees:notice-list", args=[meeting.public_id])
    assert "Canary" not in f"{due}"
    assert list(needs(AppointmentFactory(role__slug="councillor").person.standing_on(timezone.localdate()))) == []


def test_an_exempt_meeting_of_no_public_is_not_named_to_it(client):
    meeting = MeetingFactory(body__regime="executive", meets_on=ahead(90), is_public=False)
    assert client.get(reverse("committees:notice-list", args=[meeting.public_id])).status_code == 404
