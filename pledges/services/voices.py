"""What was heard is written down, and corrected while not everybody reads it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event
from corpparent.versions import check_version
from members.models import Person
from pledges.events import VOICE_CHANGED, VOICE_HEARD, VOICE_RECORDED
from pledges.facts import voices as facts
from pledges.models import PledgeSettings, Promise, Voice
from pledges.rules import voices as rules
from pledges.services.once import wait_for

FREE_TEXT = ("said", "names_explained", "outcome", "told_how")
PARTS = {"heard_on", "source", "how", "theme", "said", "words", "names_explained"}
# What a correction may put right once it stands: never what was not decided or told yet.
OF_DECISION = {"is_changed", "outcome"}
OF_TELLING = {"told_on", "told_how"}


@transaction.atomic
def record_voice(
    *,
    by: Person | None,
    at: datetime,
    heard_by: Iterable[Person] = (),
    promises: Iterable[Promise] = (),
    **fields: Any,
) -> Voice:
    """Write down what was heard; `fields` are those of Voice, with `body` and maybe `answer_by` for a challenge.

    Each of `heard_by` gets an event of their own, which counts for their duty to listen. The same twice on one day is
    one, and counts once.
    Raises NotAllowed, ValidationError by field.
    """
    today, those = localdate(at), unique(heard_by)
    wait_for(by)
    voice = Voice(recorded_by=by, recorded_at=at, **fields)
    if voice.kind == Voice.Kind.CHALLENGE and voice.heard_on and not voice.answer_by:
        voice.answer_by = facts.answer_by(voice.heard_on, PledgeSettings.current())
    check_writer(voice, those, by, today)
    check_words(voice)
    if voice.kind == Voice.Kind.CHALLENGE and not voice.body:
        raise ValidationError({"body": "Choose the body that must answer."})
    rules.check_days(voice, today)
    rules.check_answer_by(voice, today)
    if before := recorded_already(voice):
        return before
    voice.save()
    voice.promises.set(promises)
    voice.heard_by.set(those)
    tell_body(voice, at)

    hear(voice, those, by, at)
    Event.record(VOICE_RECORDED, about=voice.reference, by=by, at=at, details={"theme": voice.theme})
    return voice


@transaction.atomic
def change_voice(
    *,
    voice: Voice,
    version: int,
    by: Person | None,
    at: datetime,
    heard_by: Iterable[Person] | None = None,
    promises: Iterable[Promise] | None = None,
    **fields: Any,
) -> Voice:
    """Correct what was written; who listened or what it is about stays where it is None.

    `outcome`, `is_changed`, `told_on` and `told_how` may be put right once they stand; the status never goes back. What
    already counted for somebody's duty stays in the record. Raises NotAllowed, Stale, ValidationError by field.
    """
    voice = locked(voice)
    if by:
        rules.check_can_change_voice(by.standing_on(localdate(at)), voice)
    check_version(voice, version)
    check_parts(voice, fields)
    for name, value in fields.items():
        setattr(voice, name, value)
    if voice.status in facts.DECIDED:
        voice.status = status_of(voice.is_changed)
    check_words(voice)
    rules.check_days(voice, localdate(at))
    voice.version += 1
    voice.save()
    if promises is not None:
        voice.promises.set(promises)
    new = set_listeners(voice, heard_by, by, localdate(at)) if heard_by is not None else []

    hear(voice, new, by, at)
    Event.record(VOICE_CHANGED, about=voice.reference, by=by, at=at, details={"version": voice.version})
    return voice


def hand_over_voice(*, voice: Voice, successor: Person, by: Person | None, at: datetime) -> None:
    """`successor` looks at it from now on.

    Part of a handover (members.services.hand_over): in its transaction, and its event is the event of this.
    """
    open_now = Voice.objects.filter(pk=voice.pk, looked_at_by=voice.looked_at_by_id).exclude(status="told-back")
    open_now.update(looked_at_by=successor, version=voice.version + 1)


def locked(voice: Voice) -> Voice:
    """The row, held until the end of the transaction; without a join, as of pledges.services.actions."""
    return Voice.objects.select_for_update().get(pk=voice.pk)


def status_of(is_changed: bool | None) -> Voice.Status:
    return Voice.Status.CHANGED if is_changed else Voice.Status.NOT_CHANGED


def unique(people: Iterable[Person]) -> list[Person]:
    return list({person.pk: person for person in people}.values())


def set_listeners(voice: Voice, heard_by: Iterable[Person], by: Person | None, today: date) -> list[Person]:
    """Put them in place of those before; returns who is new among them. Raises NotAllowed."""
    those = unique(heard_by)
    before = set(voice.heard_by.values_list("pk", flat=True))
    if by and {person.pk for person in those} != before:
        rules.check_heard_themselves(by.standing_on(today), [person.public_id for person in those])
    voice.heard_by.set(those)
    return [person for person in those if person.pk not in before]


def recorded_already(voice: Voice) -> Voice | None:
    """The same, written down by the same person on the same day: a form that was sent twice."""
    same = ("kind", "heard_on", "source", "how", "theme", "said", "body", "recorded_by")
    given = {name: getattr(voice, name) for name in same}
    return Voice.objects.filter(**given, recorded_at__date=localdate(voice.recorded_at)).first()


def check_writer(voice: Voice, heard_by: list[Person], by: Person | None, today: date) -> None:
    """Whether `by` may write this down. Raises NotAllowed."""
    if not by:
        return
    who = by.standing_on(today)
    if voice.kind == Voice.Kind.CHALLENGE:
        rules.check_can_record_challenge(who)
    else:
        rules.check_can_record_voice(who)
        rules.check_heard_themselves(who, [person.public_id for person in heard_by])


def check_parts(voice: Voice, fields: Iterable[str]) -> None:
    """Raise TypeError for a field that a correction does not touch: a mistake of the caller's, not of a person's."""
    may = PARTS | (OF_DECISION if voice.decided_on else set()) | (OF_TELLING if voice.told_on else set())
    if others := set(fields) - may:
        raise TypeError(f"A correction does not change {', '.join(sorted(others))}.")


def check_words(voice: Voice) -> None:
    """Every field, and no identifier in free text. Raises ValidationError by field."""
    voice.full_clean(exclude=["recorded_by", "looked_at_by", "published_by"], validate_constraints=False)
    for name in FREE_TEXT:
        try:
            validate_no_identifiers(getattr(voice, name))
        except ValidationError as problem:
            raise ValidationError({name: problem}) from problem


def hear(voice: Voice, heard_by: Iterable[Person], by: Person | None, at: datetime) -> None:
    """Let it count for each who listened, on the day they did: the duty T3."""
    details = {"on": voice.heard_on.isoformat(), "theme": voice.theme, "how": voice.how}
    for person in heard_by:
        Event.record(VOICE_HEARD, about=voice.reference, by=by, counts_for=person, at=at, details=details)


def tell_body(voice: Voice, at: datetime) -> None:
    """Let those know who must answer a challenge."""
    if voice.body:
        path = reverse("pledges:voice-detail", args=[voice.public_id])
        for person in facts.to_be_told_of(voice.body, localdate(at)):
            notices.tell(person.public_id, f"challenge-put:{voice.public_id}", path, at)
