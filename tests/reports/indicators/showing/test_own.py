"""What the council's own figures say, from plain facts."""

from decimal import Decimal

import pytest

from reports.indicators.showing.own import Own

DEFINITION = {
    "code": "care-plans",
    "title": "Care plans up to date",
    "sentence": "of our children have an up-to-date care plan",
    "unit": "percent",
    "decimals": 0,
    "polarity": "high",
    "small_cohort": 20,
    "theme": "being-heard",
    "rank": 1,
}
ENDS = {"2025-26-Q1": "2025-06-30", "2025-26-Q2": "2025-09-30", "2024-25": "2025-03-31", "2025-M10": "2025-10-31"}


def figure(value, symbol="", denominator="100", **fields):
    shown = {"period": "", "value": value, "numerator": value, "denominator": denominator, "symbol": symbol}
    return shown | {"is_provisional": False, "is_published": False, "is_hidden": False} | fields


def own(*figures, periods=("2025-26-Q1", "2025-26-Q2"), kind="quarter", target=None, said=None, **definition):
    periods = periods[-len(figures) :]
    wanted = {"value": target[0], "tolerance": target[1]} if target else None
    line = {
        "kind": kind,
        "periods": list(periods),
        "ends_on": [ENDS[period] for period in periods],
        "figures": list(figures),
        "targets": [wanted for _ in figures],
        "commentaries": [None] * (len(figures) - 1) + [said],
    }
    return Own(DEFINITION | definition, line, "Larchford")


def test_sentence_says_whose_count_it_is_and_of_when():
    one = own(figure("82", is_provisional=True))
    assert one.headline == "82% of our children have an up-to-date care plan."
    assert one.counted == "Our own count for July to September 2025, provisional."


def test_a_count_of_another_day_than_the_last_says_so():
    assert own(figure("82", as_at="2025-09-30")).counted == "Our own count for July to September 2025."
    late = own(figure("82", as_at="2025-10-14")).counted
    assert late == "Our own count for July to September 2025, as it stood on 14 October 2025."


@pytest.mark.parametrize(
    ("now", "before", "polarity", "said"),
    [
        ("82", "78", "high", "Better than the quarter before (78%)."),
        ("78", "82", "high", "Worse than the quarter before (82%)."),
        ("78", "82", "low", "Better than the quarter before (82%)."),
        ("78", "82", "context", "Lower than the quarter before (82%)."),
        ("82", "81.6", "high", "The same as the quarter before."),
        ("82", None, "high", ""),
    ],
)
def test_direction_of_travel(now, before, polarity, said):
    assert own(figure(before), figure(now), polarity=polarity).travel == said


def test_travel_does_not_leap_a_quarter_without_a_count():
    assert own(None, figure("82")).travel == ""


@pytest.mark.parametrize(
    ("value", "status", "text"),
    [("85", "ok", "On target"), ("80", "due", "Close to target"), ("79", "late", "Off target")],
)
def test_it_stands_as_its_target_says(value, status, text):
    judgement = own(figure(value), target=("85", "5")).judgement
    assert (judgement.status, judgement.text) == (status, text)


def test_what_is_hidden_has_no_colour_and_says_so():
    one = own(figure(None, "c", None), target=("85", "5"))
    assert one.judgement.status == ""
    assert one.headline == "There is no number to show for July to September 2025: hidden, too few children."
    assert one.cell() == "c"
    assert one.symbols == {"c"}


def test_a_small_group_has_no_colour_but_a_count_has():
    small = own(figure("50", denominator="18"), target=("85", "5"))
    assert (small.judgement.status, small.judgement.text) == ("", "Fewer than 20 children: too few to judge by")
    assert own(figure("9", denominator="3"), unit="count", polarity="low", target=("6", "1")).judgement.status == "late"


@pytest.mark.parametrize(
    ("definition", "target", "said"),
    [
        ({}, ("85", "5"), "Target: 85% or more; down to 80% is close."),
        ({"polarity": "low"}, ("9", "2.5"), "Target: 9% or less; up to 11.5% is close."),
        ({"polarity": "low", "unit": "count"}, ("6", "0"), "Target: 6 or fewer."),
        ({}, None, ""),
    ],
)
def test_target_in_words(definition, target, said):
    assert own(figure("82"), target=target, **definition).target_line == said


def test_table_has_ours_the_target_and_how_it_stands():
    one = own(figure(None, "c"), figure("82"), target=("85", "5"))
    assert one.head == ["Quarter", "Apr–Jun 2025", "Jul–Sep 2025"]
    assert one.rows == [
        ["Larchford", "c", "82%"],
        ["Target", "85%", "85%"],
        ["How it stands", "No number to judge by", "Close to target"],
    ]
    assert len(own(figure("82")).rows) == 1


@pytest.mark.parametrize(
    ("period", "kind", "head"), [("2024-25", "year", "2024-25"), ("2025-M10", "month", "Oct 2025")]
)
def test_other_periods_are_named_as_people_do(period, kind, head):
    assert own(figure("82"), periods=(period,), kind=kind).head[1:] == [head]


def test_chart_draws_ours_and_the_target_and_names_itself():
    one = own(figure("78"), figure("82"), target=("85", "5"))
    svg = str(one.chart.svg)
    assert "85%</tspan> Target" in svg
    assert "82%</tspan> Larchford" in svg
    title = svg.partition("<title>")[2].partition("</title>")[0]
    assert title.startswith("Care plans up to date, our own count. 82% of our children")
    assert title.endswith("Target: 85% or more; down to 80% is close. Close to target.")


def test_commentary_has_its_author_and_day():
    said = {"text": "Both posts are filled.", "author": "Ruth Castellane", "written_on": "2025-10-02"}
    assert own(figure("82"), said=said).commentary == {
        "text": "Both posts are filled.",
        "who": "Ruth Castellane",
        "when": "2 October 2025",
    }
    assert own(figure("82")).commentary is None


def test_value_is_rounded_half_up_as_it_is_shown():
    assert own(figure("84.5"), target=("85", "0")).value() == Decimal(85)
    assert own(figure("84.5"), target=("85", "0")).judgement.status == "ok"
