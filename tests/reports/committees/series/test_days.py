"""The days of a year plan."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reports.committees.rules.series import LAST, MOST, every_weeks, monthly, weekday_of


def test_every_six_weeks():
    assert every_weeks(date(2027, 1, 6), date(2027, 4, 30), 6) == [
        date(2027, 1, 6),
        date(2027, 2, 17),
        date(2027, 3, 31),
    ]


def test_the_first_wednesday_of_each_month():
    days = monthly(date(2027, 1, 6), date(2027, 5, 4), 1, 2)
    assert days == [date(2027, 1, 6), date(2027, 2, 3), date(2027, 3, 3), date(2027, 4, 7)]


def test_over_the_end_of_a_year_and_the_last_of_a_month():
    assert monthly(date(2026, 11, 1), date(2027, 2, 28), LAST, 4) == [
        date(2026, 11, 27),
        date(2026, 12, 25),
        date(2027, 1, 29),
        date(2027, 2, 26),
    ]
    assert weekday_of(2027, 2, 5, 0) is None


def test_no_days_and_too_many():
    assert every_weeks(date(2027, 1, 6), date(2027, 1, 5), 1) == []
    assert len(every_weeks(date(2027, 1, 6), date(2040, 1, 1), 1)) == MOST
    assert len(monthly(date(2027, 1, 1), date(2040, 1, 1), 1, 0)) == MOST


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.sampled_from([1, 2, 3, 4, LAST]), st.integers(0, 6))
def test_each_day_has_the_weekday_and_its_place(first, place, weekday):
    for day in monthly(first, first + timedelta(days=800), place, weekday):
        assert day.weekday() == weekday
        week = timedelta(days=7)
        assert (day + week).month != day.month if place == LAST else (day.day - 1) // 7 + 1 == place
