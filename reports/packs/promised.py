"""What was promised and what children said, as a pack freezes it: both voices beside each other, never averaged."""

from datetime import date
from typing import Any

from django.db.models import Q

from corpparent.periods import Period
from pledges.facts import progress
from pledges.models import Pledge, Progress, Promise, Voice

MOST_VOICES = 12
Status = Pledge.Status


def promised(period: Period) -> list[dict[str, Any]]:
    """The pledges that were live in `period`, oldest group first, JSON-ready; words of corrected rows are not in it.

    [{title, group, promises: [{number, wording, theme, period, officers, young_people, differ, slipped}]}], where a
    voice is {rating, words} or None. What was said of later periods is left out. Three queries.
    """
    live = Pledge.objects.filter(
        Q(retired_at__isnull=True) | Q(retired_at__date__gt=period.ends_on),
        published_at__isnull=False,
        starts_on__lte=period.ends_on,
        ends_on__gte=period.starts_on,
    ).order_by("group", "starts_on")
    promises = Promise.objects.filter(pledge__in=live).select_related("pledge").order_by("pledge", "number")
    rows = progress.by_thing(
        Progress.objects.current().filter(promise__in=promises, ends_on__lte=period.ends_on), "promise_id"
    )
    found: dict[int, dict[str, Any]] = {one.pk: heading(one) for one in live}
    for promise in promises:
        standing = progress.standing_of(promise, rows[promise.pk])
        found[promise.pledge_id]["promises"].append(told(promise, standing))
    return list(found.values())


def heading(pledge: Pledge) -> dict[str, Any]:
    return {"title": pledge.title, "group": pledge.get_group_display(), "promises": []}


def told(promise: Promise, standing: progress.PromiseStanding) -> dict[str, Any]:
    return {
        "number": promise.number,
        "wording": promise.wording,
        "theme": promise.theme,
        "period": standing.period.label if standing.period else "",
        "officers": voice(standing.officers),
        "young_people": voice(standing.young_people),
        "differ": standing.differ,
        "slipped": standing.slipped,
    }


def voice(row: Progress | None) -> dict[str, str] | None:
    return {"rating": row.rating, "words": row.words} if row else None


def heard(period: Period) -> list[dict[str, Any]]:
    """What was heard in `period` or still waits from before it, the newest first, at most MOST_VOICES. One query.

    [{said, is_quoted, who, heard_on, theme, status, outcome, told_on, is_public}], dates as ISO text or "".
    """
    rows = Voice.objects.filter(heard_on__lte=period.ends_on).filter(
        Q(heard_on__gte=period.starts_on) | ~Q(status=Voice.Status.TOLD_BACK)
    )
    return [
        {
            "said": row.said,
            "is_quoted": row.words == Voice.Words.APPROVED,
            "who": row.get_source_display(),
            "heard_on": iso(row.heard_on),
            "theme": row.theme,
            "status": row.status,
            "outcome": row.outcome,
            "told_on": iso(row.told_on),
            "is_public": row.is_public,
        }
        for row in rows.order_by("-heard_on", "-pk")[:MOST_VOICES]
    ]


def iso(day: date | None) -> str:
    return day.isoformat() if day else ""
