from decimal import Decimal

import pytest

from corpparent.suppression.attacking import exposed
from corpparent.suppression.solving import solve
from corpparent.suppression.system import primary
from reports.indicators import registry
from reports.indicators.kinds import Unit
from reports.indicators.protection import relations
from reports.indicators.protection.hiding import ALL, NONE, Key, Own, Parts, hidden_of
from reports.indicators.protection.relating import SHARES, Plan
from tests.reports.indicators.protection import counted

YEAR = "2024-25"
QUARTERS = [f"{YEAR}-Q{number}" for number in range(1, 5)]


def own(code, numerator, denominator=None, period=YEAR, category=""):
    return counted.own(code, period, numerator, denominator or 0, category)


def hidden(*figures, known=()):
    """The codes hidden, where all figures are of one period."""
    return {key.code for key in hidden_of(figures, known).hidden}


@pytest.mark.parametrize(
    ("numerator", "denominator", "shown"),
    [
        (260, 383, ALL),
        (3, 383, Parts(False, False, True)),
        (380, 383, Parts(False, False, True)),
        (0, 383, ALL),
        (383, 383, ALL),
        (0, 5, NONE),
        (4, 4, NONE),
        (0, 6, ALL),
        (0, 0, ALL),
    ],
)
def test_a_share_is_hidden_where_one_side_or_the_whole_is_small(numerator, denominator, shown):
    assert hidden_of([own("dentist", numerator, denominator)]).shown == {Key("dentist", YEAR): shown}


@pytest.mark.parametrize(("count", "shown"), [(0, ALL), (1, NONE), (5, NONE), (6, ALL)])
def test_a_count_is_hidden_where_it_is_small(count, shown):
    assert hidden_of([own("homeless", count)]).shown[Key("homeless", YEAR)] == shown


@pytest.mark.parametrize(("children", "shown"), [(5, NONE), (6, ALL), (40, ALL)])
def test_an_average_is_hidden_where_it_is_of_few(children, shown):
    assert hidden_of([own("sdq-average", 0, children)]).shown[Key("sdq-average", YEAR)] == shown


def test_an_average_of_we_do_not_know_how_many_is_hidden():
    alone = Own("sdq-average", YEAR, "", None, None, Decimal("14.2"), Unit.SCORE)
    assert hidden_of([alone]).shown[alone.key] == NONE


def test_a_share_without_its_numbers_is_hidden():
    alone = Own("dentist", YEAR, "", None, Decimal(40), Decimal(15), Unit.PERCENT)
    assert hidden_of([alone]).shown[alone.key] == NONE


def test_a_sign_stays():
    sign = Own("dentist", YEAR, "", None, None, None, Unit.PERCENT)
    assert hidden_of([sign]).shown[sign.key] == ALL


@pytest.mark.parametrize(
    ("posts", "whole", "shown"), [("4.5", "60.2", NONE), ("57", "60.2", NONE), ("9.5", "60.2", ALL)]
)
def test_halves_are_judged_alone(posts, whole, shown):
    figure = Own("agency-social-workers", YEAR, "", Decimal(posts), Decimal(whole), Decimal(1), Unit.PERCENT)
    assert hidden_of([figure]).shown[figure.key] == shown


def test_a_ratio_has_no_other_side():
    """Restraints are not some of the months that children lived there."""
    assert hidden(own("restraints", 37, 40)) == set()
    assert hidden(own("restraints", 3, 40)) == {"restraints"}


def test_the_bands_of_a_score_do_not_give_each_other_away():
    bands = {"sdq-normal": 70, "sdq-borderline": 3, "sdq-concern": 27}
    assert hidden(*(own(code, count, 100) for code, count in bands.items())) == {"sdq-borderline", "sdq-concern"}


def test_parts_that_are_not_all_there_is_leave_room_for_the_rest():
    """Of 60 who left, 57 went where we say: the other three are a small number too."""
    left = {"adopted": 20, "special-guardianship": 12, "back-with-family": 25}
    assert hidden(*(own(code, count, 60) for code, count in left.items())) == {"special-guardianship"}


def test_two_denominators_of_the_same_words_are_one_where_they_agree():
    """Nobody can see 4 in one place because it was 4 of the same children in another."""
    few = [own("dentist", 3, 4), own("immunisations", 4, 4)]
    assert hidden(*few) == {"dentist", "immunisations"}


def test_a_denominator_is_hidden_where_it_is_a_count_elsewhere():
    """Once the number who left is small, it may not stand below a share either."""
    assert hidden(own("left-care", 5), own("adopted", 0, 5)) == {"left-care", "adopted"}


def test_months_do_not_give_away_what_quarters_hide():
    months = [
        own("complaints", count, period=month) for count, month in [(3, "2024-M04"), (9, "2024-M05"), (8, "2024-M06")]
    ]
    found = hidden_of([*months, own("complaints", 20, period=QUARTERS[0])])
    assert found.hidden == {Key("complaints", "2024-M04"), Key("complaints", "2024-M06")}


