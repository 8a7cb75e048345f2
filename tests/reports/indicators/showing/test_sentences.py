import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.indicators.kinds import Polarity, Symbol, Unit
from reports.indicators.showing import sentences
from reports.indicators.showing.shown import ROLES, Shown
from tests.factories.packs import NAMES, figure, indicator


def shown(**changes):
    return Shown(indicator(**changes), NAMES)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "68% of our children were seen by a dentist in the last year."),
        ({"us": ["64", figure(None, symbol="c")]}, "There is no number to show: hidden, too few children."),
        ({"us": ["64", None]}, "There is no number to show: no figure."),
        (
            {"unit": "months", "us": ["18", "19"], "sentence": "passed, on average, before adoption"},
            "1 year 7 months passed, on average, before adoption.",
        ),
        (
            {"unit": "rate-per-10000", "us": ["70", "71"], "sentence": "children living in our area were in our care"},
            "71 in every 10,000 children living in our area were in our care.",
        ),
        (
            {"unit": "count", "us": ["300", "1312"], "sentence": "children left our care"},
            "1,312 children left our care.",
        ),
    ],
)
def test_headline(changes, said):
    assert sentences.headline(shown(**changes)) == said


@pytest.mark.parametrize(
    ("newest", "said"),
    [
        (figure("68", numerator="1260", denominator="1853"), "68% is 1,260 of 1,853."),
        (figure("0", numerator="0", denominator="40"), "0% is 0 of 40."),
        (figure("68", numerator="260"), ""),
        (figure("68", denominator="383"), ""),
        (figure(None, symbol="c", numerator="2", denominator="4"), ""),
        (None, ""),
    ],
)
def test_parts_of_a_percentage(newest, said):
    assert sentences.parts(shown(us=["64", newest])) == said


@pytest.mark.parametrize(
    ("us", "years", "said"),
    [
        (["64", "68"], (2022, 2023), "up from 64% a year before"),
        (["70", "68"], (2022, 2023), "down from 70% a year before"),
        (["67.6", "68.4"], (2022, 2023), "the same as a year before"),
        (["64", "68"], (2020, 2023), ""),
        ([None, "68"], (2022, 2023), ""),
        ([figure(None, symbol="c"), "68"], (2022, 2023), ""),
        (["64", None], (2022, 2023), ""),
    ],
)
def test_change_against_the_year_before(us, years, said):
    assert sentences.change(shown(us=us, years=years)) == said


@pytest.mark.parametrize(
    ("england", "neighbours", "region", "said"),
    [
        ("66", "69", "66", "higher than England (66%) and Middle Shires (66%), and lower than similar councils (69%)"),
        ("68", "68", "68", "the same as England, similar councils and Middle Shires"),
        ("68.4", None, None, "the same as England"),
        (None, None, None, ""),
        (figure(None, symbol="x"), "70", None, "lower than similar councils (70%)"),
    ],
)
def test_beside_the_others(england, neighbours, region, said):
    lines = {"england": england, "neighbours": neighbours, "region": region}
    one = shown(us=["64", "68"], **{role: [None, newest] for role, newest in lines.items()})
    assert sentences.beside(one) == said


def test_comparison_is_one_or_two_sentences_or_nothing():
    assert sentences.comparison(shown()) == "That is up from 64% a year before. It is higher than England (66%)."
    assert sentences.comparison(shown(years=(2023,), us=["68"])) == ""


@pytest.mark.parametrize(
    ("polarity", "said"), [("high", "Higher is better."), ("low", "Lower is better."), ("context", "")]
)
def test_polarity(polarity, said):
    assert sentences.polarity(shown(polarity=polarity)) == said


def test_whole_says_what_the_chart_shows():
    assert sentences.whole(shown()) == (
        "Children seen by a dentist. 68% of our children were seen by a dentist in the last year. That is up from 64% "
        "a year before. It is higher than England (66%). Years ending March 2022 to 2023."
    )


def test_whole_of_the_middles_of_years_names_no_march():
    one = shown(periods=["2021", "2022"], ends_on=["2021-06-30", "2022-06-30"])
    assert sentences.whole(one).endswith("Years 2021 to 2022.")


