"""Figures in the form of the DfE's open data ("Explore education statistics"): rows in, tables of text out.

Source: the DfE's guidance on open data standards, and the checks of its data screener: a file holds periods of one
kind only, a filter has two items or more, no indicator is ever blank, and no cell of the companion holds a comma.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpparent import exports
from corpparent.periods import Period
from reports.indicators.kinds import Symbol, Unit
from reports.indicators.rounding import half_up

TIME = ("time_period", "time_identifier")
COUNTRY = ("geographic_level", "country_code", "country_name")
PLACE = (*COUNTRY, "region_code", "region_name", "old_la_code", "new_la_code", "la_name")
FILTERS = ("indicator", "category", "status")
HEAD = (*TIME, *PLACE, "theme", *FILTERS, "numerator", "denominator", "value", "target")
OF_INDICATORS = ("indicator_grouping", "indicator_unit", "indicator_dp")
META_HEAD = ("col_name", "col_type", "label", *OF_INDICATORS, "filter_hint", "filter_grouping_column")

ENGLAND = ("E92000001", "England")
NATIONAL, REGIONAL, COUNCIL = LEVELS = ("National", "Regional", "Local authority")
LEVEL_BY_CODE = {"92": NATIONAL, "12": REGIONAL, "13": REGIONAL}  # the figures after the E of a code; 13: in London
ALL = "Total"
NUMBERS = 4  # of the last columns
NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)

ACADEMIC = re.compile(r"(\d{4})/(\d{2})", re.ASCII)
CALENDAR = re.compile(r"\d{4}", re.ASCII)

Line = tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One figure, already protected: `symbol` stands where `value` is hidden or missing, "" where there is a value.

    `period` is "2024-25", "2025-26-Q2", "2025-M10", "2022/23" (academic) or "2022" (calendar). `category` "" is all.
    `unit` is a value of Unit, `status` "provisional" or "final". `old_code` is the DfE's three figures of a council.
    """

    code: str
    title: str
    theme: str
    unit: str
    decimals: int
    period: str
    area_code: str
    area_name: str
    region_code: str
    region_name: str
    category: str
    numerator: Decimal | None
    denominator: Decimal | None
    value: Decimal | None
    symbol: str
    status: str
    target: Decimal | None
    old_code: str = ""

    @property
    def level(self) -> str:
        return LEVEL_BY_CODE.get(self.area_code[1:3], COUNCIL)

    @property
    def indicator(self) -> str:
        """The title with its unit, since one column holds values of several units."""
        return f"{self.title} ({Unit(self.unit).label})"


def files(stem: str, rows: Iterable[Row]) -> dict[str, bytes]:
    """CSVs and their companions by name, for `exports.zip_file`: "larchford-reporting-year.csv" and so on.

    One pair for each kind of period. `stem` is in small letters, figures and hyphens.
    """
    members = {}
    for kind, those in by_kind(rows):
        members[f"{stem}-{kind}.csv"] = exports.csv_bytes(HEAD, table(those))
        members[f"{stem}-{kind}.meta.csv"] = exports.csv_bytes(META_HEAD, meta(those))
    return members


def sheets(rows: Iterable[Row]) -> list[exports.Sheet]:
    """The same tables for `exports.xlsx_file`: a sheet for each kind of period, numbers as numbers."""
    return [
        exports.Sheet(kind.replace("-", " ").capitalize(), HEAD, [cells_of(one) for one in table(those)])
        for kind, those in by_kind(rows)
    ]


def cells_of(cells: Line) -> list[object]:
    """A line with its numbers as numbers; signs and codes stay text."""
    first = len(HEAD) - NUMBERS
    return [*cells[:first], *(Decimal(cell) if NUMBER.fullmatch(cell) else cell for cell in cells[first:])]


