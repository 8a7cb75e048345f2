"""A member's reading for a meeting: papers in order with their marks, and notes."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from corpparent.words import count, day, in_words
from members.standing import Standing
from reports.committees.models import AgendaPack, Note, Paper
from reports.committees.showing.agendas import marked


def rows_of(papers: Iterable[Paper], read: set[int], pack: AgendaPack | None, who: Standing) -> list[dict[str, Any]]:
    """One row a paper: `anchor`, `title`, `url`, `second`, `mark` (of its button), `ask` (of its item), `is_read`,
    `exempt` (words); `is_there` is False while it is to follow.
    """
    pages = {line.get("paper"): line.get("page") for line in pack.contents} if pack else {}
    return [row_of(paper, paper.pk in read, pages.get(str(paper.public_id)), who) for paper in papers]


def row_of(paper: Paper, is_read: bool, pack_page: int | None, who: Standing) -> dict[str, Any]:
    size = count(paper.pages, "page") if paper.pages else "to follow"
    place = f"pack page {pack_page}" if pack_page else ""
    item = f"Item {paper.item.number}, {paper.item.title_for(who)}"
    return {
        "anchor": str(paper.public_id),
        "title": paper.title,
        "url": reverse("committees:paper-detail", args=[paper.public_id]),
        "second": ": ".join([item, ", ".join(filter(None, [size, place]))]),
        "mark": reverse("committees:paper-mark", args=[paper.public_id]),
        "is_read": is_read,
        "ask": reverse("committees:question-create", args=[paper.item.public_id]),
        "is_there": not paper.is_to_follow,
        "exempt": "" if paper.is_open else marked(paper.access, paper.paragraphs),
    }


def summed(rows: list[dict[str, Any]]) -> str:
    """“Two papers of five still to read.” What is to follow is not counted."""
    rows = [row for row in rows if row["is_there"]]
    if not rows:
        return ""
    unread = sum(not row["is_read"] for row in rows)
    if not unread:
        return f"You have read all {count(len(rows), 'paper')}." if len(rows) > 1 else "You have read the one paper."
    return f"{count(unread, 'paper').capitalize()} of {in_words(len(rows))} still to read."


def notes_shown(notes: Iterable[Note]) -> list[dict[str, str]]:
    """One a note: `page`, `text`, `when`, `change`, `remove` (addresses)."""
    return [
        {
            "page": str(note.page),
            "text": note.text,
            "when": day(note.at),
            "change": reverse("committees:note-update", args=[note.public_id]),
            "remove": reverse("committees:note-remove", args=[note.public_id]),
        }
        for note in notes
    ]
