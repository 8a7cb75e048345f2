"""What will go out, and packs with the pages on which their papers begin."""

from typing import Any

from django.urls import reverse

from corpparent import progress
from corpparent.binding.contents import TITLE
from corpparent.models import Job
from corpparent.words import count, day, moment, size
from reports.committees.facts.packs import closed_in
from reports.committees.facts.publishing import Entry
from reports.committees.models import AgendaPack, Publication
from reports.committees.showing.fronts import reasons_of, to_follow


def rows_of(public: list[Entry], exempt: list[Entry]) -> list[dict[str, Any]]:
    """Item by item: what the public gets, what members get beside it, and what the public reads instead."""
    everybody = {one.item.pk: one for one in public}
    return [
        {
            "number": one.item.number,
            "title": one.title,
            "papers": [(paper.title, paper.get_access_display()) for paper in one.papers],
            "to_follow": [to_follow(paper) for paper in one.to_follow],
            "instead": reasons_of(everybody[one.item.pk]) if one.item.pk in everybody else [],
        }
        for one in exempt
    ]


def progress_of(job: Job, publication: Publication) -> dict[str, Any]:
    """Arguments of components/progress.html."""
    address = reverse("committees:publication-detail", args=[publication.public_id])
    fragment = reverse("committees:publication-progress", args=[publication.public_id])
    return progress.progress_of(
        job, label="Binding the papers", url=address, progress_url=fragment, next_label="See what was published"
    )


def failed(job: Job | None, publication: Publication) -> str:
    """Why it is not published and nothing makes it; "" while something does, and once it is."""
    if publication.published_at or (job and job.is_open):
        return ""
    return (job.message if job else "") or "It was asked for, and nothing makes it now."


def stands_on(pack: AgendaPack, page: int, closed: dict[str, str]) -> str:
    """The title of the paper on `page` of a pack, as its reader may know it."""
    for row in pack.contents:
        if "paper" in row and row["page"] <= page < row["page"] + row["pages"]:
            return closed.get(row["paper"], row["title"])
    return TITLE


def pack_shown(pack: AgendaPack, page: str) -> dict[str, Any]:
    publication = pack.publication
    pdf = reverse("committees:agenda-pack-pdf", args=[pack.public_id])
    closed = closed_in(pack)
    is_gone = pack.file_id is None or bool(closed)
    last = pack.first_page + pack.pages - 1
    wanted = int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 0
    is_here = pack.first_page <= wanted <= last
    return {
        "pack": pack,
        "meeting": publication.meeting,
        "pdf": "" if is_gone else pdf,
        "rows": [
            row
            | {
                "title": closed.get(str(row.get("paper")), row["title"]),
                "link": f"{pdf}#page={row['page'] - pack.first_page + 1}" if "page" in row and not is_gone else "",
            }
            for row in pack.contents
        ],
        "jump": f"{pdf}#page={wanted - pack.first_page + 1}" if is_here and not is_gone else "",
        "jump_to": wanted or "",
        "stands_there": stands_on(pack, wanted, closed) if is_here else "",
        "no_such_page": bool(page) and not is_here,
        "span": f"{pack.first_page} to {last}",
        "facts": [
            {"label": "Published", "value": moment(pack.built_at)},
            {"label": "Length", "value": f"{count(pack.pages, 'page').capitalize()}, {size(pack.size)}"},
            {"label": "What proves it", "value": f"sha256 {pack.sha256}"},
        ],
        "day": day(publication.meeting.meets_on),
        "because": publication.because,
    }