def by_kind(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Rows by what may stand together in one file, in the order of names."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(kind_of(row.period), []).append(row)
    return sorted(found.items())


def table(rows: Iterable[Row]) -> list[Line]:
    """Lines under HEAD, by indicator and period, then England, regions, councils, and all before its categories."""
    return [line(row) for row in sorted(rows, key=place_in_file)]


def place_in_file(row: Row) -> tuple[str | int, ...]:
    return (row.code, row.period, LEVELS.index(row.level), row.area_code, row.category)


def line(row: Row) -> Line:
    """One row under HEAD. Raises NotAPeriod."""
    filters = (row.theme, row.indicator, row.category or ALL, row.status.capitalize())
    return (*time_of(row.period), *place_of(row), *filters, *numbers_of(row))


def time_of(period: str) -> tuple[str, str]:
    """time_period and time_identifier: "2024-25" is 2025, "Reporting year". Raises NotAPeriod."""
    if academic := ACADEMIC.fullmatch(period):
        return "".join(academic.groups()), "Academic year"
    if CALENDAR.fullmatch(period):
        return period, "Calendar year"
    read = Period.parse(period)
    if read.kind == "month":
        return f"{read.starts_on:%Y}", f"{read.starts_on:%B}"
    if read.kind == "quarter":
        return f"{read.code[:4]}{read.code[5:7]}", f"Financial year {read.code[8:]}"
    return f"{read.ends_on:%Y}", "Reporting year"


def kind_of(period: str) -> str:
    """What may stand together in one file: "reporting-year", "academic-year", "calendar-year", "quarter", "month"."""
    _, identifier = time_of(period)
    if identifier.endswith("year"):
        return identifier.lower().replace(" ", "-")
    return Period.parse(period).kind


def place_of(row: Row) -> Line:
    """The cells under PLACE; those of narrower areas than the row's are empty, as the DfE leaves them."""
    if row.level == NATIONAL:
        return (NATIONAL, row.area_code, row.area_name, "", "", "", "", "")
    if row.level == REGIONAL:
        return (REGIONAL, *ENGLAND, row.area_code, row.area_name, "", "", "")
    old_code = row.old_code or Symbol.NOT_AVAILABLE.value
    return (COUNCIL, *ENGLAND, row.region_code, row.region_name, old_code, row.area_code, row.area_name)


def numbers_of(row: Row) -> Line:
    """numerator, denominator, value, target: each a number or a symbol, never blank."""
    hidden = row.symbol == Symbol.CONFIDENTIAL
    missing = row.symbol or Symbol.NOT_AVAILABLE.value
    no_whole = Symbol.NOT_APPLICABLE.value if row.unit == Unit.COUNT else missing
    return (
        written(None if hidden else row.numerator, missing),
        written(row.denominator, no_whole),
        row.symbol or written(row.value, missing, row.decimals),
        written(row.target, Symbol.NOT_APPLICABLE.value),
    )


def number(text: str | None) -> Decimal | None:
    """A decimal as facts write it."""
    return None if text is None else Decimal(text)


def written(number: Decimal | None, otherwise: str, decimals: int = 6) -> str:
    """ "68", "45.5", "0"; `otherwise` where there is no number. Rounded as pages show it, so that it tells no more."""
    if number is None:
        return otherwise
    return f"{(half_up(number, decimals) + 0).normalize():f}"


def meta(rows: Sequence[Row]) -> list[Line]:
    """Lines under META_HEAD, what the columns of `table(rows)` are. A filter with a single item is left out."""
    filters = [
        filter_line("indicator", "Indicator", "What was counted and in which unit", "theme"),
        filter_line("category", "Category", "Which children; Total is all of them"),
        filter_line("status", "Status", "Provisional figures may still change"),
    ]
    lines = table(rows)
    items = {name: {cells[HEAD.index(name)] for cells in lines} for name in FILTERS}
    unit = "%" if {row.unit for row in rows} == {Unit.PERCENT} else ""
    decimals = str(max((row.decimals for row in rows), default=0))
    return [
        *(one for one in filters if len(items[one[0]]) > 1),
        indicator_line("numerator", "Numerator", "", "0"),
        indicator_line("denominator", "Denominator", "", "0"),
        indicator_line("value", "Value", unit, decimals),
        indicator_line("target", "Target", unit, decimals),
    ]


def filter_line(name: str, label: str, hint: str, grouped_by: str = "") -> Line:
    return (name, "Filter", label, "", "", "", hint, grouped_by)


def indicator_line(name: str, label: str, unit: str, decimals: str) -> Line:
    return (name, "Indicator", label, "", unit, decimals, "", "")
