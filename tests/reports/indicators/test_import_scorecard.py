from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command

from reports.indicators.models import Import, Observation
from tests.factories.indicators import csv_file
from tests.reports.indicators.files.scorecards import HOMES, workbook

pytestmark = pytest.mark.django_db

OCTOBER = HOMES | {"period": "2024-M10", "as_at": "", "status": "provisional"}


@pytest.fixture
def file(tmp_path):
    """Writes an opened file to a path and gives it."""

    def write(content, name="scorecard.csv"):
        path = tmp_path / name
        path.write_bytes(content.getvalue())
        return str(path)

    return write


def test_import_scorecard_all_taken(ours, file, capsys):
    call_command("import_scorecard", file(csv_file([OCTOBER])))

    assert capsys.readouterr().out == (
        "scorecard.csv: 1 row read; 1 figure new, 0 changed, 0 as before.\n0 rows left out of 1.\n"
    )
    figure = Observation.objects.get()
    assert (figure.area, figure.origin, figure.status) == (ours, "own", "provisional")
    assert (figure.period, figure.value, figure.as_at.isoformat()) == ("2024-M10", Decimal(10), "2024-10-31")


def test_import_scorecard_workbook(ours, file):
    call_command("import_scorecard", file(workbook([list(OCTOBER), list(OCTOBER.values())]), "scorecard.xlsx"))

    assert Observation.objects.get().value == Decimal(10)


def test_import_scorecard_corrected_keeps_what_was_said_before(ours, file):
    call_command("import_scorecard", file(csv_file([OCTOBER])))
    call_command("import_scorecard", file(csv_file([OCTOBER | {"numerator": "64", "value": "11", "status": "final"}])))

    rows = Observation.objects.order_by("pk").values_list("value", "status", "is_current")
    assert list(rows) == [(Decimal(10), "provisional", False), (Decimal(11), "final", True)]


def test_import_scorecard_again_changes_nothing(ours, file, capsys):
    call_command("import_scorecard", file(csv_file([OCTOBER])))
    call_command("import_scorecard", file(csv_file([OCTOBER]), "copy.csv"))

    assert "the same file was taken in before. Nothing was changed." in capsys.readouterr().out
    assert Import.objects.count() == 1


def test_import_scorecard_with_mistakes_ends_with_1(ours, file, capsys):
    rows = [OCTOBER, OCTOBER | {"indicator": "three-home-in-a-year"}]

    with pytest.raises(SystemExit) as ended:
        call_command("import_scorecard", file(csv_file(rows)))

    assert ended.value.code == 1
    assert capsys.readouterr().out.splitlines()[1:] == [
        "  Row 3, column indicator: “three-home-in-a-year” is not an indicator of the portal. "
        "Did you mean three-homes-in-a-year? The row was left out.",
        "1 row left out of 2.",
    ]


def test_import_scorecard_of_children_ends_with_2_and_changes_nothing(ours, file):
    with pytest.raises(CommandError, match="it may be about single children") as ended:
        call_command("import_scorecard", file(csv_file([{"CHILD": "CANARY7", "DOB": "01/02/2010"}])))

    assert ended.value.returncode == 2
    assert "CANARY7" not in str(ended.value)
    assert not Import.objects.exists()


def test_import_scorecard_before_the_area_is_known_ends_with_2(council, file):
    with pytest.raises(CommandError, match="Take in the DfE's published figures first") as ended:
        call_command("import_scorecard", file(csv_file([OCTOBER])))

    assert ended.value.returncode == 2
