import csv
import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from corpparent.exports import Sheet, csv_file, safe_cell, xlsx_file, zip_file


@pytest.mark.parametrize(
    "risky",
    ["=1+1", "+44", "-1+2", "--5", "-", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠A1", "-²"],
)
def test_safe_cell_disarms_formulas(risky):
    assert safe_cell(risky) == f"'{risky}"


@pytest.mark.parametrize("plain", ["", "Larchford", "68", "-4", "-4.25", "5=5", "c", ":", "~", 68, -4, None])
def test_safe_cell_leaves_words_and_numbers(plain):
    assert safe_cell(plain) == plain


def test_csv_file_opens_in_a_spreadsheet():
    response = csv_file("larchford.csv", ("Figure", "=Value"), [("Größe, “a”\nb", "=1+1"), ("-3", None)])
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="larchford.csv"'
    text = response.content.decode("utf-8-sig")
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["Figure", "'=Value"],
        ["Größe, “a”\nb", "'=1+1"],
        ["-3", ""],
    ]


def opened(response):
    return load_workbook(io.BytesIO(response.content))


RISKY = ["=1+1", "+44", "-1+2", "@SUM(A1)", "\t=1", '=HYPERLINK("//a")', "＝1+1"]


@pytest.mark.parametrize("risky", RISKY)
def test_xlsx_file_holds_no_formula(risky):
    book = opened(xlsx_file("larchford.xlsx", [Sheet("Figures", ("Figure", risky), [(risky, "#N/A")])]))

    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert [cell.data_type for cell in cells] == ["s"] * 4
    assert [cell.value for cell in cells] == ["Figure", f"'{risky}", f"'{risky}", "#N/A"]


def test_xlsx_file_keeps_numbers_days_and_gaps():
    row = (68, Decimal("45.5"), -4.25, True, date(2026, 3, 31), None, "335", "c", "")

    book = opened(xlsx_file("larchford.xlsx", [Sheet("Figures", "ABCDEFGHI", [row])]))

    cells = [cell.value for cell in book.active[2]]
    assert cells == [68, 45.5, -4.25, True, datetime(2026, 3, 31), None, "335", "c", None]  # noqa: DTZ001


def test_xlsx_file_writes_out_what_a_spreadsheet_cannot_hold():
    moment = datetime(2026, 3, 31, 9, 30, tzinfo=UTC)
    row = ("a\0b\ud800\uffff", moment, float("nan"), Decimal("Infinity"), "x" * 40_000)

    book = opened(xlsx_file("larchford.xlsx", [Sheet("Figures", "ABCDE", [row])]))

    cells = [cell.value for cell in book.active[2]]
    assert cells == ["a�b��", "2026-03-31 09:30:00+00:00", "nan", "Infinity", "x" * 32_766 + "…"]


def test_xlsx_file_heading_is_bold_and_always_in_sight():
    sheet = opened(xlsx_file("larchford.xlsx", [Sheet("Figures", ("Figure", "Value"), [("Homes", 3)])])).active

    assert sheet.freeze_panes == "A2"
    assert [cell.font.bold for cell in sheet[1]] == [True, True]
    assert [cell.font.bold for cell in sheet[2]] == [False, False]


def test_xlsx_file_names_its_sheets_as_spreadsheets_allow():
    sheets = [Sheet("2022/23: [all] 'children' * in our care?", ("A",), []), Sheet("Notes", ("A",), [])]

    assert opened(xlsx_file("a.xlsx", sheets)).sheetnames == ["2022 23   all   children    in ", "Notes"]


def test_xlsx_file_is_the_same_each_time_and_names_nobody():
    made = [xlsx_file("a.xlsx", [Sheet("Figures", ("A",), [("Homes",)])]) for _ in range(2)]

    assert made[0].content == made[1].content
    with zipfile.ZipFile(io.BytesIO(made[0].content)) as parts:
        assert not any(word in parts.read("docProps/core.xml") for word in (b"creator", b"modified", b"openpyxl"))
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_xlsx_file_is_a_download():
    response = xlsx_file("larchford.xlsx", [Sheet("Figures", ("A",), [])])

    assert response["Content-Type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert response["Content-Disposition"] == 'attachment; filename="larchford.xlsx"'


def test_zip_file_holds_its_members_and_is_the_same_each_time():
    members = {"b.csv": b"1", "a.csv": "Größe".encode()}

    response = zip_file("larchford.zip", members)

    assert response["Content-Type"] == "application/zip"
    assert response["Content-Disposition"] == 'attachment; filename="larchford.zip"'
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == members
    assert zip_file("larchford.zip", members).content == response.content
