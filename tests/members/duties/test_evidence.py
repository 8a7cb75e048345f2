"""The evidence file of a year: asked for, made by the job, kept; and the pages around it."""

import csv
import io
from datetime import date

import pytest
from django.utils import timezone

from corpparent import jobs
from corpparent.models import Event, Job
from corpparent.periods import Period
from corpparent.rules import NotAllowed
from members import papers, services
from members.facts import evidence
from members.facts.years import end_of_year, years
from members.models import EvidenceFile
from tests.factories.duties import EvidenceFileFactory
from tests.factories.members import AppointmentFactory
from tests.members.duties.deeds import TODAY, record
from tests.pdfua import faults

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

YEAR = Period.parse("2024-25")
REFUSED = "Only the Lead Member, the Director of Children&#x27;s Services, the chief executive"


@pytest.fixture
def officer_person():
    return AppointmentFactory(role__slug="democratic-services-officer").person


@pytest.fixture
def someone():
    """A councillor who signed within the year, came to an induction before it, and again after it."""
    person = AppointmentFactory(person__name="Cllr Robin Ash", ward="Alder").person
    record("learning-attended", person, -700, kind="induction")
    record("statement-signed", person, -300, statement="role")
    record("learning-attended", person, -10, kind="refresher")
    return person


def ask(by, year="2024-25", at=TODAY):
    return services.ask_for_evidence(year=year, by=by, at=at)


def made(by, year="2024-25"):
    file = ask(by, year)
    assert jobs.work() == 1
    file.refresh_from_db()
    return file


def test_gather_says_what_held_at_the_end_of_the_year(someone):
    told = evidence.gather(YEAR, TODAY)
    (holder,) = told.people
    assert (holder.name, holder.roles, holder.on) == ("Cllr Robin Ash", ["Councillor, Alder"], date(2025, 3, 31))
    u1 = holder.rows[0]
    assert (u1.code, u1.tag, u1.when) == ("U1", "Met", "Until 5 December 2025")
    assert [one.words for one in u1.records] == ["Statement of the role signed", "Came to an induction or refresher"]
    assert told.summary[0] == ["U1 Know what the role asks", "1", "1", "–", "–", "–", "–"]
    assert told.is_whole


def test_whoever_left_in_the_year_is_there_as_on_their_last_day(someone):
    left = AppointmentFactory(person__name="Cllr Sam Bay", starts_on=date(2021, 5, 10), ends_on=date(2024, 5, 5)).person
    AppointmentFactory(person__name="Cllr Kit Dale", starts_on=date(2021, 5, 10), ends_on=date(2024, 3, 31))
    AppointmentFactory(person__name="Cllr Jo Elm", starts_on=date(2025, 4, 1))
    record("statement-signed", left, -600, statement="role")
    holders = {one.name: one for one in evidence.gather(YEAR, TODAY).people}
    assert list(holders) == ["Cllr Robin Ash", "Cllr Sam Bay"]
    assert (holders["Cllr Sam Bay"].on, holders["Cllr Sam Bay"].has_left) == (date(2024, 5, 5), True)
    assert holders["Cllr Sam Bay"].rows[0].tag == "Late"


def test_a_year_that_runs_is_shown_as_it_stands(someone):
    told = evidence.gather(Period.parse("2025-26"), TODAY)
    assert (told.on, told.is_whole) == (TODAY.date(), False)
    assert [one.words for one in told.people[0].rows[0].records] == [
        "Came to an induction or refresher",
        "Statement of the role signed",
    ]


def test_gather_asks_the_same_number_of_queries(django_assert_num_queries):
    for _ in range(5):
        record("statement-signed", AppointmentFactory().person, -300, statement="role")
    with django_assert_num_queries(7):
        evidence.gather(YEAR, TODAY)


def test_table_has_a_row_for_each_record_and_each_duty_without_one(someone):
    rows = list(csv.reader(io.StringIO(evidence.csv_of(evidence.gather(YEAR, TODAY)).decode("utf-8-sig"))))
    assert rows[0] == evidence.HEAD
    assert [row[4] for row in rows[1:]] == ["U1", "U1", "U2", "U3", "U4", "U5"]
    assert rows[1][:7] == [
        "Cllr Robin Ash",
        "Councillor, Alder",
        "Universal",
        "2025-03-31",
        "U1",
        "Know what the role asks",
        "Met",
    ]
    assert rows[1][9:] == ["Statement of the role signed", "2", "2025-01-08"]
    assert rows[3][9:] == ["", "", ""]


def test_paper_is_tagged_and_names_its_head(someone):
    told = evidence.gather(YEAR, TODAY)
    printed = papers.evidence_pdf(told)
    assert faults(printed.content) == []
    assert printed.pages == 4


