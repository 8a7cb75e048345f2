"""Minutes in words: each entry as a reader may read it, and what was changed since the chair approved the draft."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from django.urls import reverse

from corpparent.words import day
from members.standing import Standing
from pledges.showing.public import Tag
from reports.committees.models import Minute, Minutes

TAGS = {
    Minutes.Status.DRAFT: Tag("neutral", "Draft"),
    Minutes.Status.APPROVED: Tag("due", "Draft, not yet confirmed"),
    Minutes.Status.CONFIRMED: Tag("ok", "Confirmed"),
}


class Piece(NamedTuple):
    """Some words: `how` is "" where they stay, "ins" and "del" where they were put in or taken out."""

    how: str
    words: str


class Change(NamedTuple):
    when: str
    because: str
    pieces: list[Piece]


class Entry(NamedTuple):
    number: int
    title: str
    paragraphs: list[str]
    closed: list[str]
    changes: list[Change]
    url: str
    is_empty: bool


def entry_of(minute: Minute, who: Standing, *, closed: bool) -> Entry:
    """`closed`: the reader also reads what was minuted without the public."""
    item = minute.item
    return Entry(
        item.number,
        item.title_for(who),
        paragraphs(minute.text),
        paragraphs(minute.exempt_text) if closed else [],
        list(changes_of(minute)),
        reverse("committees:minute-update", args=[minute.public_id]),
        not minute.text,
    )


def paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]


def changes_of(minute: Minute) -> Iterator[Change]:
    """Of the words for everybody, the first change first; what was changed of the others is in nobody's sight."""
    rows = sorted(minute.changes.all(), key=lambda row: row.changed_at)
    after = [row.text_before for row in rows[1:]] + [minute.text]
    for row, text in zip(rows, after, strict=False):
        if row.text_before != text:
            yield Change(day(row.changed_at), row.because, pieces(row.text_before, text))


def pieces(before: str, after: str) -> list[Piece]:
    """Word by word."""
    old, new = before.split(), after.split()
    found: list[Piece] = []
    for how, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            found.append(Piece("", " ".join(old[i:j])))
            continue
        found += [Piece("del", " ".join(old[i:j]))] if i < j else []
        found += [Piece("ins", " ".join(new[k:m]))] if k < m else []
    return found


def facts_of(minutes: Minutes) -> list[dict[str, str]]:
    """When it began and ended, who signed and where, as lines of label and value."""
    lines = []
    if minutes.began_at:
        ended = f" to {minutes.ended_at:%H:%M}" if minutes.ended_at else ""
        lines.append(("Met", f"{day(minutes.meeting.meets_on)}, from {minutes.began_at:%H:%M}{ended}"))
    if minutes.approved_at:
        lines.append(("Draft approved by the chair", day(minutes.approved_at)))
    if minutes.confirmed_at_meeting:
        lines.append(("Confirmed at the meeting on", day(minutes.confirmed_at_meeting.meets_on)))
        lines += [("Signed by", minutes.signed_by.name)] if minutes.signed_by else []
    return [{"label": label, "value": value} for label, value in lines]


def empty_ones(entries: Iterable[Entry]) -> list[int]:
    """Numbers of the items of which nothing is written yet."""
    return [entry.number for entry in entries if entry.is_empty]


def tag_of(minutes: Minutes) -> Tag:
    return TAGS[Minutes.Status(minutes.status)]


def shown(minutes: Minutes, entries: Iterable[Minute], who: Standing, *, closed: bool) -> dict[str, Any]:
    """What the page of the minutes says, for a reader."""
    return {
        "tag": tag_of(minutes),
        "facts": facts_of(minutes),
        "entries": [entry_of(one, who, closed=closed) for one in entries],
    }
