import re
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpparent.charts import Bar, Series, bars, trend
from corpparent.charts.drawing import LINE, width_of
from corpparent.charts.values import number

SVG = "{http://www.w3.org/2000/svg}"
YEARS = ("2020", "2021", "2022", "2023")
SENTENCE = "61% of our children stay with the same carer, fewer than in England."
ROLES = ("us", "england", "region", "neighbours")
long_name = "Bournemouth, Christchurch and Poole"


def a_series(*values, name="Larchford", role="us"):
    return Series(name, role, tuple(None if value is None else Decimal(str(value)) for value in values))


def a_trend(*series, periods=YEARS, unit="%", decimals=0, **more):
    return trend(sentence=SENTENCE, periods=periods, series=series, unit=unit, decimals=decimals, **more)


def some_bars(*parts, unit="%", decimals=0, **more):
    return bars(sentence=SENTENCE, bars=parts, unit=unit, decimals=decimals, **more)


def drawing_of(chart):
    return ElementTree.fromstring(chart.svg)  # noqa: S314 (it is our own)


def texts(chart):
    return ["".join(element.itertext()) for element in drawing_of(chart).iter(f"{SVG}text")]


@pytest.fixture(params=["trend", "bars"])
def chart(request):
    if request.param == "trend":
        return a_trend(a_series(66, 67, None, 61), a_series(69, 68, 68, 68, name="England", role="england"))
    return some_bars(Bar("Larchford", "us", Decimal(13)), Bar("England", "england", None, "c", "hidden"))


def test_chart_is_named_by_its_whole_sentence(chart):
    drawing = drawing_of(chart)
    assert drawing[0].tag == f"{SVG}title"
    assert drawing[0].text == SENTENCE
    assert drawing.get("role") == "img"


def test_chart_has_nothing_that_a_strict_page_refuses_or_that_clashes_with_a_second_chart(chart):
    names = {name for element in drawing_of(chart).iter() for name in element.attrib}
    assert not names & {"id", "class", "style", "href"}
    assert not any(name.startswith("on") for name in names)
    assert "<script" not in chart.svg


def test_chart_escapes_what_it_is_given():
    chart = trend(
        sentence="<b>5 & 6</b>", periods=("<i>",), series=[a_series(5, name="A & <B>")], unit="<u>", decimals=0
    )
    assert drawing_of(chart)[0].text == "<b>5 & 6</b>"
    assert {"5 A & <B>", "<i>", "<u>"} <= set(texts(chart))


def test_trend_says_value_and_name_at_each_end():
    chart = a_trend(a_series(66, 67, 69, 61), a_series(69, 68, 68, 68, name="England", role="england"))
    assert {"61% Larchford", "68% England"} <= set(texts(chart))
    assert "66%" in texts(chart)  # our first value


def test_trend_says_when_a_line_ends_early():
    assert "67% Larchford, 2021" in texts(a_trend(a_series(66, 67, None, None), a_series(1, 1, 1, 1, role="region")))


def test_trend_breaks_the_line_where_a_value_is_missing():
    def stretches(chart):
        return len(re.findall('stroke-linejoin="round"', chart.svg))

    assert stretches(a_trend(a_series(60, 61, 62, 63))) == 1
    assert stretches(a_trend(a_series(60, 61, None, 63), periods=YEARS)) == 1  # 63 stands alone, as a dot
    assert stretches(a_trend(a_series(60, 61, None, 63, 64), periods=(*YEARS, "2024"))) == 2


def test_trend_draws_ours_last_so_that_it_lies_on_top():
    chart = a_trend(a_series(60, 60, 60, 60), a_series(60, 60, 60, 60, name="England", role="england"))
    assert chart.svg.index("#3F4B50") < chart.svg.index("#15494E")


@pytest.mark.parametrize(("role", "dash"), [("england", "7 4"), ("region", "9 4 2 4"), ("neighbours", "2 3.5")])
def test_trend_gives_each_comparator_its_own_dash_so_that_it_is_safe_in_grey(role, dash):
    assert f'stroke-dasharray="{dash}"' in a_trend(a_series(1, 2, 3, 4, role=role)).svg


@pytest.mark.parametrize(
    ("values", "unit", "note"),
    [
        ((61, 65, 68, 70), "%", "The scale starts at 50%, not at zero."),
        ((8, 9, 10, 10), "%", ""),
        ((98, 101, 104, 110), "per 10,000 children", "The scale starts at 80, not at zero."),
    ],
)
def test_trend_says_where_its_scale_starts(values, unit, note):
    assert a_trend(a_series(*values), unit=unit).note == note


