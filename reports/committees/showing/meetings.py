"""Meetings in words: rows of lists, the page of one, and of the body that meets."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.urls import reverse

from corpparent.words import count, day, moment, size
from members.facts.bodies import is_over, places_of, what_the_law_asks
from members.models import Appointment, Body
from members.standing import Standing
from pledges.showing.public import Tag
from reports.committees.models import AgendaItem, AgendaPack, Decision, Meeting, Minutes, Paper
from reports.committees.showing.papers import length_of

Status = Meeting.Status
TAGS = {
    Status.PLANNED: ("neutral", "Planned"),
    Status.PUBLISHED: ("ok", "Agenda published"),
    Status.HELD: ("neutral", "Held"),
    Status.CANCELLED: ("late", "Cancelled"),
    Status.CONFIRMED: ("ok", "Minutes confirmed"),
}
COLUMNS = ("meets_on", "begins_at", "place", "status", "is_public", "body__slug", "body__name")
MINUTES = {
    Minutes.Status.APPROVED: "Draft minutes, approved by the chair",
    Minutes.Status.CONFIRMED: "Minutes, confirmed and signed",
}
UNSEEN_BY_PUBLIC = Appointment.Place.ADVISER.label


class Row(NamedTuple):
    url: str
    title: str
    second: str
    status: str
    tag: str


class PaperRow(NamedTuple):
    url: str
    title: str
    second: str
    tag: Tag | None


class DecisionRow(NamedTuple):
    url: str
    said: str


class ItemRow(NamedTuple):
    number: int
    title: str
    note: str
    tags: list[Tag]
    papers: list[PaperRow]
    decisions: list[DecisionRow]


class PackRow(NamedTuple):
    public_id: Any
    title: str
    second: str


def rows_of(meetings: QuerySet[Meeting], *, with_body: bool = True) -> list[Row]:
    """One query. For readers who may see them."""
    return [row_of(*columns, with_body=with_body) for columns in meetings.values_list(*COLUMNS)]


def next_and_last(meetings: QuerySet[Meeting], on: date, most: int) -> tuple[list[Row], list[Row]]:
    """Of `meetings`, those of one body, up to `most` from `on`, the next first, and as many before. One query."""
    coming = meetings.filter(meets_on__gte=on).order_by("meets_on")[:most]
    past = meetings.filter(meets_on__lt=on).order_by("-meets_on")[:most]
    found = meetings.filter(Q(pk__in=coming.values("pk")) | Q(pk__in=past.values("pk"))).order_by("meets_on")
    rows = [(columns[0] >= on, row_of(*columns, with_body=False)) for columns in found.values_list(*COLUMNS)]
    return [row for is_coming, row in rows if is_coming], [row for is_coming, row in rows[::-1] if not is_coming]


def row_of(
    on: date, begins_at: time, place: str, status: str, is_public: bool, slug: str, name: str, *, with_body: bool
) -> Row:
    title = f"{name}, {on:%A %-d %B %Y}" if with_body else f"{on:%A %-d %B %Y}"
    second = f"{begins_at:%H:%M}, {place}" + ("" if is_public else ". In private")
    return Row(f"/meetings/{on:%Y/%m/%d}/{slug}/", title, second, *TAGS[Status(status)])


def facts_of(meeting: Meeting) -> list[dict[str, str]]:
    lines = [("Day", f"{meeting.meets_on:%A %-d %B %Y}"), ("Time", hours_of(meeting)), ("Place", meeting.place)]
    lines.append(("Taking part", str(meeting.get_attending_display())))
    if meeting.is_public:
        lines.append(("The public", meeting.joining or "May come and listen, but for items that are exempt."))
    else:
        lines.append(("The public", "This meeting is in private."))
    if meeting.convened_on:
        lines.append(("Called at short notice", f"On {day(meeting.convened_on)}"))
    if meeting.published_at:
        lines.append(("Agenda published", moment(meeting.published_at)))
    if meeting.first_on != meeting.meets_on:
        lines.append(("Planned for at first", f"{meeting.first_on:%A %-d %B %Y}"))
    return [{"label": label, "value": value} for label, value in lines]


def where_of(meeting: Meeting) -> str:
    """What whoever comes must know first: “14:00 to 16:00, Committee room 1”."""
    return f"{hours_of(meeting)}, {meeting.place}"


def hours_of(meeting: Meeting) -> str:
    if meeting.ends_at:
        return f"{meeting.begins_at:%H:%M} to {meeting.ends_at:%H:%M}"
    return f"{meeting.begins_at:%H:%M}"


def tag_of(meeting: Meeting) -> Tag:
    return Tag(*TAGS[Status(meeting.status)])


def agenda_rows(items: Iterable[AgendaItem], who: Standing) -> list[ItemRow]:
    """`items` with `shown_papers` and `shown_decisions`, which `who` may see; the items themselves by `title_for`."""
    return [item_row(item, who) for item in items]


def item_row(item: AgendaItem, who: Standing) -> ItemRow:
    sees_all = item.title_for(who) == item.title
    tags = [] if item.is_open else [Tag("exempt", str(item.get_access_display()))]
    if item.is_withdrawn:
        tags.append(Tag("late", f"Withdrawn: {item.withdrawn_because}"))
    return ItemRow(
        item.number,
        item.title_for(who),
        item.note if item.is_open or (sees_all and item.title != item.public_title) else "",
        tags,
        [paper_row(paper) for paper in item.shown_papers],  # type: ignore[attr-defined]
        [DecisionRow(url_of(one), decided(one)) for one in item.shown_decisions],  # type: ignore[attr-defined]
    )


def paper_row(paper: Paper) -> PaperRow:
    tag = None if paper.is_open else Tag("exempt", str(paper.get_access_display()))
    return PaperRow(paper.get_absolute_url(), paper.title, length_of(paper), tag)


def url_of(one: Decision) -> str:
    return reverse("committees:decision-detail", args=[one.public_id])


def decided(one: Decision) -> str:
    """“Decided: That the report is noted.”"""
    to = f" to {one.recommended_to}" if one.recommended_to else ""
    return f"{one.get_kind_display()}{to}: {one.title}"


def pack_rows(packs: Iterable[AgendaPack]) -> list[PackRow]:
    return [
        PackRow(
            pack.public_id,
            pack_title(pack) + (", exempt edition" if pack.audience == AgendaPack.Audience.EXEMPT else ""),
            f"{count(pack.pages, 'page').capitalize()}, {size(pack.size)}, {day(pack.built_at)}",
        )
        for pack in packs
    ]


def pack_title(pack: AgendaPack) -> str:
    """“Agenda”, “Supplement 1: what is new” or “Complete pack so far”."""
    if pack.extent == AgendaPack.Extent.COMPLETE:
        return str(pack.get_extent_display())
    return f"{pack.publication}: what is new" if pack.publication.number else str(pack.publication)


def minutes_of(meeting: Meeting) -> str:
    """What there is of its minutes for any reader; "" for a draft that the chair has not approved."""
    minutes: Minutes | None = getattr(meeting, "minutes", None)
    return MINUTES.get(Minutes.Status(minutes.status), "") if minutes else ""


def body_of(body: Body, who: Standing, on: date) -> dict[str, Any]:
    """The page of a body: who sits there by office, its terms of reference, and its law. Two queries."""
    places = places_of(body, on)
    if not who.is_member:
        places = [one for one in places if one["label"] != UNSEEN_BY_PUBLIC]
    terms = body.terms.first()  # type: ignore[attr-defined]
    return {
        "places": places,
        "terms": terms.text if terms else "",
        "adopted": f"Adopted {day(terms.adopted_on)} by {terms.adopted_by}." if terms else "",
        "law": what_the_law_asks(body),
        "young_people": seats_of_young_people(body),
        "tag": f"Ended {day(body.ends_on)}" if body.ends_on and is_over(body, on) else "",
        "members_url": reverse("members:body-detail", args=[body.slug]) if who.is_member else "",
    }


def seats_of_young_people(body: Body) -> str:
    if not body.young_people_seats:
        return ""
    seats = count(body.young_people_seats, "seat").capitalize()
    return f"{seats} for young people, {body.young_people_seats_taken} taken."
