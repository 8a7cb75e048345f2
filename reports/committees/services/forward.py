"""The forward plan: entered, changed and withdrawn in public; and the notices of meetings in private."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.versions import check_version
from members.models import Body, Person
from reports.committees.events import FORWARD_CHANGED, FORWARD_ENTERED, FORWARD_WITHDRAWN, PRIVATE_NOTICE_GIVEN
from reports.committees.facts import forward as facts
from reports.committees.models import ForwardPlanEntry, Meeting, PrivateNotice
from reports.committees.rules import forward as rules
from reports.committees.services.agendas import identifiers_in

TEXTS = ("matter", "about", "documents", "contact", "private_because", "short_because", "agreed_by")
NOTICE_TEXTS = ("reasons", "representations", "response", "short_because", "agreed_by")
LONGEST_REASON = 300


@transaction.atomic
def enter_forward(*, body: Body, by: Person | None, at: datetime, **fields: Any) -> ForwardPlanEntry:
    """Publish an entry of `body`. The same sent twice is one.

    `fields`: matter, about, decide_on, documents, contact, is_key, private_because; short_because and agreed_by for a
    key decision with less than its 28 clear days. Raises NotAllowed, ValidationError by field.
    """
    check_keeper(by, at)
    body = Body.objects.select_for_update().get(pk=body.pk)
    rules.check_is_executive(body)
    kept = checked_fields(fields, localdate(at), given_on=localdate(at))
    if same := ForwardPlanEntry.objects.filter(body=body, withdrawn_because="", **kept).first():
        return same
    meeting = facts.meeting_of(body, kept["decide_on"])
    entry = ForwardPlanEntry.objects.create(body=body, meeting=meeting, published_by=by, published_at=at, **kept)
    details = {"key": entry.is_key, "short": bool(entry.short_because)}
    Event.record(FORWARD_ENTERED, about=entry.reference, by=by, at=at, details=details)
    return entry


@transaction.atomic
def change_forward(
    *, entry: ForwardPlanEntry, version: int, by: Person | None, at: datetime, **fields: Any
) -> ForwardPlanEntry:
    """Its days count from when it was first published; a matter that becomes key is counted anew from today.

    Raises NotAllowed, Stale, ValidationError by field.
    """
    entry, today = held(entry, by, at), localdate(at)
    was_key = entry.is_key
    kept = checked_fields(fields, today, given_on=localdate(entry.published_at) if was_key else today)
    if all(getattr(entry, name) == value for name, value in kept.items()):
        return entry
    check_version(entry, version)
    for name, value in kept.items():
        setattr(entry, name, value)
    entry.meeting = facts.meeting_of(entry.body, entry.decide_on)
    keep(entry)
    Event.record(FORWARD_CHANGED, about=entry.reference, by=by, at=at, details={"key": entry.is_key})
    return entry


@transaction.atomic
def withdraw_forward(*, entry: ForwardPlanEntry, because: str, by: Person | None, at: datetime) -> ForwardPlanEntry:
    """It stays in sight with the reason. Raises NotAllowed, ValidationError at `because`."""
    words = because.strip()
    if not words or len(words) > LONGEST_REASON:
        raise ValidationError({"because": f"Say why it is withdrawn, in up to {LONGEST_REASON} characters."})
    if errors := dict(identifiers_in({"because": words})):
        raise ValidationError(errors)
    check_keeper(by, at)
    if ForwardPlanEntry.objects.filter(pk=entry.pk, withdrawn_because=words).exists():
        return entry
    entry = held(entry, by, at)
    entry.withdrawn_because = words
    keep(entry)
    Event.record(FORWARD_WITHDRAWN, about=entry.reference, by=by, at=at)
    return entry


@transaction.atomic
def give_notice(*, meeting: Meeting, step: str, by: Person | None, at: datetime, **fields: Any) -> PrivateNotice:
    """Publish the first or the second notice that `meeting` is in private; given already is done.

    `fields`: reasons; representations and response (second); short_because and agreed_by once the last lawful day is
    over. Raises NotAllowed, ValidationError by field.
    """
    check_keeper(by, at)
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    meeting = Meeting.objects.select_related("body").get(pk=meeting.pk)
    if given := meeting.private_notices.filter(step=step).first():
        return given
    today = localdate(at)
    rules.check_is_executive(meeting.body)
    rules.check_is_to_come(meeting, today)
    publish_by = facts.notice_days().by(step, meeting.meets_on)
    kept = checked_notice(meeting, step, fields, is_late=today > publish_by)
    more = {"step": step, "publish_by": publish_by, "published_by": by, "published_at": at}
    notice = PrivateNotice.objects.create(meeting=meeting, **more, **kept)
    details = {"step": step, "short": bool(notice.short_because)}
    Event.record(PRIVATE_NOTICE_GIVEN, about=notice.reference, by=by, at=at, details=details)
    return notice


def check_keeper(by: Person | None, at: datetime) -> None:
    if by:
        rules.check_can_keep(by.standing_on(localdate(at)))


def held(entry: ForwardPlanEntry, by: Person | None, at: datetime) -> ForwardPlanEntry:
    """The row as it is, held until the end of the transaction. Raises NotAllowed."""
    check_keeper(by, at)
    found = ForwardPlanEntry.objects.select_for_update().get(pk=entry.pk)
    rules.check_stands(found)
    return found


def keep(entry: ForwardPlanEntry) -> None:
    entry.version += 1
    entry.save()


def checked_fields(fields: dict[str, Any], today: date, given_on: date) -> dict[str, Any]:
    """Every field of an entry as it is kept; reasons for shortness only where it is short. Raises ValidationError."""
    texts = {name: str(fields.get(name, "")).strip() for name in TEXTS}
    decide_on, is_key = fields["decide_on"], bool(fields.get("is_key", False))
    errors: dict[str, Any] = dict(identifiers_in(texts))
    if not texts["matter"]:
        errors["matter"] = "Say what is to be decided."
    if decide_on <= today:
        errors["decide_on"] = "Enter a day to come: the plan says what will be decided."
        raise ValidationError(errors)
    shortness = facts.notice_days().shortness(given_on, decide_on) if is_key else ""
    errors |= rules.missing_of_short(shortness, texts["short_because"], texts["agreed_by"])
    if errors:
        raise ValidationError(errors)
    if not shortness:
        texts |= {"short_because": "", "agreed_by": ""}
    return {**texts, "decide_on": decide_on, "is_key": is_key}


def checked_notice(meeting: Meeting, step: str, fields: dict[str, Any], *, is_late: bool) -> dict[str, Any]:
    """Every field of a notice as it is kept. Raises ValidationError by field."""
    texts = {name: str(fields.get(name, "")).strip() for name in NOTICE_TEXTS}
    errors: dict[str, Any] = dict(identifiers_in(texts))
    if not texts["reasons"]:
        errors["reasons"] = "Say why the meeting is in private."
    is_second = step == PrivateNotice.Step.SECOND
    if is_second and texts["representations"] and not texts["response"]:
        errors["response"] = "Say what the council answers to the representations."
    errors |= rules.missing_of_notice(is_late, texts["short_because"], texts["agreed_by"])
    if errors:
        raise ValidationError(errors)
    if is_second and not meeting.private_notices.filter(step=PrivateNotice.Step.FIRST).exists():
        raise ValidationError("Give the first notice first: the second one follows it.")
    if not is_late:
        texts |= {"short_because": "", "agreed_by": ""}
    if not is_second:
        texts |= {"representations": "", "response": ""}
    return texts
