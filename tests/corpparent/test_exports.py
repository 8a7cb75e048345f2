import csv
import io

import pytest

from corpparent.exports import csv_file, safe_cell


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
