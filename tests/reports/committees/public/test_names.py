"""A likely name in what everybody will read is looked at by its writer before it is kept, and nothing typed is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from members.roles import DEMOCRATIC_SERVICES_OFFICER
from reports.committees.forms.names import WORD
from reports.committees.models import Decision, ForwardPlanEntry, PrivateNotice
from tests.factories.bodies import BodyFactory
from tests.factories.committees import AgendaItemFactory, ForwardPlanEntryFactory, MeetingFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]
NAMED = "Kayleigh Thompson moved home in March."


@pytest.fixture
def clerk(client_of):
    return client_of(DEMOCRATIC_SERVICES_OFFICER)


def ahead(days=90):
    return timezone.localdate() + timedelta(days=days)


def decision():
    item = AgendaItemFactory(published=True, meeting__held=True)
    address = reverse("committees:decision-create", args=[item.public_id])
    return Decision, address, {"kind": "decided", "access": "open", "title": NAMED}


def entry():
    body, on = BodyFactory(regime="executive"), ahead()
    days = {"decide_on_0": on.day, "decide_on_1": on.month, "decide_on_2": on.year}
    fields = {"body": body.slug, "matter": "A new home", "about": NAMED, **days}
    return ForwardPlanEntry, reverse("committees:forward-create"), fields


def notice():
    meeting = MeetingFactory(body__regime="executive", meets_on=ahead())
    return PrivateNotice, reverse("committees:notice-create", args=[meeting.public_id]), {"reasons": NAMED}


@pytest.mark.parametrize("made", [decision, entry, notice])
def test_name_is_settled_before_it_is_kept(clerk, made):
    model, address, fields = made()
    refused = clerk.post(address, fields)
    said = refused.content.decode()
    assert refused.status_code == 200
    assert model.objects.count() == 0
    assert "There may be somebody’s name in line 1." in said
    assert NAMED in said
    assert WORD in said
    clerk.post(address, fields | {"names_explained": "on"})
    assert model.objects.count() == 1


@pytest.mark.parametrize("made", [decision, entry, notice])
def test_without_a_name_nobody_is_asked(clerk, made):
    model, address, fields = made()
    assert WORD not in clerk.get(address).content.decode()
    clerk.post(address, {name: "A plain matter." if value == NAMED else value for name, value in fields.items()})
    assert model.objects.count() == 1


def test_reason_for_withdrawing_is_looked_at_too(clerk):
    row = ForwardPlanEntryFactory(decide_on=ahead())
    address = reverse("committees:forward-withdraw", args=[row.public_id])
    assert WORD in clerk.post(address, {"because": NAMED}).content.decode()
    row.refresh_from_db()
    assert row.withdrawn_because == ""
