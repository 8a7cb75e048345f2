"""What may leave is worked out when figures come in, and kept on their rows."""

from datetime import date
from decimal import Decimal

import pytest

from corpparent.periods import Period
from reports.indicators import protection
from reports.indicators.models import Indicator, Observation
from tests.factories.indicators import OwnFactory

pytestmark = pytest.mark.django_db

QUARTER = Period.parse("2025-26-Q2")
Protection = Observation.Protection


@pytest.fixture
def count(ours):
    """`count("dentist", 3, 100)`: our own count of a quarter, hidden until it has been looked at."""

    def count(code, numerator, denominator, **fields):
        return OwnFactory(
            indicator=Indicator.objects.current().get(code=code),
            area=ours,
            numerator=Decimal(numerator),
            denominator=Decimal(denominator),
            value=Decimal(100 * numerator) / denominator,
            **{"protection": Protection.HIDDEN} | fields,
        )

    return count


def shown(*rows):
    for row in rows:
        row.refresh_from_db()
    return [row.protection == Protection.OPEN for row in rows]


def protect(ours, period=QUARTER):
    protection.protect(ours, [period])


@pytest.mark.parametrize(
    ("numerator", "denominator", "is_shown"),
    [
        (6, 100, True),
        (5, 100, False),
        (1, 100, False),
        (0, 100, True),
        (95, 100, False),
        (94, 100, True),
        (0, 5, False),
    ],
)
def test_one_to_five_is_hidden_on_either_side(ours, count, numerator, denominator, is_shown):
    row = count("dentist", numerator, denominator)
    protect(ours)
    assert shown(row) == [is_shown]


def test_what_would_give_a_small_number_away_is_hidden_with_it(ours, count):
    three = [
        count("in-education-or-work-19-21", 58, 96),
        count("not-in-education-or-work-19-21", 35, 96),
        count("activity-not-known-19-21", 3, 96),
    ]
    protect(ours)
    visible = shown(*three)
    assert not visible[2]
    assert sum(visible) == 1


def test_other_years_are_left_alone(ours, count):
    row = count("dentist", 60, 100, period="2024-25-Q2", ends_on=date(2024, 9, 30))
    protect(ours)
    assert shown(row) == [False]


def test_a_figure_once_shown_is_taken_as_known(ours, count):
    shown_before = [
        count("in-education-or-work-19-21", 58, 96, protection=Protection.OPEN),
        count("not-in-education-or-work-19-21", 35, 96, protection=Protection.OPEN),
    ]
    late = count("activity-not-known-19-21", 3, 96)
    protect(ours)
    assert shown(*shown_before, late) == [True, True, False]


def test_the_last_quarter_to_march_is_of_the_year_that_ends_then():
    assert protection.financial_year(Period.parse("2025-26-Q4")).code == "2025-26"
    assert protection.financial_year(Period.parse("2026-M04")).code == "2026-27"
    assert protection.financial_year(Period.parse("2025-26")).code == "2025-26"
