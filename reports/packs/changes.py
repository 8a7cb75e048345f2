"""What a new version of a pack says differently from the one before: a correction names itself."""

from collections.abc import Iterator
from typing import Any

from reports.indicators.showing.own import Own
from reports.indicators.showing.shown import Shown
from reports.packs.v1.own import owns_in

MOST = 40


def between(before: dict[str, Any] | None, after: dict[str, Any]) -> list[str]:
    """Sentences, one a published figure that differs between two frozen facts: MOST of them, then how many more.

    Empty for a first version. A figure that only one of them has is no change.
    """
    if before is None:
        return []
    found = list(_found(before, after))
    rest = [f"And {len(found) - MOST:,} more."] if len(found) > MOST else []
    return found[:MOST] + rest


def _found(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    earlier = {one["code"]: Shown(one, before["names"]) for one in before["indicators"]}
    for one in after["indicators"]:
        now, then = Shown(one, after["names"]), earlier.get(one["code"])
        if then is None:
            continue
        for role in now.roles:
            yield from _of_area(role, then, now)
    earlier_own = owns_in(before)
    for code, own in owns_in(after).items():
        if code in earlier_own:
            yield from _of_our_own(earlier_own[code], own)


def _of_our_own(then: Own, now: Own) -> Iterator[str]:
    """Only what both versions show everybody: what a number was must not come out by its correction."""
    for column, period in enumerate(now.line["periods"]):
        if period not in then.line["periods"]:
            continue
        back_then, back_now = then.count - 1 - then.line["periods"].index(period), now.count - 1 - column
        figures = then.figure(back_then), now.figure(back_now)
        if not all(figures) or any(figure["is_hidden"] for figure in figures):
            continue
        was, is_now = then.spoken(back_then), now.spoken(back_now)
        if was != is_now:
            yield f"{now.title}, our own count, {now.labels[column]}: {is_now}. It was {was}."


def _of_area(role: str, then: Shown, now: Shown) -> Iterator[str]:
    last_then, last_now = len(then.periods) - 1, len(now.periods) - 1
    for column, period in enumerate(now.periods):
        if period not in then.periods:
            continue
        back_then, back_now = last_then - then.periods.index(period), last_now - column
        figures = then.figure(role, back_then), now.figure(role, back_now)
        if not all(figure.get("is_published") for figure in figures):
            continue
        was, is_now = then.spoken(role, back_then), now.spoken(role, back_now)
        if was != is_now:
            yield f"{now.title}, {now.names[role]}, {now.years[column]}: {is_now}. It was {was}."
