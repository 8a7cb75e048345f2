import random
from dataclasses import replace

import pytest

from corpparent.suppression.attacking import attack, exposed
from corpparent.suppression.solving import Protected, solve
from corpparent.suppression.system import Interval, Pair, Sum, System
from tests.corpparent.suppression import tables
from tests.corpparent.suppression.tables import system

ALL = [Sum("all", ("a", "b", "c"))]


def test_solve_hides_nothing_where_nothing_is_small():
    assert solve(system({"a": 10, "b": 20, "c": 0, "all": 30}, ALL)) == Protected()


def test_solve_hides_the_smallest_other_cell():
    found = solve(system({"a": 3, "b": 20, "c": 9, "all": 32}, ALL))
    assert (found.hidden, found.primary) == ({"a", "c"}, {"a"})


def test_solve_prefers_a_number_to_a_zero():
    """Readers often know that there can be none, so that a hidden zero protects little."""
    assert solve(system({"a": 3, "b": 20, "c": 0, "all": 23}, ALL)).hidden == {"a", "b"}


def test_solve_hides_a_second_small_number_no_further():
    assert solve(system({"a": 3, "b": 5, "c": 9, "all": 17}, ALL)).hidden == {"a", "b"}


def test_solve_hides_more_where_two_small_numbers_give_each_other_away():
    """1 and 1 of a shown 2 can be nothing else, so a third cell has to go."""
    assert solve(system({"a": 1, "b": 1, "c": 20, "all": 22}, ALL)).hidden == {"a", "b", "c"}


def test_solve_never_hides_what_is_known():
    table = system({"a": 3, "b": 20, "c": 9, "all": 32}, ALL, known={"c"})
    assert solve(table).hidden == {"a", "b"}


def test_solve_says_what_is_given_away_already():
    """Government printed the total and the others: the small number is known, and hiding more would protect nobody."""
    found = solve(system({"a": 3, "b": 20, "c": 9, "all": 32}, ALL, known={"b", "c", "all"}))
    assert (found.hidden, found.given_away) == ({"a"}, {"a"})


def test_solve_hides_the_whole_where_the_numerator_is_known():
    """Printed before: 38. Now 40 would say that two are missing."""
    found = solve(system({"n": 38, "r": 2, "d": 40}, pairs=[Pair("n", "r", "d")], known={"n"}))
    assert found.hidden == {"r", "d"}


def test_solve_reckons_with_a_rounded_share():
    values = {"a": 4, "b": 8, "c": 30, "all": 42}
    narrow = solve(system(values, ALL, intervals=[Interval("b", 7, 9)]))
    assert narrow.hidden == {"a", "c"}


def test_solve_weighs_a_number_by_all_the_figures_that_go_with_it():
    """The smaller part is printed with nine other figures; the larger part goes alone."""
    table = system({"a": 3, "b": 30, "c": 40, "all": 73}, ALL)
    heavy = (replace(cell, weight=10 if cell.key == "b" else 1) for cell in table.cells)
    assert solve(table).hidden == {"a", "b"}
    assert solve(System(tuple(heavy), table.sums)).hidden == {"a", "c"}


@pytest.mark.parametrize("make", [tables.one_way, tables.two_way, tables.year, tables.family])
def test_solve_ends_with_breakdowns_left_out_where_no_choice_is_found(make):
    for seed in range(8):
        table = make(seed)
        found = solve(table, attempts=0)
        assert exposed(table, found.hidden) == set()
        assert bool(found.coarsened) == bool(exposed(table, found.primary))


def test_solve_leaves_out_the_parts_before_the_total():
    found = solve(system({"a": 3, "b": 20, "c": 9, "all": 32}, ALL), attempts=0)
    assert (found.hidden, found.coarsened) == ({"a", "b", "c"}, tuple(ALL))


def test_solve_leaves_out_the_total_where_the_parts_are_not_enough():
    found = solve(
        system({"a": 1, "b": 1, "c": 1, "all": 3, "d": 20, "e": 23}, [*ALL, Sum("e", ("all", "d"))]), attempts=0
    )
    assert found.hidden >= {"a", "b", "c", "all", "d"}


@pytest.mark.parametrize("seed", range(5))
def test_solve_does_not_depend_on_order(seed):
    table = tables.two_way(seed)
    cells, sums = list(table.cells), list(table.sums)
    random.Random(seed).shuffle(cells)
    random.Random(seed + 1).shuffle(sums)
    again = solve(System(tuple(cells), tuple(sums)))
    assert cost_of(table, again.hidden) == cost_of(table, solve(table).hidden)
    assert solve(table) == solve(table)


def cost_of(table, hidden):
    return len(hidden), sum(table.by_key[key].value for key in hidden)


@pytest.mark.parametrize("seed", range(20))
def test_solve_with_numbers_that_are_known(seed):
    """Some cells printed before: the others keep their room, or what is known gives them away whatever is hidden."""
    table = tables.two_way(seed)
    draw = random.Random(seed)
    known = {cell.key for cell in table.cells if draw.random() < 0.25}
    told = system({cell.key: cell.value for cell in table.cells}, table.sums, known=known)
    found = solve(told)
    assert not found.hidden & known
    assert exposed(told, found.hidden) == found.given_away
    assert found.given_away <= exposed(told, told.open_keys)


def test_attack_of_a_smaller_choice_is_never_weaker():
    """To hide more never helps a reader."""
    table = tables.two_way(7)
    hidden = solve(table).hidden
    more = attack(table, hidden | {("all", "all")})
    assert all(more[key][0] <= low and high <= more[key][1] for key, (low, high) in attack(table, hidden).items())
