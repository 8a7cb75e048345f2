"""What the invented council counts itself, quarter by quarter, as a scorecard; and what it wants it to be."""

import csv
import random
from decimal import Decimal
from pathlib import Path

from corpparent.periods import Period

QUARTERS = 8
LAST = Period.parse("2026-27-Q2")

# Of about how many children, and the share of them in the first and in the last quarter.
SHARES = {
    "care-plan-up-to-date": (381, 0.86, 0.95),
    "visits-on-time": (1140, 0.81, 0.88),
    "seen-alone": (930, 0.84, 0.9),
    "reviews-on-time": (96, 0.93, 0.86),
    "took-part-in-review": (88, 0.9, 0.94),
    "three-homes-in-a-year": (381, 0.12, 0.09),
    "dentist": (262, 0.7, 0.79),
    "health-assessment": (262, 0.92, 0.9),
    "first-health-assessment": (27, 0.52, 0.66),
    "return-interview-in-72-hours": (44, 0.6, 0.71),
    "education-plan-up-to-date": (241, 0.9, 0.96),
    "pathway-plan-up-to-date": (118, 0.7, 0.76),
    "family-homes": (381, 0.74, 0.72),
    "childrens-home-residents": (381, 0.11, 0.1),
    "three-social-workers": (381, 0.21, 0.17),
    "life-story-work": (64, 0.4, 0.55),
}
# Young people of 19 to 21: in education or work, neither, and not known; the three are all of them.
LEAVERS = ("in-education-or-work-19-21", "not-in-education-or-work-19-21", "activity-not-known-19-21")
COUNTS = {"times-missing": (31, 22), "complaints": (9, 6)}

# What is wanted for the whole year, how far off is still close, and who answers for it.
TARGETS = {
    "care-plan-up-to-date": ("95", "5"),
    "visits-on-time": ("95", "5"),
    "reviews-on-time": ("95", "5"),
    "took-part-in-review": ("95", "5"),
    "three-homes-in-a-year": ("9", "2"),
    "dentist": ("85", "5"),
    "first-health-assessment": ("80", "10"),
    "return-interview-in-72-hours": ("85", "10"),
    "education-plan-up-to-date": ("95", "5"),
    "pathway-plan-up-to-date": ("90", "5"),
    "in-education-or-work-19-21": ("60", "5"),
    "three-social-workers": ("15", "3"),
}
SAID = {
    "pathway-plan-up-to-date": (
        "Two personal advisers left in the spring and their plans waited until July. Both posts are filled since "
        "September. Every overdue plan has a date before Christmas; the team manager reads the list each Monday."
    ),
}
HEAD = ("indicator", "period", "as_at", "numerator", "denominator", "value", "status")


def scorecard(path: Path, seed: int = 1) -> Path:
    """Write the scorecard of the last QUARTERS quarters. The same seed gives the same file."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEAD)
        for place, period in enumerate(quarters()):
            status = "provisional" if period == LAST else "final"
            for code, parts in counted(place, seed):
                writer.writerow([code, period.code, f"{period.ends_on:%d/%m/%Y}", *parts, status])
    return path


def quarters() -> list[Period]:
    """Oldest first."""
    found = [LAST]
    while len(found) < QUARTERS:
        found.insert(0, found[0].before())
    return found


def counted(place: int, seed: int) -> list[tuple[str, tuple[object, object, object]]]:
    """(code, (numerator, denominator, value)) of the quarter at `place`."""
    luck = random.Random(f"{seed} {place}")  # noqa: S311 - an invented council, not a secret
    rows: list[tuple[str, tuple[object, object, object]]] = []
    wholes = {group: round(group * luck.uniform(0.97, 1.03)) for group, _, _ in SHARES.values()}
    for code, (group, first, last) in SHARES.items():
        whole = wholes[group]
        share = first + (last - first) * place / (QUARTERS - 1) + luck.uniform(-0.015, 0.015)
        rows.append((code, (min(whole, round(whole * share)), whole, "")))
    rows += leavers(luck)
    for code, (first_count, last_count) in COUNTS.items():
        step = (last_count - first_count) * place / (QUARTERS - 1)
        rows.append((code, ("", "", max(0, round(first_count + step + luck.uniform(-2, 2))))))
    return rows


def leavers(luck: random.Random) -> list[tuple[str, tuple[object, object, object]]]:
    """The three groups of young people, which add up; the last is small, so it and another are hidden."""
    whole = 96 + luck.randint(-3, 3)
    unknown = luck.randint(2, 4)
    working = round((whole - unknown) * luck.uniform(0.56, 0.62))
    parts = (working, whole - unknown - working, unknown)
    return [(code, (part, whole, "")) for code, part in zip(LEAVERS, parts, strict=True)]


def targets() -> list[tuple[str, Period, Decimal, Decimal]]:
    """(code, year, target, tolerance) for the two years that the quarters lie in."""
    years = [Period.parse("2025-26"), Period.parse("2026-27")]
    return [(code, year, Decimal(value), Decimal(close)) for code, (value, close) in TARGETS.items() for year in years]
