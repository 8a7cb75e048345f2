"""Who sees the council's own numbers how: officers whole, members as the council decided, everybody else protected."""

from collections.abc import Iterable
from typing import Any

from corpparent import suppression
from corpparent.suppression import Audience
from members.models import Council
from members.roles import ADMINISTRATOR, DCS, PERFORMANCE_OFFICER
from members.standing import Standing
from reports.indicators.facts import OwnLine

OFFICERS = (PERFORMANCE_OFFICER, ADMINISTRATOR, DCS)


def on_screen(who: Standing) -> Audience:
    """The audience `who` belongs to on a page; nothing that leaves as a file goes by this. Source: SECURITY, 12."""
    return "officer" if who.has(*OFFICERS) else for_members()


def for_members() -> Audience:
    """What members see: protected numbers, unless the council decided to trust them with all."""
    return "officer" if Council.glance().members_see_small_numbers else "member"


def protected(line: OwnLine, audience: Audience) -> OwnLine:
    """`line` as `audience` may see it. The public reads no commentary: free text may tell a small number."""
    shown: dict[str, Any] = {**line, "figures": [one and suppression.protect(one, audience) for one in line["figures"]]}
    if audience == "public":
        shown["commentaries"] = [None for _ in line["commentaries"]]
    return shown  # type: ignore[return-value]


def hidden_in(lines: Iterable[OwnLine]) -> int:
    """How many figures of protected `lines` are hidden."""
    return sum(one["symbol"] == suppression.HIDDEN for line in lines for one in line["figures"] if one)
