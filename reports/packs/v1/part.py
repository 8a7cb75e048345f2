"""One theme of a pack, made ready for page and paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpparent.themes import Theme
from reports.indicators.showing import drawings, sentences
from reports.indicators.showing.own import Own
from reports.indicators.showing.shown import ROLES, Shown
from reports.packs.v1 import own
from reports.packs.v1.figure import Figure, other_time


@dataclass(frozen=True)
class Part:
    """One theme of the pack."""

    number: int
    theme: Theme
    headlines: Sequence[Figure]
    own_headlines: Sequence[Own]
    own_others: Sequence[Own]
    others: Sequence[Shown]
    awaited: Sequence[str]
    year: str

    @property
    def lead(self) -> str:
        ours = [figure.shown for figure in self.headlines] or [shown for shown in self.others if shown.figure("us")]
        if not ours and (self.own_headlines or self.own_others):
            return own.lead([*self.own_headlines, *self.own_others])
        return sentences.lead(ours, has_others=bool(self.others))

    @property
    def own_head(self) -> list[str]:
        return own.HEAD

    @property
    def own_rows(self) -> list[list[str]]:
        """Our own figures that are no headline, a row each."""
        return [own.row(one) for one in self.own_others]

    @property
    def other_roles(self) -> list[str]:
        """Areas for which one of the other figures has a number."""
        return [role for role in ROLES if any(shown.has_values(role) for shown in self.others)]

    @property
    def other_head(self) -> list[str]:
        return ["Figure", *(self.others[0].names[role] for role in self.other_roles)]

    @property
    def other_rows(self) -> list[list[str]]:
        return [[self._name(shown), *(shown.cell(role) for role in self.other_roles)] for shown in self.others]

    def _name(self, shown: Shown) -> str:
        """Title, unit, and the period where it is not the pack's year."""
        return ", ".join(filter(None, [title_with_unit(shown), other_time(shown, self.year)]))

    @property
    def tally(self) -> list[str]:
        """A row of the summary: how many figures are better than in England, worse, the same, or cannot be judged."""
        found = [figure.tag.status if figure.tag else "" for figure in self.headlines]
        return [self.theme.title, *(str(found.count(status) or "–") for status in ("ok", "late", "neutral", ""))]


def title_with_unit(shown: Shown) -> str:
    unit = drawings.unit_of(shown)
    return f"{shown.title} ({unit})" if unit not in ("", "%") and unit not in shown.title.lower() else shown.title
