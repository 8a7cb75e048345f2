"""What may leave is worked out when figures come in, and kept on their rows."""

from datetime import date
from decimal import Decimal

import pytest

from corpparent.periods import Period
from reports.indicators import protection
from reports.indicators.models import Indicator, Observation
from tests.factories.indicators import ObservationFactory, OwnFactory

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


def test_a_number_that_was_shown_and_is_the_same_after_a_correction_is_known(ours, count):
    """Else the correction hides it, shows another, and the two versions together give the third away."""
    whole = [
        count("in-education-or-work-19-21", 48, 95),
        count("not-in-education-or-work-19-21", 44, 95),
        count("activity-not-known-19-21", 3, 95),
    ]
    for code, part, protection_ in [
        ("in-education-or-work-19-21", 48, Protection.OPEN),
        ("not-in-education-or-work-19-21", 45, Protection.HIDDEN),
    ]:
        count(code, part, 95, is_current=False, protection=protection_)
    protect(ours)
    assert shown(*whole) == [True, False, False]


def test_what_government_published_is_known_and_gives_nothing_away(ours, count):
    """Three quarters shown and the year published would tell the fourth."""
    came = Indicator.objects.current().get(code="came-into-care")
    ends = [date(2025, 6, 30), date(2025, 9, 30), date(2025, 12, 31), date(2026, 3, 31)]
    quarters = [
        OwnFactory(
            indicator=came,
            area=ours,
            period=f"2025-26-Q{number}",
            ends_on=day,
            value=Decimal(value),
            numerator=None,
            denominator=None,
            protection=Protection.HIDDEN,
        )
        for number, (day, value) in enumerate(zip(ends, (20, 30, 25, 4), strict=True), start=1)
    ]
    for is_published in (False, True):  # it will be, so it is reckoned with before
        Observation.objects.filter(origin="own").update(protection=Protection.HIDDEN)
        if is_published:
            ObservationFactory(indicator=came, area=ours, period="2025-26", ends_on=ends[-1], value=Decimal(79))
        protect(ours)
        visible = shown(*quarters)
        assert not visible[3]
        assert sum(visible) == 2


@pytest.fixture
def complaints(ours):
    """`complaints("2025-M10", 12)`: how many there were; what was said of the same period before is superseded."""

    def complaints(period, value):
        one = Indicator.objects.current().get(code="complaints")
        Observation.objects.filter(indicator=one, period=period).update(is_current=False)
        fields = {"period": period, "ends_on": Period.parse(period).ends_on, "value": Decimal(value)}
        numbers = {"numerator": None, "denominator": None, "protection": Protection.HIDDEN}
        return OwnFactory(indicator=one, area=ours, **fields, **numbers)

    return complaints


def test_a_correction_does_not_give_away_what_was_hidden_before_it(ours, complaints):
    october, november, december = (
        complaints(f"2025-M{month}", value) for month, value in ((10, 12), (11, 3), (12, 10))
    )
    quarter = complaints("2025-26-Q3", 25)
    protect(ours)
    before = shown(october, november, december, quarter)
    assert (before[1], sum(before)) == (False, 2)

    complaints("2025-M11", 8)
    complaints("2025-26-Q3", 30)
    protect(ours)

    assert shown(october, december, quarter) == [before[0], before[2], before[3]]
