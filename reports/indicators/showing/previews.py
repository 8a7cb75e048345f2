"""What the page of an import shows at each stage: what it is, what it would change, what is to be mended."""

from typing import Any

from django.urls import reverse

from corpparent import progress
from corpparent.models import Job
from corpparent.periods import NotAPeriod, Period
from corpparent.rules import why_not
from corpparent.words import moment, size
from members.standing import Standing
from reports.indicators import rules
from reports.indicators.files.problems import LEFT_OUT
from reports.indicators.models import Import, Indicator
from reports.indicators.showing import returns, words

Status = Import.Status
FAILED = {Job.Status.FAILED, Job.Status.STOPPED}
MOST = 50  # problems on the page; the list to download has those that are kept
LOSSES = {
    LEFT_OUT: "Row left out",
    "This neighbour was left out.": "Neighbour left out",
    "None of them was taken.": "None taken",
    "They were left out.": "Left out",
}


def stage_of(file: Import, job: Job | None) -> str:
    """moving, failed, ready, done, dropped or refused."""
    if file.has_ended or file.status == Status.READY:
        return str(file.status)
    return "failed" if job is None or job.status in FAILED else "moving"


def progress_of(job: Job, file: Import) -> dict[str, Any]:
    """Arguments of components/progress.html."""
    is_reading = job.kind == "read-import"
    return progress.progress_of(
        job,
        label="Reading the file" if is_reading else "Taking in the file",
        url=file.get_absolute_url(),
        progress_url=reverse("indicators:import-progress", args=[file.public_id]),
        next_label="See what the file holds" if is_reading else "See what was taken in",
    )


def of(file: Import, who: Standing) -> dict[str, Any]:
    """What the page shows once nothing moves. One query."""
    return {
        "about": about(file),
        "of_return": returns.of(file) if file.kind == Import.Kind.RETURN else None,
        "record": record(file),
        "boxes": boxes(file),
        "holds": holds(file),
        "unknown": unknown(file),
        "verb": verb(file),
        "done": done(file),
        "problems": problems(file),
        "problems_heading": words.upper_first(f"{words.count(file.problem_total, 'thing')} to mend"),
        "cut": cut(file),
        "why_not_confirm": why_not(rules.check_can_confirm, who, file),
        "why_not_drop": why_not(rules.check_can_drop, who, file),
    }


def about(file: Import) -> str:
    """One sentence: what the file is."""
    return f"{file.get_kind_display()}: {file.file_name}, {size(file.size)}."


def record(file: Import) -> list[dict[str, str]]:
    """Rows of components/facts.html: who brought it, when it ended, its fingerprint."""
    who = file.uploaded_by.name if file.uploaded_by else "From the command line"
    said = [("Brought by", who), ("Uploaded", moment(file.uploaded_at))]
    if file.ended_at:
        said.append((file.get_status_display(), moment(file.ended_at)))
    return [{"label": label, "value": value} for label, value in [*said, ("sha256", file.sha256)]]


def boxes(file: Import) -> list[dict[str, str]]:
    """The counts that matter, in the order in which people ask."""
    labels = {
        "rows": "Rows read",
        "left_out": "Rows left out",
        "councils": "Councils",
        "new": "New neighbours" if file.kind == Import.Kind.NEIGHBOURS else "New figures",
        "changed": "Changed figures",
        "unchanged": "As before",
    }
    counts = file.counts
    return [
        {"label": label, "value": f"{counts[name]:,}"}
        for name, label in labels.items()
        if name in counts and not (name in ("changed", "unchanged") and not counts[name])
    ]


def holds(file: Import) -> dict[str, Any] | None:
    """Years and titles of a file of figures; None for another. One query."""
    codes = file.counts.get("indicators")
    if not codes:
        return None
    titles = list(Indicator.objects.current().filter(code__in=codes).values_list("title", flat=True))
    return {"years": years(file.counts["periods"]), "titles": titles}


def years(periods: list[str]) -> str:
    """ "the years ending March 2021 to 2023", "July to September 2025 and October 2025"; school years as they are."""
    if not all(len(period) == 7 and "-" in period for period in periods):
        return words.listed([label(period) for period in periods])
    ends = [words.year_label(period) for period in periods]
    if len(ends) == 1:
        return f"the year ending March {ends[0]}"
    follow = [str(year) for year in range(int(ends[0]), int(ends[-1]) + 1)] == ends
    return f"the years ending March {f'{ends[0]} to {ends[-1]}' if follow else words.listed(ends)}"


def label(period: str) -> str:
    try:
        return Period.parse(period).label
    except NotAPeriod:
        return period


def unknown(file: Import) -> str:
    """Why sound rows are among those left out; "" where there are none."""
    rows = file.counts.get("unknown", 0)
    if not rows:
        return ""
    said = words.upper_first(words.count(rows, "row left out is", "rows left out are"))
    return f"{said} sound, but about figures that the portal does not show. There is nothing to mend in them."


def verb(file: Import) -> str:
    """What the main button says; "" where the file would change nothing."""
    changes = file.counts.get("new", 0) + file.counts.get("changed", 0)
    if not changes:
        return ""
    if file.kind == Import.Kind.NEIGHBOURS:
        return f"Take in the neighbours of {words.count(file.counts['councils'], 'council')}"
    return f"Take in {words.count(changes, 'figure')}"


def done(file: Import) -> str:
    """Heading of the result: "8,258 figures were taken in"."""
    changes = file.counts.get("new", 0) + file.counts.get("changed", 0)
    if not changes:
        return "Nothing in this file was new"
    if file.kind == Import.Kind.NEIGHBOURS:
        return f"The neighbours of {words.count(file.counts['councils'], 'council')} were taken in"
    return words.upper_first(f"{words.count(changes, 'figure')} {'was' if changes == 1 else 'were'} taken in")


def problems(file: Import) -> list[dict[str, str]]:
    """The first things to mend, as components/problems.html shows them."""
    return [
        {
            "row": f"{one['row']:,}" if one["row"] else "–",
            "column": one["column"] or "–",
            "what": one["reason"],
            "did": LOSSES.get(one["did"]) or words.upper_first(one["did"].removeprefix("It was ").rstrip(".")),
            "status": "late" if one["did"] in LOSSES else "neutral",
        }
        for one in file.problems[:MOST]
    ]


def cut(file: Import) -> str:
    """What the table on the page leaves out; "" where it shows all."""
    if file.problem_total <= MOST:
        return ""
    kept = len(file.problems)
    more = f" The list to download has the first {kept:,}." if kept < file.problem_total else ""
    return f"The first {MOST} of {file.problem_total:,} are shown.{more}"
