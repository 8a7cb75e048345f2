import csv
import io
from dataclasses import replace
from decimal import Decimal

import pytest

from corpparent.periods import NotAPeriod
from reports.indicators.definition import Definition, Feed
from reports.indicators.files import ees
from reports.indicators.files import meta as meta_reader
from reports.indicators.kinds import Frequency, Level, Polarity, Symbol, Unit
from reports.indicators.showing import opendata
from reports.indicators.showing.opendata import HEAD, META_HEAD, Row

HOMES = Row(
    code="three-homes-in-a-year",
    title="Three homes or more in a year",
    theme="A home that lasts",
    unit=Unit.PERCENT,
    decimals=0,
    period="2024-25",
    area_code="E08000099",
    area_name="Larchford",
    region_code="E12000099",
    region_name="Mercia",
    category="",
    numerator=Decimal("58.000000"),
    denominator=Decimal("578.000000"),
    value=Decimal("10.000000"),
    symbol="",
    status="final",
    target=Decimal("9.50"),
    old_code="999",
)
HIDDEN = replace(HOMES, category="Aged 0 to 4", numerator=None, denominator=None, value=None, symbol="c", target=None)
CHILDREN = replace(
    HOMES, code="children-in-care", title="Children in care", unit=Unit.COUNT, numerator=None, denominator=None
)
ENGLAND = replace(HOMES, area_code="E92000001", area_name="England", region_code="", region_name="", old_code="")
REGION = replace(ENGLAND, area_code="E12000099", area_name="Mercia")


def cells(row):
    return dict(zip(HEAD, opendata.line(row), strict=True))


def numbers(row):
    return [cells(row)[name] for name in ("numerator", "denominator", "value", "target")]


def companion(rows):
    return {line[0]: dict(zip(META_HEAD, line, strict=True)) for line in opendata.meta(rows)}


def definition(row):
    """What our own reader needs to know to find the row's indicator again."""
    feed = Feed(
        where={"indicator": row.indicator},
        value="value",
        numerator="numerator",
        denominator="denominator",
        category="category",
        category_all="Total",
    )
    return Definition(
        code=row.code,
        title=row.title,
        sentence="of our children",
        numerator="Those",
        unit=Unit(row.unit),
        polarity=Polarity.LOW,
        frequency=Frequency.ANNUAL,
        source="Nobody",
        theme="stability",
        feed=feed,
    )


def read_back(content, rows):
    definitions = {row.code: definition(row) for row in rows}
    return ees.read(io.BytesIO(content), definitions.values())


def test_head_begins_as_every_file_of_the_dfe():
    assert HEAD[:5] == ees.MANDATORY
    assert set(ees.PLACES) < set(HEAD)


def test_line_of_a_council():
    assert cells(HOMES) == {
        "time_period": "2025",
        "time_identifier": "Reporting year",
        "geographic_level": "Local authority",
        "country_code": "E92000001",
        "country_name": "England",
        "region_code": "E12000099",
        "region_name": "Mercia",
        "old_la_code": "999",
        "new_la_code": "E08000099",
        "la_name": "Larchford",
        "theme": "A home that lasts",
        "indicator": "Three homes or more in a year (per cent)",
        "category": "Total",
        "status": "Final",
        "numerator": "58",
        "denominator": "578",
        "value": "10",
        "target": "9.5",
    }


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (ENGLAND, ("National", "E92000001", "England", "", "", "", "", "")),
        (REGION, ("Regional", "E92000001", "England", "E12000099", "Mercia", "", "", "")),
        (
            replace(HOMES, old_code=""),
            ("Local authority", "E92000001", "England", "E12000099", "Mercia", "x", "E08000099", "Larchford"),
        ),
    ],
)
def test_place_of_each_level(row, place):
    assert opendata.place_of(row) == place


@pytest.mark.parametrize(
    ("period", "time"),
    [
        ("2024-25", ("2025", "Reporting year")),
        ("1999-00", ("2000", "Reporting year")),
        ("2025-26-Q2", ("202526", "Financial year Q2")),
        ("2025-26-Q4", ("202526", "Financial year Q4")),
        ("2025-M10", ("2025", "October")),
        ("2026-M01", ("2026", "January")),
        ("2022/23", ("202223", "Academic year")),
        ("2022", ("2022", "Calendar year")),
    ],
)
def test_time_of_each_kind_of_period(period, time):
    assert opendata.time_of(period) == time


