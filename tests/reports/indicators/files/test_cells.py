import re
from decimal import Decimal

import pytest

from reports.indicators.files import cells
from reports.indicators.kinds import Symbol


@pytest.mark.parametrize("symbol", list(Symbol))
def test_read_symbol_stays_a_symbol(symbol):
    assert cells.read(symbol.value, "number") is symbol
    assert cells.read(symbol.value, "years-months") is symbol


@pytest.mark.parametrize("text", ["0", "12.5", "83750"])
def test_read_number(text):
    assert cells.read(text, "number") == Decimal(text)


@pytest.mark.parametrize(("text", "months"), [("01:07", 19), ("00:00", 0), ("4:11", 59)])
def test_read_years_and_months(text, months):
    assert cells.read(text, "years-months") == months


@pytest.mark.parametrize(
    ("text", "form", "reason"),
    [
        ("12,5", "number", "“12,5” is not a number or a symbol the DfE uses."),
        ("1e5", "number", "“1e5” is not a number or a symbol the DfE uses."),
        ("NaN", "number", "“NaN” is not a number or a symbol the DfE uses."),
        ("٣", "number", "“٣” is not a number or a symbol the DfE uses."),
        ("-3", "number", "“-3” is below zero."),
        ("", "number", "The cell is empty; the DfE writes a symbol where there is no number."),
        ("01:12", "years-months", "“01:12” is not years and months like 01:07, nor a symbol the DfE uses."),
        ("x" * 50, "number", f"“{'x' * 40}…” is not a number or a symbol the DfE uses."),
        ("\x07", "number", "“�” is not a number or a symbol the DfE uses."),
    ],
)
def test_read_refuses_with_the_reason(text, form, reason):
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        cells.read(text, form)
