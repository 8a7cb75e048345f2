"""The minutes of an earlier meeting, to be confirmed: in open papers what everybody may read, in others all of it."""

from datetime import datetime

from django.db.models import QuerySet

from corpparent.words import day
from members.standing import Standing
from reports.committees.facts.minutes import entries_of
from reports.committees.models import AgendaItem, Minute, Minutes, Paper
from reports.committees.showing.minutes import facts_of
from reports.committees.sources import NothingToShow, Source
from reports.committees.written import Table, Written

MOST = 3  # meetings
HEAD = ["Item", "What the minutes say"]
NOT_THERE = "These minutes are not there, or the chair has not approved them yet."
PRIVATE = "This meeting was not open to the public. Make the paper exempt or confidential, or leave it out."


def choices(item: AgendaItem, who: Standing) -> list[tuple[str, str]]:
    found = approved().filter(meeting__body=item.meeting.body_id, meeting__meets_on__lt=item.meeting.meets_on)
    return [(str(one.public_id), f"Minutes of {day(one.meeting.meets_on)}") for one in found[:MOST]]


def make(chosen: str, item: AgendaItem, is_public: bool, at: datetime) -> Written:
    minutes = approved().filter(meeting__body=item.meeting.body_id, public_id=chosen).first()
    if minutes is None:
        raise NothingToShow(NOT_THERE)
    if is_public and not minutes.meeting.is_public:
        raise NothingToShow(PRIVATE)
    rows = [row_of(one, is_public) for one in entries_of(minutes)]
    return Written(
        title=f"Minutes: {minutes.meeting}",
        sentences=[f"{line['label']}: {line['value']}." for line in facts_of(minutes)],
        tables=[Table("Minutes", HEAD, rows)],
        notes=["They are a draft until the meeting confirms them."] * (minutes.status == Minutes.Status.APPROVED),
    )


def approved() -> QuerySet[Minutes]:
    found = Minutes.objects.exclude(status=Minutes.Status.DRAFT).order_by("-meeting__meets_on")
    return found.select_related("meeting__body", "signed_by", "confirmed_at_meeting")


def row_of(minute: Minute, is_public: bool) -> list[str]:
    item = minute.item
    if is_public:
        return [f"{item.number}. {item.shown_title}", minute.text]
    return [f"{item.number}. {item.title}", "\n".join(filter(None, (minute.text, minute.exempt_text)))]


SOURCE = Source(Paper.Origin.MINUTES, "Minutes to be confirmed", choices, make)
