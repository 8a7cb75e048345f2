import pytest
from django.core.management import CommandError, call_command

from corpparent.models import Event
from members.models import MemberImport, Person
from tests.factories.members import AppointmentFactory
from tests.members.feeds.invented import CANARIES, OPEN, councillor, feed, table

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def larchford(council):
    return council


@pytest.fixture
def says(tmp_path, capsys):
    """`says(content, "moderngov", "--yes")`: what the command prints about a file with that content."""

    def run(content, form, *options):
        path = tmp_path / "list"
        path.write_bytes(content)
        call_command("import_members", str(path), "--format", form, *options)
        said = capsys.readouterr().out
        assert [canary for canary in CANARIES if canary in said] == []
        return said

    return run


def test_import_members_shows_first(says):
    AppointmentFactory(person__name="Cllr Sam Oakes")
    said = says(feed(councillor(terms=OPEN)), "moderngov")
    assert said.splitlines() == [
        "list: councillors 1, wards 1.",
        "1 new, 0 changed, 0 left, 0 as before.",
        "  New: Councillor Amina Yusuf, Bablake, Labour, from 6 May 2022",
        "  Not in the list, and stays: Cllr Sam Oakes",
        "Nothing was changed. Run it again with --yes to do this.",
    ]
    assert not MemberImport.objects.exists()
    assert not Event.objects.exists()


def test_import_members_with_yes_and_again(says):
    assert "Taken in: 1 new, 0 changed, 0 left." in says(feed(councillor(terms=OPEN)), "moderngov", "--yes")
    before = (Person.objects.count(), Event.objects.count(), MemberImport.objects.count())
    assert "0 new, 0 changed, 0 left, 1 as before." in says(feed(councillor(terms=OPEN)), "moderngov", "--yes")
    assert (Person.objects.count(), Event.objects.count(), MemberImport.objects.count()) == before


def test_import_members_says_what_changes(says):
    says(feed(councillor(terms=OPEN)), "moderngov", "--yes")
    said = says(feed(councillor(party="Green", terms=OPEN)), "moderngov", "--yes")
    assert "  Changed: Councillor Amina Yusuf. Party: Labour -> Green" in said
    assert "Taken in: 0 new, 1 changed, 0 left." in said


def test_import_members_ends_with_1_where_rows_were_left_out(says, capsys):
    rows = ["LAR,Alder,1,,,Rowan Bell,Green", "LAR,Alder,2,,,Vacant,"]
    with pytest.raises(SystemExit) as ended:
        says(table(*rows), "csv", "--yes")
    assert ended.value.code == 1
    assert "  Row 3, name: This is an empty seat, not a person. Left out." in capsys.readouterr().out
    assert Person.objects.get().name == "Rowan Bell"


@pytest.mark.parametrize("content", [b"<!DOCTYPE html><html/>", b"<councillorsbyward/>", b"", b"<script/>"])
def test_import_members_ends_with_2_and_changes_nothing(says, content):
    with pytest.raises(CommandError, match="Nothing was changed") as ended:
        says(content, "moderngov", "--yes")
    assert ended.value.returncode == 2
    assert not MemberImport.objects.exists()


def test_import_members_without_a_file_ends_with_2(tmp_path):
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(CommandError, match="There is no file") as ended:
            call_command("import_members", str(path), "--format", "csv")
        assert ended.value.returncode == 2
