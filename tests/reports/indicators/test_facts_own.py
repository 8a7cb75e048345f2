"""The council's own figures over time, with what was wanted and what was said."""

from datetime import date
from decimal import Decimal

import pytest

from reports.indicators import audiences, facts
from reports.indicators.models import Observation
from tests.factories.indicators import (
    CommentaryFactory,
    IndicatorFactory,
    ObservationFactory,
    OwnFactory,
    TargetFactory,
)

pytestmark = pytest.mark.django_db

QUARTERS = {
    "2025-26-Q1": date(2025, 6, 30),
    "2025-26-Q2": date(2025, 9, 30),
    "2025-26-Q3": date(2025, 12, 31),
    "2025-26-Q4": date(2026, 3, 31),
}


@pytest.fixture
def one():
    return IndicatorFactory(code="care-plans")


def own(one, ours, period="2025-26-Q2", value=68, **fields):
    ends_on = fields.pop("ends_on", None) or QUARTERS[period]
    return OwnFactory(indicator=one, area=ours, period=period, ends_on=ends_on, value=Decimal(value), **fields)


def line(ours, **how):
    return facts.own_lines(area=ours, **how)["care-plans"]


def values(found):
    return [figure and figure["value"] for figure in found["figures"]]


def test_line_is_oldest_first_and_leaves_no_quarter_out(one, ours):
    own(one, ours, "2025-26-Q4", 90)
    own(one, ours, "2025-26-Q1", 70)
    own(one, ours, "2025-26-Q2", 75)
    found = line(ours)
    assert found["kind"] == "quarter"
    assert found["periods"] == list(QUARTERS)
    assert values(found) == ["70", "75", None, "90"]


def test_line_holds_the_newest_periods_up_to_a_day(one, ours):
    for number, period in enumerate(QUARTERS):
        own(one, ours, period, number)
    assert values(line(ours, periods=2)) == ["2", "3"]
    assert values(line(ours, periods=2, until=date(2025, 12, 30))) == ["0", "1"]


def test_line_is_of_the_kind_of_period_that_reaches_furthest(one, ours):
    own(one, ours, "2025-26-Q1", 70)
    own(one, ours, "2024-25", 60, ends_on=date(2025, 3, 31))
    own(one, ours, "2025-M07", 72, ends_on=date(2025, 7, 31))
    assert line(ours)["periods"] == ["2025-M07"]
    own(one, ours, "2025-26-Q2", 75)
    own(one, ours, "2025-M09", 76, ends_on=date(2025, 9, 30))
    assert line(ours)["periods"] == ["2025-26-Q1", "2025-26-Q2"]


def test_what_government_published_since_stands_instead(one, ours):
    own(one, ours, "2024-25", 60, ends_on=date(2025, 3, 31))
    assert values(line(ours)) == ["60"]
    ObservationFactory(indicator=one, area=ours, period="2024-25", ends_on=date(2025, 3, 31))
    assert facts.own_lines(area=ours) == {}


def test_neither_corrected_nor_other_areas_figures_are_in_it(one, ours):
    own(one, ours, "2025-26-Q1", 70, is_current=False)
    own(one, ours, "2025-26-Q1", 71)
    OwnFactory(indicator=one, period="2025-26-Q2")
    assert values(line(ours)) == ["71"]


def test_target_of_a_year_holds_for_its_quarters_unless_they_have_their_own(one, ours):
    own(one, ours, "2025-26-Q1")
    own(one, ours, "2025-26-Q2")
    TargetFactory(indicator=one, value=Decimal(85))
    TargetFactory(
        indicator=one, period="2025-26-Q2", starts_on=date(2025, 7, 1), ends_on=date(2025, 9, 30), value=Decimal(90)
    )
    TargetFactory(indicator=one, value=Decimal(50), is_current=False)
    assert [target["value"] for target in line(ours)["targets"]] == ["85", "90"]


def test_a_years_target_for_a_count_is_not_its_quarters(ours):
    complaints = IndicatorFactory(code="care-plans", unit="count")
    own(complaints, ours, "2025-26-Q1")
    TargetFactory(indicator=complaints, value=Decimal(20))
    assert line(ours)["targets"] == [None]
    TargetFactory(indicator=complaints, period="2025-26-Q1", starts_on=date(2025, 4, 1), ends_on=date(2025, 6, 30))
    assert line(ours)["targets"][0]["value"] == "85"


def test_a_target_of_last_year_holds_for_nothing_of_this_one(one, ours):
    own(one, ours, "2025-26-Q1")
    TargetFactory(indicator=one, period="2024-25", starts_on=date(2024, 4, 1), ends_on=date(2025, 3, 31))
    assert line(ours)["targets"] == [None]


def test_commentary_is_the_latest_of_its_own_figure(one, ours):
    row = own(one, ours, "2025-26-Q1")
    own(one, ours, "2025-26-Q2")
    CommentaryFactory(observation=row, text="Earlier words", is_current=False)
    said = CommentaryFactory(observation=row, text="Later words")
    first, second = line(ours)["commentaries"]
    assert first == {"text": "Later words", "author": said.author.name, "written_on": "2024-11-04"}
    assert second is None


def test_queries_do_not_grow_with_figures(ours, django_assert_num_queries):
    own(IndicatorFactory(), ours)
    with django_assert_num_queries(4):
        facts.own_lines(area=ours)
    for _ in range(10):
        one = IndicatorFactory()
        CommentaryFactory(observation=own(one, ours, "2025-26-Q1"))
        TargetFactory(indicator=one)
    with django_assert_num_queries(4):
        assert len(facts.own_lines(area=ours)) == 11


@pytest.mark.parametrize(("audience", "shown"), [("officer", "68"), ("member", None), ("public", None)])
def test_a_hidden_figure_is_seen_by_officers_alone(one, ours, audience, shown):
    own(one, ours, protection=Observation.Protection.HIDDEN)
    (figure,) = audiences.protected(line(ours), audience)["figures"]
    assert figure["value"] == shown
    assert figure["numerator"] == shown
    assert figure["symbol"] == ("" if shown else "c")


def test_the_public_reads_no_commentary(one, ours):
    CommentaryFactory(observation=own(one, ours))
    assert audiences.protected(line(ours), "public")["commentaries"] == [None]
    assert audiences.protected(line(ours), "member")["commentaries"][0]


def test_members_see_what_the_council_decided(council):
    assert audiences.for_members() == "member"
    council.members_see_small_numbers = True
    council.save()
    assert audiences.for_members() == "officer"