def test_months_stand_in_for_a_quarter_that_is_not_there():
    months = [own("complaints", 9, period=f"2024-M{month:02}") for month in (4, 5)]
    quarters = [own("complaints", 12, period=period) for period in QUARTERS[1:]]
    found = hidden_of([*months, own("complaints", 2, period="2024-M06"), *quarters, own("complaints", 56)])
    assert Key("complaints", "2024-M06") in found.hidden
    assert len(found.hidden) == 2


def test_quarters_that_add_up_to_more_than_the_year_still_protect_each_other():
    """A child who came twice is counted once in the year; a reader may know of it."""
    quarters = [
        own("came-into-care", count, period=period) for count, period in zip([3, 30, 20, 9], QUARTERS, strict=True)
    ]
    found = hidden_of([*quarters, own("came-into-care", 61)])
    assert found.hidden == {Key("came-into-care", QUARTERS[0]), Key("came-into-care", QUARTERS[3])}


def test_what_is_counted_at_a_date_does_not_add_up_over_time():
    figures = [own("children-in-care", 400), *(own("children-in-care", 100, period=period) for period in QUARTERS)]
    small = own("homeless", 3, period=QUARTERS[0])
    assert hidden_of([*figures, small]).hidden == {small.key}


def test_the_quarter_to_march_does_not_give_away_the_year():
    """The year prints three bands and the last quarter two: of the same children, on the same day."""
    year = [own(code, n, 100) for code, n in {"sdq-normal": 70, "sdq-borderline": 3, "sdq-concern": 27}.items()]
    quarter = [own(code, n, 100, QUARTERS[3]) for code, n in {"sdq-borderline": 3, "sdq-concern": 27}.items()]
    found = hidden_of([*year, *quarter])
    assert ({key.code for key in found.hidden}, len(found.hidden)) == ({"sdq-borderline", "sdq-normal"}, 3)


def test_categories_do_not_give_each_other_away():
    split = {"": 60, "boys": 3, "girls": 33, "others": 24}
    found = hidden_of([own("homeless", count, category=category) for category, count in split.items()])
    assert found.hidden == {Key("homeless", YEAR, "boys"), Key("homeless", YEAR, "others")}


def test_what_is_known_is_never_hidden_and_readers_use_it():
    """The year is published: the other quarters have to cover for the small one."""
    quarters = [own("complaints", count, period=period) for count, period in zip([3, 30, 20, 9], QUARTERS, strict=True)]
    year = own("complaints", 62)
    known = {year.key, quarters[3].key}
    found = hidden_of([*quarters, year], known)
    assert found.hidden == {quarters[0].key, quarters[2].key}
    assert found.shown[year.key] == ALL


def test_a_small_figure_that_was_printed_stays_printed():
    small = own("homeless", 3)
    assert hidden_of([small], {small.key}).shown == {small.key: ALL}


def test_an_indicator_that_no_definition_knows_is_judged_alone():
    gone = [Own("gone", YEAR, "", Decimal(n), Decimal(40), Decimal(1), Unit.PERCENT) for n in (3,)]
    assert hidden_of(gone).hidden == {Key("gone", YEAR)}


def test_a_count_below_zero():
    homes = {"foster-homes-approved": 12, "foster-homes-lost": 15, "foster-homes-net": -3}
    assert hidden(*(own(code, count) for code, count in homes.items())) == {"foster-homes-net", "foster-homes-approved"}


def test_it_does_not_depend_on_the_order_of_figures():
    figures = counted.figures(4, quarters=2)
    assert hidden_of(figures) == hidden_of(list(reversed(figures)))


@pytest.mark.parametrize(("seed", "size"), [(1, 40), (2, 120), (3, 400)])
def test_nobody_can_work_out_what_is_hidden(seed, size):
    """A year of every indicator: the attack knows every number that any figure still prints."""
    figures = counted.figures(seed, quarters=4, size=size)
    plan = Plan(figures, (), relations.load(), {one.code: one for one in registry.load()})
    found = hidden_of(figures)
    printed = {spot for figure in figures for spot in spots_printed(figure, plan, found.shown[figure.key])}
    covered = {spot for figure in figures for spot in (plan.top(figure), plan.bottom(figure)) if spot} - printed
    assert primary(plan.system) & printed == set()
    assert exposed(plan.system, set(plan.cells) - printed, covered) == set()
    print(f"{len(figures)} figures, {len(found.hidden)} hidden; of {len(plan.cells)} cells {len(covered)}")


def spots_printed(figure, plan, parts):
    """The cells that somebody can read off one figure: its two numbers, and both from a share beside one of them."""
    if parts.numerator:
        yield plan.top(figure)
    if parts.denominator:
        yield plan.bottom(figure)
    assert not parts.value or figure.unit not in SHARES or (parts.numerator and parts.denominator)


def test_hiding_only_the_small_ones_is_caught():
    figures = counted.figures(2, quarters=4)
    system = Plan(figures, (), relations.load(), {one.code: one for one in registry.load()}).system
    assert exposed(system, primary(system))
    assert not exposed(system, solve(system).hidden)
