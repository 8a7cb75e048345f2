"""Decisions in words: rows of the lists, the page of one as the record that the law asks for, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse

from corpparent.words import day
from members.standing import Standing
from pledges.showing.actions import Fact
from pledges.showing.public import Tag
from reports.committees.models import Access, AgendaItem, Decision
from reports.committees.rules.restriction import paragraphs_in_words

STATES = {"open": "due", "to-check": "info", "done": "ok", "dropped": "neutral"}


@dataclass(frozen=True)
class Row:
    """One decision of a list; `url` is "" for who may not read it."""

    title: str
    url: str
    second: str
    tags: list[Tag]


class ItemRow(NamedTuple):
    """An item of a meeting with its decisions, for those who write them down."""

    number: int
    title: str
    rows: list[Row]
    add_url: str


def row_of(decision: Decision, *, is_seen: bool) -> Row:
    """What is kept from the reader stands by its public title, with nothing else of it."""
    where = where_of(decision)
    if not is_seen:
        return Row(decision.shown_title, "", where, [Tag("exempt", decision.get_access_display())])
    url = reverse("committees:decision-detail", args=[decision.public_id])
    return Row(decision.title, url, where, tags_of(decision))


def where_of(decision: Decision) -> str:
    meeting = decision.item.meeting
    return f"{decision.get_kind_display()}. {meeting.body.name}, {day(meeting.meets_on)}, item {decision.item.number}"


def tags_of(decision: Decision) -> list[Tag]:
    tags = [] if decision.published_at else [Tag("neutral", "Draft")]
    if not decision.is_open:
        tags.append(Tag("exempt", decision.get_access_display()))
    if decision.is_key:
        tags.append(Tag("info", "Key decision"))
    if decision.action:
        tags.append(Tag(STATES[decision.action.status], decision.action.get_status_display()))
    return tags


def items_of(items: Iterable[AgendaItem]) -> list[ItemRow]:
    rows = []
    for item in items:
        decisions = list(item.decisions.all())
        for decision in decisions:
            decision.item = item
        add_url = reverse("committees:decision-create", args=[item.public_id])
        rows.append(ItemRow(item.number, item.title, [row_of(one, is_seen=True) for one in decisions], add_url))
    return rows


def facts_of(decision: Decision, who: Standing) -> list[Fact]:
    """The record, for a reader who may see the decision. The title of its item only as the reader may see that."""
    item, meeting = decision.item, decision.item.meeting
    facts = [
        Fact("Decided by", meeting.body.name),
        Fact("Meeting", day(meeting.meets_on)),
        Fact("Item", f"{item.number}. {item.title_for(who)}"),
        Fact("What the meeting did", decision.get_kind_display()),
        Fact("Recommended to", decision.recommended_to),
        Fact("Votes", decision.votes),
        Fact("Key decision", "Yes" if decision.is_key else ""),
        Fact("Reasons", decision.reasons),
        Fact("Alternatives considered and rejected", decision.alternatives),
        Fact("Conflicts of interest declared", decision.conflicts),
        Fact("Dispensations", decision.dispensations),
        Fact("Why it is kept from the public", why_kept(decision)),
        Fact("Published", day(decision.published_at) if decision.published_at else ""),
    ]
    return [fact for fact in facts if fact.value]


def why_kept(decision: Decision) -> str:
    if decision.is_open:
        return ""
    if decision.access == Access.CONFIDENTIAL:
        return f"Confidential: {decision.interest}"
    until = f" Looked at again by {day(decision.review_on)}." if decision.review_on else ""
    return f"Exempt under {paragraphs_in_words(decision.paragraphs)} of Schedule 12A. {decision.interest}{until}"


def answer_of(decision: Decision) -> str:
    """What came of it, in a sentence for whoever may read the decision."""
    if action := decision.action:
        return f"It became an action: {action.get_status_display().lower()}, due {day(action.due_on)}."
    if decision.no_action_because:
        return f"Nothing needs to be done: {decision.no_action_because}"
    if decision.published_at and decision.kind != Decision.Kind.NOTED:
        return "There is no answer to it yet: neither an action nor a reason why none is needed."
    return ""
