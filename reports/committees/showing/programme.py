"""A work programme in words: what is missing first, then the year by quarters. Titles as anybody may read them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.urls import reverse

from corpparent.periods import quarter_around
from corpparent.words import day
from pledges.showing.public import Tag
from reports.committees.models import Meeting, WorkProgrammeItem
from reports.committees.rules.programme import state_of

HEAD = ["Expected by", "What", "How it stands", "Meeting", "Why not"]
TAGS = {
    "done": Tag("ok", "Done"),
    "agenda": Tag("ok", "On the agenda"),
    "planned": Tag("neutral", "Planned"),
    "late": Tag("due", "Planned later than expected"),
    "missing": Tag("late", "Not planned"),
    "dropped": Tag("neutral", "Not expected any more"),
}


class Row(NamedTuple):
    title: str
    second: str
    tag: Tag
    state: str
    links: list[tuple[str, str]]
    put: str
    take_up: str
    version: int


def meeting_of(one: WorkProgrammeItem, *, is_member: bool) -> Meeting | None:
    """Where it is dealt with, as far as a reader may know: the public does not learn of meetings in private."""
    meeting = one.item.meeting if one.item else one.meeting
    return meeting if meeting and (is_member or meeting.is_public) else None


def row_of(one: WorkProgrammeItem, today: date, *, keeps: bool, is_member: bool) -> Row:
    state, meeting = state_of(one, today), meeting_of(one, is_member=is_member)
    where = f"Meeting on {day(meeting.meets_on)}." if meeting and state != "missing" else ""
    why = f"Because: {one.dropped_because}" if one.dropped_because else ""
    second = " ".join(filter(None, (f"Expected by {day(one.expected_by)}.", where, why)))
    is_open = keeps and state in ("missing", "planned", "late")
    links = [
        ("programme-item-plan", "Plan it for a meeting"),
        ("programme-item-update", "Change it"),
        ("programme-item-drop", "It is not expected any more"),
    ]
    return Row(
        title=one.item.shown_title if one.item else one.title,
        second=second,
        tag=TAGS[state],
        state=state,
        links=[(url(name, one), words) for name, words in links] if is_open else [],
        put=url("programme-item-put", one) if keeps and state in ("planned", "late") else "",
        take_up=url("programme-item-resume", one) if keeps and state == "dropped" else "",
        version=one.version,
    )


def url(name: str, one: WorkProgrammeItem) -> str:
    return reverse(f"committees:{name}", args=[one.public_id])


def quarters_of(found: Iterable[WorkProgrammeItem], rows: Iterable[Row]) -> list[dict[str, object]]:
    """[{label, rows}] of those quarters in which something is expected."""
    by_quarter: dict[str, list[Row]] = {}
    for one, row in zip(found, rows, strict=True):
        by_quarter.setdefault(quarter_around(one.expected_by).label, []).append(row)
    return [{"label": label, "rows": group} for label, group in by_quarter.items()]


def table_of(found: Iterable[WorkProgrammeItem], today: date, *, is_member: bool) -> list[list[object]]:
    """For a file; the title of what is on an agenda as anybody may read it."""
    rows: list[list[object]] = []
    for one in found:
        meeting = meeting_of(one, is_member=is_member)
        title = one.item.shown_title if one.item else one.title
        state = TAGS[state_of(one, today)].text
        rows.append([one.expected_by, title, state, meeting.meets_on if meeting else "", one.dropped_because])
    return rows
