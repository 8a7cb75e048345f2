"""What the pages about retention show: words, links and days prepared here, so that templates only place them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from corpparent import progress, retention
from corpparent.models import Job, LegalHold
from corpparent.references import KINDS
from corpparent.retention import Due, Rule
from corpparent.words import day
from members.models import Person


def span(months: int) -> str:
    """ "6 years", "18 months", "1 month"."""
    years, rest = divmod(months, 12)
    number, unit = (years, "year") if years and not rest else (months, "month")
    return f"{number:,} {unit}{'s' if number != 1 else ''}"


def rows(count: int) -> str:
    """ "1 row", "1,204 rows"."""
    return f"{count:,} row{'s' if count != 1 else ''}"


def on(since: date | datetime | None) -> str:
    """A day or the day of a moment in words, "" for none."""
    if since is None:
        return ""
    return day(since) if isinstance(since, datetime) else f"{since:%-d %B %Y}"


def of_preview(preview: Iterable[Due]) -> list[dict[str, Any]]:
    """One row a kind: how long it is kept, why, and what of it is due; those with something due come first."""
    return sorted((_line(line) for line in preview), key=lambda row: not row["is_due"])


def _line(line: Due) -> dict[str, Any]:
    return {
        "title": line.rule.title,
        "basis": line.rule.basis,
        "kept": span(line.months),
        "due": said_due(line),
        "is_due": bool(line.rows) and not line.rule.is_swept,
        "is_swept": line.rule.is_swept,
        "url": reverse("members:retention-detail", args=[line.rule.kind]),
        "change_url": reverse("members:retention-update", args=[line.rule.kind]),
    }


def said_due(line: Due) -> str:
    """ "1,204 rows to wipe, the oldest from 3 May 2019.", "" for none."""
    oldest = f", the oldest from {on(line.oldest)}" if line.oldest else ""
    return f"{rows(line.rows)} to wipe{oldest}." if line.rows else ""


def of_kept() -> list[dict[str, str]]:
    """What no rule wipes, and why."""
    return [{"label": kept.what, "value": kept.reason} for kept in retention.KEPT]


def of_due(rule: Rule, found: Iterable[Any]) -> list[dict[str, str]]:
    """One row a thing that would be wiped: its label, the day that counts, and where it can be held."""
    return [_due(rule, row) for row in found]


def _due(rule: Rule, row: Any) -> dict[str, str]:
    since = on(getattr(row, rule.since))
    hold = ""
    if rule.kind in KINDS and rule.held_by:
        hold = f"{reverse('members:hold-create')}?kind={rule.kind}&id={row.public_id}"
    return {"label": rule.label(row), "since": f"Counts from {since}" if since else "", "hold_url": hold}


def of_holds(holds: Iterable[LegalHold]) -> list[dict[str, Any]]:
    """One row a hold, with who placed it. One query for all the names."""
    holds = list(holds)
    placed_by = {hold.placed_by_id for hold in holds if hold.placed_by_id}
    names = dict(Person.objects.filter(public_id__in=placed_by).values_list("public_id", "name"))
    return [_hold(hold, names[hold.placed_by_id] if hold.placed_by_id else "") for hold in holds]


def _hold(hold: LegalHold, name: str) -> dict[str, Any]:
    placed = f"Placed on {day(hold.placed_at)}{f' by {name}' if name else ''}."
    return {
        "label": hold.label,
        "reason": hold.reason,
        "placed": f"{placed} Lifted on {day(hold.lifted_at)}." if hold.lifted_at else placed,
        "lifted_because": hold.lifted_because,
        "status": "neutral" if hold.lifted_at else "info",
        "tag": "Lifted" if hold.lifted_at else "Held",
        "lift_url": "" if hold.lifted_at else reverse("members:hold-lift", args=[hold.public_id]),
    }


def progress_of(job: Job) -> dict[str, Any]:
    """Arguments of components/progress.html for the wiping."""
    return progress.progress_of(
        job,
        label="Wiping what has had its time",
        url=reverse("members:retention-list"),
        progress_url=reverse("members:retention-progress"),
        next_label="See what is left",
    )
