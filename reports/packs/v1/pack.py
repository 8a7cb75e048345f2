"""Frozen facts as the parts of a pack: what page and paper both show."""

from dataclasses import replace
from functools import cached_property
from typing import Any

from corpparent.themes import THEMES, Theme
from members.words import DEFAULTS, for_templates, say
from reports.indicators import audiences
from reports.indicators.kinds import Symbol
from reports.indicators.showing.own import Own
from reports.indicators.showing.shown import Shown
from reports.packs.v1.figure import Figure
from reports.packs.v1.own import owns_in
from reports.packs.v1.part import Part
from reports.packs.v1.promised import Promised
from reports.packs.v1.summary import Summary
from reports.packs.v1.visited import Visited

SUMMARY, PROMISED, VISITED = "on-one-page", "what-we-promised", "visits-to-homes"
NOTES = "how-the-numbers-are-protected"


class Pack:
    """Frozen, protected facts (reports.packs.facts) as parts. Everything shown is worked out from `facts` alone."""

    def __init__(self, facts: dict[str, Any]) -> None:
        self.facts = facts
        self.figures = [Shown(indicator, facts["names"]) for indicator in facts["indicators"]]
        self.own = owns_in(facts)
        # Packs that were frozen before councils had words of their own say the portal's.
        self.said = DEFAULTS | facts.get("words", {})
        self.promised = Promised(facts)
        self.visited = Visited(facts)
        self.summary = Summary(self.figures, list(self.own.values()))

    @property
    def words(self) -> dict[str, str]:
        """The council's words as templates name them."""
        return for_templates(self.said)

    @cached_property
    def parts(self) -> list[Part]:
        return [self._part(number, theme) for number, theme in enumerate(THEMES, start=1)]

    def _part(self, number: int, theme: Theme) -> Part:
        of_theme = [shown for shown in self.figures if shown.theme == theme.slug]
        with_ours = [shown for shown in of_theme if shown.figure("us")]
        headlines = sorted((shown for shown in with_ours if shown.rank), key=lambda shown: shown.rank)
        beside = {shown.code for shown in headlines}
        ours = [own for own in self.own.values() if own.theme == theme.slug and own.code not in beside]
        return Part(
            number=number,
            theme=in_words(theme, self.said),
            headlines=[Figure(shown, self.facts["year"], self.own.get(shown.code)) for shown in headlines],
            own_headlines=[own for own in ours if own.rank],
            own_others=[own for own in ours if not own.rank],
            others=[shown for shown in of_theme if shown not in headlines],
            awaited=self.facts["awaited"].get(theme.slug, []),
            year=self.facts["year"],
        )

    @property
    def tally_head(self) -> list[str]:
        return ["Part", "Better than England", "Worse", "Same", "Not compared"]

    @property
    def tallies(self) -> list[list[str]]:
        """How the headline figures stand, of each part that has some."""
        return [part.tally for part in self.parts if part.headlines]

    @property
    def symbols(self) -> list[tuple[str, str]]:
        """Every symbol the pack shows, with its meaning."""
        shown: list[Shown | Own] = [*self.figures, *self.own.values()]
        used = set().union(*(one.symbols for one in shown))
        return [(symbol.value, symbol.label) for symbol in Symbol if symbol.value in used]

    @property
    def hidden_own(self) -> int:
        """How many of our own figures this edition hides."""
        return audiences.hidden_in(own.line for own in self.own.values())

    @property
    def merged(self) -> list[str]:
        """Titles of our own figures that are given with a total only."""
        return [own.title for own in self.own.values() if own.is_merged]

    @property
    def definitions(self) -> list[Shown | Own]:
        """Headline figures in the order of the pack, for the last pages."""
        found: list[Shown | Own] = []
        for part in self.parts:
            found += [*(figure.shown for figure in part.headlines), *part.own_headlines]
        return found


def in_words(theme: Theme, said: dict[str, str]) -> Theme:
    """The theme as the council speaks."""
    prompts = tuple(say(prompt, said) for prompt in theme.prompts)
    return replace(theme, title=say(theme.title, said), about=say(theme.about, said), prompts=prompts)
