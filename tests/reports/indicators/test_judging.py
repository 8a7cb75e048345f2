from decimal import Decimal as D

import pytest

from reports.indicators.judging import judge, travel


def colour(value, target=70, tolerance=5, polarity="high", denominator=100, small_cohort=20):
    made = judge(
        None if value is None else D(value),
        target=None if target is None else D(target),
        tolerance=D(tolerance),
        polarity=polarity,
        denominator=None if denominator is None else D(denominator),
        small_cohort=small_cohort,
    )
    return made.status, made.text


@pytest.mark.parametrize(
    ("value", "polarity", "status"),
    [
        (71, "high", "ok"),
        (70, "high", "ok"),
        ("69.9", "high", "due"),
        (65, "high", "due"),
        ("64.9", "high", "late"),
        (0, "high", "late"),
        (69, "low", "ok"),
        (70, "low", "ok"),
        ("70.1", "low", "due"),
        (75, "low", "due"),
        ("75.1", "low", "late"),
    ],
)
def test_colour_follows_from_polarity_target_and_tolerance(value, polarity, status):
    assert colour(value, polarity=polarity)[0] == status


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"target": None}, "No target"),
        ({"value": None}, "No number to judge by"),
        ({"polarity": "context"}, "Neither way is better, so it is not judged"),
        ({"denominator": 19}, "Fewer than 20 children: too few to judge by"),
        ({"denominator": 9, "small_cohort": 10}, "Fewer than 10 children: too few to judge by"),
    ],
)
def test_without_a_colour_it_says_why(changes, why):
    assert colour(**{"value": 50} | changes) == ("", why)


def test_twenty_children_are_enough_and_a_count_has_no_group():
    assert colour(50, denominator=20) == ("late", "Off target")
    assert colour(50, denominator=None) == ("late", "Off target")


def test_without_tolerance_nothing_is_amber():
    assert colour("69.9", tolerance=0)[0] == "late"


@pytest.mark.parametrize(
    ("value", "before", "polarity", "said"),
    [
        (60, 50, "high", "Better"),
        (60, 50, "low", "Worse"),
        (50, 60, "low", "Better"),
        (60, 50, "context", "Higher"),
        (50, 60, "context", "Lower"),
        (50, 50, "high", "The same"),
        (None, 50, "high", ""),
        (50, None, "high", ""),
    ],
)
def test_direction_of_travel(value, before, polarity, said):
    assert travel(value, before, polarity) == said
