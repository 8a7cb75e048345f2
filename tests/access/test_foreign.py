"""What belongs to somebody else, or is not ready, is not there for those who may not see it; one's own is."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from members.models import Reading
from tests.factories.getting_in import InvitationFactory
from tests.factories.learning import AcknowledgementFactory, ReadingFactory
from tests.factories.members import AppointmentFactory
from tests.factories.packs import EditionFactory, LeafFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

OWN_PAGES = [
    "members:statement-detail",
    "members:statement-pdf",
    "members:person-checks",
    "members:person-data",
    "members:person-history",
]


@pytest.fixture
def draft():
    return ReadingFactory(status=Reading.Status.DRAFT, published_at=None)


def status(client, name, thing, **more):
    return client.get(reverse(name, kwargs={"public_id": thing.public_id} | more)).status_code


@pytest.mark.parametrize("name", OWN_PAGES)
def test_own_page_is_there(councillor, name):
    assert status(councillor, name, councillor.person) == 200


@pytest.mark.parametrize(
    "name", ["members:statement-detail", "members:statement-pdf", "members:person-checks", "members:person-data"]
)
def test_page_of_another_cannot_be_told_from_one_of_nobody(councillor, name):
    another = AppointmentFactory().person
    there = councillor.get(reverse(name, args=[another.public_id]))
    nowhere = councillor.get(reverse(name, args=["5f0c4b6e-1111-4222-8333-444455556666"]))
    assert (there.status_code, nowhere.status_code) == (404, 404)
    assert another.name not in there.content.decode()


def test_own_data_can_be_taken_away(councillor):
    answer = councillor.post(reverse("members:data-download", args=[councillor.person.public_id]))
    assert answer.status_code == 200


def test_reading_that_is_a_draft_is_there_for_keepers_alone(client_of, councillor, draft):
    assert status(councillor, "members:reading-detail", draft) == 404
    assert status(client_of("democratic-services-officer"), "members:reading-detail", draft) == 200


def test_reading_that_is_a_draft_cannot_be_acknowledged(councillor, draft):
    path = reverse("members:reading-acknowledge", args=[draft.public_id])
    assert councillor.post(path).status_code == 404


def test_reading_is_acknowledged_by_whom_it_asks(councillor, client_of):
    asked = AcknowledgementFactory(person=councillor.person, reading=ReadingFactory(is_asked=True))
    path = reverse("members:reading-acknowledge", args=[asked.reading.public_id])
    assert client_of("councillor").post(path).status_code == 403
    assert councillor.post(path).status_code == 302


@pytest.mark.parametrize("name", ["packs:edition-detail", "packs:edition-pdf", "packs:edition-figures"])
def test_edition_that_is_a_draft_is_there_for_builders_alone(client, councillor, officer, name):
    draft = EditionFactory()
    LeafFactory(edition=draft)
    assert status(client, name, draft) == status(councillor, name, draft) == 404
    assert status(officer, name, draft) in (200, 302)


def test_edition_for_members_is_not_there_for_the_public(client, councillor):
    members_own = EditionFactory(audience="exempt", is_published=True)
    assert status(client, "packs:edition-pdf", members_own) == 404
    assert status(councillor, "packs:edition-pdf", members_own) == 200


def test_invitations_that_cannot_be_used_look_alike(client):
    now = timezone.now()
    InvitationFactory(secret="used", used_at=now, expires_at=now + timedelta(days=7))
    InvitationFactory(secret="run-out", expires_at=now - timedelta(days=1))
    pages = {page_of_invitation(client, secret) for secret in ("used", "run-out", "never-sent")}
    assert len(pages) == 1


def page_of_invitation(client, secret):
    return client.get(reverse("members:invitation-accept", args=[secret]), follow=True).content.split(b"<main")[1]


def test_invitation_of_another_shows_nothing_to_whom_it_was_not_opened(client, client_of):
    InvitationFactory(secret="theirs", expires_at=timezone.now() + timedelta(days=7), person__name="Cllr Somebody Else")
    client.get(reverse("members:invitation-accept", args=["theirs"]))
    page = client_of("councillor").get(reverse("members:invitation-welcome"))
    assert b"Somebody Else" not in page.content
