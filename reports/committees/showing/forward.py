"""The forward plan by months, and the notices of meetings in private, in words for everybody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from django.urls import reverse
from django.utils.timezone import localdate

from corpparent.words import day
from pledges.showing.actions import Fact
from pledges.showing.public import Tag
from reports.committees.models import ForwardPlanEntry, PrivateNotice
from reports.committees.rules.forward import NoticeDays

URGENT, GENERAL = "Special urgency", "General exception"


@dataclass(frozen=True)
class Row:
    matter: str
    facts: list[Fact]
    tags: list[Tag]
    withdrawn: str
    change_url: str
    withdraw_url: str


class Month(NamedTuple):
    name: str
    rows: list[Row]


class Notice(NamedTuple):
    title: str
    facts: list[Fact]


def months_of(entries: Iterable[ForwardPlanEntry], days: NoticeDays) -> list[Month]:
    """Entries in order of their days, under the month in which each is decided."""
    grouped = groupby(entries, key=lambda entry: f"{entry.decide_on:%B %Y}")
    return [Month(name, [row_of(entry, days) for entry in group]) for name, group in grouped]


def row_of(entry: ForwardPlanEntry, days: NoticeDays) -> Row:
    facts = [
        Fact("Decided by", entry.body.name),
        Fact("On", day(entry.decide_on)),
        Fact("About", entry.about),
        Fact("Documents", entry.documents),
        Fact("Contact", entry.contact),
        Fact("Part of it is in private", entry.private_because),
        Fact("Why 28 clear days were not given", entry.short_because),
        Fact("Notice given to, or agreed by", entry.agreed_by),
        Fact("Published", day(entry.published_at)),
    ]
    return Row(
        entry.matter,
        [fact for fact in facts if fact.value],
        tags_of(entry, days),
        entry.withdrawn_because,
        reverse("committees:forward-update", args=[entry.public_id]),
        reverse("committees:forward-withdraw", args=[entry.public_id]),
    )


def tags_of(entry: ForwardPlanEntry, days: NoticeDays) -> list[Tag]:
    if entry.withdrawn_because:
        return [Tag("neutral", "Withdrawn")]
    tags = [Tag("info", "Key decision")] if entry.is_key else []
    if entry.short_because:
        tags.append(Tag("due", GENERAL if days.second_by(entry.decide_on) >= localdate(entry.published_at) else URGENT))
    return tags


def notices_of(notices: Iterable[PrivateNotice]) -> list[Notice]:
    return [Notice(notice.get_step_display(), facts_of_notice(notice)) for notice in notices]


def facts_of_notice(notice: PrivateNotice) -> list[Fact]:
    facts = [
        Fact("Published", day(notice.published_at)),
        Fact("Last lawful day", day(notice.publish_by)),
        Fact("Why it is in private", notice.reasons),
        Fact("Representations received", notice.representations),
        Fact("The council’s answer", notice.response),
        Fact("Why the time could not be given", notice.short_because),
        Fact("Less time was agreed by", notice.agreed_by),
    ]
    return [fact for fact in facts if fact.value]


def clock_of(step: str, last: date, today: date) -> str:
    """What the law asks of the next notice, in a sentence."""
    name = "28" if step == PrivateNotice.Step.FIRST else "five"
    if today > last:
        return f"Its {name} clear days began after {day(last)}: say why it is late and who agreed to less time."
    return f"Its {name} clear days are given if it is published by {day(last)}."
