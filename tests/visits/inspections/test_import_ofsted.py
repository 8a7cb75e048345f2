"""Ofsted's lists as they come: by Ofsted number alone, whole rows or none, again with no effect."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook

from tests.factories.visits import HomeFactory
from visits.models import Home, Inspection

pytestmark = pytest.mark.django_db
LISTS = Path(__file__).parents[4] / "shared" / "data" / "ssda903" / "validator"
HEAD = [
    "Local authority",
    "urn",
    "Setting name",
    "Date of last full inspection",
    "Latest overall Effectiveness grade from last full inspection",
    "CYP safety",
    "Leadership and management",
    "Assurance visit start date",
]


@pytest.fixture
def home(council):
    return HomeFactory(urn="SC900431")


def row(urn="SC900431", on=date(2026, 3, 11), overall="Good", safety="GOOD", leadership="good", assured="-"):
    return ["Larchford", urn, "REDACTED", on, overall, safety, leadership, assured]


def xlsx(path, *rows, title="Providers"):
    book = Workbook()
    book.active.append(["Providers at 31 March 2026"])
    sheet = book.create_sheet(title)
    for one in (["Providers at 31 March 2026"], [], HEAD, *rows):
        sheet.append(one)
    book.save(path)
    return path


def table(path, *rows):
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([["Providers at 31 March 2026"], HEAD, *rows])
    return path


def ods(path, *rows):
    def cell(value):
        if isinstance(value, date):
            return f'<table:table-cell office:value-type="date" office:date-value="{value:%Y-%m-%d}T00:00:00"/>'
        return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'

    lines = [f"<table:table-row>{''.join(map(cell, one))}</table:table-row>" for one in (HEAD, *rows)]
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name="All">'
        f"{''.join(lines)}{empty}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return path


def run(path, **options):
    """What the command printed and the number it ended with."""
    out, ended = io.StringIO(), 0
    try:
        call_command("import_ofsted", str(path), stdout=out, **options)
    except SystemExit as end:
        ended = end.code
    return out.getvalue(), ended


@pytest.mark.parametrize(("write", "name"), [(xlsx, "a.xlsx"), (table, "a.csv"), (ods, "a.ods")])
def test_each_form_is_read_whatever_stands_above_it_and_again_with_no_effect(home, tmp_path, write, name):
    path = write(tmp_path / name, row(), row("SC111111", overall="Wonderful"))
    said, ended = run(path, published_on=date(2026, 4, 20))
    assert (ended, "1 inspection new" in said, "1 row of other homes" in said) == (0, True, True)
    found = Inspection.objects.get(home=home)
    assert (found.inspected_on, found.published_on) == (date(2026, 3, 11), date(2026, 4, 20))
    assert found.grades == {"overall": "good", "safety": "good", "leadership": "good"}
    assert "0 inspections new, 0 changed, 1 as before" in run(path, published_on=date(2026, 4, 20))[0]
    assert Home.objects.count() == 1


def test_without_a_day_of_publication_only_officers_know_of_it_until_one_comes(home, tmp_path):
    path = xlsx(tmp_path / "a.xlsx", row())
    for _ in range(2):
        assert "1 inspection has no day of publication. What has none is seen only by those" in run(path)[0]
    assert Inspection.objects.get().published_on is None
    said = run(path, published_on=date(2026, 4, 20))[0]
    assert ("1 changed" in said, "no day of publication" in said) == (True, False)
    assert "no day of publication" not in run(path)[0]


@pytest.mark.parametrize(
    ("strange", "said"),
    [
        (row(overall="Troublingly Evil"), "“Troublingly Evil” is no grade"),
        (row(on="sometime"), "“sometime” is no day"),
        (row(on=date(2018, 3, 11)), "opened on 1 April 2019"),
        (row(on=date(2016, 3, 11)), "before April 2017"),
    ],
)
def test_a_row_that_cannot_be_is_left_out_and_named_by_row_and_column(home, tmp_path, strange, said):
    out, ended = run(xlsx(tmp_path / "a.xlsx", strange))
    assert (ended, "Row 4" in out, said in out) == (1, True, True)
    assert not Inspection.objects.exists()


def test_a_home_not_yet_inspected_is_no_fault(home, tmp_path):
    _, ended = run(xlsx(tmp_path / "a.xlsx", row(on="Not yet inspected", overall="", safety="", leadership="")))
    assert (ended, Inspection.objects.count()) == (0, 0)


def test_a_number_twice_is_once_where_it_is_alike_and_a_fault_where_it_is_not(home, tmp_path):
    assert run(xlsx(tmp_path / "a.xlsx", row(), row()))[1] == 0
    out, ended = run(xlsx(tmp_path / "b.xlsx", row(), row(overall="Inadequate")))
    assert (ended, "stands twice" in out, Inspection.objects.count()) == (1, True, 1)


def test_an_assurance_visit_has_no_grade(home, tmp_path):
    run(xlsx(tmp_path / "a.xlsx", row(assured=date(2026, 6, 2))))
    assert Inspection.objects.get(kind="assurance").grades == {}


def test_a_home_that_closed_keeps_what_was_found_before(council, tmp_path):
    HomeFactory(urn="SC900431", closed_on=date(2026, 3, 31))
    assert run(xlsx(tmp_path / "a.xlsx", row(), title="Providers closed in 2025-26"))[1] == 0


def test_a_spreadsheet_that_declares_entities_is_refused(home, tmp_path):
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", '<!DOCTYPE a [<!ENTITY b "Good">]><a>&b;</a>')
    with pytest.raises(CommandError, match="declares entities"):
        run(path)


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"%PDF-1.7", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_list_is_refused_as_a_whole(home, tmp_path, content):
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(CommandError, match="Nothing was changed") as caught:
        call_command("import_ofsted", str(path))
    assert caught.value.returncode == 2


@pytest.mark.parametrize(
    ("name", "urn", "ended"),
    [
        ("ch_fake.xlsx", "NJASCN", 0),
        ("combined_scp_ch_fake.xlsx", "MDR00003", 1),
        ("scp_ch_2025_fake.xlsx", "1", 1),
        ("scp_fake.xlsx", "P4BABOO7", 1),
        ("scpch_assisted.xlsx", "RHN00004", 1),
    ],
)
def test_the_five_layouts_are_read_and_what_is_strange_in_them_named(council, name, urn, ended):
    if not (LISTS / name).is_file():
        pytest.skip("The sample lists are not beside this project.")
    HomeFactory(urn=urn, opened_on=date(1990, 1, 1))
    assert run(LISTS / name)[1] == ended
    assert not Inspection.objects.exists()
