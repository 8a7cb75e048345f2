"""The matrix: people by duties, its filters, its table."""

import csv
import io

import pytest
from django.utils import timezone

from members.facts.ledger import current_settings
from members.facts.matrix import columns_of, people_on
from members.facts.years import years
from tests.factories.bodies import BodyFactory
from tests.factories.members import AppointmentFactory
from tests.members.duties.deeds import TODAY, record

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

HERE = "/duties/matrix/"


def html(response, status=200):
    assert response.status_code == status
    return response.content.decode()


@pytest.fixture
def people():
    """Ash has done everything, Bay has something late, Dale has something due."""
    board = BodyFactory(slug="board", name="Children’s Board")
    ash = AppointmentFactory(person__name="Cllr Ash", role__slug="committee-member", body=board, place="member").person
    bay = AppointmentFactory(person__name="Cllr Bay").person
    dale = AppointmentFactory(person__name="Cllr Dale", starts_on=timezone.localdate()).person
    return ash, bay, dale


@pytest.fixture
def done(people):
    days = (timezone.now() - TODAY).days - 1
    record("statement-signed", people[0], days, statement="role")
    record("learning-attended", people[0], days, kind="induction")
    record("voice-heard", people[0], days)


@pytest.fixture
def officer_client(client_of):
    return client_of("democratic-services-officer")


def shown(client, query=""):
    """Names in the table, in order."""
    page = html(client.get(f"{HERE}{query}"))
    return [name for name in ("Cllr Ash", "Cllr Bay", "Cllr Dale") if f">{name}</a>" in page]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Cllr Ash", "Cllr Bay", "Cllr Dale"]),
        ("?role=councillor", ["Cllr Bay", "Cllr Dale"]),
        ("?body=board", ["Cllr Ash"]),
        ("?level=2", ["Cllr Ash"]),
        ("?level=1&role=councillor", ["Cllr Bay", "Cllr Dale"]),
        ("?state=late", ["Cllr Bay"]),
        ("?state=due", ["Cllr Dale"]),
        ("?state=clear", ["Cllr Ash"]),
        ("?role=nonsense&level=x&page=99", ["Cllr Ash", "Cllr Bay", "Cllr Dale"]),
    ],
)
def test_filters(officer_client, people, done, query, names):
    assert shown(officer_client, query) == names


def test_an_earlier_year_shows_who_was_there(officer_client, people):
    year = years(timezone.localdate(), running=False)[0]
    assert shown(officer_client, f"?year={year.code}") == ["Cllr Ash", "Cllr Bay"]
    assert f"{year.ends_on:%-d %B %Y}" in html(officer_client.get(f"{HERE}?year={year.code}"))


def test_cells_say_it_in_words(officer_client, people, done):
    page = html(officer_client.get(HERE))
    assert page.count("Met</span>") == 2
    assert page.count("Late</span>") == 1
    assert page.count("Due</span>") == 1
    assert "Nothing asked</span>" in page
    assert "Not owed" in page
    assert "What the portal cannot see yet" in page


def test_officers_of_the_portal_owe_nothing_and_are_not_there():
    AppointmentFactory(role__slug="administrator")
    assert people_on(TODAY.date()) == []


def test_a_duty_nobody_can_record_is_no_column():
    columns, awaited = columns_of(current_settings())
    assert [one.code for one in columns] == [
        "U1",
        "U3",
        "U4",
        "U5",
        "T1",
        "T2",
        "T3",
        "T4",
        "T5",
        "SP2",
        "SP3",
        "SP4",
        "SP5",
        "C1",
    ]
    assert len(awaited) == 2


def test_nobody_is_like_that(officer_client, people):
    assert "Nobody is like that." in html(officer_client.get(f"{HERE}?role=lead-member"))


def test_table_has_every_duty_of_whom_the_filters_leave(officer_client, people, done):
    answer = officer_client.get("/duties/matrix/table/?body=board")
    head, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert head[3] == "U1 Know what the role asks"
    assert len(head) == 3 + 16
    assert [row[0] for row in rows] == ["Cllr Ash"]
    assert rows[0][3].startswith("Met until ")
    assert rows[0][-1] == "Not owed"


def test_the_matrix_is_for_those_who_answer_for_it(councillor):
    for path in (HERE, "/duties/matrix/table/"):
        page = html(councillor.get(path), 403)
        assert "Your own are in your statement." in page


@pytest.mark.parametrize("asked", ["", "?state=late", "?state=due"])
def test_the_same_number_of_queries_for_all(officer_client, django_assert_num_queries, asked):
    for count in (1, 12):
        for _ in range(count):
            record("statement-signed", AppointmentFactory().person, -100, statement="role")
        officer_client.get(HERE + asked)
        with django_assert_num_queries(9):
            officer_client.get(HERE + asked)
