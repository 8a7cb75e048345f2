"""The words by which a meeting excludes the press and public, naming items and paragraphs.

Sources: Local Government Act 1972, s100A(2) (confidential: must), s100A(4) and (5) (exempt: may, by a resolution that
identifies the proceedings and the description in Schedule 12A); SI 2012/2089, regulation 4(2), for executive bodies.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from members.models import Body
from reports.committees.models import Access
from reports.committees.rules.restriction import paragraphs_in_words

LONGEST = 500  # as an item's note
EXECUTIVE = "the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) "
POWERS = {
    Body.Regime.COMMITTEE: ("Under section 100A(4) of the Local Government Act 1972", "section 100A(2)"),
    Body.Regime.SCRUTINY: ("Under section 100A(4) of the Local Government Act 1972", "section 100A(2)"),
    Body.Regime.EXECUTIVE: (f"Under regulation 4(2)(b) of {EXECUTIVE}Regulations 2012", "regulation 4(2)(a)"),
    Body.Regime.INFORMAL: ("As this body has agreed", ""),
}
INTEREST = "the public interest in maintaining the exemption outweighs that in disclosing the information"


@dataclass(frozen=True)
class Kept:
    """An item that is kept from the public in whole or in part."""

    number: int
    access: str
    paragraphs: frozenset[int] = frozenset()


def resolution(kept: Iterable[Kept], regime: str) -> str:
    """The resolution for `kept`, at most 500 characters; "" where nothing is kept from the public.

    Where there are so many that each cannot be named with its paragraphs, the paragraphs are named together.
    """
    found = sorted(kept, key=lambda one: one.number)
    exempt = [one for one in found if one.access == Access.EXEMPT]
    confidential = [one for one in found if one.access == Access.CONFIDENTIAL]
    by_power, by_law = POWERS[Body.Regime(regime)]
    tail = confidential_words(confidential, by_law)
    whole = " ".join(filter(None, [exempt_words(exempt, by_power, each=True), tail]))
    if len(whole) <= LONGEST:
        return whole
    return " ".join(filter(None, [exempt_words(exempt, by_power, each=False), tail]))


def exempt_words(exempt: list[Kept], power: str, *, each: bool) -> str:
    if not exempt:
        return ""
    named = in_detail(exempt) if each else together(exempt)
    return (
        f"{power}, the press and public are excluded for {named} of part 1 of Schedule 12A to the Local Government "
        f"Act 1972): {INTEREST}."
    )


def in_detail(exempt: list[Kept]) -> str:
    """“item 7 (paragraph 3), items 8 to 10 (paragraphs 1 and 2” without the last bracket, which the law closes."""
    groups = groupby(exempt, key=lambda one: one.paragraphs)
    return "), ".join(f"{items([one.number for one in ones])} ({paragraphs_in_words(of)}" for of, ones in groups)


def together(exempt: list[Kept]) -> str:
    paragraphs = frozenset().union(*(one.paragraphs for one in exempt))
    return f"{items([one.number for one in exempt])} ({paragraphs_in_words(paragraphs)}"


def confidential_words(confidential: list[Kept], law: str) -> str:
    if not confidential:
        return ""
    under = f" under {law}" if law else ""
    return f"They are excluded{under} for {items([one.number for one in confidential])}, which would disclose " + (
        "confidential information."
    )


def items(numbers: Collection[int]) -> str:
    """“item 7”, “items 7 and 9”, “items 7 to 9 and 12”: runs of three and more are named by their ends."""
    parts = [part for run in runs(sorted(numbers)) for part in named(run)]
    if len(numbers) == 1:
        return f"item {parts[0]}"
    return f"items {', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else f"items {parts[0]}"


def runs(numbers: list[int]) -> list[list[int]]:
    grouped = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    return [[number for _, number in pairs] for _, pairs in grouped]


def named(run: list[int]) -> list[str]:
    return [f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(number) for number in run]
