import pytest

from members.feeds import FeedRefused, read
from tests.members.feeds.invented import HEAD, table

AMINA = 'LAR,Bablake,17,amina@larchford.example,https://larchford.example/17,"Yusuf, Amina",Labour'


def test_row_is_read_by_the_names_of_its_columns():
    found = read(table(AMINA), "csv")
    (one,) = found.councillors
    assert (one.row, one.source_id, one.name, one.email) == (2, "csv:17", "Yusuf, Amina", "amina@larchford.example")
    assert (one.ward, one.party, one.terms, found.wards) == ("Bablake", "Labour", (), 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding(encoding):
    content = "raw_name;raw_division;notes\nZoë Bell;Østby;7 Canary Cottages".encode(encoding)
    (one,) = read(content, "csv").councillors
    assert (one.name, one.ward, one.source_id, one.email) == ("Zoë Bell", "Østby", "", "")


def test_columns_in_any_order_with_tabs_and_blank_lines():
    found = read(b"Raw Party\tRAW_NAME\traw_division\n\nGreen\tRowan Bell\tAlder\n\n", "csv")
    assert [(one.row, one.name, one.party) for one in found.councillors] == [(3, "Rowan Bell", "Green")]


def test_rows_that_cannot_be_taken_are_said_by_their_number():
    rows = [
        AMINA,
        "LAR,Bablake,17,,,Somebody Else,Green",
        "LAR,Alder,18,no-address,,Rowan Bell,Green",
        "LAR,Alder,19,,,,Green",
        "LAR,Alder,,,,Vacant,",
        "LAR,Alder,,,,Sam Oakes,",
        "LAR,Alder,,,,sam OAKES,",
    ]
    found = read(table(*rows), "csv")
    assert [one.name for one in found.councillors] == ["Yusuf, Amina", "Rowan Bell", "Sam Oakes"]
    assert [(one.row, one.column, one.did) for one in found.findings] == [
        (3, "name", "Left out"),
        (4, "email", "Taken without it"),
        (5, "name", "Left out"),
        (6, "name", "Left out"),
        (8, "name", "Left out"),
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (table(AMINA, head=HEAD.replace("raw_name", "name")), "does not name the column raw_name"),
        (b"<html><body>Log in</body></html>", "does not name the column raw_name or raw_division"),
        (table(), "names no councillor at all"),
        (table(AMINA, "XYZ,Elsewhere,1,,,Some Body,"), "councillors of 2 councils"),
        (table(AMINA, 'LAR,Alder,2,,,"Rowan'), "quotation mark is not closed"),
        (table(AMINA, f"LAR,Alder,2,,,{'x' * 200_000},"), "a cell is far too long"),
        (b"raw_name,raw_division\nA\0B,C", "no text that can be read"),
        (b"PK\x03\x04\x81\x8d\x00", "no text that can be read"),
        (table(*[f"LAR,Alder,{number},,,Person {number}," for number in range(5_001)]), "more than 5,000 people"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_table_that_is_none_is_refused_with_the_reason(content, sentence):
    with pytest.raises(FeedRefused, match=sentence):
        read(content, "csv")
