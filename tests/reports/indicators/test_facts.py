import json
from datetime import date
from decimal import Decimal

import pytest

from members import words
from reports.indicators import facts
from reports.indicators.kinds import Level
from reports.indicators.models import Area
from tests.factories.indicators import (
    AreaFactory,
    EnglandFactory,
    IndicatorFactory,
    NeighbourFactory,
    NeighbourSetFactory,
    ObservationFactory,
    RegionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def larchford():
    """A council in a region of an England, with three neighbours."""
    EnglandFactory()
    area = AreaFactory(name="Larchford", region=RegionFactory(name="Mercia"))
    edition = NeighbourSetFactory()
    for rank in (1, 2, 3):
        NeighbourFactory(neighbour_set=edition, area=area, rank=rank)
    return Area.objects.select_related("region").get(pk=area.pk)


def everybody(area):
    return facts.company(area).everybody


def publish(indicator, area, value, year=2023, **fields):
    fields = {"period": f"{year - 1}-{year % 100}", "ends_on": date(year, 3, 31)} | fields
    return ObservationFactory(indicator=indicator, area=area, value=value and Decimal(value), **fields)


def compared(area, indicator, **how):
    (one,) = facts.compare(area=area, codes=[indicator.code], **how)["indicators"]
    return one


def values(one, role):
    return [figure and (figure["value"] or figure["symbol"]) for figure in one["series"][role]]


def test_compare_beside_england_region_and_neighbours(larchford):
    indicator = IndicatorFactory()
    for area, value in zip(everybody(larchford), ["68", "70", "71", "60", "75", "66"], strict=True):
        publish(indicator, area, value)

    one = compared(larchford, indicator)

    assert (one["periods"], one["ends_on"]) == (["2022-23"], ["2023-03-31"])
    assert {role: values(one, role) for role in one["series"]} == {
        "us": ["68"],
        "region": ["70"],
        "england": ["71"],
        "neighbours": ["66"],
        "neighbours_mean": ["67"],
    }


def test_compare_says_who_is_who(larchford):
    said = facts.compare(area=larchford, codes=[])

    assert said["area"] == {"code": larchford.code, "name": "Larchford"}
    assert said["names"] == {
        "us": "Larchford",
        "region": "Mercia",
        "england": "England",
        "neighbours": "Similar councils (median)",
        "neighbours_mean": "Similar councils (mean)",
    }
    assert (said["neighbours"]["edition"], len(said["neighbours"]["names"])) == ("neighbours_2024", 3)


def test_compare_a_figure_is_as_packs_freeze_it(larchford):
    indicator = IndicatorFactory()
    publish(indicator, larchford, "13.80", numerator=Decimal("58"), denominator=Decimal("578"))

    assert compared(larchford, indicator)["series"]["us"] == [
        {
            "period": "2022-23",
            "value": "13.8",
            "numerator": "58",
            "denominator": "578",
            "symbol": "",
            "is_provisional": False,
            "is_published": True,
        }
    ]


def test_compare_series_are_as_long_with_gaps_and_symbols(larchford):
    indicator = IndicatorFactory()
    publish(indicator, larchford, "68", 2021)
    publish(indicator, larchford, None, 2022, symbol="c")
    publish(indicator, facts.company(larchford).england, "71", 2023)

    one = compared(larchford, indicator)

    assert one["periods"] == ["2020-21", "2021-22", "2022-23"]
    assert (values(one, "us"), values(one, "england")) == (["68", "c", None], [None, None, "71"])


def test_compare_neighbours_without_a_number_are_left_out_of_the_middle(larchford):
    indicator = IndicatorFactory()
    first, second, third = facts.company(larchford).neighbours
    publish(indicator, first, "10")
    publish(indicator, second, "13")
    publish(indicator, third, None, symbol="c")

    assert values(compared(larchford, indicator), "neighbours") == ["11.5"]


def test_compare_no_neighbour_has_a_number(larchford):
    indicator = IndicatorFactory()
    publish(indicator, larchford, "10")
    publish(indicator, facts.company(larchford).neighbours[0], None, symbol="c")

    assert values(compared(larchford, indicator), "neighbours") == [None]


def test_compare_until_a_day_and_the_newest_periods(larchford):
    indicator = IndicatorFactory()
    for year in (2020, 2021, 2022, 2023):
        publish(indicator, larchford, str(year - 2000), year)

    one = compared(larchford, indicator, until=date(2022, 3, 31), periods=2)

    assert (one["periods"], values(one, "us")) == (["2020-21", "2021-22"], ["21", "22"])


def test_compare_leaves_out_superseded_own_and_broken_down_figures(larchford):
    indicator = IndicatorFactory()
    publish(indicator, larchford, "10", is_current=False)
    publish(indicator, larchford, "11", origin="own")
    publish(indicator, larchford, "12", category="Aged 1")

    assert compared(larchford, indicator)["periods"] == []


def test_compare_figures_of_an_earlier_version_stay_in_the_trend(larchford):
    before = IndicatorFactory(is_current=False)
    now = IndicatorFactory(code=before.code, version=2)
    publish(before, larchford, "10", 2022)
    publish(now, larchford, "12", 2023)

    assert values(compared(larchford, now), "us") == ["10", "12"]


def test_compare_area_without_company():
    area = AreaFactory()
    indicator = IndicatorFactory()
    publish(indicator, area, "10")

    assert list(compared(area, indicator)["series"]) == ["us"]


def test_compare_an_invented_area_is_not_set_beside_the_real_england():
    Area.objects.create(code="E92000001", name="England", level=Level.NATIONAL)

    assert facts.company(AreaFactory(is_invented=True)).england is None


def test_company_takes_the_newest_edition(larchford):
    newest = NeighbourSetFactory(edition="neighbours_2025")
    other = NeighbourFactory(neighbour_set=newest, area=larchford, rank=1).neighbour

    assert (facts.company(larchford).neighbours, facts.company(larchford).edition) == ([other], "neighbours_2025")


@pytest.mark.parametrize("number", [1, 40])
def test_compare_queries_do_not_depend_on_the_number_of_indicators(larchford, django_assert_num_queries, number):
    indicators = IndicatorFactory.create_batch(number)
    for indicator in indicators:
        publish(indicator, larchford, "10")

    words.remembered()
    with django_assert_num_queries(5):
        said = facts.compare(area=larchford, codes=[indicator.code for indicator in indicators])

    assert len(said["indicators"]) == number


def test_compare_is_json_ready(larchford):
    publish(IndicatorFactory(), larchford, "10")

    said = facts.compare(area=larchford)

    assert json.loads(json.dumps(said)) == said


def test_breakdown_by_age_in_order():
    area, indicator = EnglandFactory(), IndicatorFactory()
    for category in ("Aged 7 and over", "Aged 1", "Aged under 1", ""):
        publish(indicator, area, "19", category=category)

    rows = facts.breakdown(area=area, code=indicator.code, period="2022-23")

    assert [row["category"] for row in rows] == ["Aged under 1", "Aged 1", "Aged 7 and over"]
    assert rows[0]["value"] == "19"


@pytest.mark.parametrize(
    ("number", "written"), [("68.000000", "68"), ("14.5", "14.5"), ("0", "0"), ("100", "100"), ("1E+2", "100")]
)
def test_text_has_no_exponent_and_no_zeros_at_the_end(number, written):
    assert facts.text(Decimal(number)) == written
