from decimal import Decimal

import pytest

from reports.indicators.showing.shown import Shown
from tests.factories.packs import NAMES, figure, indicator


def shown(**changes):
    return Shown(indicator(**changes), NAMES)


def test_definition_is_at_hand_and_nothing_else():
    assert shown().title == "Children seen by a dentist"
    with pytest.raises(AttributeError, match="colour"):
        shown().colour  # noqa: B018


@pytest.mark.parametrize(
    ("text", "decimals", "value"), [("68.5", 0, "69"), ("14.25", 1, "14.3"), ("-0.5", 0, "-1"), ("0", 0, "0")]
)
def test_value_is_rounded_half_up_as_it_is_shown(text, decimals, value):
    assert shown(us=["64", text], decimals=decimals).value("us") == Decimal(value)


def test_value_of_a_sign_or_of_nothing():
    one = shown(us=[None, figure(None, symbol="c")])
    assert (one.value("us"), one.value("us", back=1), one.value("region"), one.value("us", back=9)) == (None,) * 4


@pytest.mark.parametrize(
    ("newest", "spoken", "cell"),
    [
        ("68", "68%", "68%"),
        (figure(None, symbol="c"), "hidden, too few children", "c"),
        (figure(None, symbol="z"), "does not apply", "z"),
        (None, "no figure", "–"),
    ],
)
def test_number_sign_and_gap_in_words_and_in_a_cell(newest, spoken, cell):
    one = shown(us=["64", newest])
    assert (one.spoken("us"), one.cell("us")) == (spoken, cell)


def test_rows_name_the_area_and_show_every_period():
    one = shown(us=["64", None], england=["65", figure(None, symbol="x")], neighbours=[None, None])
    assert one.rows == [["Larchford", "64%", "–"], ["England", "65%", "x"]]
    assert one.years == ["2022", "2023"]
    assert one.symbols == {"x"}


def test_lines_leave_out_who_has_no_number():
    one = shown(us=["64", None], england=[None, figure(None, symbol="x")])
    assert [(line.role, line.values) for line in one.lines] == [("us", (Decimal(64), None))]


def test_count_stands_beside_similar_councils_alone():
    one = shown(unit="count", us=["300", "312"], england=["80000", "81000"], neighbours=["250", "260"])
    assert one.roles == ["us", "neighbours"]


@pytest.mark.parametrize(
    ("years", "before"), [((2022, 2023), Decimal(64)), ((2021, 2023), None), ((2020, 2021), Decimal(64))]
)
def test_year_before_is_a_year_before(years, before):
    assert shown(years=years).year_before == before


def test_year_before_of_a_first_year():
    assert shown(years=(2023,), us=["68"]).year_before is None


@pytest.mark.parametrize(
    ("newest", "is_small"),
    [
        (figure("68", numerator="13", denominator="19"), True),
        (figure("68", numerator="14", denominator="20"), False),
        (figure("68"), False),
        (figure(None, symbol="c", denominator="4"), False),
        (figure("0", numerator="0", denominator="0"), False),
        (None, False),
    ],
)
def test_is_small_under_twenty_children(newest, is_small):
    assert shown(us=["64", newest]).is_small is is_small


@pytest.mark.parametrize(
    ("polarity", "value", "than", "better"),
    [
        ("high", 2, 1, True),
        ("high", 1, 2, False),
        ("low", 2, 1, False),
        ("low", 1, 2, True),
        ("low", 1, 1, None),
        ("context", 2, 1, None),
    ],
)
def test_is_better_by_polarity(polarity, value, than, better):
    assert shown(polarity=polarity).is_better(Decimal(value), Decimal(than)) is better