@pytest.mark.parametrize("period", ["", "2025-M13", "2024-26", "soon"])
def test_time_of_no_period(period):
    with pytest.raises(NotAPeriod):
        opendata.time_of(period)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (HIDDEN, ["c", "c", "c", "z"]),
        (replace(HIDDEN, denominator=Decimal(40)), ["c", "40", "c", "z"]),
        (replace(HOMES, symbol="c"), ["c", "578", "c", "9.5"]),
        (replace(HOMES, symbol="k", value=None, numerator=Decimal(1)), ["1", "578", "k", "9.5"]),
        (replace(HOMES, symbol=":", value=None, numerator=None), [":", "578", ":", "9.5"]),
        (replace(HOMES, value=Decimal("0.000000"), numerator=Decimal(0)), ["0", "578", "0", "9.5"]),
        (replace(HOMES, value=Decimal("-0.2")), ["58", "578", "0", "9.5"]),
        (replace(HOMES, value=Decimal("10.034602")), ["58", "578", "10", "9.5"]),
        (replace(HOMES, value=Decimal("10.05"), decimals=1), ["58", "578", "10.1", "9.5"]),
        (replace(HOMES, value=Decimal(11901267), decimals=2), ["58", "578", "11901267", "9.5"]),
        (replace(HOMES, value=Decimal("1E+2")), ["58", "578", "100", "9.5"]),
        (CHILDREN, ["x", "z", "10", "9.5"]),
        (replace(CHILDREN, symbol="c"), ["c", "z", "c", "9.5"]),
        (replace(HOMES, value=None), ["58", "578", "x", "9.5"]),
    ],
)
def test_numbers_are_numbers_or_symbols_and_never_blank(row, expected):
    assert numbers(row) == expected


def test_table_is_in_order_of_indicator_period_and_place():
    later = replace(HOMES, period="2025-26")

    lines = opendata.table([later, HIDDEN, HOMES, REGION, ENGLAND, CHILDREN])

    rows = [CHILDREN, ENGLAND, REGION, HOMES, HIDDEN, later]
    assert lines == [opendata.line(row) for row in rows]


def test_meta_says_what_the_columns_are():
    assert opendata.meta([HOMES, HIDDEN, replace(CHILDREN, status="provisional")]) == [
        ("indicator", "Filter", "Indicator", "", "", "", "What was counted and in which unit", "theme"),
        ("category", "Filter", "Category", "", "", "", "Which children; Total is all of them", ""),
        ("status", "Filter", "Status", "", "", "", "Provisional figures may still change", ""),
        ("numerator", "Indicator", "Numerator", "", "", "0", "", ""),
        ("denominator", "Indicator", "Denominator", "", "", "0", "", ""),
        ("value", "Indicator", "Value", "", "", "0", "", ""),
        ("target", "Indicator", "Target", "", "", "0", "", ""),
    ]


def test_meta_leaves_out_a_filter_with_one_item_as_the_dfe_asks():
    assert list(companion([HOMES])) == ["numerator", "denominator", "value", "target"]


def test_meta_gives_unit_and_decimals_of_the_value():
    both = companion([HOMES, replace(HOMES, code="other", title="Other", decimals=1)])

    assert (both["value"]["indicator_unit"], both["value"]["indicator_dp"]) == ("%", "1")


def test_files_hold_one_kind_of_period_each_with_their_companion():
    rows = [replace(HOMES, period=period) for period in ("2024-25", "2025-26-Q1", "2025-26-Q2", "2025-M10")]

    members = opendata.files("larchford", rows)

    kinds = ("month", "quarter", "reporting-year")
    assert list(members) == [f"larchford-{kind}{end}" for kind in kinds for end in (".csv", ".meta.csv")]
    lines = list(csv.DictReader(io.StringIO(members["larchford-quarter.csv"].decode("utf-8-sig"), newline="")))
    assert [line["time_identifier"] for line in lines] == ["Financial year Q1", "Financial year Q2"]


def test_files_hold_no_cell_that_a_spreadsheet_would_run():
    members = opendata.files("larchford", [replace(HOMES, category="=1+1"), HOMES])

    assert b",'=1+1," in members["larchford-reporting-year.csv"]


@pytest.mark.parametrize(("period", "kind"), [("2024-25", "reporting-year"), ("2025-26-Q2", "quarter")])
def test_files_are_read_back_as_the_same_figures(period, kind):
    rate = replace(
        HOMES, code="rate", unit=Unit.RATE_PER_10000, decimals=1, denominator=Decimal(68000), value=Decimal("8.5")
    )
    zero = replace(HOMES, category="Aged 5", numerator=Decimal(0), value=Decimal(0))
    rows = [replace(row, period=period) for row in (HOMES, HIDDEN, zero, CHILDREN, rate, ENGLAND, REGION)]
    members = opendata.files("larchford", rows)

    reading = read_back(members[f"larchford-{kind}.csv"], rows)

    assert list(reading.problems) == []
    found = {
        (one.code, one.period.code, one.place.code, one.category): (one.numerator, one.denominator, one.value)
        for one in reading.figures
    }
    assert found == {
        (row.code, row.period, row.area_code, row.category): (row.numerator, row.denominator, row.value) for row in rows
    }
    assert {one.symbol for one in reading.figures if one.value is None} == {Symbol.CONFIDENTIAL}
    assert {one.place.level for one in reading.figures} == {Level.NATIONAL, Level.REGION, Level.COUNCIL}


def test_companion_names_only_columns_of_its_file():
    members = opendata.files("larchford", [HOMES, HIDDEN, CHILDREN])

    problems = meta_reader.check(io.BytesIO(members["larchford-reporting-year.meta.csv"]), list(HEAD))

    assert list(problems) == []
