from datetime import date

import polars as pl
import pytest

from reports.indicators.files.problems import FileRefused
from reports.indicators.ssda903.reading import read
from tests.reports.indicators.ssda903.rows import child, csv, episode

HEADING = b"CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
SOUND = b"C01,F,01/05/2012,WBRI,UN1,,\n"


def header(*rows: bytes, heading: bytes = HEADING, year: int = 2025):
    return read([("any name", heading + b"".join(rows))], year)


def said(returned) -> list[str]:
    return [str(problem) for problem in returned.problems]


def test_read_gives_types_and_row_numbers():
    returned = header(SOUND, b"C02,M,29/02/2012,WBRI,UN1,1,\n")

    table = returned.tables["header"]
    assert table.columns == ["row", "CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"]
    assert table.schema["row"] == pl.UInt32
    assert table.row(1) == (3, "C02", "M", date(2012, 2, 29), "WBRI", "UN1", "1", None)
    assert (returned.starts_on, returned.ends_on) == (date(2024, 4, 1), date(2025, 3, 31))
    assert not said(returned)


def test_read_score_is_a_whole_number():
    oc2 = csv("oc2", child("C1", "01/05/2012", sdq_score="13"), child("C2", "01/05/2012", sdq_score="many"))

    returned = read([("", oc2)], 2025)

    assert returned.tables["oc2"]["SDQ_SCORE"].to_list() == [13, None]
    assert said(returned) == ["Row 3, column OC2, SDQ_SCORE: It is not a whole number. The cell was read as blank."]


@pytest.mark.parametrize(
    "rows",
    [
        b"\n\nC01 , f ,01/05/2012,wbri,UN1,,\n",
        b"\n\nC01,F,01/05/2012,WBRI,UN1,,,,\n",
        b"\n\n\xa0C01,F,01/05/2012,WBRI,UN1,,\n",
        b',,,,,,\n\nC01,F,"01/05/2012",WBRI,"UN1",,\n',
    ],
)
def test_read_dirt_that_does_no_harm(rows):
    returned = header(rows)

    assert returned.tables["header"].rows() == [(4, "C01", "F", date(2012, 5, 1), "WBRI", "UN1", None, None)]
    assert not said(returned)


def test_read_the_same_in_every_encoding_and_with_every_delimiter():
    plain = header(SOUND).tables["header"]
    text = (HEADING + SOUND).decode()

    for content in (
        text.replace(",", ";").encode(),
        text.replace(",", "\t").encode("utf-8-sig"),
        text.replace("\n", "\r\n").encode("utf-16"),
        text.replace("\n", "\r").encode("cp1252"),
    ):
        assert read([("", content)], 2025).tables["header"].equals(plain)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        (b"31/02/2012", "There is no such day."),
        (b"01/05/12", "The year has two figures, and the century is not guessed."),
        (b"2012-05-01", "The year comes first."),
        (b"1/5/2012", "It is not a day."),
        (b"41030", "It is not a day."),
        (b"01/05/0012", "There is no such day."),
        (b"01/ 5/2012", "It is not a day."),
        (b"1/05/+2012", "It is not a day."),
    ],
)
def test_read_a_cell_that_is_no_day_is_blank_and_named(cell, reason):
    returned = header(SOUND, b"C02,F,%s,WBRI,UN1,,\n" % cell)

    assert returned.tables["header"]["DOB"].to_list() == [date(2012, 5, 1), None]
    assert said(returned) == [
        f"Row 3, column Header, DOB: {reason} Write days as dd/mm/yyyy. The cell was read as blank."
    ]


def test_read_a_whole_column_that_is_no_day_refuses_the_file():
    with pytest.raises(FileRefused) as refusal:
        header(b"C01,F,01/05/12,WBRI,UN1,,\n", b"C02,F,01/06/12,WBRI,UN1,,\n")

    assert str(refusal.value) == (
        "File 1 (Header): Row 2, column DOB: The year has two figures, and the century is not guessed. "
        "Write days as dd/mm/yyyy. None of the 2 days in that column can be read."
    )


def test_read_unknown_codes_are_kept_and_named():
    returned = header(b"C01,M,01/05/2012,ZZZZ,UN1,,\n", b"C02,1,01/05/2012,WBRI,UN1,,\n")

    assert returned.tables["header"]["ETHNIC"].to_list() == ["ZZZZ", "WBRI"]
    assert [sentence.split(" It was kept")[0] for sentence in said(returned)] == [
        "Row 2, column Header, ETHNIC: “ZZZZ” is not one of the codes of ETHNIC in the year ending March 2025.",
        "Row 3, column Header, SEX: “1” is not one of the codes of SEX in the year ending March 2025.",
    ]


@pytest.mark.parametrize("cell", [b"C01", b"A1234567", b"AB1 2CD", b"01/05/2012", b"=1+1"])
def test_read_a_cell_that_slipped_into_a_column_of_codes_is_not_repeated(cell):
    (sentence,) = said(header(b"C01,%s,01/05/2012,WBRI,UN1,,\n" % cell))

    assert sentence.startswith("Row 2, column Header, SEX: It is not one of the codes of SEX in the year")


def test_read_a_code_that_is_another_child_s_is_not_repeated():
    (sentence,) = said(header(b"C01,C02,01/05/2012,WBRI,UN1,,\n", b"C02,F,01/05/2012,WBRI,UN1,,\n"))

    assert sentence.startswith("Row 2, column Header, SEX: It is not one of the codes of SEX in the year")


