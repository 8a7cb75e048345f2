from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpparent.charts.scale import push_apart, round_step, scale_for

amounts = st.decimals(min_value=-5000, max_value=50000, places=1)


@given(st.lists(amounts, min_size=1, max_size=40), st.integers(0, 2))
def test_scale_holds_every_value_between_few_round_numbers(values, decimals):
    scale = scale_for(values, percent=False, decimals=decimals)
    assert scale.low <= min(values)
    assert max(values) <= scale.high
    assert 2 <= len(scale.ticks) <= 8
    assert scale.ticks[-1] == scale.high
    assert scale.step.normalize().as_tuple().digits in {(1,), (2,), (5,)}
    assert scale.decimals <= decimals


@given(st.lists(st.decimals(min_value=0, max_value=100, places=1), min_size=1))
def test_scale_of_percentages_stays_between_0_and_100(values):
    scale = scale_for(values, percent=True, decimals=1)
    assert 0 <= scale.low < scale.high <= 100


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        ([61, 71], 50, 80),
        ([8, 9, 10], 0, 10),  # a point or two near zero is not blown up
        ([99, 100], 70, 100),  # nor near the top
        ([0, 0], 0, 4),
        ([0, 2], 0, 2),  # there is no half a child
        ([1200, 1555], 1000, 1800),
    ],
)
def test_scale_begins_where_a_reader_expects(values, low, high):
    scale = scale_for([Decimal(value) for value in values], percent=high <= 100, decimals=0)
    assert (scale.low, scale.high) == (low, high)


@pytest.mark.parametrize(("size", "step"), [("1", "1"), ("1.1", "2"), ("2.2", "5"), ("5.1", "10"), ("0.03", "0.05")])
def test_round_step_is_the_next_1_2_or_5(size, step):
    assert round_step(Decimal(size)) == Decimal(step)


@given(st.lists(st.tuples(st.floats(0, 200), st.floats(10, 40)), min_size=1, max_size=6))
def test_labels_pushed_apart_never_overlap_and_stay_on_the_sheet(labels):
    labels.sort()
    wanted, heights = [place for place, _ in labels], [height for _, height in labels]
    places = push_apart(wanted, heights, top=-10, bottom=240)
    spans = [(place - height / 2, place + height / 2) for place, height in zip(places, heights, strict=True)]
    assert spans[0][0] >= -10 - 1e-6
    assert spans[-1][1] <= 240 + 1e-6
    for (_, foot), (head, _) in pairwise(spans):
        assert head >= foot - 1e-6


def test_labels_that_do_not_touch_stay_where_they_are():
    assert push_apart([20, 60, 100], [18, 18, 18], top=0, bottom=200) == [20, 60, 100]


def test_labels_wanted_in_one_place_lie_about_it():
    assert push_apart([50, 50, 50], [20, 20, 20], top=0, bottom=200) == [30, 50, 70]
