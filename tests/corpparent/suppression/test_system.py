import pytest

from corpparent.suppression.system import Cell, Interval, NotASystem, Pair, Sum, System, components, primary
from tests.corpparent.suppression.tables import system


def share(numerator, denominator, known=()):
    values = {"n": numerator, "r": denominator - numerator, "d": denominator}
    return system(values, pairs=[Pair("n", "r", "d")], known=known)


@pytest.mark.parametrize(
    ("numerator", "denominator", "hidden"),
    [
        (12, 40, set()),
        (3, 40, {"n", "r"}),
        (37, 40, {"n", "r"}),
        (5, 40, {"n", "r"}),
        (6, 40, set()),
        (0, 40, set()),
        (40, 40, set()),
        (0, 6, set()),
        (6, 6, set()),
        (0, 5, {"n", "r", "d"}),
        (5, 5, {"n", "r", "d"}),
        (2, 4, {"n", "r", "d"}),
        (0, 0, set()),
    ],
)
def test_primary_of_a_share(numerator, denominator, hidden):
    assert primary(share(numerator, denominator)) == hidden


@pytest.mark.parametrize(("count", "is_hidden"), [(0, False), (1, True), (5, True), (6, False), (-3, True)])
def test_primary_of_a_count(count, is_hidden):
    assert bool(primary(System((Cell("a", count, lower=-100),)))) is is_hidden


def test_primary_leaves_what_is_known():
    assert primary(share(3, 40, known={"n", "d"})) == {"r"}


def test_components_are_apart_where_no_sum_ties_them():
    both = System(
        (*(Cell(key, 6) for key in "abcd"), Cell("ab", 12), Cell("cd", 12)),
        (Sum("ab", ("a", "b")), Sum("cd", ("c", "d"))),
        intervals=(Interval("c", 5, 9),),
    )
    first, second = components(both)
    assert set(first.by_key) == {"a", "b", "ab"}
    assert set(second.by_key) == {"c", "d", "cd"}
    assert (first.intervals, second.intervals) == ((), both.intervals)


def test_components_are_not_tied_by_what_is_known():
    values = {"a": 3, "b": 5, "c": 4, "d": 4, "all": 8}
    apart = system(values, [Sum("all", ("a", "b")), Sum("all", ("c", "d"))], known={"all"})
    assert [set(one.by_key) for one in components(apart)] == [{"a", "b", "all"}, {"c", "d", "all"}]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: System((Cell("a", 1), Cell("a", 2))),
        lambda: System((Cell("a", -1),)),
        lambda: system({"a": 1, "b": 2, "all": 4}, [Sum("all", ("a", "b"))]),
        lambda: System((Cell("a", 7),), intervals=(Interval("a", 8, 9),)),
    ],
)
def test_system_refuses_numbers_that_contradict_what_is_said(wrong):
    with pytest.raises(NotASystem):
        wrong()
