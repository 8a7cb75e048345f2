"""The first pages of an agenda pack: what it is, and where each paper begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string

from corpparent import paper
from corpparent.binding import Placed, part_link
from corpparent.words import day, moment
from members.models import Council
from reports.committees.facts.publishing import Entry
from reports.committees.models import AgendaPack, Paper, Publication
from reports.committees.models.access import PARAGRAPHS


@dataclass(frozen=True)
class Line:
    """A paper on the front: where it begins, and the link to it, "" where the link would lead nowhere."""

    title: str
    page: int
    link: str


def front(publication: Publication, audience: str, entries: Sequence[Entry], places: Sequence[Placed], at) -> bytes:
    """Tagged PDF. `places` are those of the papers of `entries`, in their order."""
    waiting = iter(places)
    return drawn(publication, audience, [entry_shown(entry, waiting) for entry in entries])


def front_again(publication: Publication, audience: str, rows: Sequence[dict[str, Any]], places=()) -> bytes:
    """The front of a pack that was published, from its contents; without `places` it names pages and links nowhere."""
    waiting, entries = iter(places), []
    for row in rows:
        if "paper" not in row:
            entries.append({"number": row["number"], "title": row["title"], "papers": [], **row.get("says", {})})
        else:
            place = next(waiting, None)
            link = part_link(place.number) if place else ""
            entries[-1]["papers"].append(Line(row["title"], row["page"], link))
    return drawn(publication, audience, entries)


def drawn(publication: Publication, audience: str, entries: list[dict[str, Any]]) -> bytes:
    council, meeting = Council.current(), publication.meeting
    context = {
        "council": council.name,
        "pine": council.pine,
        "is_invented": council.is_invented,
        "publication": publication,
        "meeting": meeting,
        "body": meeting.body.name,
        "day": f"{meeting.meets_on:%A} {day(meeting.meets_on)}",
        "is_exempt": audience == AgendaPack.Audience.EXEMPT,
        "entries": entries,
        "asked_at": moment(publication.asked_at),
        "created": f"{publication.asked_at:%Y-%m-%dT%H:%M:%SZ}",
    }
    return paper.pdf(render_to_string("committees/pack/paper.html", context), assets=[paper.FONTS]).content


def entry_shown(entry: Entry, places) -> dict[str, Any]:
    papers = [line_of(one, next(places, None)) for one in entry.papers]
    return {"number": entry.item.number, "title": entry.title, "papers": papers, **said_of(entry)}


def said_of(entry: Entry) -> dict[str, Any]:
    """What the front says of an item beside its title and papers. It is kept in the contents of the pack."""
    return {
        "purpose": entry.item.get_purpose_display(),
        "note": entry.item.note if entry.is_shown else "",
        "to_follow": [to_follow(one) for one in entry.to_follow],
        "kept_back": reasons_of(entry),
    }


def to_follow(one: Paper) -> str:
    """Only with a due time (R21)."""
    return f"{one.title}: to follow by {moment(one.due_at)}" if one.due_at else one.title


def line_of(one: Paper, place: Placed | None) -> Line:
    return Line(one.title, place.page if place else 0, part_link(place.number) if place else "")


def reasons_of(entry: Entry) -> list[str]:
    """What the public reads in place of what it may not see."""
    rows = [(one.public_title, one.access, one.paragraphs) for one in entry.kept_back if not one.is_open]
    if not entry.is_shown:
        rows = rows or [(entry.item.public_title, entry.item.access, entry.item.paragraphs)]
    return [reason(*row) for row in rows]


def reason(title: str, access: str, paragraphs: list[int]) -> str:
    if access == "confidential":
        return f"{title}: confidential, not for publication"
    named = "; ".join(f"{number}, {PARAGRAPHS[number].lower()}" for number in paragraphs)
    return f"{title}: exempt under Schedule 12A, paragraph {named}"
