from decimal import Decimal

from reports.indicators.ssda903.measures.parts import Mean, Part


def test_percent_is_half_up():
    assert Part(1, 8).percent() == 13
    assert Part(1, 40).percent() == 3
    assert Part(0, 0).percent() is None


def test_mean_is_rounded_half_up():
    assert Mean(5, 2).value() == Decimal(3)
    assert Mean(0, 0).value() is None
