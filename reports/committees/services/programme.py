"""A body's work programme: begun with what is usual, planned for meetings, put onto their agendas."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.periods import Period
from corpparent.versions import check_version
from members.models import Body, Person
from pledges.services.once import wait_for
from reports.committees.events import (
    PROGRAMME_BEGUN,
    PROGRAMME_ITEM_ADDED,
    PROGRAMME_ITEM_CHANGED,
    PROGRAMME_ITEM_DROPPED,
    PROGRAMME_ITEM_ON_AGENDA,
    PROGRAMME_ITEM_PLANNED,
    PROGRAMME_ITEM_TAKEN_UP,
)
from reports.committees.facts import programme as facts
from reports.committees.models import Access, ItemKind, Meeting, Purpose, WorkProgrammeItem
from reports.committees.rules import programme as rules
from reports.committees.services.agendas import add_item, identifiers_in


@transaction.atomic
def begin_programme(*, body: Body, year: Period, by: Person | None, at: datetime) -> int:
    """A row for each usual topic that is not there; returns how many. Raises NotAllowed."""
    check_keeper(by, at)
    Body.objects.select_for_update().get(pk=body.pk)
    there = set(WorkProgrammeItem.objects.filter(body=body, year=year.code).values_list("topic", flat=True))
    new = [topic for topic in rules.TOPICS if topic.slug not in there]
    if not new:
        return 0
    WorkProgrammeItem.objects.bulk_create(
        WorkProgrammeItem(
            body=body, year=year.code, topic=topic.slug, title=topic.title, expected_by=rules.expected_by(topic, year)
        )
        for topic in new
    )
    details = {"year": year.code, "topics": len(new)}
    Event.record(PROGRAMME_BEGUN, about=body.reference, by=by, at=at, details=details)
    return len(new)


@transaction.atomic
def add_expected(
    *, body: Body, year: Period, title: str, expected_by: date, by: Person | None, at: datetime
) -> WorkProgrammeItem:
    """Something that is not usual; the same twice is once. Raises NotAllowed, ValidationError by field."""
    check_keeper(by, at)
    wait_for(by)
    given = checked(title, expected_by, year)
    one, is_new = WorkProgrammeItem.objects.get_or_create(body=body, year=year.code, **given)
    if is_new:
        Event.record(PROGRAMME_ITEM_ADDED, about=one.reference, by=by, at=at)
    return one


@transaction.atomic
def change_expected(
    *, one: WorkProgrammeItem, version: int, title: str, expected_by: date, by: Person | None, at: datetime
) -> WorkProgrammeItem:
    """Raises NotAllowed, Stale, ValidationError by field."""
    one = held(one, by, at)
    given = checked(title, expected_by, Period.parse(one.year))
    if all(getattr(one, name) == value for name, value in given.items()):
        return one
    rules.check_is_open(one)
    check_version(one, version)
    one.title, one.expected_by = given["title"], given["expected_by"]
    keep(one)
    Event.record(PROGRAMME_ITEM_CHANGED, about=one.reference, by=by, at=at)
    return one


@transaction.atomic
def plan_for(
    *, one: WorkProgrammeItem, meeting: Meeting, version: int, by: Person | None, at: datetime
) -> WorkProgrammeItem:
    """For a meeting to come of its body. Raises NotAllowed, Stale, ValidationError at `meeting`."""
    one = held(one, by, at)
    if one.meeting_id == meeting.pk and (one.item is None or rules.is_on_agenda(one)):
        return one
    rules.check_is_open(one)
    check_version(one, version)
    if not facts.meetings_for(one, localdate(at)).filter(pk=meeting.pk).exists():
        raise ValidationError({"meeting": f"Choose a meeting of {one.body} that is to come."})
    one.meeting, one.item = meeting, None
    keep(one)
    details = {"meeting": str(meeting.public_id), "in-time": meeting.meets_on <= one.expected_by}
    Event.record(PROGRAMME_ITEM_PLANNED, about=one.reference, by=by, at=at, details=details)
    return one


@transaction.atomic
def put_on_agenda(*, one: WorkProgrammeItem, by: Person | None, at: datetime) -> WorkProgrammeItem:
    """As an item of the meeting it is planned for; twice is once. Raises NotAllowed, ValidationError."""
    one = held(one, by, at)
    if rules.is_on_agenda(one):
        return one
    rules.check_is_open(one)
    if one.meeting is None or one.item:
        raise ValidationError("Choose the meeting first.")
    words = dict.fromkeys(("note", "presenter", "urgent_because"), "")
    about = {"kind": ItemKind.REPORT, "purpose": Purpose.NOTE, "title": one.title, "access": Access.OPEN} | words
    item = add_item(meeting=one.meeting, before=None, by=by, at=at, **about)
    if WorkProgrammeItem.objects.filter(item=item).exists():
        raise ValidationError("Another matter of this title stands on that agenda. Change one of the two titles first.")
    one.item = item
    keep(one)
    Event.record(PROGRAMME_ITEM_ON_AGENDA, about=one.reference, by=by, at=at, details={"item": one.item.number})
    return one


@transaction.atomic
def drop_expected(*, one: WorkProgrammeItem, because: str, by: Person | None, at: datetime) -> WorkProgrammeItem:
    """Not expected after all, with a reason that everybody reads. Raises NotAllowed, ValidationError at `because`."""
    one = held(one, by, at)
    because = because.strip()
    if one.dropped_because == because and because:
        return one
    rules.check_is_open(one)
    if not because or len(because) > rules.LONGEST_REASON:
        raise ValidationError({"because": f"Say why, in up to {rules.LONGEST_REASON} characters."})
    if wrong := dict(identifiers_in({"because": because})):
        raise ValidationError(wrong)
    one.dropped_because, one.meeting, one.item = because, None, None
    keep(one)
    Event.record(PROGRAMME_ITEM_DROPPED, about=one.reference, by=by, at=at)
    return one


@transaction.atomic
def take_up_again(*, one: WorkProgrammeItem, by: Person | None, at: datetime) -> WorkProgrammeItem:
    """It is expected after all. Raises NotAllowed."""
    one = held(one, by, at)
    if not one.dropped_because:
        return one
    one.dropped_because = ""
    keep(one)
    Event.record(PROGRAMME_ITEM_TAKEN_UP, about=one.reference, by=by, at=at)
    return one


def check_keeper(by: Person | None, at: datetime) -> None:
    if by:
        rules.check_can_keep(by.standing_on(localdate(at)))


def held(one: WorkProgrammeItem, by: Person | None, at: datetime) -> WorkProgrammeItem:
    check_keeper(by, at)
    found = WorkProgrammeItem.objects.select_for_update(of=("self",)).select_related("body", "meeting", "item__meeting")
    return found.get(pk=one.pk)


def keep(one: WorkProgrammeItem) -> None:
    one.version += 1
    one.save()


def checked(title: str, expected_by: date, year: Period) -> dict:
    """Raises ValidationError by field."""
    title, wrong = title.strip(), {}
    if not title or len(title) > rules.LONGEST:
        wrong["title"] = [f"Give it a title of up to {rules.LONGEST} characters."]
    wrong |= dict(identifiers_in({"title": title}))
    if not year.starts_on <= expected_by <= year.ends_on:
        wrong["expected_by"] = [f"Enter a day of {year.label}."]
    if wrong:
        raise ValidationError(wrong)
    return {"title": title, "expected_by": expected_by}
