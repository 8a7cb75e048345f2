"""What a reader of the public numbers can work out: never anything that fewer than three homes stand behind."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from visits.rules.together import HOMES_TOGETHER, Breakdown, together

A, B, C, D = 1, 2, 3, 4


def things(**rows):
    return [(slug, home) for slug, homes in rows.items() for home in homes]


def test_three_homes_stand_together():
    assert together(things(health=[A, B, C, C])) == Breakdown(4, {"health": 4}, True)


def test_two_homes_do_not_however_many_points():
    assert together(things(health=[A] * 9 + [B] * 9)) == Breakdown(None, {}, False)


def test_nothing_tells_of_no_home():
    assert together([]) == Breakdown(0, {}, True)


def test_a_row_of_one_home_is_kept_back_and_not_given_away_by_the_total():
    found = together(things(health=[A, B, C], safety=[A, B, C, D, D], education=[D]))
    assert found.total == 9
    assert found.rows == {"safety": 5}  # 9 less 3 and 5 would be the one point of home D


def test_rows_that_are_small_alone_hide_each_other():
    found = together(things(health=[A], safety=[B], education=[C], being_heard=[A, B, C]))
    assert found.rows == {"being_heard": 3}
    assert found.total == 6


def test_where_only_one_row_could_stand_it_hides_the_other():
    assert together(things(told=[A, B, C, D], not_told=[D])) == Breakdown(5, {}, False)


COUNTED = st.lists(st.tuples(st.sampled_from(["v", "w", "x", "y", "z"]), st.integers(1, 6)), max_size=24)


@given(COUNTED)
def test_no_sum_or_difference_of_what_is_told_is_of_one_or_two_homes(counted):
    """Every number that can be made: of some rows together, and of the total less some rows."""
    found = together(counted)
    homes = {slug: {home for one, home in counted if one == slug} for slug, _ in counted}
    if found.total is None:
        assert found.rows == {}
        return
    for many in range(len(found.rows) + 1):
        for some in combinations(found.rows, many):
            for seen in (set(some), set(homes) - set(some)):
                behind = set().union(*(homes[slug] for slug in seen))
                assert not behind or len(behind) >= HOMES_TOGETHER


@given(COUNTED)
def test_what_is_told_is_true(counted):
    found = together(counted)
    assert found.total in (None, len(counted))
    assert all(number == sum(one == slug for one, _ in counted) for slug, number in found.rows.items())
    assert found.is_whole == (sum(found.rows.values()) == len(counted))
