"""The page of visits to homes, ready for screen and paper."""

from typing import Any

from corpparent.periods import Period
from visits.showing.summaries import Quarter, exempt_of, public_of


class Visited:
    """What a pack says of visits; empty in packs frozen before there were any summaries, and in those of others."""

    def __init__(self, facts: dict[str, Any]) -> None:
        told = facts.get("visited")
        self.is_there = told is not None
        self.quarters = [quarter_of(one) for one in (told or {}).get("quarters", [])]
        self.missing = [Period.parse(code).label for code in (told or {}).get("missing", [])]

    def __bool__(self) -> bool:
        return self.is_there

    @property
    def is_several(self) -> bool:
        """Whether each quarter says its first sentence itself; that of one alone stands above."""
        return len(self.quarters) > 1

    @property
    def lead(self) -> str:
        """Of one quarter its first sentence; else how many there are."""
        if not self.quarters:
            return "No summary of visits was issued for this period."
        if not self.is_several:
            return self.quarters[0].lead
        return f"The summaries of {len(self.quarters)} quarters, as they were issued."

    @property
    def not_issued(self) -> list[str]:
        """One sentence for each quarter that nothing was issued for."""
        return [f"No summary of visits was issued for {label}." for label in self.missing]


def quarter_of(told: dict[str, Any]) -> Quarter:
    """Home by home where the edition may know of homes."""
    if "exempt" in told:
        return exempt_of(told["code"], told["exempt"])
    return public_of(told["code"], told["public"])
