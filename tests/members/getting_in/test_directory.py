"""The council's own directory, played by a small server on this machine that says what each test wants."""

import http.server
import json
import threading
from urllib.parse import parse_qs, urlsplit

import pytest

from members.models import Person
from tests.factories.members import AppointmentFactory, PersonFactory

pytestmark = pytest.mark.django_db

LOGIN = "/account/directory/"
NOBODY = "The council makes the accounts"


class Directory(http.server.BaseHTTPRequestHandler):
    """Describes itself, exchanges any code for a token, and says who the person is: `server.says`."""

    def do_GET(self):
        here = f"http://localhost:{self.server.server_port}"
        described = {"authorization_endpoint": f"{here}/in", "token_endpoint": f"{here}/token", "issuer": here}
        described |= {
            "userinfo_endpoint": f"{here}/who",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }
        self.answer(self.server.says if self.path == "/who" else described)

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer({"access_token": "a token", "token_type": "Bearer", "expires_in": 60})

    def answer(self, content):
        body = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Says nothing."""


@pytest.fixture(autouse=True)
def directory(settings):
    server = http.server.ThreadingHTTPServer(("localhost", 0), Directory)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    url = f"http://localhost:{server.server_port}"
    settings.OIDC_SERVER_URL, settings.OIDC_NAME = url, "your Larchford account"
    [app] = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    own = {**app, "client_id": "portal", "secret": "secret", "settings": {"server_url": url}}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [own]}}
    settings.ROOT_URLCONF = "tests.members.getting_in.urls"
    server.says = {"sub": "42", "email": "ruth@larchford.example", "email_verified": True}
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def ruth():
    return AppointmentFactory(role__slug="administrator", person__email="ruth@larchford.example").person


def come_back(client, **answer):
    """Go to the directory and come back with what it answers."""
    there = urlsplit(client.post(LOGIN).url)
    state = parse_qs(there.query)["state"][0]
    return client.get(f"{LOGIN}back/", {"code": "a code", "state": state} | answer)


def is_signed_in(client):
    return "_auth_user_id" in client.session


def test_button_is_on_the_sign_in_page(client):
    assert "Sign in with your Larchford account" in client.get("/account/sign-in/").content.decode()


def test_button_is_not_there_without_a_directory(client, settings):
    settings.OIDC_SERVER_URL = ""
    assert "Sign in with your" not in client.get("/account/sign-in/").content.decode()


def test_somebody_known_comes_in_and_the_directorys_second_proof_counts(client, ruth):
    assert come_back(client).url == "/"
    assert client.session["_auth_user_id"] == str(ruth.pk)
    assert client.get("/").status_code == 200


def test_directory_that_asks_for_a_password_alone_is_not_enough(client, ruth, settings):
    settings.OIDC_HAS_SECOND_FACTOR = False
    come_back(client)
    assert client.get("/").url == "/account/security/"


def test_address_in_another_case_is_the_same(client, ruth, directory):
    directory.says["email"] = "Ruth@LARCHFORD.example"
    come_back(client)
    assert is_signed_in(client)


def test_address_that_was_not_verified_is_nobodys(client, ruth, directory):
    directory.says["email_verified"] = False
    assert NOBODY in come_back(client).content.decode()
    assert not is_signed_in(client)


def test_stranger_gets_no_account(client, directory):
    directory.says["email"] = "stranger@larchford.example"
    assert NOBODY in come_back(client).content.decode()
    assert not Person.objects.exists()


def test_person_without_an_address_is_nobody(client, directory):
    PersonFactory(email="")
    directory.says["email"] = ""
    assert NOBODY in come_back(client).content.decode()


def test_closed_account_stays_closed(client, ruth):
    Person.objects.update(is_active=False)
    assert come_back(client).url == "/account/inactive/"
    assert not is_signed_in(client)


def test_forged_way_back(client, ruth):
    client.post(LOGIN)
    page = client.get(f"{LOGIN}back/", {"code": "a code", "state": "made up"}).content.decode()
    assert "That sign-in did not work" in page
    assert not is_signed_in(client)


def test_stopping_at_the_directory(client):
    response = come_back(client, error="access_denied", code="")
    assert "You did not sign in" in client.get(response.url).content.decode()


def test_going_to_the_directory_is_a_post(client):
    page = client.get(LOGIN)
    assert page.status_code == 200
    assert "state=" not in page.content.decode()
