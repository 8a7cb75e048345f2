import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core import mail

from corpparent import jobs
from corpparent.rules import NotAllowed
from members import services
from members.getting_in.accounts import has_second_factor
from members.getting_in.middleware import NEEDS_MORE
from members.models import Council
from tests.factories.members import PASSWORD, AppointmentFactory
from tests.members.getting_in.conftest import NONSENSE, options_of, sign_in_by_passkey
from tests.plugins.people import PersonsClient

pytestmark = pytest.mark.django_db

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SIGN_IN, SECURITY = "/account/sign-in/", "/account/security/"
KEEPS_ONE = "Your role needs a passkey or codes from an app. Add another before you remove the last one."


def code(secret=SECRET, steps=0):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def is_signed_in(client):
    return "_auth_user_id" in client.session


def with_password_only(role):
    client = PersonsClient(AppointmentFactory(role__slug=role).person, methods=["password"])
    client.defaults["HTTP_HOST"] = "localhost:8000"
    return client


def sign_in(client, person):
    return client.post(SIGN_IN, {"login": person.email, "password": PASSWORD})


def add_passkey(client, device):
    page = client.get("/account/passkeys/new/").content.decode()
    return client.post("/account/passkeys/new/", {"credential": device.make(options_of(page))})


@pytest.fixture
def priya():
    person = AppointmentFactory(role__slug="performance-officer", person__email="priya@larchford.example").person
    TOTP.activate(person, SECRET)
    return person


@pytest.mark.parametrize("role", ["performance-officer", "administrator", "director-of-childrens-services"])
@pytest.mark.parametrize("path", ["/", "/figures/", "/people/"])
def test_officers_and_specialists_reach_only_the_page_to_set_one_up(role, path):
    client = with_password_only(role)
    response = client.get(path, follow=True)
    assert response.redirect_chain == [(SECURITY, 302)]
    assert NEEDS_MORE in response.content.decode()


def test_without_one_an_officer_sees_public_pages_as_strangers_do():
    response = with_password_only("performance-officer").get("/packs/")
    assert response.status_code == 200
    assert not response.wsgi_request.standing.is_member


@pytest.mark.parametrize("role", ["councillor", "committee-member"])
def test_members_need_none(role):
    assert with_password_only(role).get("/").status_code == 200


def test_an_officer_who_is_also_a_councillor_needs_one():
    client = with_password_only("councillor")
    AppointmentFactory(person=client.person, role__slug="administrator")
    assert client.get("/").url == "/account/security/"


