from datetime import date

import pytest

from corpparent import working_days


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 23), True),
        (date(2026, 11, 21), False),
        (date(2026, 11, 22), False),
        (date(2026, 12, 25), False),
        (date(2026, 12, 28), False),  # Boxing Day falls on a Saturday
        (date(2022, 6, 3), False),  # the Platinum Jubilee
        (date(2022, 9, 19), False),  # the state funeral
        (date(2026, 11, 30), True),  # St Andrew's Day is Scotland's
    ],
)
def test_working(day, works):
    assert working_days.is_working(day) is works


def test_a_day_the_council_closes_is_none():
    assert not working_days.is_working(date(2026, 12, 29), {date(2026, 12, 29)})


def test_after_a_weekend_and_christmas():
    assert working_days.after(date(2026, 10, 3), 5) == date(2026, 10, 9)
    assert working_days.after(date(2026, 12, 23), 3, {date(2026, 12, 29)}) == date(2026, 12, 31)
    assert working_days.after(date(2026, 12, 23), 0) == date(2026, 12, 23)


def test_between_is_after_backwards():
    first = date(2026, 12, 1)
    for number in range(60):
        assert working_days.between(first, working_days.after(first, number)) == number
    assert working_days.between(first, date(2026, 11, 1)) == 0


def test_too_many_is_refused():
    with pytest.raises(ValueError, match="400"):
        working_days.after(date(2026, 1, 1), 401)
