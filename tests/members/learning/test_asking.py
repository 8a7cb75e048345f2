"""Who is asked to read what, when, and how often: once."""

from datetime import date, timedelta

import pytest

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from members import services
from members.facts import library
from members.models import Acknowledgement, Reading
from tests.factories.corpparent import NOW
from tests.factories.learning import ReadingFactory
from tests.factories.members import AppointmentFactory

pytestmark = pytest.mark.django_db

TODAY = date(2024, 11, 4)


def asked(reading):
    return {row.person for row in reading.acknowledgements.all()}


def events(type_):
    return list(Event.objects.filter(type=type_))


def test_ask_readers_writes_row_event_and_notice(person):
    who, reading = person(), ReadingFactory(is_asked=True, days=14, kind="law")

    assert services.ask_readers(NOW) == 1

    row = Acknowledgement.objects.get()
    assert (row.person, row.reading, row.due_on, row.read_at) == (who, reading, date(2024, 11, 18), None)
    (event,) = events("reading-asked")
    assert (event.counts_for_id, event.subject_id) == (who.public_id, reading.public_id)
    assert event.details == {"kind": "law", "days": 14}
    (notice,) = Notice.objects.all()
    assert (notice.person_id, notice.matter) == (who.public_id, f"reading-asked:{reading.public_id}")
    assert notice.path == f"/readings/{reading.public_id}/"


def test_ask_readers_again_asks_nobody_and_costs_one_query(person, django_assert_num_queries):
    person(), ReadingFactory(is_asked=True), ReadingFactory(is_asked=True, for_roles=["lead-member"])
    services.ask_readers(NOW)

    with django_assert_num_queries(1):
        assert services.ask_readers(NOW + timedelta(days=1)) == 0


@pytest.mark.parametrize(
    ("fields", "roles"),
    [
        ({"for_level": 0}, {"administrator", "councillor", "committee-member", "lead-member"}),
        ({"for_level": 1}, {"councillor", "committee-member", "lead-member"}),
        ({"for_level": 2}, {"committee-member", "lead-member"}),
        ({"for_level": 3}, {"lead-member"}),
        ({"for_roles": ["councillor"]}, {"councillor"}),
        ({"for_roles": ["lead-member", "administrator"]}, {"lead-member", "administrator"}),
        ({"for_roles": ["member"]}, set()),
        ({"is_asked": False}, set()),
        ({"status": "draft", "published_at": None}, set()),
        ({"status": "withdrawn"}, set()),
    ],
)
def test_ask_readers_asks_those_it_is_for(person, fields, roles):
    people = {role: person(role) for role in ("administrator", "councillor", "lead-member")}
    people["committee-member"] = person("committee-member")
    reading = ReadingFactory(**{"is_asked": True} | fields)

    assert list(library.readings_to_ask(TODAY)) == ([reading] if roles else [])
    services.ask_readers(NOW)
    assert asked(reading) == {people[role] for role in roles}


def test_ask_readers_level_is_the_highest_of_several_appointments(person):
    who = person("councillor")
    AppointmentFactory(person=who, role__slug="committee-member")
    reading = ReadingFactory(is_asked=True, for_level=2)
    services.ask_readers(NOW)
    assert asked(reading) == {who}


def test_ask_readers_leaves_those_who_are_not_there(person):
    person(ends_on=TODAY - timedelta(days=1))
    coming = person(starts_on=TODAY + timedelta(days=1))
    closed = person()
    closed.is_active = False
    closed.save()
    reading = ReadingFactory(is_asked=True)

    assert services.ask_readers(NOW) == 0
    assert services.ask_readers(NOW + timedelta(days=1)) == 1
    assert asked(reading) == {coming}


def test_ask_readers_asks_more_people_than_one_batch_holds(person, monkeypatch):
    monkeypatch.setattr("members.services.asking.BATCH", 2)
    people = {person() for _ in range(5)}
    reading = ReadingFactory(is_asked=True)
    assert services.ask_readers(NOW) == 5
    assert asked(reading) == people


def test_publishing_asks_the_first_and_the_sweep_the_others(person, monkeypatch):
    monkeypatch.setattr("members.services.asking.BATCH", 2)
    people = {person() for _ in range(3)}
    reading = ReadingFactory(is_asked=True, status=Reading.Status.DRAFT, published_at=None)
    services.publish_reading(reading=reading, by=None, at=NOW)
    assert len(asked(reading)) == 2
    assert services.ask_readers(NOW) == 1
    assert asked(reading) == people
    assert len(events("reading-asked")) == 3


def test_acknowledge_once_however_often_it_is_pressed(person):
    who, reading = person(), ReadingFactory(is_asked=True, kind="guidance")
    services.ask_readers(NOW)

    for day in range(2):
        row = services.acknowledge(reading=reading, by=who, at=NOW + timedelta(days=day))

    assert row.read_at == NOW
    (event,) = events("reading-acknowledged")
    assert (event.counts_for_id, event.subject_id) == (who.public_id, reading.public_id)
    assert event.details == {"kind": "guidance"}
    assert list(library.asked_of(who.pk)) == []


def test_acknowledge_needs_to_be_asked(person):
    with pytest.raises(NotAllowed, match="You have not been asked"):
        services.acknowledge(reading=ReadingFactory(), by=person(), at=NOW)


def test_withdrawn_reading_asks_no_more(person):
    who, reader, keeper = person(), person(), person("democratic-services-officer")
    reading = ReadingFactory(is_asked=True, for_roles=["councillor"])
    services.ask_readers(NOW)
    services.acknowledge(reading=reading, by=reader, at=NOW)

    for _ in range(2):
        services.withdraw_reading(reading=reading, by=keeper, at=NOW)

    assert [event.counts_for_id for event in events("reading-released")] == [who.public_id]
    assert len(events("reading-withdrawn")) == 1
    assert list(library.asked_of(who.pk)) == []
    with pytest.raises(NotAllowed, match="This was withdrawn"):
        services.acknowledge(reading=reading, by=who, at=NOW)


def test_announce_definitions_asks_lead_member_and_director(person):
    chairs = {person("lead-member"), person("director-of-childrens-services")}
    person("chief-executive")

    reading = services.announce_definitions(new=["B new", "A new"], changed=["Dentist"], link="/figures/", at=NOW)

    assert reading.title == "3 figures with a new definition"
    assert reading.digest == (
        "Changed. Earlier figures keep the definition they had:\n– Dentist\n\nNew:\n– A new\n– B new"
    )
    assert (reading.kind, reading.status) == (Reading.Kind.DEFINITION, Reading.Status.PUBLISHED)
    assert asked(reading) == chairs
    assert {event.details["kind"] for event in events("reading-asked")} == {"definition"}


def test_announce_definitions_of_very_many(person):
    reading = services.announce_definitions(
        new=[f"Figure {n}" for n in range(300)], changed=[], link="/figures/", at=NOW
    )
    assert reading.digest.endswith("– and 260 more")
    assert len(reading.digest) < 5000
