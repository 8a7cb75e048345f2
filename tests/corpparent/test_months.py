from datetime import date

import pytest

from corpparent.months import months_after


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 11, 4), 12, date(2025, 11, 4)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
        (date(2024, 11, 4), 0, date(2024, 11, 4)),
        (date(2024, 11, 4), -6, date(2024, 5, 4)),
        (date(2024, 8, 31), -6, date(2024, 2, 29)),
    ],
)
def test_months_after(day, months, later):
    assert months_after(day, months) == later
