"""Minutes that somebody may read, what they could begin with, and where they wait."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet

from corpparent.words import day
from members.models import Appointment, Body, Person
from members.standing import Standing
from reports.committees.facts import attending
from reports.committees.models import (
    AgendaItem,
    Attendance,
    Decision,
    Interest,
    ItemKind,
    Meeting,
    Minute,
    Minutes,
    Publication,
)
from reports.committees.models.meeting import keeps_papers
from reports.committees.rules.publishing import minute_of_lateness

Outcome = Attendance.Outcome
URGENT = "The chair agreed that this item is urgent, by reason of these special circumstances: {}"
CLOSED = "Considered without the press and public. "


def visible_to(who: Standing) -> QuerySet[Minutes]:
    """Drafts for those who write them; from the chair's approval on for everybody who may see the meeting."""
    found = Minutes.objects.select_related("meeting__body", "signed_by", "confirmed_at_meeting__body")
    if keeps_papers(who):
        return found
    found = found.exclude(status=Minutes.Status.DRAFT)
    return found if who.is_member else found.filter(meeting__is_public=True)


def readable(meeting: Meeting, who: Standing) -> Minutes | None:
    """Those of `meeting`, if `who` may read them: its chair reads the draft, too. Three queries at most."""
    if found := visible_to(who).filter(meeting=meeting).first():
        return found
    if who.person_id in chairs_of(meeting):
        return Minutes.objects.select_related("meeting__body").filter(meeting=meeting).first()
    return None


def entries_of(minutes: Minutes) -> list[Minute]:
    """In the order of the agenda, with item and changes. Two queries."""
    found = minutes.entries.select_related("item__meeting__body").prefetch_related("changes").order_by("item__number")
    return list(found)


def chairs_of(meeting: Meeting) -> set[int]:
    """Keys of who may approve for the chair: whoever is named, else the body's chair and vice-chair on that day."""
    if meeting.chair_id:
        return {meeting.chair_id}
    places = [Appointment.Place.CHAIR, Appointment.Place.VICE_CHAIR]
    return set(attending.sitting(meeting).filter(place__in=places).values_list("person", flat=True))


def meetings_to_confirm_at(minutes: Minutes) -> QuerySet[Meeting]:
    """Later meetings of the same body that were not cancelled, the next first."""
    later = Meeting.objects.filter(body=minutes.meeting.body_id, meets_on__gt=minutes.meeting.meets_on)
    return later.exclude(status=Meeting.Status.CANCELLED).select_related("body").order_by("meets_on")


def people_of(body: Body) -> QuerySet[Person]:
    """Who sits or sat on `body`, by name: one of them presided."""
    return Person.objects.filter(pk__in=Appointment.objects.filter(body=body).values("person")).order_by("name")


def items_to_minute(meeting: Meeting) -> list[AgendaItem]:
    """Published items that were not withdrawn. One query."""
    found = meeting.items.filter(published_at__isnull=False, withdrawn_because="").order_by("number")
    return list(found)


def suggested(meeting: Meeting, items: list[AgendaItem]) -> Iterator[tuple[AgendaItem, str, str]]:
    """Of each item what the portal knows to say: (item, open words, words without the public). Four queries."""
    rows = attending.of(meeting)
    interests = list(meeting.interests.select_related("person", "item").order_by("pk"))
    late = Publication.objects.filter(meeting=meeting, number=0).exclude(late_because="").first()
    decisions = list(Decision.objects.filter(item__meeting=meeting).order_by("item", "number"))
    first = next(iter(items), None)
    for item in items:
        own = [one for one in decisions if one.item_id == item.pk]
        text = list(opening(item, rows, interests, meeting))
        if late and item == first:
            text.append(minute_of_lateness(late.late_because))
        text += [URGENT.format(item.urgent_because)] if item.urgent_because and item.is_open else []
        text += [said(one) for one in own if one.access == "open" and item.is_open]
        closed = [said(one) for one in own if one.access != "open" or not item.is_open]
        text = [CLOSED.strip(), *text] if closed and not text else text
        yield item, "\n\n".join(text), "\n\n".join(closed)


def opening(item: AgendaItem, rows: list[Attendance], interests: list[Interest], meeting: Meeting) -> Iterator[str]:
    """What an item of a known kind begins with."""
    if item.kind == ItemKind.APOLOGIES:
        names = [row.person.name for row in rows if row.outcome == Outcome.APOLOGIES]
        yield f"Apologies were received from {listed(names)}." if names else "No apologies were received."
        for row in rows:
            if row.stands_in_for:
                yield f"{row.person.name} attended for {row.stands_in_for.name}."
    elif item.kind == ItemKind.INTERESTS:
        open_ones = [one for one in interests if one.item is None or one.item.is_open]
        yield from (declared(one) for one in open_ones)
        if not open_ones:
            yield "No interests were declared."
    elif item.kind == ItemKind.MINUTES:
        before = Meeting.objects.filter(body=meeting.body_id, meets_on__lt=meeting.meets_on, held_at__isnull=False)
        if last := before.order_by("-meets_on").first():
            yield f"The minutes of the meeting on {day(last.meets_on)} were put to the meeting."


def declared(one: Interest) -> str:
    where = f"item {one.item.number}" if one.item else "general"
    part = {"left": "left and took no part", "spoke": "spoke and then left", "stayed": "stayed and took part"}[one.part]
    return f"{one.person.name} declared an interest ({where}): {one.what}. They {part}."


def said(one: Decision) -> str:
    to = f" to {one.recommended_to}" if one.recommended_to else ""
    votes = f" ({one.votes})" if one.votes else ""
    return f"{one.get_kind_display()}{to}: {one.title}{votes}"


def listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def without_minutes(before: date) -> QuerySet[Meeting]:
    """Meetings held up to `before` whose minutes the chair has not approved, the oldest first."""
    found = Meeting.objects.filter(status=Meeting.Status.HELD, meets_on__lte=before)
    return found.filter(Q(minutes=None) | Q(minutes__status=Minutes.Status.DRAFT)).order_by("meets_on", "pk")
