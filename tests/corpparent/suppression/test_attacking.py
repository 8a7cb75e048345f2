import pytest

from corpparent.suppression.attacking import attack, ceiling, exposed
from corpparent.suppression.system import Cell, Interval, Pair, Sum
from tests.corpparent.suppression.tables import system

BREAKDOWN = {"a": 3, "b": 20, "c": 9, "all": 32}
ALL = [Sum("all", ("a", "b", "c"))]


def test_attack_finds_the_only_hidden_cell_of_a_sum():
    assert attack(system(BREAKDOWN, ALL), {"a"}) == {"a": (3, 3)}


def test_attack_knows_that_a_small_cell_is_at_least_one():
    assert attack(system(BREAKDOWN, ALL), {"a", "c"}) == {"a": (1, 12), "c": (0, 11)}


def test_attack_has_no_end_where_the_total_is_hidden_too():
    table = system(BREAKDOWN, ALL)
    assert attack(table, {"a", "all"}) == {"a": (1, ceiling(table) - 29), "all": (30, ceiling(table))}


def test_attack_joins_sums():
    """Months, quarters, year: one month and its quarter hidden, the year gives both."""
    values = {"m1": 2, "m2": 10, "q1": 12, "q2": 20, "year": 32}
    table = system(values, [Sum("q1", ("m1", "m2")), Sum("year", ("q1", "q2"))])
    assert attack(table, {"m1", "q1"}) == {"m1": (2, 2), "q1": (12, 12)}


def test_attack_reads_a_share_from_both_sides():
    table = system({"n": 3, "r": 37, "d": 40}, pairs=[Pair("n", "r", "d")])
    assert attack(table, {"n"}) == {"n": (3, 3)}
    assert attack(table, {"n", "r"}) == {"n": (1, 40), "r": (0, 39)}


def test_attack_uses_a_rounded_share():
    """“15%” of 40 means 6 (5.8 to 6.2)."""
    table = system({"n": 6, "r": 34, "d": 40}, pairs=[Pair("n", "r", "d")], intervals=[Interval("n", 6, 6)])
    assert attack(table, {"n", "r"}) == {"n": (6, 6), "r": (34, 34)}


def test_attack_sees_only_whole_numbers():
    """Halves would let each of three cells be from 0 to 1½; whole numbers leave fewer."""
    values = {"a": 1, "b": 1, "c": 1, "s": 0, "ab": 2, "bc": 2, "ac": 2}
    sums = [Sum("ab", ("a", "b")), Sum("bc", ("b", "c")), Sum("ac", ("a", "c"))]
    assert attack(system(values, sums), {"a", "b", "c"}) == dict.fromkeys("abc", (1, 1))


def test_exposed_sees_gaps():
    """x + c, y + c and x + y + z are printed, so that z is 8 + 2 c: five integers from end to end, but three values."""
    values = {"x": 10, "y": 12, "z": 20, "c": 6, "xc": 16, "yc": 18, "xyz": 42}
    sums = [Sum("xc", ("x", "c")), Sum("yc", ("y", "c")), Sum("xyz", ("x", "y", "z"))]
    told = system(values, sums, intervals=[Interval("c", 5, 7)])
    assert attack(told, set("xyzc"))["z"] == (18, 22)
    assert "z" in exposed(told, set("xyzc"))
    assert exposed(system(values, sums, intervals=[Interval("c", 5, 8)]), set("xyzc")) == set()


def test_attack_says_when_nothing_fits():
    table = system({"a": 6, "b": 6, "all": 12}, [Sum("all", ("a", "b"))])
    table.by_key["all"] = Cell("all", -1)
    with pytest.raises(ArithmeticError):
        attack(table, {"a", "b"})
