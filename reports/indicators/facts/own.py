"""The council's own figures over time, with targets and commentary: monthly, quarterly or yearly, unprotected."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypedDict

from django.utils.timezone import localdate

from corpparent.periods import Period
from corpparent.suppression import Figure
from reports.indicators.facts.comparing import figure, text
from reports.indicators.kinds import Unit
from reports.indicators.models import Area, Commentary, Observation, Target

KINDS = ("quarter", "month", "year")  # the first wins where two end on the same day


class OwnLine(TypedDict):
    """Our own figures of one indicator, oldest first, no period left out. `kind` is "month", "quarter" or "year".

    The lists are as long; None: nothing was counted. targets: [{"value", "tolerance"} or None]; commentaries:
    [{"text", "author", "written_on"} or None].
    """

    kind: str
    periods: list[str]
    ends_on: list[str]
    figures: list[Figure | None]
    targets: list[dict[str, str] | None]
    commentaries: list[dict[str, str] | None]


def own_lines(
    *, area: Area, codes: Sequence[str] | None = None, until: date | None = None, periods: int = 6
) -> dict[str, OwnLine]:
    """The newest `periods` of our own figures up to `until` (counted), by indicator code. Four queries.

    Of each indicator the kind of period with the newest figure. A figure that government has published for the same
    period since is left out: the published one stands.
    """
    chosen = {code: newest_kind(rows)[-periods:] for code, rows in own_rows(area, codes, until).items()}
    targets = targets_of(chosen)
    said = _commentaries([row for rows in chosen.values() for row in rows])
    return {code: line(rows, targets[code], said, periods) for code, rows in chosen.items()}


def line(rows: list[Observation], targets: list[Target], said: dict[int, dict[str, str]], most: int) -> OwnLine:
    """`rows` of one kind of period as a line without a gap."""
    by_code = {row.period: row for row in rows}
    periods = unbroken(rows[0].period, rows[-1].period, most)
    there = [by_code.get(period.code) for period in periods]
    return {
        "kind": periods[-1].kind,
        "periods": [period.code for period in periods],
        "ends_on": [period.ends_on.isoformat() for period in periods],
        "figures": [own_figure(row) if row else None for row in there],
        "targets": [in_force(targets, period) for period in periods],
        "commentaries": [said.get(row.pk) if row else None for row in there],
    }


def unbroken(first: str, last: str, most: int) -> list[Period]:
    """Every period from `first` to `last`, the newest `most` of them."""
    found = [Period.parse(last)]
    while found[0].code != first and len(found) < most:
        found.insert(0, found[0].before())
    return found


def own_figure(row: Observation) -> Figure:
    """One figure of our own as packs freeze it: with the answer to whether it may leave."""
    return figure(row) | {  # type: ignore[return-value]
        "is_hidden": row.protection != Observation.Protection.OPEN,
        "is_merged": row.protection == Observation.Protection.MERGED,
        "as_at": row.as_at.isoformat() if row.as_at else None,
    }


def own_rows(area: Area, codes: Sequence[str] | None = None, until: date | None = None) -> dict[str, list[Observation]]:
    """Current figures of our own that nobody has published, by code, oldest first. Two queries."""
    found = Observation.objects.filter(
        area=area,
        origin=Observation.Origin.OWN,
        category="",
        is_current=True,
        **({"indicator__code__in": codes} if codes is not None else {}),
        **({"ends_on__lte": until} if until else {}),
    )
    rows = list(found.select_related("indicator").order_by("ends_on", "pk"))
    published = set(
        Observation.objects.filter(
            area=area,
            origin=Observation.Origin.PUBLISHED,
            is_current=True,
            category="",
            indicator__code__in={row.indicator.code for row in rows},
            period__in={row.period for row in rows},
        ).values_list("indicator__code", "period")
    )
    by_code: dict[str, list[Observation]] = defaultdict(list)
    for row in rows:
        if (row.indicator.code, row.period) not in published:
            by_code[row.indicator.code].append(row)
    return by_code


def newest_kind(rows: Iterable[Observation]) -> list[Observation]:
    """Those of one kind of period: of the kind that reaches furthest."""
    by_kind: dict[str, list[Observation]] = defaultdict(list)
    for row in rows:
        by_kind[Period.parse(row.period).kind].append(row)
    newest = max(by_kind, key=lambda kind: (by_kind[kind][-1].ends_on, -KINDS.index(kind)))
    return by_kind[newest]


def targets_of(chosen: dict[str, list[Observation]]) -> dict[str, list[Target]]:
    """Current targets by code. One query."""
    found = Target.objects.filter(is_current=True, indicator__code__in=chosen).select_related("indicator")
    by_code: dict[str, list[Target]] = defaultdict(list)
    for target in found:
        by_code[target.indicator.code].append(target)
    return by_code


def target_of(targets: Iterable[Target], period: Period) -> Target | None:
    """The target for `period`: its own, else that of the shortest longer period it lies in.

    A year's target for a count is no quarter's: twenty complaints in a year are not twenty in three months.
    """
    around = [
        one
        for one in targets
        if one.starts_on <= period.starts_on
        and period.ends_on <= one.ends_on
        and (one.period == period.code or one.indicator.unit != Unit.COUNT)
    ]
    return min(around, key=lambda one: one.ends_on - one.starts_on, default=None)


def in_force(targets: Iterable[Target], period: Period) -> dict[str, str] | None:
    """What is wanted of one period, JSON-ready."""
    found = target_of(targets, period)
    if found is None:
        return None
    return {"value": text(found.value) or "", "tolerance": text(found.tolerance) or ""}


def _commentaries(rows: Sequence[Observation]) -> dict[int, dict[str, str]]:
    """What is said of `rows` now, by their keys. One query."""
    found = Commentary.objects.filter(observation__in=rows, is_current=True).select_related("author")
    return {
        one.observation_id: {
            "text": one.text,
            "author": one.author.name,
            "written_on": localdate(one.written_at).isoformat(),
        }
        for one in found
    }
