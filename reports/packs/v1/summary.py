"""The first page: what to be proud of, what is not good enough yet, what is better than it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from reports.indicators.judging import RED
from reports.indicators.showing import sentences, words
from reports.indicators.showing.own import Own
from reports.indicators.showing.shown import Shown

MOST = 4  # figures in each list


@dataclass(frozen=True)
class Said:
    """A line of the summary: what, in one sentence, and where to read on."""

    text: str
    slug: str


class Summary:
    """What the headline figures of a pack say together."""

    def __init__(self, figures: Sequence[Shown], own: Sequence[Own] = ()) -> None:
        self.figures = figures
        self.own = own

    @property
    def off_target(self) -> list[Said]:
        """Our own figures that are amber or red, red first."""
        off = [own for own in self.own if own.judgement.asks_for_commentary]
        worst_first = sorted(off, key=lambda own: (own.judgement.status != RED, not own.rank))
        return [Said(f"{own.title}: {own.spoken()}. {own.target_line}", own.theme) for own in worst_first]

    @property
    def more_off_target(self) -> str:
        """ "three more": those that the first page leaves to their parts."""
        return words.count(len(self.off_target) - MOST, "more", "more")

    @cached_property
    def _judged(self) -> list[Shown]:
        """Headline figures with children enough to judge by."""
        return [shown for shown in self.figures if shown.rank and not shown.is_small]

    @property
    def is_compared(self) -> bool:
        """Whether a headline figure can be held against England's."""
        return any(sentences.tag(shown) for shown in self._judged)

    @property
    def has_change(self) -> bool:
        """Whether a headline figure can be held against the year before."""
        return any(shown.year_before is not None and shown.value("us") is not None for shown in self._judged)

    @property
    def proud(self) -> list[Said]:
        """Better than a year before, and better than England: celebration comes first."""
        found = [shown for shown in self._judged if self._has_improved(shown) and self._is_better(shown)]
        return self._said(found[:MOST])

    @property
    def not_yet(self) -> list[Said]:
        """Worse than England, the widest gap first."""
        worse = [shown for shown in self._judged if self._is_better(shown) is False]
        return self._said(sorted(worse, key=lambda shown: -gap(shown, shown.value("england")))[:MOST])

    @property
    def improved(self) -> list[Said]:
        """Better than a year before, the widest change first; what is already celebrated is not said twice."""
        celebrated = {said.text for said in self.proud}
        better = [shown for shown in self._judged if self._has_improved(shown)]
        said = self._said(sorted(better, key=lambda shown: -gap(shown, shown.year_before)))
        return [one for one in said if one.text not in celebrated][:MOST]

    def _is_better(self, shown: Shown) -> bool | None:
        """Against England."""
        ours, england = shown.value("us"), shown.value("england")
        return None if ours is None or england is None else shown.is_better(ours, england)

    def _has_improved(self, shown: Shown) -> bool | None:
        """Against the year before."""
        ours, before = shown.value("us"), shown.year_before
        return None if ours is None or before is None else shown.is_better(ours, before)

    def _said(self, figures: Sequence[Shown]) -> list[Said]:
        return [Said(self._line(shown), shown.theme) for shown in figures]

    def _line(self, shown: Shown) -> str:
        """ "Children seen by a dentist: 83%, up from 82% a year before; England 81%."."""
        england = f"England {shown.spoken('england')}" if shown.value("england") is not None else ""
        said = [shown.spoken("us"), *filter(None, [sentences.change(shown)])]
        return f"{shown.title}: {'; '.join(filter(None, [', '.join(said), england]))}."


def gap(shown: Shown, other: Decimal | None) -> Decimal:
    """How far ours is from `other`, as a share of it, so that percentages and rates can be put in one order."""
    ours, other = shown.value("us") or Decimal(0), other or Decimal(0)
    return abs(ours - other) / max(other, Decimal(1))