def test_trend_of_one_period_shows_points_and_says_so():
    chart = a_trend(a_series(8), a_series(10, name="England", role="england"), periods=("2022-23",))
    assert chart.note == "There are figures for 2022-23 alone, so there is no trend to see yet."
    assert {"8% Larchford", "10% England", "2022-23"} <= set(texts(chart))


def test_trend_without_a_value_is_not_drawn():
    chart = a_trend(a_series(None, None, None, None))
    assert (chart.svg, chart.note) == ("", "There are no figures to draw.")


def test_trend_refuses_series_that_do_not_fit_the_periods():
    with pytest.raises(ValueError, match=r"Larchford has 3 values for 4 periods\."):
        a_trend(a_series(1, 2, 3))


@settings(max_examples=60, deadline=None)
@given(
    values=st.lists(st.decimals(min_value=0, max_value=100, places=1), min_size=4, max_size=4),
    first=st.sampled_from(["Larchford", long_name]),
    narrow=st.booleans(),
)
def test_trend_labels_never_overlap_and_stay_on_the_sheet(values, first, narrow):
    series = [
        Series(first if role == "us" else role, role, (value,)) for role, value in zip(ROLES, values, strict=True)
    ]
    chart = a_trend(*series, periods=("2023",), decimals=1, narrow=narrow)
    drawing = drawing_of(chart)
    _, _, width, height = map(float, drawing.get("viewBox").split())
    starts = [text for text in drawing.iter(f"{SVG}text") if text.get("text-anchor") is None]
    lines = sorted(float(text.get("y")) for text in starts)
    assert len(lines) >= len(ROLES)
    assert all(later - sooner >= LINE - 0.2 for sooner, later in pairwise(lines))
    assert lines[-1] <= height
    for text in starts:
        assert float(text.get("x")) + width_of("".join(text.itertext())) <= width


def test_trend_names_only_as_many_periods_as_fit_and_always_the_last():
    periods = tuple(f"{year}-{year - 1999}" for year in range(2012, 2024))
    chart = a_trend(a_series(*range(12)), periods=periods, narrow=True)
    shown = [words for words in texts(chart) if words in periods]
    assert shown[-1] == "2023-24"
    assert len(shown) < 6


def test_bars_are_sorted_and_what_is_hidden_comes_last_with_its_words():
    chart = some_bars(
        Bar("Further away", "us", None, "c", "hidden: 1 to 5 children"),
        Bar("Within 20 miles", "us", Decimal(22)),
        Bar("In our area", "us", Decimal(41)),
        unit="",
    )
    expected = ["In our area", "41", "Within 20 miles", "22", "Further away", "c hidden: 1 to 5 children"]
    assert texts(chart) == expected
    assert chart.note == ""


def test_bars_never_leave_a_gap_without_a_word():
    assert "no figure" in texts(some_bars(Bar("Larchford", "us", None)))


def test_bars_that_are_alike_are_all_shown():
    same = Bar("A home", "us", Decimal(3))
    assert texts(some_bars(same, same, unit="")) == ["A home", "3", "A home", "3"]


def test_bars_all_of_zero_are_drawn():
    assert "0%" in texts(some_bars(Bar("Larchford", "us", Decimal(0))))


def test_bars_keep_long_names_whole_and_on_the_sheet():
    chart = some_bars(Bar(long_name, "us", Decimal(5)), unit="children")
    assert " ".join(texts(chart)[1:-1]) == long_name
    assert "children" in texts(chart)
    for text in drawing_of(chart).iter(f"{SVG}text"):
        if text.get("text-anchor") == "end":
            assert float(text.get("x")) >= width_of(text.text, bold=True) - LINE


def test_bars_refuse_a_value_below_zero():
    with pytest.raises(ValueError, match="cannot show a value below it"):
        some_bars(Bar("Larchford", "us", Decimal(-1)))


def test_no_bars_are_not_drawn():
    assert some_bars().svg == ""


@pytest.mark.parametrize(
    ("value", "decimals", "unit", "written"),
    [("12.5", 0, "%", "13%"), ("1234.5", 1, "children", "1,234.5"), ("-0.4", 0, "", "0"), ("-2", 0, "%", "−2%")],
)
def test_number_is_rounded_half_up_and_reads_plainly(value, decimals, unit, written):
    assert number(Decimal(value), decimals, unit) == written
