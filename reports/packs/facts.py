"""What a pack holds: gathered once, frozen, and protected for each audience before it is shown."""

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from corpparent import suppression
from corpparent.models import Event
from corpparent.periods import Period
from corpparent.themes import THEMES
from corpparent.words import day
from members import words
from members.events import WORDS_SET
from members.models import Council
from pledges.models import Progress
from reports.indicators import audiences
from reports.indicators.facts import compare, definition, own_lines
from reports.indicators.models import Area, Commentary, Import, Indicator, Neighbour, Observation, Target
from reports.packs import promised, visited
from reports.packs.models import Edition
from visits.facts import readers

AUDIENCES: dict[str, suppression.Audience] = {Edition.Audience.EXEMPT: "member", Edition.Audience.PUBLIC: "public"}
OWN_SOURCE = "The council’s own count"
TREND = 6  # years or quarters that a chart shows
FINANCIAL_YEAR = re.compile(r"\d{4}-\d{2}")
TABLE_HEAD = ("Figure", "Version", "Unit", "Period", "Area", "Value", "Numerator", "Denominator", "Sign", "Source")


def gather(area: Area, period: Period, *, is_own: bool, at: datetime) -> dict[str, Any]:
    """Everything a pack of `area` shows for the time up to the end of `period`, JSON-ready and unprotected.

    {issuer, is_own, is_invented, words (by slug), area, names, neighbours, period, year, frozen_at, sources,
     indicators: [reports.indicators.facts.Compared], own: {code: {definition, line}} (our own figures),
     promised, heard (reports.packs.promised; ours alone), visited (reports.packs.visited; there for ours alone),
     awaited: {theme: [titles without a figure]}}
    The number of queries does not depend on that of figures.
    """
    said = words.read_again()
    compared = compare(area=area, until=period.ends_on, periods=TREND)
    indicators = [pick(one) for one in compared["indicators"] if has_value(one, "us", "england")]
    own = own_of(area, period) if is_own else {}
    shown = {one["code"] for one in indicators} | own.keys()
    return {
        "issuer": Council.current().name if is_own else "Published figures",
        "is_own": is_own,
        "is_invented": area.is_invented,
        "words": said,
        "area": compared["area"],
        "names": names(compared["names"]),
        "neighbours": compared["neighbours"],
        "period": {"code": period.code, "label": period.label},
        "year": newest_year(indicators),
        "frozen_at": at.isoformat(),
        "indicators": indicators,
        "own": own,
        "promised": promised.promised(period) if is_own else [],
        "heard": promised.heard(period) if is_own else [],
        **({"visited": visited.visited(period)} if is_own else {}),
        "awaited": {
            theme.slug: [
                one["title"]
                for one in compared["indicators"]
                if one["theme"] == theme.slug and one["code"] not in shown and not one["is_detail"]
            ]
            for theme in THEMES
        },
        "sources": sources(area, period),
    }


def own_of(area: Area, period: Period) -> dict[str, dict[str, Any]]:
    """Our own figures up to the end of `period`, by code, in the order of themes. Five queries."""
    lines = own_lines(area=area, until=period.ends_on, periods=TREND)
    indicators = Indicator.objects.current().filter(code__in=lines)
    return {one.code: {"definition": definition(one), "line": lines[one.code]} for one in indicators}


def pick(compared: dict[str, Any]) -> dict[str, Any]:
    """One indicator as packs show it: of the neighbours' two averages, the median."""
    series = {role: line for role, line in compared["series"].items() if role != "neighbours_mean"}
    return compared | {"series": series}


def names(compared: dict[str, str]) -> dict[str, str]:
    """Short names for charts; the notes say which average "similar councils" is."""
    return {
        role: "Similar councils" if role == "neighbours" else name
        for role, name in compared.items()
        if role != "neighbours_mean"
    }


def has_value(compared: dict[str, Any], *roles: str) -> bool:
    """Whether one of `roles` has a number or a sign in any period."""
    return any(figure for role in roles for figure in compared["series"].get(role, []))


def newest_year(indicators: list[dict[str, Any]]) -> str:
    """The year to March of the newest yearly figure, as DfE names it; "" without one."""
    ends = [one["ends_on"][-1] for one in indicators if one["ends_on"] and FINANCIAL_YEAR.fullmatch(one["periods"][-1])]
    return max(ends, default="")[:4]


