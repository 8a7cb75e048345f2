"""Rounding as the DfE does it: halves go up. (Half-even gives several times as many differences from their tables.)"""

from decimal import ROUND_HALF_UP, Decimal


def half_up(number: Decimal, decimals: int) -> Decimal:
    """`number` with `decimals` places (0 to 6), a half rounded away from zero."""
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def share(numerator: Decimal, denominator: Decimal, *, times: int, decimals: int) -> Decimal | None:
    """`numerator` / `denominator` x `times`, half-up; None where the denominator is zero (never 0 %)."""
    if not denominator:
        return None
    return half_up(numerator * times / denominator, decimals)