@pytest.mark.django_db(transaction=True)
def test_code_app_is_set_up_and_counts_at_once():
    officer = with_password_only("performance-officer")
    page = officer.get("/account/codes/").content.decode()
    secret = re.search(r"app-secret\">(\w+)<", page)[1]
    assert "<svg role" in page
    assert "data:" not in page
    assert officer.post("/account/codes/", {"code": code(secret)}).url == "/account/recovery-codes/"
    assert officer.get("/account/recovery-codes/").content.decode().count("<code>") == 10
    assert officer.get("/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_set_up_says_so_by_mail():
    officer = with_password_only("performance-officer")
    page = officer.get("/account/codes/").content.decode()
    secret = re.search(r"app-secret\">(\w+)<", page)[1]
    officer.post("/account/codes/", {"code": code(secret)})
    jobs.work()
    [message] = mail.outbox
    assert message.subject == "A code app was set up"
    assert "tell your council’s administrator at once" in message.body


def test_secret_of_the_code_app_is_not_readable_in_the_database(priya):
    assert SECRET not in str(Authenticator.objects.get().data)


def test_passkey_is_added_and_counts_at_once(device):
    officer = with_password_only("performance-officer")
    assert add_passkey(officer, device).url == "/account/recovery-codes/"
    assert officer.get("/").status_code == 200
    assert "<strong>Passkey</strong>" in officer.get(SECURITY).content.decode()


def test_password_then_code(client, priya):
    assert sign_in(client, priya).url == "/account/sign-in/code/"
    assert not is_signed_in(client)
    assert client.post("/account/sign-in/code/", {"code": code()}).url == "/"
    assert is_signed_in(client)
    assert client.get("/").status_code == 200


def test_code_works_once(client, priya):
    used = code()
    sign_in(client, priya)
    client.post("/account/sign-in/code/", {"code": used})
    client.post("/account/sign-out/")
    sign_in(client, priya)
    page = client.post("/account/sign-in/code/", {"code": used}).content.decode()
    assert "That was not right. A code works once and for a minute: enter the next one." in page
    assert not is_signed_in(client)


def test_code_of_the_step_before_is_taken(client, priya):
    sign_in(client, priya)
    assert client.post("/account/sign-in/code/", {"code": code(steps=-1)}).status_code == 302


def test_code_of_an_hour_ago_is_not(client, priya):
    sign_in(client, priya)
    client.post("/account/sign-in/code/", {"code": code(steps=-120)})
    assert not is_signed_in(client)


def test_recovery_code_works_once(client, device):
    officer = with_password_only("performance-officer")
    add_passkey(officer, device)
    first = re.search(r"<code>(\d+)</code>", officer.get("/account/recovery-codes/").content.decode())[1]
    for is_taken in (True, False):
        sign_in(client, officer.person)
        client.post("/account/sign-in/code/", {"code": first})
        assert is_signed_in(client) is is_taken
        client.post("/account/sign-out/")


def test_lock_after_wrong_codes_does_not_stop_a_passkey(client, device):
    officer = with_password_only("performance-officer")
    add_passkey(officer, device)
    sign_in(client, officer.person)
    for _ in range(6):
        page = client.post("/account/sign-in/code/", {"code": "000000"}).content.decode()
    assert "Too many tries." in page
    asked = options_of(client.get("/account/sign-in/code/").content.decode())
    assert client.post("/account/sign-in/code/", {"credential": device.show(asked)}).url == "/"
    assert is_signed_in(client)


def test_lock_after_wrong_passwords_does_not_stop_a_passkey(client, device):
    officer = with_password_only("performance-officer")
    add_passkey(officer, device)
    for _ in range(6):
        client.post(SIGN_IN, {"login": officer.person.email, "password": "three quiet geese"})
    assert "Too many tries." in sign_in(client, officer.person).content.decode()
    assert sign_in_by_passkey(client, device).url == "/"
    assert client.get("/").status_code == 200


def test_passkey_alone_goes_on_to_the_page_that_was_asked_for(client, device):
    officer = with_password_only("performance-officer")
    add_passkey(officer, device)
    assert sign_in_by_passkey(client, device, next="/figures/").url == "/figures/"


def test_passkey_of_a_closed_account(client, device):
    officer = with_password_only("performance-officer")
    add_passkey(officer, device)
    officer.person.is_active = False
    officer.person.save()
    assert sign_in_by_passkey(client, device).url == "/account/inactive/"
    assert not is_signed_in(client)


@pytest.mark.parametrize("credential", NONSENSE)
def test_passkey_that_is_nonsense(client, credential):
    client.get("/account/sign-in/passkey/", headers={"accept": "application/json"})
    assert client.post("/account/sign-in/passkey/", {"credential": credential}).url == SIGN_IN
    assert not is_signed_in(client)


@pytest.mark.parametrize("credential", NONSENSE)
def test_nonsense_is_no_passkey_and_proves_nothing(credential):
    officer = with_password_only("performance-officer")
    officer.get("/account/passkeys/new/")
    assert officer.post("/account/passkeys/new/", {"credential": credential}).status_code == 200
    assert not Authenticator.objects.exists()
    assert officer.get("/people/").url == "/account/security/"


def test_last_passkey_of_an_officer_stays(device):
    officer = with_password_only("performance-officer")
    add_passkey(officer, device)
    remove = f"/account/passkeys/{Authenticator.objects.get(type='webauthn').pk}/remove/"
    page = officer.get(remove).content.decode()
    assert KEEPS_ONE in page
    assert ">Remove it<" not in page
    assert officer.post(remove).status_code == 403
    assert Authenticator.objects.filter(type="webauthn").exists()


def test_one_of_two_can_be_removed(device):
    officer = with_password_only("performance-officer")
    add_passkey(officer, device)
    TOTP.activate(officer.person, SECRET)
    remove = f"/account/passkeys/{Authenticator.objects.get(type='webauthn').pk}/remove/"
    assert officer.post(remove).url == "/account/security/"
    assert "Passkey removed." in officer.get(SECURITY).content.decode()


def test_last_code_app_of_an_officer_stays(priya):
    client = PersonsClient(priya)
    assert KEEPS_ONE in client.get("/account/codes/remove/").content.decode()
    client.post("/account/codes/remove/")
    assert Authenticator.objects.filter(type="totp").exists()


def test_last_passkey_of_a_councillor_can_go(device):
    councillor = with_password_only("councillor")
    add_passkey(councillor, device)
    remove = f"/account/passkeys/{Authenticator.objects.get(type='webauthn').pk}/remove/"
    assert councillor.post(remove).url == "/account/security/"
    assert not Authenticator.objects.exists()


def test_passkey_gets_a_name(device):
    councillor = with_password_only("councillor")
    add_passkey(councillor, device)
    name = f"/account/passkeys/{Authenticator.objects.get(type='webauthn').pk}/name/"
    assert councillor.post(name, {"name": "My telephone"}).url == "/account/security/"
    assert "My telephone" in councillor.get(SECURITY).content.decode()
    assert "Enter a name" in councillor.post(name, {"name": ""}).content.decode()


@pytest.mark.parametrize("verb", ["name", "remove"])
def test_passkey_of_another_is_not_there(device, councillor, verb):
    add_passkey(with_password_only("councillor"), device)
    address = f"/account/passkeys/{Authenticator.objects.get(type='webauthn').pk}/{verb}/"
    assert councillor.get(address).status_code == 404
    assert councillor.post(address).status_code == 404


def test_asking_about_the_second_factor_costs_no_query(officer, rf, django_assert_num_queries):
    request = rf.get("/")
    request.user, request.session = officer.person, officer.session
    request.session.get("anything")
    with django_assert_num_queries(0):
        assert has_second_factor(request)


def test_give_codes_in_the_invented_council(council, client):
    person = AppointmentFactory(role__slug="administrator").person
    assert services.give_codes(person=person, secret=SECRET) == services.give_codes(person=person, secret=SECRET)
    sign_in(client, person)
    assert client.post("/account/sign-in/code/", {"code": code()}).url == "/"


def test_give_codes_in_a_real_council(council):
    Council.objects.update(is_invented=False)
    with pytest.raises(NotAllowed, match=r"Codes are only given out in the invented council\."):
        services.give_codes(person=AppointmentFactory().person, secret=SECRET)