def of_use(area: Area, period: Period) -> QuerySet[Import]:
    """Files taken in that hold figures up to the end of `period`, or the neighbours of `area`."""
    figures = Observation.objects.filter(
        Q(origin=Observation.Origin.PUBLISHED) | Q(area=area),
        source_import=OuterRef("pk"),
        ends_on__lte=period.ends_on,
        is_current=True,
    )
    neighbours = Neighbour.objects.filter(neighbour_set__source_import=OuterRef("pk"), area=area)
    done = Import.objects.filter(Q(is_invented=area.is_invented) | Q(kind__in=Import.OWN), status=Import.Status.DONE)
    return done.filter(Exists(figures) | Exists(neighbours))


def sources(area: Area, period: Period) -> list[dict[str, str]]:
    """The files that the figures came from, the newest last; not what people called them. One query."""
    return [
        {
            "title": one.title,
            "sha256": one.sha256,
            "taken_on": day(one.ended_at),
        }
        for one in of_use(area, period).order_by("ended_at")
        if one.ended_at
    ]


def has_news_since(moment: datetime | None, area: Area, period: Period) -> bool:
    """Whether a pack of `area` and `period` would say something else than at `moment`. Eight queries at most.

    Figures taken in, other words for them, a target set, a commentary written, a promise told of, a summary of visits.
    """
    if moment is None or of_use(area, period).filter(ended_at__gt=moment).exists():
        return True
    if Event.objects.filter(type=WORDS_SET, at__gt=moment).exists():
        return True
    if area.code != Council.current().area_code:
        return False
    if Progress.objects.filter(recorded_at__gt=moment, starts_on__lte=period.ends_on).exists():
        return True
    if readers.has_news_since(moment, period):
        return True
    is_set = Target.objects.filter(set_at__gt=moment, starts_on__lte=period.ends_on).exists()
    written = Commentary.objects.filter(written_at__gt=moment, observation__ends_on__lte=period.ends_on)
    return is_set or written.exists()


def protect(facts: dict[str, Any], audience: str) -> dict[str, Any]:
    """A copy of `facts` as the edition for `audience` may show it; every figure goes through `suppression`."""
    shown = deepcopy(facts)
    for indicator in shown["indicators"]:
        indicator["series"] = {
            role: [figure and suppression.protect(figure, AUDIENCES[audience]) for figure in line]
            for role, line in indicator["series"].items()
        }
    for one in shown.get("own", {}).values():
        one["line"] = audiences.protected(one["line"], own_audience(audience))
    if audience == Edition.Audience.PUBLIC and "heard" in shown:
        shown["heard"] = [one for one in shown["heard"] if one["is_public"]]
    if audience == Edition.Audience.PUBLIC and "visited" in shown:
        shown["visited"] = visited.for_everybody(shown["visited"])
    return shown


def own_audience(audience: str) -> suppression.Audience:
    """How an edition shows the council's own numbers: the members' one as the council decided."""
    return audiences.for_members() if audience == Edition.Audience.EXEMPT else "public"


def hidden(facts: dict[str, Any], shown: dict[str, Any]) -> int:
    """How many figures of `facts` have no number in `shown`, its protected copy."""
    pairs = zip(figures_of(facts), figures_of(shown), strict=True)
    return sum(before["value"] != after["value"] for before, after in pairs)


def figures_of(facts: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every figure of every series and of our own, where there is one."""
    for indicator in facts["indicators"]:
        for line in indicator["series"].values():
            yield from filter(None, line)
    for one in facts.get("own", {}).values():
        yield from filter(None, one["line"]["figures"])


def table_of(facts: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    """Rows under TABLE_HEAD: every figure that an edition shows, published first."""
    for one in facts["indicators"]:
        for role, line in one["series"].items():
            for figure in filter(None, line):
                yield _row(one, figure, facts["names"][role], one["source"])
    for own in facts.get("own", {}).values():
        for figure in filter(None, own["line"]["figures"]):
            yield _row(own["definition"], figure, facts["names"]["us"], OWN_SOURCE)


def _row(definition: dict[str, Any], figure: dict[str, Any], area: str, source: str) -> tuple[object, ...]:
    return (
        definition["title"],
        definition["version"],
        definition["unit"],
        figure["period"],
        area,
        figure["value"],
        figure["numerator"],
        figure["denominator"],
        figure["symbol"],
        source,
    )
