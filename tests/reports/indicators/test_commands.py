import pytest
from django.core.management import CommandError, call_command

from reports.indicators.models import Import, Neighbour, Observation
from tests.factories.indicators import AreaFactory, csv_file, stability_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    """Writes rows, or bytes, to a file and gives its path."""

    def write(content, name="stability.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else csv_file(content).getvalue())
        return str(path)

    return write


def test_import_statistics_all_taken(file, capsys):
    call_command("import_statistics", file(stability_rows()))

    assert capsys.readouterr().out == (
        "stability.csv: 2 rows read; 1 figure new, 0 changed, 0 as before.\n0 rows left out of 2.\n"
    )
    assert Observation.objects.count() == 1


def test_import_statistics_again_says_so(file, capsys):
    call_command("import_statistics", file(stability_rows()))
    call_command("import_statistics", file(stability_rows(), "copy.csv"))

    assert "stability.csv: the same file was taken in before. Nothing was changed." in capsys.readouterr().out
    assert Import.objects.count() == 1


def test_import_statistics_some_left_out_ends_with_1(file, capsys):
    rows = [*stability_rows(), *stability_rows(percent="12,5", time_period="2022")]

    with pytest.raises(SystemExit) as ended:
        call_command("import_statistics", file(rows))

    assert ended.value.code == 1
    assert capsys.readouterr().out.splitlines()[1:] == [
        "  Row 4, column children_percent: “12,5” is not a number or a symbol the DfE uses. The row was left out.",
        "1 row left out of 4.",
    ]


def test_import_statistics_refused_ends_with_2_and_changes_nothing(file):
    with pytest.raises(CommandError) as ended:
        call_command("import_statistics", file(b""))

    assert (ended.value.returncode, str(ended.value)) == (2, "stability.csv: The file is empty. Nothing was changed.")
    assert not Import.objects.exists()


def test_import_statistics_no_such_file_ends_with_2(tmp_path):
    with pytest.raises(CommandError, match="There is no file") as ended:
        call_command("import_statistics", str(tmp_path / "none.csv"))

    assert ended.value.returncode == 2


def test_import_statistics_with_its_companion(file, capsys):
    meta = file([{"col_name": "moves", "col_type": "Indicator", "label": "Moves"}], "stability.meta.csv")

    call_command("import_statistics", file(stability_rows()), "--meta", meta)

    assert "which the data do not have" in capsys.readouterr().out


def test_import_neighbours(file, capsys):
    AreaFactory(old_code="901"), AreaFactory(old_code="902")

    call_command("import_neighbours", file([{"old_la_code": "901", "SN_1": "902"}], "sn.csv"))

    assert capsys.readouterr().out == "sn.csv: 1 neighbour of 1 council.\n0 rows left out of 1.\n"
    assert Neighbour.objects.count() == 1


def test_import_neighbours_of_unknown_councils_ends_with_1(file):
    with pytest.raises(SystemExit) as ended:
        call_command("import_neighbours", file([{"old_la_code": "901", "SN_1": "902"}], "sn.csv"))

    assert ended.value.code == 1