def test_ask_and_make(officer_person, someone):
    file = made(officer_person)
    assert file.made_at
    assert file.pdf.path.read_bytes().startswith(b"%PDF")
    assert b"Cllr Robin Ash" in file.csv.path.read_bytes()
    asked, finished = Event.objects.filter(subject_id=file.public_id)
    assert (asked.type, asked.details) == ("evidence-asked-for", {"year": "2024-25"})
    assert (finished.type, finished.details["people"], finished.actor_id) == ("evidence-made", 1, None)
    assert file.head.startswith(f"{asked.number}:"), "its head is the record it was made from"


def test_a_second_request_joins_the_first(officer_person):
    assert ask(officer_person) == ask(officer_person)
    assert Job.objects.count() == 1
    assert Event.objects.filter(type="evidence-asked-for").count() == 1


def test_made_anew_is_another_file(officer_person, someone):
    first, second = made(officer_person), made(officer_person)
    assert first != second
    assert first.pdf.path.exists()


def test_a_year_that_has_not_begun_is_refused(officer_person):
    with pytest.raises(NotAllowed, match="April 2026 to March 2027 has not begun yet"):
        ask(officer_person, "2026-27")


def test_evidence_is_not_for_everybody():
    with pytest.raises(NotAllowed, match="Only the Lead Member"):
        ask(AppointmentFactory(role__slug="councillor").person)


def test_years_one_can_choose():
    assert [year.code for year in years(date(2025, 11, 4), running=True)] == [
        "2025-26",
        "2024-25",
        "2023-24",
        "2022-23",
    ]
    assert [year.code for year in years(date(2025, 11, 4), running=False)] == [
        "2024-25",
        "2023-24",
        "2022-23",
        "2021-22",
    ]
    assert end_of_year("2024-25", date(2025, 11, 4)) == date(2025, 3, 31)
    assert end_of_year("2025-26", date(2025, 11, 4)) == date(2025, 11, 4)
    assert end_of_year("nonsense", date(2025, 11, 4)) == date(2025, 11, 4)


def html(response, status=200):
    assert response.status_code == status
    return response.content.decode()


@pytest.fixture
def keeper(client_of):
    return client_of("democratic-services-officer")


def test_from_asking_to_taking_away(keeper, someone):
    assert "No evidence file has been made yet." in html(keeper.get("/evidence/"))
    year = years(timezone.localdate(), running=True)[1]
    page = html(keeper.post("/evidence/new/", {"year": year.code}, follow=True))
    assert "Making the evidence file" in page
    file = EvidenceFile.objects.get()
    assert "Waiting for its turn." in html(keeper.get(f"/evidence/{file.public_id}/progress/"))
    assert keeper.get(f"/evidence/{file.public_id}/pdf/").status_code == 404
    assert "Not made yet" in html(keeper.get("/evidence/"))
    jobs.work()
    page = html(keeper.get(f"/evidence/{file.public_id}/"))
    assert "Download the PDF" in page
    assert EvidenceFile.objects.get().head in page
    assert "Made on" in html(keeper.get("/evidence/"))
    pdf, table = (keeper.get(f"/evidence/{file.public_id}/{form}/") for form in ("pdf", "csv"))
    assert (pdf["Content-Type"], table["Content-Type"]) == ("application/pdf", "text/csv; charset=utf-8")
    assert pdf["Content-Disposition"] == f'attachment; filename="duties-{year.code}.pdf"'


def test_a_file_whose_making_failed_can_be_asked_for_again(keeper):
    file = EvidenceFileFactory(year=years(timezone.localdate(), running=True)[1].code)
    page = html(keeper.get(f"/evidence/{file.public_id}/"))
    assert "This file is not made" in page
    keeper.post(f"/evidence/{file.public_id}/make/")
    assert Job.objects.get().subject_id == file.public_id
    jobs.work()
    assert "made already" in html(keeper.post(f"/evidence/{file.public_id}/make/", follow=True))


@pytest.mark.parametrize(
    ("year", "sentence"), [("", "Choose the year the file is about."), ("1066-67", "from the list")]
)
def test_asking_says_what_is_wrong(keeper, year, sentence):
    assert sentence in html(keeper.post("/evidence/new/", {"year": year}))


def test_evidence_pages_are_closed_to_others(councillor):
    file = EvidenceFileFactory()
    for path in ("", "new/", *(f"{file.public_id}/{form}" for form in ("", "progress/", "pdf/", "csv/"))):
        assert REFUSED in html(councillor.get(f"/evidence/{path}"), 403)
    assert REFUSED in html(councillor.post(f"/evidence/{file.public_id}/make/"), 403)
