"""What a council might count in two years, drawn by chance: the parts of a whole and of a time add up."""

import random
from decimal import Decimal

from corpparent.periods import Period
from reports.indicators import registry
from reports.indicators.kinds import Unit
from reports.indicators.protection import relations
from reports.indicators.protection.hiding import Own
from reports.indicators.protection.relating import SHARES

SPAN = {"quarter": 3, "month": 3}


def figures(seed, *, codes=None, quarters=4, months=0, size=120):
    """Figures of the last `quarters` and `months`, and of each whole year that the quarters fill."""
    draw = random.Random(seed)
    made = {}
    for code in sorted(codes or (one.code for one in registry.load())):
        for period in periods("2025-26-Q4", quarters) + (periods("2026-M03", months) if months else []):
            made[code, period] = share(draw, code, period, made, size)
    add_up(made, quarters)
    return [own(code, period, *parts) for (code, period), parts in sorted(made.items())]


def periods(last, count):
    found = [Period.parse(last)]
    while len(found) < count:
        found.append(found[-1].before())
    return [one.code for one in found]


def share(draw, code, period, made, size):
    """A numerator and a denominator; the same denominator for all who name it in the same words."""
    words = registry.by_code(code).denominator
    wholes = [made[key][1] for key in made if key[1] == period and registry.by_code(key[0]).denominator == words != ""]
    whole = wholes[0] if wholes else draw.randint(0, size)
    return draw.choice([0, whole, draw.randint(0, whole), min(whole, draw.randint(0, 8))]), whole


def add_up(made, quarters):
    """Quarters and years of what happens in a time, from what they are made of."""
    for code in {code for code, _ in made if code in relations.load().flows}:
        for period in periods("2025-26-Q4", quarters):
            months = [
                part for part in periods(Period.parse(period).ends_on.strftime("%Y-M%m"), 3) if (code, part) in made
            ]
            if len(months) == SPAN["month"]:
                made[code, period] = total(made, code, months)
        for year in ("2025-26", "2024-25"):
            parts = [f"{year}-Q{number}" for number in range(1, 5)]
            if all((code, part) in made for part in parts):
                made[code, year] = total(made, code, parts)


def total(made, code, parts):
    return tuple(sum(made[code, part][side] for part in parts) for side in (0, 1))


def own(code, period, numerator, denominator, category=""):
    """One figure; counts and averages take from the two numbers what they need."""
    unit = registry.by_code(code).unit
    if unit == Unit.COUNT:
        return Own(code, period, category, None, None, Decimal(numerator), unit)
    if unit in SHARES or unit == Unit.RATIO:
        return Own(code, period, category, Decimal(numerator), Decimal(denominator), Decimal(1), unit)
    return Own(code, period, category, None, Decimal(denominator), Decimal(20), unit)
