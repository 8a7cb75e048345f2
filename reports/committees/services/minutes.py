"""Minutes of a meeting: begun from its agenda, written, approved by the chair, confirmed at the next meeting."""

from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.versions import check_version
from members.models import Person
from reports.committees.events import MINUTE_CHANGED, MINUTES_APPROVED, MINUTES_CONFIRMED, MINUTES_STARTED
from reports.committees.facts import minutes as facts
from reports.committees.models import Meeting, Minute, MinuteChange, Minutes
from reports.committees.rules import minutes as rules
from reports.committees.services.agendas import identifiers_in

Status = Minutes.Status


@transaction.atomic
def start_minutes(*, meeting: Meeting, by: Person | None, at: datetime) -> Minutes:
    """Begin them with an entry for each item, and what the portal knows of it. Twice is once. Raises NotAllowed."""
    check_writer(by, at)
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=meeting.pk)
    rules.check_can_start(meeting)
    if before := Minutes.objects.filter(meeting=meeting).first():
        return before
    minutes = Minutes.objects.create(meeting=meeting, began_at=meeting.begins_at, started_by=by, started_at=at)
    entries = facts.suggested(meeting, facts.items_to_minute(meeting))
    Minute.objects.bulk_create(
        Minute(minutes=minutes, item=item, text=text, exempt_text=closed) for item, text, closed in entries
    )
    Event.record(MINUTES_STARTED, about=minutes.reference, by=by, at=at)
    return minutes


@transaction.atomic
def write_minute(
    *,
    minute: Minute,
    version: int,
    text: str,
    exempt_text: str,
    by: Person | None,
    at: datetime,
    because: str = "",
    names_explained: str = "",
) -> Minute:
    """Write what is minuted of an item; once the chair approved the draft with a reason, and how it read is kept.

    Raises NotAllowed, Stale, ValidationError by field.
    """
    check_writer(by, at)
    minutes = held(minute.minutes)
    rules.check_is_not_confirmed(minutes)
    minute = Minute.objects.select_for_update().get(pk=minute.pk)
    words = {"text": text.strip(), "exempt_text": exempt_text.strip()}
    if all(getattr(minute, name) == value for name, value in words.items()):
        return minute
    check_version(minute, version)
    is_approved = minutes.status == Status.APPROVED
    check_words(words | {"because": because.strip()}, asks_why=is_approved)
    if is_approved:
        keep_as_it_was(minute, because.strip(), by, at)
    minute.text, minute.exempt_text = words["text"], words["exempt_text"]
    minute.names_explained = names_explained or minute.names_explained
    minute.version += 1
    minute.save()
    if is_approved:
        Event.record(MINUTE_CHANGED, about=minute.reference, by=by, at=at)
    return minute


@transaction.atomic
def set_hours(
    *, minutes: Minutes, version: int, began_at: time | None, ended_at: time | None, by: Person | None, at: datetime
) -> Minutes:
    """When the meeting began and ended, while the minutes are a draft. Raises NotAllowed, Stale, ValidationError."""
    check_writer(by, at)
    minutes = held(minutes)
    if (minutes.began_at, minutes.ended_at) == (began_at, ended_at):
        return minutes
    rules.check_is_draft(minutes)
    check_version(minutes, version)
    rules.check_times(began_at, ended_at)
    minutes.began_at, minutes.ended_at = began_at, ended_at
    return keep(minutes)


@transaction.atomic
def approve_minutes(*, minutes: Minutes, version: int, by: Person, at: datetime) -> Minutes:
    """The chair approved the draft: from now on it is read, as a draft, by everybody who may see the meeting.

    Twice is once. Raises NotAllowed, Stale, ValidationError naming the items of which nothing is said.
    """
    minutes = held(minutes)
    is_chair = by.pk in facts.chairs_of(minutes.meeting)
    rules.check_can_approve(by.standing_on(localdate(at)), is_chair=is_chair)
    if minutes.status == Status.APPROVED:
        return minutes
    rules.check_is_draft(minutes)
    check_version(minutes, version)
    empty = [one.item.number for one in facts.entries_of(minutes) if not one.text]
    if empty:
        said = "Nothing is written of item {}. If there is nothing to say, write “Noted.”"
        raise ValidationError([said.format(number) for number in empty])
    minutes.status, minutes.approved_by, minutes.approved_at = Status.APPROVED, by, at
    keep(minutes)
    minutes.meeting.changed_at = at
    minutes.meeting.save(update_fields=["changed_at"])
    Event.record(MINUTES_APPROVED, about=minutes.reference, by=by, at=at, details={"chair": is_chair})
    return minutes


@transaction.atomic
def confirm_minutes(
    *, minutes: Minutes, at_meeting: Meeting, signed_by: Person, version: int, by: Person | None, at: datetime
) -> Minutes:
    """They were confirmed and signed at a later meeting of the body; they never change again. Twice is once.

    Raises NotAllowed, Stale, ValidationError at `at_meeting`.
    """
    check_writer(by, at)
    minutes = held(minutes)
    if minutes.status == Status.CONFIRMED and minutes.confirmed_at_meeting_id == at_meeting.pk:
        return minutes
    rules.check_is_approved(minutes)
    rules.check_confirms(minutes, at_meeting, at)
    check_version(minutes, version)
    minutes.status, minutes.confirmed_at_meeting = Status.CONFIRMED, at_meeting
    minutes.signed_by, minutes.confirmed_at = signed_by, at
    keep(minutes)
    meeting = minutes.meeting
    meeting.status, meeting.changed_at, meeting.version = Meeting.Status.CONFIRMED, at, meeting.version + 1
    meeting.save()
    details = {"at": str(at_meeting.public_id)}
    Event.record(MINUTES_CONFIRMED, about=minutes.reference, by=by, at=at, details=details)
    return minutes


def check_writer(by: Person | None, at: datetime) -> None:
    if by:
        rules.check_can_write(by.standing_on(localdate(at)))


def held(minutes: Minutes) -> Minutes:
    """The row with its meeting and body, held until the end of the transaction."""
    found = Minutes.objects.select_for_update(of=("self",)).select_related("meeting__body")
    return found.get(pk=minutes.pk)


def keep(minutes: Minutes) -> Minutes:
    minutes.version += 1
    minutes.save()
    return minutes


def check_words(words: dict[str, str], *, asks_why: bool) -> None:
    """Raises ValidationError by field."""
    wrong: dict[str, list[str]] = dict(identifiers_in(words))
    for name in ("text", "exempt_text"):
        if len(words[name]) > rules.LONGEST:
            wrong[name] = [f"Keep it to {rules.LONGEST:,} characters."]
    if asks_why and not words["because"]:
        wrong["because"] = [rules.WHY_CHANGED]
    if len(words["because"]) > rules.LONGEST_REASON:
        wrong["because"] = [f"Keep it to {rules.LONGEST_REASON} characters."]
    if wrong:
        raise ValidationError(wrong)


def keep_as_it_was(minute: Minute, because: str, by: Person | None, at: datetime) -> None:
    MinuteChange.objects.create(
        minute=minute,
        text_before=minute.text,
        exempt_text_before=minute.exempt_text,
        because=because,
        changed_by=by,
        changed_at=at,
    )
