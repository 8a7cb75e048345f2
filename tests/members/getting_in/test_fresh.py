import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP

from tests.factories.members import PASSWORD
from tests.members.getting_in.conftest import options_of
from tests.members.getting_in.test_second_factor import SECRET, add_passkey, code
from tests.plugins.people import PersonsClient

pytestmark = pytest.mark.django_db


@pytest.fixture
def joan(administrator):
    """An administrator whose last proof is eleven minutes old."""
    administrator.defaults["HTTP_HOST"] = "localhost:8000"
    grow_old(administrator)
    return administrator


def grow_old(client, minutes=11):
    at = time.time() - minutes * 60
    client.remember("account_authentication_methods", [{"method": name, "at": at} for name in ("password", "mfa")])


@pytest.fixture
def invite(newcomer):
    return f"/people/{newcomer.public_id}/invite/"


def test_just_signed_in_is_fresh(administrator, invite, newcomer):
    administrator.post(invite)
    assert newcomer.invitations.count() == 1


def test_old_proof_asks_and_does_nothing(joan, invite, newcomer):
    assert joan.post(invite).url == f"/account/reauthenticate/?next={invite.replace('/', '%2F')}"
    assert not newcomer.invitations.exists()


def test_post_under_way_is_carried_through_by_password(joan, invite, newcomer):
    asked = joan.post(invite).url
    response = joan.post(asked, {"password": PASSWORD, "next": invite})
    assert response.url == f"/people/{newcomer.public_id}/"
    assert newcomer.invitations.get().sent_by == joan.person


def test_wrong_password_carries_nothing_through(joan, invite, newcomer):
    asked = joan.post(invite).url
    page = joan.post(asked, {"password": "three quiet geese", "next": invite}).content.decode()
    assert "This is not your present password." in page
    assert not newcomer.invitations.exists()


def test_post_under_way_is_carried_through_by_code(joan, invite, newcomer):
    TOTP.activate(joan.person, SECRET)
    joan.post(invite)
    joan.post("/account/reauthenticate/code/", {"code": code(), "next": invite})
    assert newcomer.invitations.count() == 1


def test_post_under_way_is_carried_through_by_passkey(joan, invite, newcomer, device):
    grow_old(joan, minutes=0)
    add_passkey(joan, device)
    grow_old(joan)
    joan.post(invite)
    address = "/account/reauthenticate/passkey/"
    asked = options_of(joan.get(address, {"next": invite}).content.decode())
    joan.post(address, {"credential": device.show(asked), "next": invite})
    assert newcomer.invitations.count() == 1


def test_proof_holds_for_the_next_deeds(joan, invite, newcomer):
    asked = joan.post(invite).url
    joan.post(asked, {"password": PASSWORD, "next": invite})
    assert joan.post(invite).url == f"/people/{newcomer.public_id}/"


def test_other_ways_are_offered(joan):
    TOTP.activate(joan.person, SECRET)
    page = joan.get("/account/reauthenticate/").content.decode()
    assert "a code</a>" in page
    assert "a passkey</a>" not in page


def test_somebody_whom_only_the_directory_knows_is_not_stopped(administrator, invite, newcomer):
    administrator.person.set_unusable_password()
    administrator.person.save()
    client = PersonsClient(administrator.person, methods=["socialaccount"])
    grow_old(client)
    client.remember("account_authentication_methods", [{"method": "socialaccount", "at": time.time() - 900}])
    client.post(invite)
    assert newcomer.invitations.count() == 1


def test_sign_out_everywhere(councillor):
    elsewhere = PersonsClient(councillor.person)
    response = councillor.post("/account/sign-out-everywhere/", follow=True)
    assert "You are signed out, here and everywhere else." in response.content.decode()
    assert elsewhere.get("/account/security/").status_code == 302


def test_adding_a_passkey_asks_for_a_fresh_proof(joan):
    assert joan.get("/account/passkeys/new/").url.startswith("/account/reauthenticate/")
    assert not Authenticator.objects.exists()


def test_first_password_asks_for_a_fresh_proof(joan, device):
    """Whoever finds a computer left open would have a proof for everything else by it."""
    grow_old(joan, minutes=0)
    add_passkey(joan, device)
    joan.person.set_unusable_password()
    joan.person.save()
    joan.force_login(joan.person)
    grow_old(joan)
    words = {"password1": "three quiet geese there", "password2": "three quiet geese there"}
    assert joan.post("/account/password/first/", words).url.startswith("/account/reauthenticate/")
    joan.person.refresh_from_db()
    assert not joan.person.has_usable_password()
