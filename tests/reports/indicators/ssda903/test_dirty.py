"""Files as they arrive in real life, with what must happen to each."""

import csv
from pathlib import Path

import pytest

from reports.indicators.files.problems import FileRefused
from reports.indicators.ssda903.measures import measure
from reports.indicators.ssda903.reading import Return903, read

FOLDER = Path("../shared/data/dirty")
HEADER = {"CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"}

TAKEN = {  # file -> rows, and what is said
    "header_utf8_bom.csv": (8, []),
    "header_crlf.csv": (8, []),
    "header_utf16le_bom.csv": (8, []),
    "header_lower_headers.csv": (8, []),
    "header_trailing_spaces.csv": (8, []),
    "header_reordered.csv": (8, []),
    "header_semicolon.csv": (8, []),
    "header_tab.csv": (8, []),
    "header_blank_lines.csv": (8, []),
    "header_formula_injection.csv": (9, []),
    "header_dup_rows.csv": (8, ["Row 10, column Header: The row says the same as an earlier one."]),
    "header_conflicting_dup.csv": (8, ["Row 2, column Header: Another row says", "Row 10, column Header: Another row"]),
    "header_only_header_row.csv": (0, ["column Header: The table has a heading and no rows below it."]),
    "episodes_impossible_date.csv": (
        16,
        ["Row 4, column Episodes, DEC: There is no such day.", "Row 5, column Episodes, DECOM: There is no such day."],
    ),
    "episodes_overlap_and_gap.csv": (17, []),  # flagged by rule 142, see quality
}
OF_2024 = {"header_old_sex_codes.csv", "header_float_codes.csv"}  # 1 and 2 are the codes of SEX to 2024
REFUSED = {
    "header_cp1252_extra_note.csv": "that table has no column NOTE",
    "header_iso_dates.csv": "Row 2, column DOB: The year comes first.",
    "header_two_digit_years.csv": "Row 2, column DOB: The year has two figures, and the century is not guessed.",
    "empty.csv": "The file is empty.",
    "not_a_csv.csv": "in no encoding that can be read",
    "xlsx_renamed.csv": "This is a spreadsheet",
    "episodes_missing_column.csv": "It looks like the table “Episodes” but has no column URN.",
}


def content(name: str) -> bytes:
    if not FOLDER.exists():
        pytest.skip("The sample data is not on this machine.")
    return (FOLDER / name).read_bytes()


def taken(name: str, year: int = 2025) -> Return903:
    return read([(name, content(name))], year)


def test_every_file_is_in_one_of_the_lists():
    listed = {row["file"] for row in csv.DictReader(content("EXPECTED.csv").decode().splitlines())}

    assert listed == {*TAKEN, *OF_2024, *REFUSED, "episodes_bad_codes.csv"}


@pytest.mark.parametrize("name", TAKEN)
def test_taken(name):
    rows, sentences = TAKEN[name]

    returned = taken(name)

    (table,) = returned.tables.values()
    assert table.height == rows
    found = [str(problem) for problem in returned.problems]
    assert len(found) == len(sentences)
    assert all(each.startswith(start) for each, start in zip(found, sentences, strict=True))


@pytest.mark.parametrize("name", sorted(OF_2024))
def test_taken_in_the_years_of_those_codes(name):
    returned = taken(name, 2024)

    assert set(returned.tables["header"]["SEX"]) == {"1", "2"}
    assert not len(returned.problems)


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name):
    with pytest.raises(FileRefused) as refusal:
        taken(name)

    assert REFUSED[name] in str(refusal.value)
    assert not any(f"C0{number}" in str(refusal.value) for number in range(10))


def test_bad_codes_are_flagged_and_small_letters_are_none():
    returned = taken("episodes_bad_codes.csv")

    assert {problem.column for problem in returned.problems} == {"Episodes, LS"}
    assert "“C9” is not one of the codes of LS" in str(next(iter(returned.problems)))
    assert "K3" in set(returned.tables["episodes"]["PLACE"])


def test_heading_alone_gives_no_figure():
    assert measure(taken("header_only_header_row.csv")) == []


@pytest.mark.parametrize("name", [*TAKEN, *sorted(OF_2024), "episodes_bad_codes.csv"])
def test_no_cell_that_names_a_child_is_repeated(name):
    returned = taken(name)

    (table,) = returned.tables.values()
    private = {text for column in ("CHILD", "UPN") if column in table.columns for text in table[column].drop_nulls()}
    assert not [text for text in private for problem in returned.problems if text in str(problem)]
