"""The one door through which numbers leave (docs/explanation/security.md).

Figures that government has already published are shown as published, symbol for symbol: hiding them protects nobody,
and changing them would be untrue. Anything else is closed to every audience but officers until it can be protected.
"""

from typing import Literal, TypedDict

Audience = Literal["officer", "member", "public"]

HIDDEN = "c"


class Figure(TypedDict):
    """One number as packs freeze it; `value` and its parts are decimals as text, or None where `symbol` stands."""

    period: str
    value: str | None
    numerator: str | None
    denominator: str | None
    symbol: str
    is_provisional: bool
    is_published: bool


def protect(figure: Figure, audience: Audience) -> Figure:
    """`figure` as `audience` may see it; a hidden one keeps its place and shows `c`, whatever sign it had."""
    if figure["is_published"] or audience == "officer":
        return figure
    return figure | {"value": None, "numerator": None, "denominator": None, "symbol": HIDDEN}  # type: ignore[return-value]
