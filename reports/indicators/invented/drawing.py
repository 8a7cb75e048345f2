"""Draws how each council of the invented England fared in each year."""

import random

from reports.indicators.invented import shares
from reports.indicators.invented.areas import COUNCIL, YEARS, Council

Counts = dict[tuple[str, ...], tuple[int, int]]  # filters -> (count, whole)


def luck_of(seed: int, *about: object) -> random.Random:
    """The same luck for the same file, council and year, whatever else is drawn."""
    return random.Random(f"{seed} {about}")  # noqa: S311 - invented figures, nothing secret


def progress(year: int) -> float:
    return (year - YEARS[0]) / (len(YEARS) - 1)


def in_care(council: Council, year: int) -> int:
    """Children in care on 31 March, the same in every file."""
    first, drift = shares.POPULATION["Children looked after on 31 March each year"]
    spread = 0.75 + (int(council.old_code) * 37 % 50) / 100
    rate = (first + drift * progress(year)) * (1 if council == COUNCIL else spread)
    return round(council.children * rate / 10_000)


def noisy(value: float, luck: random.Random, spread: float) -> float:
    return value * (1 + luck.uniform(-spread, spread))


def numbers(council: Council, year: int, luck: random.Random) -> Counts:
    counts: Counts = {}
    for population, (first, drift) in shares.POPULATION.items():
        count = noisy(council.children * (first + drift * progress(year)) / 10_000, luck, 0.06)
        exact = in_care(council, year) if "31 March" in population else round(count)
        counts[(population,)] = (exact, council.children)
    return counts


def groups(which: tuple[shares.Group, ...], council: Council, year: int, luck: random.Random) -> Counts:
    """Counts of every share of every group, and the group's total."""
    counts: Counts = {}
    for group in which:
        whole = round(in_care(council, year) * group.size)
        names = tuple(group.filters.values())
        for share in group.shares:
            base = counts[(*names, group.within[share.breakdown])][0] if share.breakdown in group.within else whole
            drawn = noisy(share.of(progress(year), is_own=council == COUNCIL), luck, 0.03)
            counts[(*names, share.breakdown)] = (min(base, round(base * drawn)), base)
        counts[(*names, group.total)] = (whole, whole)
    return counts


def stability(council: Council, year: int, luck: random.Random) -> Counts:
    return groups(shares.STABILITY, council, year, luck)


def health(council: Council, year: int, luck: random.Random) -> Counts:
    counts = groups(shares.HEALTH, council, year, luck)
    received = counts[("Ages 5 to 16 years with SDQ score", "SDQ score was received")][0]
    score = noisy(14.2 if council != COUNCIL else 14.8, luck, 0.03)
    counts[("Ages 5 to 16 years with SDQ score", "SDQ average score")] = (round(score * received), received)
    return counts


def homes(council: Council, year: int, luck: random.Random) -> Counts:
    return leavers(council, year, luck, shares.HOMES, {}, "Suitability total")


def activity(council: Council, year: int, luck: random.Random) -> Counts:
    return leavers(council, year, luck, shares.ACTIVITY, shares.ACTIVITY_SUMS, "Total")


def leavers(
    council: Council,
    year: int,
    luck: random.Random,
    parts: tuple[shares.Share, ...],
    sums: dict[str, tuple[int, ...]],
    total: str,
) -> Counts:
    """Young people by age: the parts add up to the total, which is drawn from them."""
    counts: Counts = {}
    for age, size in shares.AGES.items():
        aimed = in_care(council, year) * size
        is_own = council == COUNCIL
        each = [round(noisy(aimed * part.of(progress(year), is_own=is_own), luck, 0.04)) for part in parts]
        whole = sum(each)
        counts |= {(age, part.breakdown): (count, whole) for part, count in zip(parts, each, strict=True)}
        counts |= {(age, name): (sum(each[i] for i in which), whole) for name, which in sums.items()}
        counts[(age, total)] = (whole, whole)
    return counts
