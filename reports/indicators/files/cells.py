"""One cell of an open-data file: a number, or the symbol that stands instead."""

import re
from decimal import Decimal
from functools import lru_cache

from reports.indicators.files.problems import shown
from reports.indicators.kinds import Symbol

Cell = Decimal | Symbol

NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")
YEARS_MONTHS = re.compile(r"([0-9]{1,2}):([0-9]{2})")
SYMBOLS = {symbol.value: symbol for symbol in Symbol}


@lru_cache(maxsize=4096)
def read(text: str, form: str) -> Cell:
    """The cell `text` written as `form` ("number" or "years-months"). Raises ValueError with the reason."""
    if text.lower() in SYMBOLS:
        return SYMBOLS[text.lower()]
    if not text:
        raise ValueError("The cell is empty; the DfE writes a symbol where there is no number.")
    return months(text) if form == "years-months" else number(text)


def number(text: str) -> Decimal:
    """Zero or more. Raises ValueError."""
    if not NUMBER.fullmatch(text):
        raise ValueError(f"{shown(text)} is not a number or a symbol the DfE uses.")
    if text.startswith("-"):
        raise ValueError(f"{shown(text)} is below zero.")
    return Decimal(text)


def months(text: str) -> Decimal:
    """ "01:07", one year and seven months, is 19. Raises ValueError."""
    found = YEARS_MONTHS.fullmatch(text)
    if not found or int(found[2]) > 11:
        raise ValueError(f"{shown(text)} is not years and months like 01:07, nor a symbol the DfE uses.")
    return Decimal(int(found[1]) * 12 + int(found[2]))
