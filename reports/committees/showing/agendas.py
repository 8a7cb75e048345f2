"""The officer's page of an agenda, in words and tags. Only for those who prepare it: exempt titles stand here."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.urls import reverse

from corpparent.words import count, day, in_words, moment
from members.models import Body
from pledges.showing.public import Tag
from reports.committees.facts.last_days import Days
from reports.committees.facts.preparing import Missing
from reports.committees.models import Access, AgendaItem, Clearance, CommitteeSettings, ItemKind, Meeting, Paper
from reports.committees.rules.clearances import wanted
from reports.committees.rules.clock import clear_days_between, days_left
from reports.committees.rules.restriction import paragraphs_in_words
from reports.committees.showing.clock import countdown, publish_by_in_words

LAWS = {
    Body.Regime.COMMITTEE: "Committee of the council: Local Government Act 1972, section 100B",
    Body.Regime.SCRUTINY: "Scrutiny: Local Government Act 1972, section 100B",
    Body.Regime.EXECUTIVE: "Executive: 2012 Regulations, regulation 7",
    Body.Regime.INFORMAL: "No law says when: it is this council’s own rule",
}


class PaperRow(NamedTuple):
    title: str
    url: str
    second: str
    tags: list[Tag]
    why: str
    is_kept: bool


class ItemRow(NamedTuple):
    number: int
    title: str
    second: str
    note: str
    tags: list[Tag]
    why: str
    papers: list[PaperRow]
    links: list[dict[str, str]]


class Clock(NamedTuple):
    heading: str
    said: str
    law: str
    tone: str


def rows_of(items: Iterable[AgendaItem], settings: CommitteeSettings, *, is_open: bool) -> list[ItemRow]:
    """`is_open`: the meeting is to come, so that its agenda can be worked on."""
    return [row_of(item, settings, is_open=is_open) for item in items]


def row_of(item: AgendaItem, settings: CommitteeSettings, *, is_open: bool) -> ItemRow:
    papers: list[Paper] = item.shown_papers  # type: ignore[attr-defined]
    kind, purpose = str(item.get_kind_display()), str(item.get_purpose_display())
    second = [purpose] if kind == item.title else [kind, purpose.lower()]
    second.append(item.presenter)
    if not item.is_open:
        second.append(f"the public reads “{item.public_title}”")
    return ItemRow(
        item.number,
        item.title,
        ", ".join(filter(None, second)),
        item.note,
        tags_of(item, papers),
        why_kept(item),
        [paper_row(paper, settings) for paper in papers],
        links_of(item, has_papers=bool(papers)) if is_open and not item.is_withdrawn else [],
    )


def tags_of(item: AgendaItem, papers: list[Paper]) -> list[Tag]:
    if item.is_withdrawn:
        return [Tag("late", f"Withdrawn: {item.withdrawn_because}")]
    found = [Tag("ok", "Published")] if item.published_at else []
    if not item.is_open:
        found.append(Tag("exempt", marked(item.access, item.paragraphs)))
    if item.kind == ItemKind.VOICE:
        found.append(Tag("voice", "Voice"))
    if item.urgent_because:
        found.append(Tag("due", f"Urgent: {item.urgent_because}"))
    if not papers and item.kind == ItemKind.REPORT and not item.published_at:
        found.append(Tag("late", "No report yet"))
    return found


def marked(access: str, paragraphs: list[int]) -> str:
    """“Exempt: paragraphs 1 and 2”, or “Confidential”."""
    return f"Exempt: {paragraphs_in_words(paragraphs)}" if access == Access.EXEMPT else "Confidential"


def why_kept(row: AgendaItem | Paper) -> str:
    if row.is_open:
        return ""
    return f"{row.interest} Looked at again by {day(row.review_on)}." if row.review_on else row.interest


def links_of(item: AgendaItem, *, has_papers: bool) -> list[dict[str, str]]:
    """What can be done to it, each on a page of its own; `of` completes the words for those who hear the page."""
    verbs = [("Add a paper", "committees:paper-create")]
    if item.published_at:
        verbs.append(("Withdraw", "committees:agenda-item-withdraw"))
    else:
        verbs.append(("Change", "committees:agenda-item-update"))
        verbs += [("Move", "committees:agenda-item-move")] * (item.meeting.published_at is None)
        verbs += [("Remove", "committees:agenda-item-remove")] * (not has_papers)
    of = f"item {item.number}"
    return [{"label": label, "url": reverse(name, args=[item.public_id]), "of": of} for label, name in verbs]


def paper_row(paper: Paper, settings: CommitteeSettings) -> PaperRow:
    return PaperRow(
        paper.title,
        reverse("committees:paper-detail", args=[paper.public_id]),
        f"{paper.get_origin_display()}, {count(paper.pages, 'page')}" if paper.pages else to_follow(paper),
        paper_tags(paper, settings),
        why_kept(paper),
        not paper.is_open,
    )


def to_follow(paper: Paper) -> str:
    return f"To follow by {moment(paper.due_at)}" if paper.due_at else "To follow, and nobody said when"


def paper_tags(paper: Paper, settings: CommitteeSettings) -> list[Tag]:
    found = [] if paper.is_open else [Tag("exempt", marked(paper.access, paper.paragraphs))]
    if paper.is_published:
        return [*found, Tag("ok", "Published")]
    if paper.is_to_follow:
        return [*found, Tag("due", "To follow")]
    return [*found, Tag("neutral", "Draft"), cleared(paper, settings)]


def cleared(paper: Paper, settings: CommitteeSettings) -> Tag:
    """How many of the clearances it needs are given."""
    needed, given = wanted(paper, settings), {one.kind: one for one in paper.clearances.all()}
    refused = [one for one in given.values() if one.refused_because]
    if refused:
        return Tag("late", f"Not cleared: {Clearance.Kind(refused[0].kind).label.lower()}")
    number = sum(kind in given and given[kind].cleared_at is not None for kind in needed)
    if number == len(needed):
        return Tag("ok", "Cleared")
    return Tag("due", f"Cleared {in_words(number)} of {in_words(len(needed))}" if number else "Not cleared yet")


def clock_of(meeting: Meeting, days: Days, today: date) -> Clock:
    """The legal clock in a sentence, and how the days were counted."""
    last, law = days.last_for(meeting), LAWS[Body.Regime(meeting.body.regime)]
    clear = clear_days_between(last, meeting.meets_on, days.closed)
    said = f"The meeting is on {meeting.meets_on:%A %-d %B}; {clear_in_words(clear)} between."
    if meeting.published_at:
        return Clock(
            f"Published on {day(meeting.published_at)}", f"It had to be out by {last:%A %-d %B}. {said}", law, "ok"
        )
    if days_left(today, last, days.closed) < 0:
        late = f"It is late: what the law wants is asked when you publish. {said}"
        return Clock(f"It had to be published by {last:%A %-d %B}", late, law, "late")
    return Clock(publish_by_in_words(last), f"{countdown(last, days, today)} {said}", law, "due")


def clear_in_words(number: int) -> str:
    return f"{count(number, 'clear working day')} {'lies' if number == 1 else 'lie'}"


def listed(missing: Iterable[Missing]) -> tuple[list[Missing], list[Missing]]:
    """What stands in the way, and what does not."""
    found = list(missing)
    return [one for one in found if not one.is_warning], [one for one in found if one.is_warning]


def summed(meeting: Meeting, items: list[AgendaItem]) -> str:
    """“Corporate Parenting Committee, 6 pm, Council Chamber. Five items, 37 pages so far.”"""
    pages = sum(paper.pages for item in items for paper in item.shown_papers)  # type: ignore[attr-defined]
    numbers = f"{count(len(items), 'item').capitalize()}, {count(pages, 'page')} so far."
    return f"{meeting.body}, {meeting.begins_at:%H:%M}, {meeting.place}. {numbers}"
