"""What goes into a chart and what comes out of it."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from django.utils.safestring import SafeString

Role = Literal["us", "england", "region", "neighbours", "target"]


@dataclass(frozen=True)
class Series:
    """One line of a trend: `values` holds one value a period, None where there is none (the line is broken there)."""

    name: str
    role: Role
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Bar:
    """One bar. Where `value` is None, `symbol` and `meaning` say why: "c" and "hidden: 1 to 5 children"."""

    name: str
    role: Role
    value: Decimal | None
    symbol: str = ""
    meaning: str = ""


@dataclass(frozen=True)
class Chart:
    """`svg` is safe markup, "" where there is nothing to draw; `note` is "" or sentences to be printed below it."""

    svg: SafeString
    note: str


NOTHING = Chart(SafeString(""), "There are no figures to draw.")


def number(value: Decimal, decimals: int, unit: str) -> str:
    """Return `value` as it is read: rounded half-up as the DfE does, thousands parted, "%" close behind.

    Any other unit is a phrase ("per 10,000 children") and stands once above the chart, not at each number.
    """
    rounded = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    written = f"{rounded + 0:,}".replace("-", "−")  # + 0 turns -0 into 0
    return f"{written}%" if unit == "%" else written
