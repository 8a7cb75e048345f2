"""One figure at the door: shown to this audience, or `c` in its place."""

from typing import Literal, NotRequired, TypedDict

Audience = Literal["officer", "member", "public"]

HIDDEN = "c"


class Figure(TypedDict):
    """One number as packs freeze it; `value` and its parts are decimals as text, or None where `symbol` stands.

    `is_hidden` is what was worked out when the council's own figure came in; one that has not been judged is hidden.
    """

    period: str
    value: str | None
    numerator: str | None
    denominator: str | None
    symbol: str
    is_provisional: bool
    is_published: bool
    is_hidden: NotRequired[bool]


def protect(figure: Figure, audience: Audience) -> Figure:
    """`figure` as `audience` may see it; a hidden one keeps its place and shows `c`, whatever sign it had.

    Published figures are shown as published, symbol for symbol: hiding them protects nobody, and changing them would
    be untrue.
    """
    if audience == "officer" or figure["is_published"] or not figure.get("is_hidden", True):
        return figure
    return figure | {"value": None, "numerator": None, "denominator": None, "symbol": HIDDEN}  # type: ignore[return-value]
