"""The numbers of one row of a scorecard: numerator and denominator, from which the value follows, or a value alone."""

import re
from dataclasses import dataclass
from decimal import Decimal

from reports.indicators.definition import Definition
from reports.indicators.files.problems import BadCell, shown
from reports.indicators.kinds import MULTIPLIER, Symbol, Unit
from reports.indicators.rounding import half_up, share

NUMBER = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,20})?", re.ASCII)
MOST = 999_999_999
PLACES = 6  # that a figure is kept with
COLUMNS = ("numerator", "denominator", "value")
SYMBOLS = {symbol.value: symbol for symbol in (Symbol.NOT_AVAILABLE, Symbol.NOT_APPLICABLE)}
PARTS = {Unit.PERCENT, Unit.RATE_PER_10000}  # units in which the numerator counts some of the denominator


@dataclass(frozen=True)
class Numbers:
    """Either `value` (in the unit of the indicator, with its decimals) or `symbol`."""

    value: Decimal | None = None
    symbol: Symbol | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


def has_none(cells: dict[str, str]) -> bool:
    """Whether a row says nothing about its figure."""
    return not any(cells[column] for column in COLUMNS)


def read(cells: dict[str, str], definition: Definition) -> Numbers:
    """The numbers of a row, its cells by column. Raises BadCell."""
    if symbol := SYMBOLS.get(cells["value"].lower()):
        return without_number(symbol, cells)
    if definition.unit in MULTIPLIER:
        return worked_out(cells, definition)
    return alone(cells, definition)


def without_number(symbol: Symbol, cells: dict[str, str]) -> Numbers:
    """A symbol stands where there is no number, so there is none beside it. Raises BadCell."""
    for column in ("numerator", "denominator"):
        if cells[column]:
            raise BadCell(
                "value", f"{shown(symbol.value)} says that there is no number, but the cell of the {column} has one."
            )
    return Numbers(symbol=symbol)


def alone(cells: dict[str, str], definition: Definition) -> Numbers:
    """The value of a unit that is not worked out by division (number, score, days ...). Raises BadCell.

    An average may say of how many children it is; without that nobody but officers sees it, since it may be of two.
    """
    for column in ("numerator", "denominator") if definition.unit == Unit.COUNT else ("numerator",):
        if cells[column]:
            raise BadCell(
                column,
                f"This figure is not worked out from two numbers. Leave this cell empty and write the "
                f"{definition.unit.label} in the column value.",
            )
    value = number(cells["value"], "value")
    if definition.unit == Unit.COUNT and value % 1:
        raise BadCell("value", f"{shown(cells['value'])} is not a whole number, and this figure counts.")
    children = number(cells["denominator"], "denominator") if cells["denominator"] else None
    return Numbers(value=half_up(value, definition.decimals), denominator=children)


def worked_out(cells: dict[str, str], definition: Definition) -> Numbers:
    """The value from numerator and denominator, half-up. Raises BadCell."""
    numerator, denominator = (number(needed(cells, column), column) for column in ("numerator", "denominator"))
    if definition.unit in PARTS and numerator > denominator:
        raise BadCell(
            "numerator",
            f"The numerator ({numerator:,}) is greater than the denominator ({denominator:,}), of which it is a part.",
        )
    times = MULTIPLIER[definition.unit]
    value = share(numerator, denominator, times=times, decimals=definition.decimals)
    if value is None:
        raise BadCell(
            "denominator",
            "The denominator is 0, so no figure can be made of it. Leave both cells empty and write z (does not apply) "
            "in the column value.",
        )
    if value > MOST:
        raise BadCell("numerator", f"{numerator:,} for {denominator:,} is too much to be a figure of a council.")
    if cells["value"]:
        check_agrees(cells["value"], numerator * times / denominator, definition)
    return Numbers(value, None, numerator, denominator)


def needed(cells: dict[str, str], column: str) -> str:
    """Raises BadCell where the cell is empty."""
    if not cells[column]:
        raise BadCell(
            column,
            "The cell is empty; this figure needs numerator and denominator, from which the portal works it out.",
        )
    return cells[column]


def check_agrees(text: str, exact: Decimal, definition: Definition) -> None:
    """The value that was written is the one that follows, to as many decimals as were written. Raises BadCell."""
    written = number(text.removesuffix("%") if definition.unit == Unit.PERCENT else text, "value")
    places = min(-int(written.as_tuple().exponent), PLACES - 1)
    if abs(written - exact) > Decimal("0.5").scaleb(-places):
        raise BadCell(
            "value", f"{shown(text)} does not follow from numerator and denominator: they give {half_up(exact, 2)}."
        )


def number(text: str, column: str) -> Decimal:
    """Zero or more, to six places. Raises BadCell."""
    if "," in text:
        raise BadCell(column, f"{shown(text)} has a comma. Write numbers without it, like 1234 or 12.5.")
    if not NUMBER.fullmatch(text):
        symbols = ", nor x (not available) or z (does not apply)" if column == "value" else ""
        raise BadCell(column, f"{shown(text)} is not a number{symbols}.")
    if text.startswith("-"):
        raise BadCell(column, f"{shown(text)} is below zero.")
    written = Decimal(text)
    if written > MOST:
        raise BadCell(column, f"{shown(text)} is too much to be a figure of a council.")
    return half_up(written, PLACES) if -int(written.as_tuple().exponent) > PLACES else written
