"""What the lists of figures and of imports show: words, links and dates prepared here, templates only place them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Max

from corpparent.models import Job
from corpparent.suppression import protect
from corpparent.themes import BY_SLUG
from corpparent.words import day
from reports.indicators import facts
from reports.indicators.kinds import Level
from reports.indicators.models import Area, Import, Indicator, Observation
from reports.indicators.showing import sentences, words
from reports.indicators.showing.own import Own
from reports.indicators.showing.shown import Shown

TAGS = {
    Import.Status.UPLOADED: "now",
    Import.Status.READING: "now",
    Import.Status.READY: "due",
    Import.Status.TAKING: "now",
    Import.Status.DONE: "ok",
    Import.Status.DROPPED: "neutral",
    Import.Status.REFUSED: "late",
}


def newest_of(area: Area) -> dict[str, Shown]:
    """The newest figure of `area` beside England's, or England's alone, by code of the indicator. Four queries."""
    england = Area.objects.filter(level=Level.NATIONAL, is_invented=area.is_invented).first()
    those = facts.Company(area, england, None, [], "")
    rows = newest_rows(those)
    names = facts.names(those)
    return {
        one.code: Shown(protected(facts.compared(one, those, rows[one.code], 1)), names)
        for one in Indicator.objects.current()
        if one.code in rows
    }


def newest_rows(those: facts.Company) -> dict[str, facts.ByArea]:
    """Of each indicator the newest period of the council, or England's where it has none; both areas' rows of it.

    England's figures may be out a year before the councils'. Two queries, and no row that is not of use.
    """
    published = Observation.objects.filter(
        area__in=those.everybody, origin=Observation.Origin.PUBLISHED, category="", is_current=True
    )
    days: dict[str, tuple[bool, date]] = {}
    for code, area_id, last in published.values_list("indicator__code", "area_id").annotate(Max("ends_on")).order_by():
        days[code] = max(days.get(code, (False, date.min)), (area_id == those.area.pk, last))
    rows: dict[str, facts.ByArea] = {}
    for row in published.filter(ends_on__in={last for _, last in days.values()}).select_related("indicator"):
        if row.ends_on == days[row.indicator.code][1]:
            rows.setdefault(row.indicator.code, {})[row.area_id] = {(row.period, row.ends_on): row}
    return rows


def protected(compared: dict[str, Any]) -> dict[str, Any]:
    """`compared` as members may see it: every number of a page goes through the one door."""
    series = {
        role: [figure and protect(figure, "member") for figure in line] for role, line in compared["series"].items()
    }
    return compared | {"series": series}


def statuses(newest: dict[str, Shown]) -> dict[str, str]:
    """How each figure stands beside England (ok, late or neutral), by code, where that can be judged."""
    return {code: tag.status for code, shown in newest.items() if (tag := sentences.tag(shown))}


def rows_of_figures(
    page: Iterable[Indicator], newest: dict[str, Shown], own: dict[str, Own], council: str
) -> list[dict[str, Any]]:
    """One row a figure: published, or our own count where that is newer. No query.

    `council` is the code to carry along in links, "" for our own.
    """
    return [
        _own_row(own[one.code])
        if is_newer(own.get(one.code), newest.get(one.code))
        else _figure_row(newest[one.code], council)
        for one in page
    ]


def is_newer(own: Own | None, published: Shown | None) -> bool:
    """Whether our own count is of a later day than the published figure of this council."""
    if own is None:
        return False
    if published is None or not published.figure("us"):
        return True
    return own.line["ends_on"][-1] > published.ends_on[-1]


def _own_row(own: Own) -> dict[str, Any]:
    judgement = own.judgement
    return {
        "title": own.title,
        "url": f"/figures/{own.code}/",
        "theme": BY_SLUG[own.theme].title,
        "value": words.upper_first(own.spoken()),
        "second": f", our own count for {own.when}. {own.target_line}".rstrip(),
        "tag": sentences.Tag(judgement.status, judgement.text) if judgement.status else None,
    }


def _figure_row(shown: Shown, council: str) -> dict[str, Any]:
    address = f"/figures/{shown.code}/"
    return {
        "title": shown.title,
        "url": f"{address}?council={council}" if council else address,
        "theme": BY_SLUG[shown.theme].title,
        "value": words.upper_first(shown.spoken("us")) if shown.figure("us") else "Not published for this council",
        "second": _second(shown),
        "tag": sentences.tag(shown),
    }


def _second(shown: Shown) -> str:
    """What stands behind the value: ", year ending March 2023. England: 62%."."""
    beside = f" England: {shown.spoken('england')}." if shown.value("england") is not None else ""
    return f", {shown.newest}.{beside if 'england' in shown.comparable else ''}"


def rows_of_imports(page: Iterable[Import]) -> list[dict[str, str]]:
    """One row an import: what, who, when, what came of it. One query."""
    page = list(page)
    stuck = failed_jobs(page)
    return [_import_row(row, is_stuck=row.public_id in stuck) for row in page]


def failed_jobs(imports: Iterable[Import]) -> set:
    """Public ids of those open imports whose newest job failed or was stopped. One query."""
    waiting = [row.public_id for row in imports if not row.has_ended and row.status != Import.Status.READY]
    newest: dict = {}
    for job in Job.objects.filter(subject_kind="import", subject_id__in=waiting).order_by("pk"):
        newest[job.subject_id] = job
    failed = {Job.Status.FAILED, Job.Status.STOPPED}
    return {public_id for public_id, job in newest.items() if job.status in failed}


def _import_row(row: Import, *, is_stuck: bool) -> dict[str, str]:
    who = row.uploaded_by.name if row.uploaded_by else "from the command line"
    return {
        "title": row.file_name,
        "url": f"/figures/imports/{row.public_id}/",
        "second": f"{row.get_kind_display()}, {day(row.uploaded_at)}, {who}",
        "came": came_of(row),
        "status": "late" if is_stuck else TAGS[Import.Status(row.status)],
        "tag": "Failed" if is_stuck else row.get_status_display(),
    }


def came_of(row: Import) -> str:
    """What came of it, in one line; "" where there is nothing to say yet."""
    counts = row.counts
    if row.status == Import.Status.REFUSED:
        return row.refusal
    if row.status not in (Import.Status.DONE, Import.Status.READY) or "new" not in counts:
        return ""
    thing = "Neighbours" if row.kind == Import.Kind.NEIGHBOURS else "Figures"
    kinds = [("new", "new"), ("changed", "changed"), ("unchanged", "as before")]
    said = words.listed([f"{counts[name]:,} {label}" for name, label in kinds if counts[name]])
    mend = f" {words.upper_first(words.count(row.problem_total, 'thing'))} to mend." if row.problem_total else ""
    return f"{f'{thing}: {said}' if said else 'Nothing that the portal shows'}.{mend}"
