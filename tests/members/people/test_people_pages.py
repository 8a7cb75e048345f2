"""A person's page, history, adding, changing, closing: through the pages, as those who look at them."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils.timezone import localdate

from corpparent.models import Event
from members import services
from members.models import Person
from tests.factories.bodies import BodyFactory
from tests.factories.corpparent import NOW
from tests.factories.members import AppointmentFactory, PersonFactory
from tests.plugins.people import PersonsClient

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
NEW = {"name": "Peter Oyelaran", "known_as": "Peter", "email": "peter@larchford.example"}


@pytest.fixture
def amina(council):
    person = PersonFactory(name="Cllr Amina Yusuf", known_as="Amina", email="amina@larchford.example")
    AppointmentFactory(person=person, ward="Birchwood", party="Green")
    board = BodyFactory(name="Corporate Parenting Board", slug="corporate-parenting-board")
    AppointmentFactory(person=person, role__slug="committee-member", body=board, place="chair")
    AppointmentFactory(person=person, role__slug="manager", ends_on=date(2022, 5, 5), ended_because="moved")
    AppointmentFactory(person=person, role__slug="lead-member", starts_on=localdate() + 9 * DAY)
    return person


def page(client, person, verb=""):
    return client.get(f"/people/{person.public_id}/{verb}").content.decode()


def test_page_says_who_somebody_is_today(amina, councillor):
    shown = page(councillor, amina)
    for words in (
        "Targeted corporate parent today, as Member of the corporate parenting body.",
        "Birchwood ward, Green",
        "Chair",
        "Corporate Parenting Board",
        "To come",
        "to 5 May 2022: moved to another role",
        "amina@larchford.example",
    ):
        assert words in shown


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("director-of-childrens-services", "Specialist corporate parent today, as Director of"),
        ("administrator", "No level of corporate parent: these appointments are about running the portal."),
    ],
)
def test_page_says_the_level_and_why(council, councillor, role, words):
    assert words in page(councillor, AppointmentFactory(role__slug=role).person)


def test_page_of_somebody_without_an_appointment(council, councillor):
    shown = page(councillor, PersonFactory())
    assert "No appointment today, so no way into the portal." in shown
    assert "No appointment today." in shown


@pytest.mark.parametrize(
    ("role", "links"),
    [
        ("councillor", []),
        ("checks-officer", ["checks/"]),
        ("democratic-services-officer", ["duties/"]),
        ("director-of-childrens-services", ["checks/", "duties/"]),
        ("administrator", ["appoint/", "change/", "confirm/", "duties/", "hand-over/", "invite/"]),
    ],
)
def test_page_leads_where_each_may_go(amina, client_of, role, links):
    shown = page(client_of(role), amina)
    every = ["appoint/", "change/", "checks/", "confirm/", "duties/", "hand-over/", "invite/"]
    assert [link for link in every if f"/people/{amina.public_id}/{link}" in shown] == links
    assert f"/people/{amina.public_id}/history/" in shown


def test_my_own_page_leads_to_what_is_mine(amina):
    shown = page(PersonsClient(amina), amina)
    for link in ("duties/", "checks/", "data/"):
        assert f"/people/{amina.public_id}/{link}" in shown
    assert "/learning/" in shown


def test_page_that_is_nobodys(council, councillor):
    assert councillor.get(f"/people/{uuid4()}/").status_code == 404


def test_page_asks_the_same_number_of_queries_whatever_there_is(amina, councillor, django_assert_max_num_queries):
    for year in range(1990, 2010):
        AppointmentFactory(person=amina, starts_on=date(year, 5, 1), ends_on=date(year, 6, 1))
    page(councillor, amina)
    with django_assert_max_num_queries(6):
        page(councillor, amina)


def test_history_shows_every_appointment_and_the_record(amina, administrator):
    by = administrator.person
    services.change_person(person=amina, version=1, by=by, at=NOW, known_as="Mina", email="mina@larchford.example")
    held = services.appoint(person=amina, role="visiting-councillor", starts_on=date(2024, 5, 1), by=None, at=NOW)
    services.end_appointment(appointment=held, ends_on=localdate(), by=by, at=NOW, because="other")
    services.close_person(person=amina, by=by, at=NOW)
    shown = page(administrator, amina, "history/")
    for words in (
        "Details changed: known as, e-mail address",
        "Appointed: Councillor on the visit rota",
        "The portal, 4 November 2024 at 10:30",
        "End of an appointment set: Councillor on the visit rota",
        "Account closed",
        by.name,
        "another reason",
    ):
        assert words in shown


def test_history_shows_the_record_to_few(amina, councillor, client_of):
    sentence = "Only they themselves and those who answer for the council’s arrangements see this."
    services.close_person(person=amina, by=None, at=NOW)
    services.open_person(person=amina, by=None, at=NOW)
    assert sentence in page(councillor, amina, "history/")
    assert "Account closed" not in page(councillor, amina, "history/")
    for looker in (PersonsClient(amina), client_of("lead-member")):
        assert "Account closed" in page(looker, amina, "history/")


def test_history_after_retention_has_blanked_the_names(amina, administrator):
    services.change_person(person=amina, version=1, by=administrator.person, at=NOW, known_as="Mina")
    Event.objects.update(private=None, salt="")
    assert "Name no longer kept" in page(administrator, amina, "history/")


def test_history_of_somebody_new(council, administrator):
    shown = page(administrator, PersonFactory(), "history/")
    assert "No appointment yet." in shown
    assert "Nothing is on the record yet." in shown


def test_add_a_person(council, administrator):
    answers = NEW | {"public_id": str(uuid4())}
    for _ in range(2):
        answer = administrator.post("/people/new/", answers, follow=True)
        assert "Peter Oyelaran is added." in answer.content.decode()
    assert Person.objects.filter(name="Peter Oyelaran").count() == 1


def test_add_form_carries_the_id_of_the_person_to_be(council, administrator):
    first, second = (administrator.get("/people/new/").context["form"]["public_id"].value() for _ in range(2))
    assert first != second


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "Enter the name."),
        ({"name": "x" * 151}, "Keep it to 150 characters."),
        ({"name": "A\u202enima"}, "This has characters that cannot be seen. Type the name again."),
        ({"name": "123"}, "Enter the name in letters, of any alphabet."),
        ({"email": "nobody"}, "Enter an e-mail address, like amina.yusuf@example.gov.uk."),
        (
            {"email": "AMINA@larchford.example"},
            "This e-mail address belongs to Cllr Amina Yusuf. Enter another one or none.",
        ),
    ],
)
def test_what_is_wrong_with_a_new_person_is_said_at_the_field(amina, administrator, changes, sentence):
    (field,) = changes
    shown = administrator.post("/people/new/", NEW | {"public_id": str(uuid4())} | changes)
    assert shown.context["form"].errors[field] == [sentence]
    assert "Peter" in shown.content.decode()
    assert not Person.objects.filter(known_as="Peter").exists()


def test_change_a_person(amina, administrator):
    path = f"/people/{amina.public_id}/change/"
    form = administrator.get(path).context["form"]
    answers = {name: form[name].value() for name in ("name", "known_as", "email", "version")}
    answer = administrator.post(path, answers | {"known_as": "Mina"}, follow=True).content.decode()
    assert "Changes kept." in answer
    amina.refresh_from_db()
    assert amina.known_as == "Mina"


def test_change_a_person_whom_somebody_else_has_changed(amina, administrator):
    services.change_person(person=amina, version=1, by=None, at=NOW, name="Cllr Amina Bell")
    path, answers = f"/people/{amina.public_id}/change/", NEW | {"name": "Cllr Amina Ball", "version": 1}
    shown = administrator.post(path, answers)
    assert "Somebody else changed this while you had it open." in shown.content.decode()
    assert "Cllr Amina Ball" in shown.content.decode()
    version = shown.context["form"]["version"].value()
    administrator.post(path, answers | {"version": version})
    amina.refresh_from_db()
    assert amina.name == "Cllr Amina Ball"


def test_close_and_open_an_account(amina, administrator):
    own = PersonsClient(amina)
    assert "Close this account?" in page(administrator, amina, "confirm/")
    for _ in range(2):
        answer = administrator.post(f"/people/{amina.public_id}/close/", follow=True).content.decode()
        assert "The account of Cllr Amina Yusuf is closed." in answer
    assert "Open the account again" in answer
    assert own.get("/people/").status_code == 302
    assert "is open again" in administrator.post(f"/people/{amina.public_id}/open/", follow=True).content.decode()


def test_close_my_own_account(council, administrator):
    person = administrator.person
    assert "You cannot close your own account." in page(administrator, person, "confirm/")
    assert administrator.post(f"/people/{person.public_id}/close/").status_code == 403


@pytest.mark.parametrize("verb", ["change/", "appoint/", "hand-over/", "close/", "open/"])
def test_verbs_are_the_administrators(amina, councillor, verb):
    answer = councillor.post(f"/people/{amina.public_id}/{verb}")
    assert answer.status_code == 403
    assert "Only the council&#x27;s administrator can appoint people" in answer.content.decode()


@pytest.mark.parametrize("path", ["/people/", "/people/new/"])
def test_strangers_are_asked_to_sign_in(client, council, path):
    assert client.get(path).status_code == 302


def test_somebody_whose_appointment_ended_sees_no_directory(council):
    gone = AppointmentFactory(ends_on=date(2022, 1, 1)).person
    assert PersonsClient(gone).get("/people/").status_code == 403
