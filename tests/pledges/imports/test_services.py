"""Promises that come as a table."""

from datetime import UTC, date, datetime

import pytest

from corpparent.models import Event
from corpparent.rules import NotAllowed
from pledges import services
from pledges.files import FileRefused
from pledges.models import PledgeImport, Promise
from pledges.services.imports import empty_tables, left_lying
from tests.factories.members import AppointmentFactory
from tests.factories.pledges import PledgeFactory, PromiseFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
HEAD = "Promise,Formal wording,Theme,Principle,Responsible role,Timeline,Linked strategies,Expected outcome"
GOOD = "We celebrate.,,Ordinary life,5,Democratic services officer,March 2027,Plan,Cards"
SECOND = "We listen.,,being-heard,2,,2027-03-31,,"
HALF = [GOOD, ",,Ordinary life,5,,,,", SECOND, "We try.,,Nonsense,9,Wizard,soon,,"]


@pytest.fixture
def clerk():
    return AppointmentFactory(role__slug="democratic-services-officer").person


@pytest.fixture
def pledge():
    return PledgeFactory()


def table(*rows, head=HEAD):
    return "\n".join([head, *rows]).encode()


def bring(pledge, by, content):
    return services.read_promises(pledge=pledge, content=content, name="C:\\promises.csv", by=by, at=AT)


def test_half_the_rows_are_wrong(pledge, clerk):
    brought = bring(pledge, clerk, table(*HALF))
    assert [row["wording"] for row in brought.rows] == ["We celebrate.", "We listen."]
    assert [(one["row"], one["column"]) for one in brought.findings] == [
        (3, "Promise"),
        (5, "Theme"),
        (5, "Principle"),
        (5, "Responsible role"),
        (5, "Timeline"),
    ]
    assert "Nonsense" not in str(brought.findings)
    assert (brought.name, brought.status) == ("promises.csv", "ready")
    assert not Promise.objects.exists()
    assert [event.type for event in Event.objects.all()] == ["promises-read"]


def test_a_row_is_read_into_its_parts(pledge, clerk):
    assert bring(pledge, clerk, table(GOOD)).rows == [
        {
            "number": 1,
            "wording": "We celebrate.",
            "formal_wording": "",
            "theme": "ordinary-life",
            "principle": 5,
            "role": "democratic-services-officer",
            "due_on": "2027-03-31",
            "linked_strategies": "Plan",
            "expected_outcome": "Cards",
        }
    ]


def test_identifiers_are_not_kept(pledge, clerk):
    brought = bring(pledge, clerk, table("We ring 9434765919 back.,,Health,1,,,,"))
    assert brought.rows == []
    assert [one["column"] for one in brought.findings] == ["Promise"]
    assert "943" not in str(brought.findings)


def test_the_same_promise_twice(pledge, clerk):
    PromiseFactory(pledge=pledge, number=1, wording="We listen.")
    brought = bring(pledge, clerk, table(GOOD, GOOD.upper(), SECOND))
    assert [one["reason"] for one in brought.findings] == ["The pledge has this promise already."] * 2


def test_the_same_file_while_it_waits(pledge, clerk):
    assert bring(pledge, clerk, table(GOOD)) == bring(pledge, clerk, table(GOOD))
    assert Event.objects.count() == 1


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters(pledge, clerk, delimiter):
    assert len(bring(pledge, clerk, table(GOOD).replace(b",", delimiter.encode())).rows) == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"\n\n", "There is no promise in this table"),
        (HEAD.encode(), "There is no promise in this table"),
        (b"Name,Age\nx,1", "does not name the column Promise or Theme or Principle"),
        (table(*[SECOND] * 201), "more than 200 rows"),
        (b"PK\x03\x04", "spreadsheet"),
        (b"x" * (1024 * 1024 + 1), "larger than 1 MB"),
    ],
)
def test_no_table_of_promises(pledge, clerk, content, sentence):
    with pytest.raises(FileRefused, match=sentence):
        bring(pledge, clerk, content)
    assert not PledgeImport.objects.exists()


def test_bring_to_what_is_endorsed(clerk):
    with pytest.raises(NotAllowed, match="its words stay as they were endorsed"):
        bring(PledgeFactory(live=True), clerk, table(GOOD))


def test_bring_is_for_those_who_keep_papers(pledge):
    writer = AppointmentFactory(role__slug="participation-officer").person
    with pytest.raises(NotAllowed, match="bring promises as a table"):
        bring(pledge, writer, table(GOOD))


def test_take_in_promises(pledge, clerk):
    PromiseFactory(pledge=pledge, number=1)
    brought = bring(pledge, clerk, table(*HALF))
    taken = services.take_in_promises(table=brought, by=clerk, at=AT)
    assert [(one.number, one.wording) for one in taken] == [(2, "We celebrate."), (3, "We listen.")]
    assert (taken[0].owner_role.slug, taken[0].due_on) == ("democratic-services-officer", date(2027, 3, 31))
    assert Event.objects.latest("number").details == {"promises": 2}
    with pytest.raises(NotAllowed, match="This table was taken in already"):
        services.take_in_promises(table=brought, by=clerk, at=AT)


def test_take_in_what_the_pledge_has_by_now(pledge, clerk):
    brought = bring(pledge, clerk, table(GOOD))
    PromiseFactory(pledge=pledge, number=1, wording="We celebrate.")
    with pytest.raises(NotAllowed, match="No row of this table can be taken in"):
        services.take_in_promises(table=brought, by=clerk, at=AT)


def test_drop_promises(pledge, clerk):
    brought = bring(pledge, clerk, table(*HALF))
    for _ in range(2):
        brought = services.drop_promises(table=brought, by=clerk, at=AT)
    assert (brought.status, brought.rows, brought.findings) == ("dropped", [], [])
    assert [event.type for event in Event.objects.all()] == ["promises-read", "promises-dropped"]


def test_tables_left_lying_are_emptied(pledge, clerk):
    waiting = bring(pledge, clerk, table(GOOD))
    taken = bring(pledge, clerk, table(SECOND))
    services.take_in_promises(table=taken, by=clerk, at=AT)
    later = datetime(2027, 1, 1, tzinfo=UTC)
    assert set(left_lying(later)) == {waiting, taken}
    empty_tables(left_lying(later), later)
    assert list(PledgeImport.objects.order_by("pk").values_list("status", "rows")) == [("dropped", []), ("done", [])]
    assert not left_lying(later).exists()
