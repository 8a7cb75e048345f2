"""Pages of duties and statements: what they say, and to whom."""

import pytest

from corpparent.models import Event
from members.models import Duty
from tests.factories.learning import ReadingFactory
from tests.factories.members import AppointmentFactory
from tests.members.duties.deeds import record
from tests.plugins.people import PersonsClient

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

SEE_ALL = [
    "lead-member",
    "director-of-childrens-services",
    "chief-executive",
    "democratic-services-officer",
    "administrator",
]
SEE_OWN = ["councillor", "committee-member", "designated-nurse", "performance-officer", "checks-officer"]


def html(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def statement(person, more=""):
    return f"/people/{person.public_id}/duties/{more}"


def test_duties_are_explained_to_everybody(councillor):
    page = html(councillor.get("/duties/"))
    assert "Know what the role asks" in page
    assert "Every corporate parent. Every 24 months; 60 days to prove it." in page
    assert "Councillor on the visit rota. On each occasion, within 7 days." in page
    assert "Not recorded yet" in page
    assert "/change/" not in page


def test_a_duty_that_is_not_asked_is_shown_to_its_keeper_alone(councillor, administrator):
    Duty.objects.filter(code="U1").update(is_asked=False)
    assert "Know what the role asks" not in html(councillor.get("/duties/"))
    page = html(administrator.get("/duties/"))
    assert "Know what the role asks" in page
    assert "Not asked here" in page


def test_administrator_sets_a_duty(administrator):
    page = html(administrator.get("/duties/U1/change/"))
    assert 'value="24"' in page
    answer = {"months": "12", "days": "30", "is_asked": "on", "version": "1"}
    page = html(administrator.post("/duties/U1/change/", answer, follow=True))
    assert "Every 12 months; 30 days to prove it." in page


@pytest.mark.parametrize(
    ("code", "changes", "sentence"),
    [
        ("U1", {"months": ""}, "Enter for how many months a proof holds, like 12."),
        ("U1", {"months": "many"}, "Enter the months as a number, like 12."),
        ("U1", {"months": "0"}, "A proof holds for a month at least."),
        ("U1", {"days": "367"}, "Give people a year (366 days) at most."),
        ("T1", {"days": "-1"}, "Give people a day at least."),
        ("U1", {"version": "7"}, "Somebody else changed this while you had it open."),
    ],
)
def test_what_is_wrong_with_a_setting_is_said(administrator, code, changes, sentence):
    answer = {"months": "12", "days": "30", "is_asked": "on", "version": "1"} | changes
    page = html(administrator.post(f"/duties/{code}/change/", answer))
    assert sentence in page
    assert "<title>Error: How" in page
    assert Duty.objects.get(code=code).version == 1


def test_an_occasion_has_no_months_to_set(administrator):
    assert 'name="months"' not in html(administrator.get("/duties/T1/change/"))


def test_settings_are_for_the_administrator(client_of):
    for role in ("councillor", "lead-member"):
        assert html(client_of(role).get("/duties/U1/change/"), 403)
        assert html(client_of(role).post("/duties/U1/change/"), 403)


def test_there_is_no_such_duty(administrator):
    assert administrator.get("/duties/U9/change/").status_code == 404


def test_my_statement_says_what_waits_and_how_to_end_it(councillor):
    page = html(councillor.get(statement(councillor.person)))
    assert "One duty waits for you." in page
    assert "1 late, 3 with nothing asked yet, 1 not recorded here yet." in page
    assert '<a href="#role">Sign the statement of your role</a>' in page
    assert '<a href="/learning/">Come to an induction or refresher</a>' in page
    assert "Sign this with my name" in page


def test_signing_on_the_page(councillor):
    answer = councillor.post("/duties/sign/", follow=True)
    event = Event.objects.get(type="statement-signed")
    page = html(answer)
    assert "You have signed the statement of your role." in page
    assert f"record {event.number}" in page
    assert "Sign this with my name" not in page
    assert "Come to an induction" in page


def test_what_was_asked_is_named(client_of):
    client = client_of("lead-member")
    reading = ReadingFactory(title="Working together, 2026")
    record("reading-asked", client.person, about=reading.reference, kind="guidance")
    assert "Read the law or guidance you were asked to read: Working together, 2026" in html(
        client.get(statement(client.person))
    )


@pytest.mark.parametrize("role", SEE_ALL)
def test_a_statement_is_open_to_those_who_answer_for_the_whole(client_of, role, councillor):
    page = html(client_of(role).get(statement(councillor.person)))
    assert f"One duty waits for {councillor.person.name}." in page
    assert "Sign this with my name" not in page
    assert 'href="#role"' not in page


@pytest.mark.parametrize("role", SEE_OWN)
def test_for_others_there_is_no_such_statement(client_of, role, councillor):
    client = client_of(role)
    for more in ("", "pdf/"):
        assert client.get(statement(councillor.person, more)).status_code == 404
        assert client.get(statement(client.person, more)).status_code == 200


def test_a_statement_as_it_stood_at_the_end_of_a_year(councillor):
    year = html(councillor.get(statement(councillor.person))).split("?year=")[1][:7]
    page = html(councillor.get(statement(councillor.person, f"?year={year}")))
    assert f"Statement of duties, 31 March 20{year[5:]}" in page
    assert "Sign this with my name" not in page
    assert html(councillor.get(statement(councillor.person, "?year=1899-00")))


def test_somebody_without_a_level_has_no_duties(administrator):
    page = html(administrator.get(statement(administrator.person)))
    assert "No appointment of today makes you a corporate parent." in page


def test_a_statement_asks_the_same_number_of_queries(client_of, django_assert_max_num_queries):
    client = client_of("lead-member")
    for days in range(8):
        record("reading-asked", client.person, -days, kind="law")
    with django_assert_max_num_queries(14):
        client.get(statement(client.person))


def test_the_paper_is_a_download(councillor):
    answer = councillor.get(statement(councillor.person, "pdf/"))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith('attachment; filename="duties-cllr-robin-example')
    assert answer.content.startswith(b"%PDF")


def test_ended_appointments_end_it():
    person = AppointmentFactory(ends_on="2022-05-01").person
    assert PersonsClient(person).get(statement(person)).status_code == 403
