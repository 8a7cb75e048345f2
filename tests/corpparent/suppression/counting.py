"""The attack once more, by nothing but counting: every way to fill in the hidden cells, tried one by one."""

from itertools import product


def possible_values(system, hidden, most):
    """By hidden cell: the set of values it has in any filling; None where there are too many ways to try.

    Cells that no sum gives are tried from 0 (small ones from 1) to `most`; sums give the others. No optimiser.
    """
    equations = [each for each in system.equations if set(each.keys) & hidden]
    free, given = unravel(hidden, equations)
    if (most + 1) ** len(free) > 20_000:
        return None
    found = {key: set() for key in hidden}
    for filling in fillings(system, hidden, free, given, most):
        if all(filling[each.total] == sum(filling[part] for part in each.parts) for each in equations):
            for key in hidden:
                found[key].add(filling[key])
    return found


def unravel(hidden, equations):
    """The cells to choose, and in which order which sums then give the others."""
    free, given, left = [], [], sorted(hidden, key=repr)
    while left:
        says = next((each for each in equations if len(set(each.keys) & set(left)) == 1), None)
        if says:
            key = next(key for key in says.keys if key in left)
            given.append((key, says))
        else:
            key = left[0]
            free.append(key)
        left.remove(key)
    return free, given


def fillings(system, hidden, free, given, most):
    """Every choice of the free cells with what follows from it, negative numbers left out."""
    least = {key: 1 if 1 <= system.by_key[key].value <= 5 else 0 for key in hidden}
    shown = {cell.key: cell.value for cell in system.cells if cell.key not in hidden}
    for values in product(*(range(least[key], most + 1) for key in free)):
        filling = shown | dict(zip(free, values, strict=True))
        for key, each in given:
            filling[key] = missing(key, each, filling)
        if all(filling[key] >= least[key] for key in hidden):
            yield filling


def missing(key, each, filling):
    """What `each` says of the one cell that is not filled in."""
    if key == each.total:
        return sum(filling[part] for part in each.parts)
    return filling[each.total] - sum(filling[part] for part in each.parts if part != key)
