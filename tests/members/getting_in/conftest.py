import json
import re

import pytest

from members import services
from tests.authenticator import Device
from tests.factories.corpparent import NOW
from tests.factories.members import AppointmentFactory

NONSENSE = ["", "{}", "[]", "7", "0", "false", "no JSON", '{"id": 1}', '{"id": "\\u0000"}', '{"id": "\\ud800"}']
NONSENSE += ['{"response": {"clientDataJSON": "x"}}', '{"response": []}']
BY_PASSKEY = "/account/sign-in/passkey/"


@pytest.fixture(autouse=True)
def at_localhost(client, settings, council):
    """Passkeys belong to a host name."""
    settings.ALLOWED_HOSTS = ["localhost", "testserver"]
    client.defaults["HTTP_HOST"] = "localhost:8000"


def options_of(page):
    """What the page tells the browser to ask the device for."""
    found = re.search(r'<script id="passkey-options" type="application/json">(.*?)</script>', page, re.DOTALL)
    return json.loads(found[1])


@pytest.fixture
def device():
    return Device()


def sign_in_by_passkey(client, device, **more):
    options = client.get(BY_PASSKEY, headers={"accept": "application/json"}).json()["request_options"]
    return client.post(BY_PASSKEY, {"credential": device.show(options), **more})


@pytest.fixture
def newcomer(db):
    """Somebody appointed who has never come in."""
    person = AppointmentFactory(person__email="amina@larchford.example").person
    person.set_unusable_password()
    person.save()
    return person


@pytest.fixture
def link(newcomer):
    """The address in the mail."""
    invitation = services.invite(person=newcomer, by=None, at=NOW)
    return f"/invitations/{services.getting_in.secret_of(invitation.public_id)}/"