def test_read_many_odd_cells_are_counted_after_the_first():
    rows = [b"C%d,F,01/05/2012,ZZZZ,UN1,,\n" % number for number in range(450)]

    sentences = said(header(*rows))

    assert len(sentences) == 201
    assert any("250 more rows hold a code that is not one of the year" in sentence for sentence in sentences)


def test_read_rows_without_a_child_or_of_another_width_are_left_out():
    returned = header(SOUND, b",F,01/05/2012,WBRI,UN1,,\n", b"C03,F\n", b"C04,F,01/05/2012,WBRI,UN1,,\n")

    assert returned.tables["header"]["CHILD"].to_list() == ["C01", "C04"]
    assert said(returned) == [
        "Row 3, column Header, CHILD: The row does not say which child it is about. The row was left out.",
        "Row 4, column Header: It has 2 cells where the heading has 7. The file may have been cut short. "
        "The row was left out.",
    ]


def test_read_a_short_and_a_long_row_do_not_make_up_for_each_other():
    returned = header(b"C01,F,01/05/2012,WBRI,UN1,\n", b"C02,F,01/05/2012,WBRI,UN1,,,X\n", SOUND)

    assert returned.tables["header"]["row"].to_list() == [4]
    assert len(returned.problems) == 2


def test_read_the_same_row_twice_counts_once():
    returned = header(SOUND, SOUND)

    assert returned.tables["header"].height == 1
    assert said(returned) == ["Row 3, column Header: The row says the same as an earlier one. It was counted once."]


def test_read_rows_that_contradict_each_other_keep_what_they_agree_on():
    returned = header(SOUND, b"C01,F,02/05/2012,WBRI,,,\n")

    assert returned.tables["header"].rows() == [(2, "C01", "F", None, "WBRI", "UN1", None, None)]
    assert [problem.row for problem in returned.problems] == [2, 3]


def test_read_two_files_of_one_table_are_put_together():
    other = HEADING + b"C02,F,01/05/12,WBRI,UN1,,\n"

    returned = read([("a", HEADING + SOUND), ("b", other)], 2025)

    assert returned.tables["header"]["CHILD"].to_list() == ["C01", "C02"]
    assert [sentence.split(":")[0] for sentence in said(returned)] == [
        "column Header",
        "Row 2, column Header (file 2), DOB",
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "The file is empty."),
        (b"\n \n", "The file is empty."),
        (b",,,\n,,,\n", "The file has nothing in it but blank lines."),
        (b"PK\x03\x04rest", "This is a spreadsheet (or another zip file), whatever its name says."),
        (b"CHILD,SEX\n\x00\x01", "The file holds bytes that no text has: it is damaged or no table."),
        (b"C01,F,01/05/2012,WBRI,UN1,,\n", "Its first line is not the heading of any table of the return."),
        (b"A" + b",A" * 200_000, "Its first line has more than 100 columns; no table of the return has so many."),
        (HEADING + SOUND + b"C02,F,01/0", "It stops in the middle of row 3, so it was cut short."),
        (HEADING + b'C01,F,"01/05/2012,WBRI,UN1,,\n', "Row 2: the quotation marks do not pair up."),
        (HEADING.replace(b"UPN", b"SEX"), "Its heading has column SEX twice. Remove one of them."),
        (HEADING.replace(b",UPN", b""), "It looks like the table “Header” but has no column UPN."),
        (HEADING.strip() + b",NOTE\n", "It looks like the table “Header” but that table has no column NOTE."),
        (HEADING.strip() + b",AB1 2CD\n", "that table has no column of that name (the 8. column). Remove it."),
        (b"<html></html>", "This is a web page or another XML file, not the XML of the return."),
    ],
)
def test_read_refuses_what_is_no_table_of_the_return(content, reason):
    with pytest.raises(FileRefused) as refusal:
        read([("sound", HEADING + SOUND), ("C01.csv", content)], 2025)

    assert reason in str(refusal.value)
    assert str(refusal.value).startswith("File 2")
    assert "C01" not in str(refusal.value)


def test_read_refuses_a_first_line_that_is_one_long_cell():
    with pytest.raises(FileRefused, match="File 1: Row 1 has a cell of more than 131,072 characters"):
        read([("", b"A" * 200_000)], 2025)


def test_read_heading_alone_gives_no_row_and_says_so():
    returned = header()

    assert returned.tables["header"].height == 0
    assert said(returned) == [
        "column Header: The table has a heading and no rows below it. No figure is worked out from it."
    ]


def test_read_without_files():
    with pytest.raises(FileRefused, match="No file came"):
        read([], 2025)


@pytest.mark.parametrize(
    ("year", "reason"),
    [
        (2024, "60 of its 60 episodes begin after 31 March 2024."),
        (2026, "None of its 60 episodes begins or ends in the year chosen."),
    ],
)
def test_read_episodes_of_another_year_are_refused(year, reason):
    rows = [episode(f"C{number}", "02/06/2024") for number in range(60)]

    with pytest.raises(FileRefused) as refusal:
        read([("", csv("episodes", *rows))], year)

    assert str(refusal.value).startswith(f"{reason} Was another year meant?")


@pytest.mark.parametrize(("number", "said_so"), [(2, []), (20, ["None of its 20 episodes begins or ends in the year"])])
def test_read_few_episodes_without_a_change_may_be_a_small_council_s(number, said_so):
    rows = [episode(f"C{each}", "02/06/2020") for each in range(number)]

    returned = read([("", csv("episodes", *rows))], 2025)

    assert returned.tables["episodes"].height == number
    assert [problem.reason.removesuffix(" chosen.") for problem in returned.problems] == said_so