@pytest.mark.parametrize(
    ("polarity", "us", "england", "tag"),
    [
        ("high", "68", "66", ("ok", "Better than England")),
        ("high", "64", "66", ("late", "Worse than England")),
        ("low", "68", "66", ("late", "Worse than England")),
        ("low", "64", "66", ("ok", "Better than England")),
        ("high", "66.4", "65.6", ("neutral", "Same as England")),
        ("context", "68", "66", None),
        ("high", "68", figure(None, symbol="x"), None),
        ("high", figure(None, symbol="c"), "66", None),
        ("high", figure("68", numerator="13", denominator="19"), "66", None),
    ],
)
def test_tag_against_england(polarity, us, england, tag):
    found = sentences.tag(shown(polarity=polarity, us=[None, us], england=[None, england]))
    assert found == (tag and sentences.Tag(*tag))


@pytest.mark.parametrize(
    ("denominator", "said"),
    [
        ("19", "Read with care: there are only 19 children in this group, too few to judge by."),
        ("7", "Read with care: there are only seven children in this group, too few to judge by."),
        ("1", "Read with care: there is only one child in this group, too few to judge by."),
        ("20", ""),
        ("0", ""),
        (None, ""),
    ],
)
def test_small_cohort_is_warned_of(denominator, said):
    assert sentences.small_cohort(shown(us=["64", figure("68", denominator=denominator)])) == said


BETTER, WORSE, SAME = ({"england": ["60", newest]} for newest in ("50", "90", "68"))


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ([BETTER], "The one figure that can be compared is better than in England."),
        ([WORSE, WORSE], "Both figures that can be compared are worse than in England."),
        ([WORSE] * 3, "All three figures that can be compared are worse than in England."),
        ([SAME], "The one figure that can be compared is the same as in England."),
        (
            [BETTER, BETTER, WORSE, SAME],
            "Of four figures that can be compared, two are better than in England, one is worse and one is the same.",
        ),
        ([WORSE, SAME], "Of two figures that can be compared, one is worse than in England and one is the same."),
        ([{"polarity": "context"}], "68% of our children were seen by a dentist in the last year."),
    ],
)
def test_lead_answers_for_a_section(figures, said):
    lines = [shown(**({"us": ["64", "68"]} | changes)) for changes in figures]
    assert sentences.lead(lines) == said


def test_lead_without_figures_of_ours():
    assert sentences.lead([], has_others=True) == (
        "For this part only England’s own figures are published, none for each council."
    )
    assert sentences.lead([]) == (
        "No figures are published for this part yet, so the questions below matter all the more."
    )


NUMBERS = st.decimals(0, 100_000, places=2).map(str)
FIGURES = (
    st.none()
    | st.builds(
        figure,
        NUMBERS,
        numerator=st.none() | NUMBERS,
        denominator=st.none() | NUMBERS | st.just("0"),
        is_provisional=st.booleans(),
    )
    | st.builds(figure, st.none(), symbol=st.sampled_from(Symbol.values), denominator=st.none() | NUMBERS)
)
LINES = st.lists(FIGURES, min_size=3, max_size=3)


@given(
    lines=st.dictionaries(st.sampled_from(ROLES), LINES),
    unit=st.sampled_from(Unit.values),
    polarity=st.sampled_from(Polarity.values),
    decimals=st.integers(0, 2),
    years=st.sampled_from([(2021, 2022, 2023), (2019, 2020, 2023)]),
)
def test_whatever_the_figures_the_words_are_clean(lines, unit, polarity, decimals, years):
    lines = {"us": [None, None, None]} | lines
    one = shown(unit=unit, polarity=polarity, decimals=decimals, years=years, **lines)
    said = [
        *(say(one) for say in (sentences.headline, sentences.parts, sentences.change, sentences.beside)),
        *(say(one) for say in (sentences.comparison, sentences.polarity, sentences.small_cohort, sentences.whole)),
        sentences.lead([one, one]),
        *(cell for row in one.rows for cell in row),
    ]
    for text in said:
        assert not re.search(r"None|nan|\.\.|  |\(\)| [.,]|^ | $", text), text
    assert sentences.tag(one) is None or polarity != Polarity.CONTEXT
    assert all(len(line.values) == 3 for line in one.lines)
