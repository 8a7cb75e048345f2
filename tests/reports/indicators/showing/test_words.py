from decimal import Decimal

import pytest

from reports.indicators.kinds import Unit
from reports.indicators.showing import words


@pytest.mark.parametrize(
    ("n", "said"),
    [(0, "no figures"), (1, "one figure"), (4, "four figures"), (10, "10 figures"), (1200, "1,200 figures")],
)
def test_count(n, said):
    assert words.count(n, "figure") == said


def test_count_of_an_irregular_thing():
    assert (words.count(1, "child", "children"), words.count(2, "child", "children")) == ("one child", "two children")


@pytest.mark.parametrize(
    ("several", "said"),
    [
        ([], ""),
        (["England"], "England"),
        (["England", "Mercia"], "England and Mercia"),
        (["England", "Mercia", "similar councils"], "England, Mercia and similar councils"),
    ],
)
def test_listed(several, said):
    assert words.listed(several) == said


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "said"),
    [
        ("68", Unit.PERCENT, 0, "68%"),
        ("14.25", Unit.SCORE, 1, "14.3"),
        ("94", Unit.RATE_PER_10000, 0, "94 in every 10,000 children"),
        ("31850", Unit.COUNT, 0, "31,850"),
        ("19", Unit.MONTHS, 0, "1 year 7 months"),
        ("24", Unit.MONTHS, 0, "2 years"),
        ("1", Unit.MONTHS, 0, "1 month"),
        ("0", Unit.MONTHS, 0, "0 months"),
        ("3", Unit.DAYS, 0, "3 days"),
    ],
)
def test_spoken(value, unit, decimals, said):
    assert words.spoken(Decimal(value), unit, decimals) == said


@pytest.mark.parametrize(
    ("period", "label", "spoken"),
    [
        ("2022-23", "2023", "year ending March 2023"),
        ("1999-00", "2000", "year ending March 2000"),
        ("2022", "2022", "2022"),
    ],
)
def test_periods_in_words(period, label, spoken):
    assert (words.year_label(period), words.period_spoken(period)) == (label, spoken)


@pytest.mark.parametrize(
    ("value", "unit", "cell"),
    [
        ("68", Unit.PERCENT, "68%"),
        ("94", Unit.RATE_PER_10000, "94"),
        ("1200", Unit.COUNT, "1,200"),
        ("19", Unit.MONTHS, "19"),
    ],
)
def test_in_cell(value, unit, cell):
    assert words.in_cell(Decimal(value), unit, 0) == cell
