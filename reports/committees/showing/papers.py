"""Papers in words: rows of the list, the page of one, and what its keepers are told beside it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models.functions import Left
from django.urls import reverse
from django.utils import timezone

from corpparent.documents.intake import said_of
from corpparent.words import count, day, moment, size
from members.standing import Standing
from pledges.showing.public import Tag
from reports.committees.facts.opening import Fetched
from reports.committees.facts.paper_search import Excerpt
from reports.committees.models import Access, AgendaItem, Clearance, Paper
from reports.committees.rules.restriction import paragraphs_in_words

FETCH_HEAD = ["What", "Day", "By", "How often"]
NOT_KEPT = "Its file is no longer kept."


@dataclass(frozen=True)
class Row:
    url: str
    title: str
    second: str
    tag: Tag | None
    excerpt: Excerpt | None


class Version(NamedTuple):
    label: str
    url: str
    because: str


def row_of(paper: Paper, excerpt: Excerpt | None) -> Row:
    """For a reader who may see `paper`: its own title."""
    meeting = paper.item.meeting
    second = f"{meeting.body.name}, {day(meeting.meets_on)}. {length_of(paper)}."
    return Row(paper.get_absolute_url(), paper.title, second, tag_of(paper), excerpt)


def tag_of(paper: Paper) -> Tag | None:
    if not paper.is_published:
        return Tag("neutral", "Draft")
    return None if paper.is_open else Tag("exempt", paper.get_access_display())


def length_of(paper: Paper) -> str:
    if paper.is_to_follow:
        return f"To follow by {moment(paper.due_at)}" if paper.due_at else "To follow"
    return f"{count(paper.pages, 'page').capitalize()}, {size(paper.size)}"


def banner_of(paper: Paper) -> str:
    """What the law has written on a paper that is kept from the public (LGA 1972, s100B(5)); "" for open ones."""
    if paper.is_open:
        return ""
    if paper.access == Access.EXEMPT:
        return f"Not for publication: {paragraphs_in_words(paper.paragraphs)} of Schedule 12A"
    return "Not for publication: confidential"


def mark_of(name: str, on: date) -> str:
    """What stands on every page of a copy that is kept from the public."""
    return f"Copy for {name}, {day(on)}, not for publication"


def facts_of(paper: Paper, who: Standing) -> list[dict[str, str]]:
    """Who, when, how long, as lines of label and value."""
    item, lines = paper.item, [("Length", length_of(paper))]
    lines.append(("Item", f"{item.number}. {item.title_for(who)}"))
    if paper.author and who.is_member:
        lines.append(("Answers for it", paper.author.name))
    if paper.contact:
        lines.append(("Contact", paper.contact))
    if paper.published_at:
        lines.append(("Published", moment(paper.published_at)))
    if not paper.is_open:
        lines.append(("Kept back because", paper.interest))
        lines += [("Looked at again by", day(paper.review_on))] if paper.review_on else []
    return [{"label": label, "value": value} for label, value in lines]


def state_of(paper: Paper) -> str:
    """What a reader must know before they read it; "" where there is nothing."""
    if paper.withdrawn_because:
        return f"This paper was withdrawn. {paper.withdrawn_because}"
    if paper.pages and paper.file_id is None:
        return NOT_KEPT
    return ""


def versions_of(papers: list[Paper], here: Paper) -> list[Version]:
    """Every edition that the reader may see but this one, the newest first."""
    return [
        Version(
            f"Version {one.edition}, {moment(one.published_at) if one.published_at else 'not published yet'}",
            one.get_absolute_url(),
            one.replaced_because,
        )
        for one in sorted(papers, key=lambda one: -one.edition)
        if one.pk != here.pk
    ]


def link_to_item(item: AgendaItem) -> dict[str, str]:
    meeting = item.meeting
    return {"url": meeting.get_absolute_url(), "label": f"{meeting.body.name}, {day(meeting.meets_on)}"}


def notes_of(paper: Paper) -> list[str]:
    """Which pages cannot be read out; of open papers only, because of others no text is kept."""
    first_letters = paper.texts.order_by("page").values_list(Left("text", 1), flat=True)
    return said_of(list(first_letters)) if paper.is_open and paper.pages and paper.file_id else []


def clearances_of(paper: Paper) -> list[dict[str, Any]]:
    return [clearance_row(one) for one in paper.clearances.select_related("asked_of")]


def clearance_row(one: Clearance) -> dict[str, Any]:
    said = f"Asked of {one.asked_of.name} on {day(one.asked_at)}."
    if one.cleared_at:
        return {"label": one.get_kind_display(), "said": said, "tag": Tag("ok", f"Cleared on {day(one.cleared_at)}")}
    if one.refused_because:
        said = f"{one.asked_of.name}: {one.refused_because}"
        return {"label": one.get_kind_display(), "said": said, "tag": Tag("late", "Not cleared")}
    return {"label": one.get_kind_display(), "said": said, "tag": Tag("due", "Waiting")}


def review_row(paper: Paper) -> dict[str, Any]:
    """One exempt paper that is to be looked at again."""
    is_late = paper.review_on is not None and paper.review_on < timezone.localdate()
    meeting = paper.item.meeting
    due = day(paper.review_on) if paper.review_on else ""
    return {
        "title": paper.title,
        "url": reverse("committees:paper-review", args=[paper.public_id]),
        "second": f"{meeting.body.name}, {day(meeting.meets_on)}. {banner_of(paper)}.",
        "tag": Tag("late" if is_late else "due", f"Was due {due}" if is_late else f"By {due}"),
    }


def fetch_rows(found: list[Fetched]) -> list[list[str]]:
    return [[one.what, day(one.on), one.who, count(one.times, "time")] for one in found]
