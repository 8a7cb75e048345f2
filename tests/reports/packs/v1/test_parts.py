import pytest

from corpparent.themes import THEMES
from reports.packs.v1.pack import Pack
from tests.factories.packs import figure, frozen, indicator

HIGHER, LOWER = ["64", "68"], ["72", "68"]


def pack(*indicators, **changes):
    return Pack(frozen(*indicators, **changes))


def titled(title, **changes):
    return indicator(title=title, code=title.lower(), **changes)


def part_of(pack, slug):
    return next(part for part in pack.parts if part.theme.slug == slug)


def test_parts_are_the_eleven_themes():
    assert [(part.number, part.theme) for part in pack().parts] == list(enumerate(THEMES, start=1))


def test_part_has_headlines_by_rank_and_the_rest_in_a_table():
    health = part_of(
        pack(
            titled("Second", rank=2),
            titled("First", rank=1),
            titled("Detail", rank=0),
            titled("Elsewhere", theme="safety"),
        ),
        "health",
    )
    assert [one.title for one in health.headlines] == ["First", "Second"]
    assert health.other_head == ["Figure", "Larchford", "England"]
    assert health.other_rows == [["Detail", "68%", "66%"]]


def test_part_with_a_headline_that_is_only_englands_shows_it_in_the_table():
    health = part_of(pack(titled("First", england=["65", "66"])), "health")
    assert (health.headlines, health.other_rows) == ([], [["First", "66%"]])
    assert health.lead == "For this part only England’s own figures are published, none for each council."


def test_part_without_headlines_is_answered_for_by_our_other_figures():
    assert part_of(pack(indicator(rank=0)), "health").lead == (
        "The one figure that can be compared is better than in England."
    )


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({}, "Detail"),
        ({"years": (2020, 2021)}, "Detail, year ending March 2021"),
        ({"periods": ["2021", "2022"], "ends_on": ["2021-06-30", "2022-06-30"]}, "Detail, 2022"),
        ({"unit": "rate-per-10000"}, "Detail (in every 10,000 children)"),
        ({"unit": "days"}, "Detail (days)"),
    ],
)
def test_other_figure_says_its_unit_and_another_time_than_the_packs(changes, name):
    assert part_of(pack(titled("Detail", rank=0, **changes)), "health").other_rows[0][0] == name


@pytest.mark.parametrize(
    ("changes", "source"),
    [
        ({}, "DfE, Children looked after."),
        ({"years": (2020, 2021)}, "DfE, Children looked after, year ending March 2021."),
        ({"us": ["64", figure("68", is_provisional=True)]}, "DfE, Children looked after. Provisional."),
    ],
)
def test_source_says_another_time_and_provisional(changes, source):
    assert part_of(pack(indicator(**changes)), "health").headlines[0].source == source


def test_small_line_is_polarity_parts_and_caution():
    figures = ["64", figure("68", numerator="13", denominator="19")]
    assert part_of(pack(indicator(us=figures)), "health").headlines[0].small_line == (
        "Higher is better. 68% is 13 of 19. "
        "Read with care: there are only 19 children in this group, too few to judge by."
    )


def texts(said):
    return [one.text for one in said]


def test_summary_celebrates_what_is_better_than_before_and_than_england():
    one = pack(titled("Dentist", us=HIGHER, england=["65", "66"]))
    assert texts(one.summary.proud) == ["Dentist: 68%, up from 64% a year before; England 66%."]
    assert (one.summary.not_yet, one.summary.improved) == ([], [])


def test_summary_says_what_is_worse_the_widest_gap_first():
    one = pack(
        titled("Narrow", us=LOWER, england=["65", "70"]),
        titled("Wide", us=LOWER, england=["65", "90"]),
        titled("Low", polarity="low", us=LOWER, england=["65", "60"]),
    )
    assert [text.partition(":")[0] for text in texts(one.summary.not_yet)] == ["Wide", "Low", "Narrow"]


def test_summary_says_what_improved_also_without_england():
    one = pack(titled("Dentist", us=HIGHER))
    assert texts(one.summary.improved) == ["Dentist: 68%, up from 64% a year before."]


@pytest.mark.parametrize(
    "changes",
    [
        {"polarity": "context"},
        {"rank": 0},
        {"us": ["64", figure("68", denominator="19")]},
        {"us": ["64", figure(None, symbol="c")]},
        {"us": [None, "66"]},
    ],
)
def test_summary_is_silent_where_nothing_can_be_judged(changes):
    one = pack(indicator(**({"us": HIGHER, "england": ["65", "66"]} | changes)))
    assert (one.summary.proud, one.summary.not_yet, one.summary.improved) == ([], [], [])


def test_summary_does_not_leap_a_missing_year():
    assert pack(indicator(us=HIGHER, england=["65", "66"], years=(2020, 2023))).summary.proud == []


def test_summary_has_four_lines_at_most():
    proud = [titled(f"Good {n}", us=HIGHER, england=["65", "66"]) for n in range(6)]
    worse = [titled(f"Bad {n}", us=LOWER, england=["65", "90"]) for n in range(6)]
    one = pack(*proud, *worse)
    assert (len(one.summary.proud), len(one.summary.not_yet), len(one.summary.improved)) == (4, 4, 2)


@pytest.mark.parametrize(
    ("changes", "compared", "changed"),
    [
        ({"us": HIGHER, "england": ["65", "66"]}, True, True),
        ({"us": HIGHER}, False, True),
        ({"us": [None, "68"], "england": [None, "66"]}, True, False),
        ({"polarity": "context", "us": HIGHER, "england": ["65", "66"]}, False, True),
    ],
)
def test_pack_knows_whether_anything_can_be_compared(changes, compared, changed):
    one = pack(indicator(**changes))
    assert (one.summary.is_compared, one.summary.has_change) == (compared, changed)


def test_tally_counts_each_standing():
    one = pack(
        titled("Better", us=HIGHER, england=["65", "66"]),
        titled("Worse", us=HIGHER, england=["65", "90"]),
        titled("Same", us=HIGHER, england=["65", "68"]),
        titled("Alone", us=HIGHER),
    )
    assert one.tallies == [["Health", "1", "1", "1", "1"]]
    assert len(one.tally_head) == 5


def test_symbols_are_those_that_are_shown_with_their_meanings():
    one = pack(indicator(us=[figure(None, symbol="c"), "68"], england=["65", figure(None, symbol="x")]))
    assert one.symbols == [("x", "not available"), ("c", "hidden, too few children")]
    assert pack().symbols == []


def test_definitions_follow_the_order_of_the_pack():
    one = pack(titled("Safe", theme="safety"), titled("Second", rank=2), titled("First", rank=1))
    assert [shown.title for shown in one.definitions] == ["Safe", "First", "Second"]
