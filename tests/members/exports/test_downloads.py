"""The page of downloads, its files, and the same on the command line."""

import csv
import json
import zipfile
from io import BytesIO, StringIO

import pytest
from django.core.management import call_command
from openpyxl import load_workbook

from corpparent.models import Event
from members.models import Appointment, Body, Person
from members.roles import COMMITTEE_MEMBER, COUNCILLOR
from tests.factories.bodies import BodyFactory
from tests.factories.members import AppointmentFactory, PersonFactory

pytestmark = pytest.mark.django_db

FORMS = ["popolo", "csv", "xlsx"]
REFUSED = "Only the administrator or a democratic services officer can download the list of people."


@pytest.fixture(autouse=True)
def larchford(council):
    board = BodyFactory(name="Corporate Parenting Board")
    AppointmentFactory(role__slug=COUNCILLOR, ward="Alder", party="Green", person__email="amina@larchford.example")
    AppointmentFactory(role__slug=COMMITTEE_MEMBER, body=board, place="chair")
    PersonFactory(name="=SUM(A1)", email="")
    return council


def tables(content):
    """{name: rows} of the zip of tables."""
    with zipfile.ZipFile(BytesIO(content)) as files:
        read = {name: files.read(name).decode("utf-8-sig") for name in files.namelist()}
    return {name: list(csv.reader(StringIO(text))) for name, text in read.items()}


def download(client, form, status=200):
    answer = client.post(f"/exports/{form}/")
    assert answer.status_code == status
    return answer


def test_pages_are_for_those_who_are_signed_in(client):
    assert client.get("/exports/").url == "/account/sign-in/?next=/exports/"
    assert {client.post(f"/exports/{form}/").status_code for form in FORMS} == {302}


@pytest.mark.parametrize("role", ["councillor", "checks-officer", "lead-member"])
def test_pages_tell_the_wrong_role_why(client_of, role):
    client = client_of(role)
    assert REFUSED in client.get("/exports/", follow=True).content.decode()
    for form in FORMS:
        assert REFUSED in download(client, form, 403).content.decode()
    assert not Event.objects.exists()


def test_downloads_are_not_for_looking(administrator):
    assert {administrator.get(f"/exports/{form}/").status_code for form in FORMS} == {405}
    assert download(administrator, "pdf", 404)


@pytest.mark.parametrize("form", FORMS)
def test_each_download_is_an_event(administrator, form):
    download(administrator, form)
    event = Event.objects.get()
    assert (event.type, event.actor_id) == ("people-exported", administrator.person.public_id)
    assert event.details == {"form": form, "people": Person.objects.count()}


def test_page_has_a_button_for_each(administrator):
    page = administrator.get("/exports/").content.decode()
    assert [form for form in FORMS if f'action="/exports/{form}/"' not in page] == []
    assert "with work e-mail addresses" in page


def test_tables_hold_everybody_every_body_and_every_appointment(administrator):
    found = tables(download(administrator, "csv").content)
    counted = {name: len(rows) - 1 for name, rows in found.items()}
    assert counted == {
        "people.csv": Person.objects.count(),
        "bodies.csv": Body.objects.count(),
        "memberships.csv": Appointment.objects.count(),
    }
    assert "'=SUM(A1)" in [row[1] for row in found["people.csv"]]
    assert "amina@larchford.example" in str(found["people.csv"])
    assert "Corporate Parenting Board" in str(found["memberships.csv"])


def test_workbook_has_three_sheets(administrator):
    book = load_workbook(BytesIO(download(administrator, "xlsx").content))
    assert book.sheetnames == ["People", "Bodies", "Memberships"]
    assert book["Memberships"].max_row == Appointment.objects.count() + 1


def test_democratic_services_officer_gets_no_email_address(client_of):
    client = client_of("democratic-services-officer")
    assert "with work e-mail addresses" not in client.get("/exports/").content.decode()
    for form in FORMS:
        content = download(client, form).content
        assert b"@larchford" not in (content if form == "popolo" else unzipped(content))


def unzipped(content):
    with zipfile.ZipFile(BytesIO(content)) as files:
        return b"".join(files.read(name) for name in files.namelist())


def test_popolo_is_json(administrator):
    answer = download(administrator, "popolo")
    assert answer["Content-Type"] == "application/json"
    assert set(json.loads(answer.content)) == {"persons", "organizations", "memberships", "areas"}


def test_queries_do_not_grow_with_the_rows(administrator, django_assert_num_queries):
    download(administrator, "csv")
    with django_assert_num_queries(14):
        download(administrator, "csv")
    AppointmentFactory.create_batch(5, role__slug=COUNCILLOR)
    with django_assert_num_queries(14):
        download(administrator, "csv")


@pytest.mark.parametrize(("table", "model"), [("people", Person), ("bodies", Body), ("memberships", Appointment)])
def test_export_members_prints_one_table(capsys, table, model):
    call_command("export_members", "--format", "csv", "--table", table)
    assert len(list(csv.reader(StringIO(capsys.readouterr().out)))) == model.objects.count() + 1
