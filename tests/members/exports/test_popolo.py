import json
from collections import Counter
from datetime import date

import pytest
from django.conf import settings
from django.core.management import call_command
from jsonschema import Draft3Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT3

from corpparent.models import Event
from members import popolo, services
from members.models import Appointment, Body, Council, Person
from members.roles import COMMITTEE_MEMBER, COUNCILLOR
from tests.factories.bodies import BodyFactory
from tests.factories.corpparent import NOW
from tests.factories.members import AppointmentFactory, PersonFactory

pytestmark = pytest.mark.django_db

SCHEMAS = settings.BASE_DIR.parent / "shared" / "data" / "popolo" / "schemas"
SCHEMA_OF = {"persons": "person", "organizations": "organization", "memberships": "membership", "areas": "area"}


@pytest.fixture
def larchford(council):
    """Two councillors of one party, a body under another, a partner, somebody without an appointment."""
    board = BodyFactory(name="Corporate Parenting Board")
    BodyFactory(name="Voices", reports_to=board, ends_on=date(2024, 1, 1))
    trust = BodyFactory(name="Larchford Trust", kind=Body.Kind.PARTNER)
    amina = AppointmentFactory(role__slug=COUNCILLOR, ward="Alder", party="Green", ends_on=date(2025, 5, 4)).person
    AppointmentFactory(role__slug=COUNCILLOR, ward="Alder", party="Green", person__name="王小明")
    AppointmentFactory(person=amina, role__slug=COMMITTEE_MEMBER, body=board, place="chair")
    AppointmentFactory(role__slug="partner-governor", body=trust, place="member", person__email="")
    PersonFactory(name="=SUM(A1)")
    return council


@pytest.fixture
def document(larchford):
    return json.loads(json.dumps(popolo.document(services.export_people(form="popolo", by=None, at=NOW))))


def schemas():
    """The schemas by their own id, so that nothing is looked for elsewhere."""
    if not SCHEMAS.exists():
        pytest.skip("The Popolo schemas are not on this machine.")
    return {path.stem: json.loads(path.read_text()) for path in SCHEMAS.glob("*.json")}


def faults(document):
    known = schemas()
    resources = [(schema["id"], Resource(schema, DRAFT3)) for schema in known.values()]
    registry = Registry().with_resources(resources)
    for name, items in document.items():
        validator = Draft3Validator(known[SCHEMA_OF[name]], registry=registry)
        yield from (error.message for item in items for error in validator.iter_errors(item))


def test_document_is_valid_against_the_schemas(document):
    assert list(faults(document)) == []


def test_schemas_would_tell_a_fault(document):
    document["memberships"][0]["start_date"] = "6 May 2022"
    assert len(list(faults(document))) == 1


def test_everything_is_there_once(document):
    assert len(document["persons"]) == Person.objects.count()
    assert len(document["memberships"]) == Appointment.objects.count()
    kinds = Counter(one["classification"] for one in document["organizations"])
    assert kinds == {"council": 1, "board": 2, "partner organisation": 1, "party": 1}
    assert [area["name"] for area in document["areas"]] == ["Alder"]


def test_ids_are_unique_and_every_id_referred_to_is_there(document):
    ids = [item["id"] for items in document.values() for item in items]
    assert len(ids) == len(set(ids))
    items = [item for items in document.values() for item in items]
    referred = {value for item in items for name, value in item.items() if name.endswith("_id")}
    assert len(referred) > 5
    assert referred <= set(ids)


def read(document):
    """(person, role, body or "", ward, party, first day, last day) of each membership, by the ids alone."""
    names = {item["id"]: item["name"] for name in ("persons", "organizations", "areas") for item in document[name]}
    council = document["organizations"][0]["id"]
    return {
        (
            names[one["person_id"]],
            one["role"],
            "" if one["organization_id"] == council else names[one["organization_id"]],
            names.get(one.get("area_id"), ""),
            names.get(one.get("on_behalf_of_id"), ""),
            one["start_date"],
            one.get("end_date"),
        )
        for one in document["memberships"]
    }


def test_read_back_it_says_what_the_database_says(document):
    rows = Appointment.objects.select_related("person", "role", "body")
    assert read(document) == {
        (
            one.person.name,
            one.role.name,
            one.body.name if one.body else "",
            one.ward,
            one.party,
            one.starts_on.isoformat(),
            one.ends_on and one.ends_on.isoformat(),
        )
        for one in rows
    }


def test_bodies_hang_below_the_council_and_each_other(document):
    by_name = {one["name"]: one for one in document["organizations"]}
    council, board = by_name["Larchford Council"]["id"], by_name["Corporate Parenting Board"]
    assert board["parent_id"] == council
    assert by_name["Voices"]["parent_id"] == board["id"]
    assert by_name["Voices"]["dissolution_date"] == "2024-01-01"
    assert "parent_id" not in by_name["Larchford Trust"]


def test_same_again_is_the_same(document, larchford):
    again = popolo.document(services.export_people(form="popolo", by=None, at=NOW))
    assert json.loads(json.dumps(again)) == document


def test_no_email_address_and_no_row_number_of_ours(document):
    text = json.dumps(document)
    assert "@" not in text
    assert {name for item in document["persons"] for name in item} == {"id", "name"}


def test_export_members_prints_the_document(document, capsys):
    call_command("export_members", "--format", "popolo")
    assert json.loads(capsys.readouterr().out) == document
    assert Event.objects.last().details == {"form": "popolo", "people": Person.objects.count()}


def test_export_members_of_an_empty_portal(db, capsys):
    call_command("export_members", "--format", "popolo")
    document = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in document["organizations"]] == [Council.current().name]
    assert (document["persons"], document["memberships"]) == ([], [])
