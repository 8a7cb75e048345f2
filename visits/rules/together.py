"""Which counts may stand where everybody reads them: no fewer than three homes behind each, nor behind what is left.

A row that one or two homes made would tell of them. So would a total less the rows beside it, and that is why rows are
kept back until three homes stand behind those that are missing.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

HOMES_TOGETHER = 3
Told = tuple[str, int]  # what a thing counts as, and the home it is of


class Breakdown(NamedTuple):
    """`total` is None where it may not be told, and then there are no rows. `is_whole`: no row is kept back."""

    total: int | None
    rows: dict[str, int]
    is_whole: bool

    @property
    def as_json(self) -> dict[str, Any]:
        return dict(self._asdict())


def may_stand(homes: Iterable[int]) -> bool:
    """Whether something that these homes (ids) made together may be told."""
    return len(set(homes)) >= HOMES_TOGETHER


def together(things: Iterable[Told]) -> Breakdown:
    """Things counted by what they are; nothing at all is a total of 0, which tells of no home."""
    homes: dict[str, list[int]] = defaultdict(list)
    for slug, home in things:
        homes[slug].append(home)
    everywhere = [home for of_row in homes.values() for home in of_row]
    if everywhere and not may_stand(everywhere):
        return Breakdown(None, {}, is_whole=False)
    back = kept_back(homes)
    rows = {slug: len(of_row) for slug, of_row in homes.items() if slug not in back}
    return Breakdown(len(everywhere), rows, is_whole=not back)


def kept_back(homes: dict[str, list[int]]) -> set[str]:
    """Rows (slug -> the home of each thing in it) that are not told beside their total."""
    back = {slug for slug, of_row in homes.items() if not may_stand(of_row)}
    others = sorted((slug for slug in homes if slug not in back), key=lambda slug: (len(homes[slug]), slug))
    while back and others and not may_stand(home for slug in back for home in homes[slug]):
        back.add(others.pop(0))
    return back
