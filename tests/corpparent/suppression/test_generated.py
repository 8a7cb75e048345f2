"""The promise itself over hundreds of tables: by attack or by counting, each hidden cell keeps four values."""

import pytest

from corpparent.suppression.attacking import attack, exposed
from corpparent.suppression.solving import solve
from corpparent.suppression.system import POSSIBLE, primary
from tests.corpparent.suppression import tables
from tests.corpparent.suppression.counting import possible_values

KINDS = {"one way": tables.one_way, "two ways": tables.two_way, "year": tables.year, "family": tables.family}
SEEDS = {"one way": range(150), "two ways": range(200), "year": range(40), "family": range(110)}


@pytest.mark.parametrize("kind", KINDS)
def test_solve_leaves_every_hidden_cell_four_values(kind):
    own, others, printed = 0, 0, 0
    for seed in SEEDS[kind]:
        system = KINDS[kind](seed)
        found = solve(system)
        bounds = attack(system, found.hidden)
        assert primary(system) <= found.hidden == set(bounds), f"seed {seed}"
        narrow = {key for key, (low, high) in bounds.items() if high - low + 1 < POSSIBLE}
        assert (narrow, found.given_away, found.coarsened) == (set(), set(), ()), f"seed {seed}"
        assert exposed(system, found.hidden) == set(), f"seed {seed}"
        own += printed_of(system, found.primary)
        others += printed_of(system, found.hidden - found.primary)
        printed += printed_of(system, set(system.by_key))
    print(f"{kind}: seeds {SEEDS[kind]}: {printed} numbers, {own} small, {others} more hidden ({others / printed:.1%})")
    assert others / printed < 0.3


def printed_of(system, keys):
    return sum(system.by_key[key].weight for key in keys)


@pytest.mark.parametrize("seed", range(10))
def test_solve_large_tables(seed):
    system = tables.two_way(seed, rows=20, columns=10)
    found = solve(system)
    assert exposed(system, found.hidden) == set()
    assert found.coarsened == ()


def test_hiding_only_small_cells_is_caught():
    """A solver that stops at the first step must not get past the attack."""
    caught = {
        kind: sum(bool(exposed(system, primary(system))) for system in map(KINDS[kind], SEEDS[kind])) for kind in KINDS
    }
    print(f"tables in which hiding only the small cells gives some away: {caught}")
    assert all(caught[kind] > len(SEEDS[kind]) / 4 for kind in KINDS)


def test_hiding_the_next_smallest_is_caught():
    """Nor must the rule of thumb that hides one more cell of each sum: the smallest that is left."""
    caught = [seed for seed in range(40) if exposed(system := tables.two_way(seed), next_smallest(system))]
    assert caught


def next_smallest(system):
    hidden = set(primary(system))
    for each in system.sums:
        left = [key for key in each.parts if key not in hidden]
        if len(hidden & set(each.parts)) == 1 and left:
            hidden.add(min(left, key=lambda key: (system.by_key[key].value, repr(key))))
    return hidden


@pytest.mark.parametrize("kind", ["one way", "two ways", "family"])
def test_counting_says_the_same_as_the_attack(kind):
    counted = 0
    for seed in SEEDS[kind]:
        system = KINDS[kind](seed)
        for hidden in (solve(system).hidden, primary(system)):
            most = max(cell.value for cell in system.cells) + 4
            found = possible_values(system, hidden, most) if hidden and most < 100 else None
            if found:
                counted += 1
                check_same(system, hidden, found, most, f"{kind}, seed {seed}")
    print(f"{kind}: {counted} tables counted out")
    assert counted > 40


def check_same(system, hidden, found, most, said):
    bounds = attack(system, hidden)
    for key, values in found.items():
        low, high = bounds[key]
        assert low <= min(values) <= max(values) <= high, said
        if all(high <= most for _, high in bounds.values()):
            assert (min(values), max(values)) == (low, high), said
    if all(high <= most for _, high in bounds.values()):
        assert {key for key, values in found.items() if len(values) < POSSIBLE} == exposed(system, hidden), said
