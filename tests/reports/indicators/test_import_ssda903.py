import json

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from corpparent.models import Event
from reports.indicators.models import Import, Observation
from tests.factories.indicators import AreaFactory
from tests.factories.returns import CANARIES, EPISODE, small_return, zipped

pytestmark = pytest.mark.django_db

MICRO = settings.BASE_DIR.parent / "shared" / "data" / "ssda903" / "micro"


@pytest.fixture
def area(council):
    return AreaFactory(code=council.area_code)


@pytest.fixture
def folder(tmp_path):
    """`folder(**changes)`: a folder with the small return in it."""

    def write(**changes):
        path = tmp_path / "return"
        path.mkdir()
        for name, data in small_return(**changes):
            (path / name).write_bytes(data)
        (path / "notes.pdf").write_bytes(b"%PDF-1.7")
        return str(path)

    return write


@pytest.fixture
def says(capsys):
    """`says(*arguments)`: what the command prints; nothing of it names a child."""

    def run(*arguments):
        call_command("import_ssda903", *arguments)
        said = capsys.readouterr().out
        assert [canary for canary in CANARIES if canary in said] == []
        return said

    return run


@pytest.mark.parametrize("year", ["2017", "2031"])
def test_year_that_is_not_over_or_too_long_ago_is_refused(area, folder, year):
    with pytest.raises(CommandError, match=f"A return can be for the years ending March 2018 to .* not for {year}"):
        call_command("import_ssda903", folder(), "--year", year)
    assert not Import.objects.exists()


def test_folder_is_taken_in(area, folder, says):
    said = says(folder(), "--year", "2025")
    assert said.startswith("Return for the year ending March 2025: 11 rows read (Header 1, Episodes 1, ")
    assert set(Observation.objects.values_list("origin", "status", "period")) == {("own", "provisional", "2024-25")}
    assert [event.type for event in Event.objects.all()] == ["file-taken-in"]
    assert Import.objects.get().figures == []


def test_zip_of_the_same_files_again_changes_nothing(area, folder, says, tmp_path):
    says(folder(), "--year", "2025")
    (tmp_path / "return.zip").write_bytes(zipped(small_return()))
    said = says(str(tmp_path / "return.zip"), "--year", "2025")
    assert "the same files were taken in before. Nothing was changed." in said
    assert Import.objects.count() == 1


def test_files_one_by_one_as_final(area, folder, says):
    path = folder()
    says(f"{path}/header.csv", f"{path}/episodes.csv", "--year", "2025", "--final")
    assert set(Observation.objects.values_list("status", flat=True)) == {"final"}


def test_rows_left_out_end_with_1(area, folder, says, capsys):
    path = folder(episodes=[EPISODE, EPISODE | {"CHILD": ""}])
    with pytest.raises(SystemExit) as ended:
        says(path, "--year", "2025")
    assert ended.value.code == 1
    assert "Row 3, column Episodes, CHILD: " in capsys.readouterr().out


def test_refusal_ends_with_2_and_changes_nothing(area, folder):
    with pytest.raises(CommandError) as ended:
        call_command("import_ssda903", folder(), "--year", "2021")
    assert ended.value.returncode == 2
    assert str(ended.value).endswith("Nothing was changed.")
    assert not Import.objects.exists()


def test_nothing_there_ends_with_2(tmp_path):
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(CommandError) as ended:
            call_command("import_ssda903", str(path), "--year", "2025")
        assert ended.value.returncode == 2


def test_json_prints_the_sums_and_stores_nothing(folder, says):
    """It needs no council and no published figures."""
    sums = json.loads(says(folder(), "--year", "2025", "--json"))
    assert (sums["year_end"], sums["cla_31_march"]) == ("2025-03-31", 1)
    assert not Import.objects.exists()


def test_json_of_the_return_that_was_worked_out_by_hand(says):
    if not MICRO.exists():
        pytest.skip("The sample return is not on this machine.")
    sums = json.loads(says(str(MICRO), "--year", "2025", "--json"))
    assert sums == json.loads((MICRO / "expected.json").read_text())
