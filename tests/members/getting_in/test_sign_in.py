from datetime import timedelta

import pytest
from django.utils import timezone

from members.models import Person
from tests.factories.members import PASSWORD, AppointmentFactory, PersonFactory

pytestmark = pytest.mark.django_db

SIGN_IN = "/account/sign-in/"
WRONG = "The e-mail address or the password is not right. Try again or choose a new one."


@pytest.fixture
def amina(council):
    return AppointmentFactory(person__email="amina@larchford.example").person


def sign_in(client, email, password=PASSWORD, **more):
    return client.post(SIGN_IN, {"login": email, "password": password}, **more)


def is_signed_in(client):
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("email", ["amina@larchford.example", "AMINA@Larchford.Example", " amina@larchford.example "])
def test_sign_in_by_email_in_any_case(client, amina, email):
    response = sign_in(client, email)
    assert (response.status_code, response.url) == (302, "/")
    assert is_signed_in(client)


def test_sign_in_with_a_wrong_password(client, amina):
    response = sign_in(client, amina.email, "three quiet geese")
    assert WRONG in response.content.decode()
    assert not is_signed_in(client)


def test_sign_in_says_the_same_when_there_is_no_account(client, amina):
    wrong = sign_in(client, amina.email, "three quiet geese").content.decode()
    nobody = sign_in(client, "nobody@larchford.example", "three quiet geese").content.decode()
    assert WRONG in nobody
    assert messages_of(wrong) == messages_of(nobody)


def messages_of(html):
    return [line.strip() for line in html.splitlines() if "error" in line]


def test_sign_in_of_a_disabled_account(client, amina):
    Person.objects.update(is_active=False)
    sign_in(client, amina.email)
    assert not is_signed_in(client)


def test_sign_in_of_a_person_without_email(client, council):
    PersonFactory(email="")
    sign_in(client, "")
    assert not is_signed_in(client)


def test_sign_in_waits_after_five_failures(client, amina):
    for n in range(5):
        sign_in(client, amina.email, "three quiet geese", headers={"x-forwarded-for": f"203.0.113.{n}"})
    response = sign_in(client, amina.email)
    assert "Too many tries." in response.content.decode()
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    ("proxies", "forwarded"),
    [(0, "203.0.113.{n}"), (1, "203.0.113.{n}, 198.51.100.7")],
    ids=["no proxy", "behind a proxy"],
)
def test_sign_in_fails_from_one_address_thirty_times_an_hour_whatever_it_says_of_itself(
    client, amina, settings, proxies, forwarded
):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    for n in range(30):
        sign_in(client, f"{n}@larchford.example", headers={"x-forwarded-for": forwarded.format(n=n)})
    response = sign_in(client, amina.email, headers={"x-forwarded-for": forwarded.format(n=99)})
    assert "Too many tries." in response.content.decode()
    assert not is_signed_in(client)


def test_sign_in_of_a_whole_town_hall_from_one_address(client, amina):
    assert [sign_in(client, amina.email).status_code for _ in range(40)] == [302] * 40


def test_sign_in_of_another_person_does_not_wait(client, amina):
    for _ in range(5):
        sign_in(client, amina.email, "three quiet geese")
    other = AppointmentFactory().person
    sign_in(client, other.email)
    assert is_signed_in(client)


def test_sign_in_goes_on_to_the_page_that_was_asked_for(client, amina):
    response = client.get("/account/password/")
    assert response.url == f"{SIGN_IN}?next=/account/password/"
    response = client.post(response.url, {"login": amina.email, "password": PASSWORD})
    assert response.url == "/account/password/"


def test_sign_in_never_goes_on_to_a_foreign_page(client, amina):
    response = client.post(f"{SIGN_IN}?next=https://evil.example/", {"login": amina.email, "password": PASSWORD})
    assert response.url == "/"


def test_sign_in_gives_a_cookie_that_no_script_reads(client, amina):
    cookie = sign_in(client, amina.email).cookies["session"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["expires"] == ""


@pytest.mark.parametrize("path", ["/account/signup/", "/accounts/signup/", "/admin/"])
def test_there_is_no_such_page(client, path):
    assert client.get(path).status_code == 404


def test_nobody_signs_themselves_up(client, council):
    assert "password" not in client.get("/account/sign-up/").content.decode().lower()
    new = {"email": "nobody@larchford.example", "password1": PASSWORD, "password2": PASSWORD}
    client.post("/account/sign-up/", new)
    assert not Person.objects.exists()
    assert not is_signed_in(client)


def test_sign_out_is_a_post(councillor):
    councillor.get("/account/sign-out/")
    assert is_signed_in(councillor)
    councillor.post("/account/sign-out/")
    assert not is_signed_in(councillor)


def test_ended_appointment_closes_members_pages_at_the_next_request(councillor, members_page):
    assert councillor.get(members_page).status_code == 200
    end(councillor.person)
    response = councillor.get(members_page)
    assert response.status_code == 403
    assert "You have no current appointment with the council" in response.content.decode()


def end(person):
    person.appointments.update(ends_on=timezone.localdate() - timedelta(days=1))


def test_ended_appointment_leaves_ones_own_account(councillor):
    end(councillor.person)
    assert councillor.get("/account/password/").status_code == 200


def test_disabled_account_is_signed_out_at_the_next_request(councillor, members_page):
    Person.objects.update(is_active=False)
    response = councillor.get(members_page)
    assert response.status_code == 302
    assert response.url.startswith(SIGN_IN)


@pytest.fixture
def members_page():
    """A page that is open to every member and to nobody else."""
    return "/members-only/"


@pytest.fixture(autouse=True)
def with_members_page(settings):
    settings.ROOT_URLCONF = "tests.members.urls"
