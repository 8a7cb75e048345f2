"""Tables as councils print them, drawn by chance from a seed: many small numbers, zeros, and totals of all kinds."""

import random

from corpparent.suppression.system import Cell, Pair, Sum, System

COUNTS = [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 14, 18, 23, 31, 44, 60]


def one_way(seed):
    """Two to eight categories and their total."""
    draw = random.Random(seed)
    parts = {f"c{i}": draw.choice(COUNTS) for i in range(draw.randint(2, 8))}
    return system({**parts, "all": sum(parts.values())}, [Sum("all", tuple(parts))])


def two_way(seed, rows=None, columns=None):
    """Rows by columns with both margins and the grand total; up to 6 by 4 where nothing else is asked."""
    draw = random.Random(seed)
    rows, columns = rows or draw.randint(2, 6), columns or draw.randint(2, 4)
    values = {(i, j): draw.choice(COUNTS) for i in range(rows) for j in range(columns)}
    for i in range(rows):
        values[i, "all"] = sum(values[i, j] for j in range(columns))
    for j in [*range(columns), "all"]:
        values["all", j] = sum(values[i, j] for i in range(rows))
    across = [Sum((i, "all"), tuple((i, j) for j in range(columns))) for i in [*range(rows), "all"]]
    down = [Sum(("all", j), tuple((i, j) for i in range(rows))) for j in [*range(columns), "all"]]
    return system(values, across + down)


def year(seed):
    """Twelve months, four quarters and the year of a share: numerators and denominators both add up."""
    draw = random.Random(seed)
    values, sums, pairs = {}, [], []
    for month in range(12):
        whole = draw.choice(COUNTS)
        values["n", f"m{month}"] = part = draw.randint(0, whole)
        values["d", f"m{month}"], values["r", f"m{month}"] = whole, whole - part
    spans = {f"q{q}": [f"m{3 * q + i}" for i in range(3)] for q in range(4)} | {"year": [f"q{q}" for q in range(4)]}
    for span, parts in spans.items():
        for letter in "nrd":
            values[letter, span] = sum(values[letter, part] for part in parts)
        sums += [Sum((letter, span), tuple((letter, part) for part in parts)) for letter in "nd"]
    for _, span in [key for key in values if key[0] == "n"]:
        pairs.append(Pair(("n", span), ("r", span), ("d", span)))
    return system(values, sums, pairs)


def family(seed):
    """Up to five shares of one denominator; the first three of them are all there is."""
    draw = random.Random(seed)
    bands = [draw.choice(COUNTS) for _ in range(3)]
    values = {"d": sum(bands)}
    shares = [*bands, *(draw.randint(0, sum(bands)) for _ in range(draw.randint(0, 2)))]
    for i, share in enumerate(shares):
        values[f"n{i}"], values[f"r{i}"] = share, values["d"] - share
    pairs = [Pair(f"n{i}", f"r{i}", "d") for i in range(len(shares))]
    return system(values, [Sum("d", ("n0", "n1", "n2"))], pairs)


def system(values, sums=(), pairs=(), known=(), intervals=()):
    """A system of `values` by key; what of them is known in `known`. The rest of a share is printed nowhere."""
    rests = {pair.rest for pair in pairs}
    cells = (Cell(key, value, known=key in known, weight=int(key not in rests)) for key, value in values.items())
    return System(tuple(cells), tuple(sums), tuple(pairs), tuple(intervals))
