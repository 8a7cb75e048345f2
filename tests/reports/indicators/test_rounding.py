from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.indicators.rounding import half_up, share


@pytest.mark.parametrize(
    ("number", "decimals", "rounded"),
    [("0.5", 0, "1"), ("1.5", 0, "2"), ("2.5", 0, "3"), ("2.4999", 0, "2"), ("14.25", 1, "14.3"), ("7", 1, "7.0")],
)
def test_half_up_rounds_halves_up(number, decimals, rounded):
    assert str(half_up(Decimal(number), decimals)) == rounded


def test_share_of_nothing_is_no_number():
    assert share(Decimal(0), Decimal(0), times=100, decimals=0) is None


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_share_is_within_half_a_point_of_the_exact_share(numerator, denominator):
    rounded = share(Decimal(numerator), Decimal(denominator), times=100, decimals=0)

    assert abs(rounded * denominator - 100 * numerator) * 2 <= denominator
