"""Frozen facts as the parts of a pack: what page and paper both show."""

from functools import cached_property
from typing import Any

from corpparent.themes import THEMES, Theme
from reports.indicators.kinds import Symbol
from reports.indicators.showing.shown import Shown
from reports.packs.v1.figure import Figure
from reports.packs.v1.part import Part
from reports.packs.v1.summary import Summary

SUMMARY, NOTES = "on-one-page", "how-the-numbers-are-protected"


class Pack:
    """Frozen, protected facts (reports.packs.facts) as parts. Everything shown is worked out from `facts` alone."""

    def __init__(self, facts: dict[str, Any]) -> None:
        self.facts = facts
        self.figures = [Shown(indicator, facts["names"]) for indicator in facts["indicators"]]
        self.summary = Summary(self.figures)

    @cached_property
    def parts(self) -> list[Part]:
        return [self._part(number, theme) for number, theme in enumerate(THEMES, start=1)]

    def _part(self, number: int, theme: Theme) -> Part:
        of_theme = [shown for shown in self.figures if shown.theme == theme.slug]
        with_ours = [shown for shown in of_theme if shown.figure("us")]
        headlines = sorted((shown for shown in with_ours if shown.rank), key=lambda shown: shown.rank)
        return Part(
            number=number,
            theme=theme,
            headlines=[Figure(shown, self.facts["year"]) for shown in headlines],
            others=[shown for shown in of_theme if shown not in headlines],
            awaited=self.facts["awaited"].get(theme.slug, []),
            year=self.facts["year"],
        )

    @property
    def tally_head(self) -> list[str]:
        return ["Part", "Better than England", "Worse", "Same", "Not compared"]

    @property
    def tallies(self) -> list[list[str]]:
        """How the headline figures of each part stand."""
        return [part.tally for part in self.parts]

    @property
    def symbols(self) -> list[tuple[str, str]]:
        """Every symbol the pack shows, with its meaning."""
        used = set().union(*(shown.symbols for shown in self.figures)) if self.figures else set()
        return [(symbol.value, symbol.label) for symbol in Symbol if symbol.value in used]

    @property
    def definitions(self) -> list[Shown]:
        """Headline figures in the order of the pack, for the last pages."""
        return [figure.shown for part in self.parts for figure in part.headlines]
