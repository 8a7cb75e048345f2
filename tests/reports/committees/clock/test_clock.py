"""The legal clock: the examples of the law's table, Christmas, Easter, closed days, and what holds on every day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpparent.working_days import is_working
from reports.committees.facts.last_days import Days
from reports.committees.rules.clock import clear_days_between, days_left, notice_by, publish_by
from reports.committees.showing.clock import countdown, publish_by_in_words

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
NUMBERS = st.integers(0, 40)


@pytest.mark.parametrize(
    ("meets_on", "last"),
    [
        # Computed for the design by hand, from England's bank holidays.
        (date(2026, 12, 2), date(2026, 11, 24)),
        (date(2027, 1, 5), date(2026, 12, 23)),
        (date(2027, 4, 7), date(2027, 3, 30)),
        # Christmas on a Saturday: Monday and Tuesday are the holidays, New Year's Day moves to Monday.
        (date(2022, 1, 5), date(2021, 12, 23)),
        # Easter 2026: Good Friday 3 April, Easter Monday 6 April.
        (date(2026, 4, 9), date(2026, 3, 30)),
        # Single holidays: the Queen's funeral, the coronation, the jubilee.
        (date(2022, 9, 26), date(2022, 9, 15)),
        (date(2023, 5, 10), date(2023, 4, 28)),
        (date(2022, 6, 8), date(2022, 5, 27)),
        # Across both changes of the clock: a day is a day.
        (date(2026, 3, 31), date(2026, 3, 23)),
        (date(2026, 10, 27), date(2026, 10, 19)),
    ],
)
def test_five_clear_days(meets_on, last):
    assert publish_by(meets_on) == last


@pytest.mark.parametrize(
    ("meets_on", "last"),
    [
        (date(2026, 12, 2), date(2026, 10, 22)),
        (date(2027, 1, 5), date(2026, 11, 20)),
        (date(2027, 4, 7), date(2027, 2, 23)),
    ],
)
def test_28_days_on_the_same_counting(meets_on, last):
    assert notice_by(meets_on) == last


def test_28_days_by_the_calendar_and_another_number():
    assert notice_by(date(2026, 12, 2), in_calendar_days=True) == date(2026, 11, 3)
    assert notice_by(date(2026, 12, 2), days=5) == date(2026, 11, 24)


def test_days_that_the_council_closes_come_on_top():
    between = frozenset({date(2026, 12, 24), date(2026, 12, 29), date(2026, 12, 30), date(2026, 12, 31)})
    assert publish_by(date(2027, 1, 5), closed=between) == date(2026, 12, 17)


def test_the_last_day_is_never_one_on_which_nobody_works():
    assert publish_by(date(2026, 12, 28), 0) == date(2026, 12, 24)
    assert publish_by(date(2026, 12, 28), 0, frozenset({date(2026, 12, 24)})) == date(2026, 12, 23)


@pytest.mark.parametrize("number", [-1, 401])
def test_numbers_without_sense_are_refused(number):
    with pytest.raises(ValueError, match="400"):
        publish_by(date(2026, 12, 2), number)


@given(DAYS, NUMBERS, st.frozensets(st.integers(1, 60), max_size=10))
def test_exactly_so_many_working_days_lie_strictly_between(meets_on, number, closed_before):
    closed = frozenset(meets_on - timedelta(days=back) for back in closed_before)
    last = publish_by(meets_on, number, closed)
    between = [last + timedelta(days=on) for on in range(1, (meets_on - last).days)]
    assert sum(is_working(day, closed) for day in between) == number
    assert is_working(last, closed)
    assert clear_days_between(last, meets_on, closed) == number


@given(DAYS, NUMBERS)
def test_a_later_meeting_never_has_an_earlier_last_day(meets_on, number):
    assert publish_by(meets_on, number) <= publish_by(meets_on + timedelta(days=1), number)


@pytest.mark.parametrize(
    ("today", "left", "said"),
    [
        (date(2026, 11, 20), 2, "Two working days left."),
        (date(2026, 11, 21), 2, "Two working days left."),  # a Saturday
        (date(2026, 11, 23), 1, "One working day left."),
        (date(2026, 11, 24), 0, "Publish today."),
        (date(2026, 11, 25), -1, "The last lawful day was Tuesday 24 November: publishing now needs reasons."),
    ],
)
def test_the_countdown_in_words(today, left, said):
    last, days = date(2026, 11, 24), Days(5, 5, frozenset())
    assert publish_by_in_words(last) == "Publish by Tuesday 24 November"
    assert days_left(today, last) == left
    assert countdown(last, days, today) == said
