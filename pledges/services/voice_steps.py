"""What becomes of what was heard: somebody looks at it, says what came of it, tells children, and others publish it."""

from datetime import date, datetime, timedelta

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.models import Event
from corpparent.versions import check_version
from members.models import Person
from pledges.events import VOICE_DECIDED, VOICE_HIDDEN, VOICE_LOOKED_AT, VOICE_PUBLISHED, VOICE_TOLD_BACK
from pledges.facts import voices as facts
from pledges.models import PledgeSettings, Voice
from pledges.rules import voices as rules
from pledges.services.voices import check_words, locked, status_of

LAST_DAY = "pledges:voices-reminded-on"


@transaction.atomic
def look_at_voice(*, voice: Voice, person: Person, by: Person | None, at: datetime) -> Voice:
    """`person` looks at it, or does instead of another. The same again changes nothing. Raises NotAllowed."""
    voice, today = locked(voice), localdate(at)
    if by:
        rules.check_can_take_further(by.standing_on(today), voice)
    rules.check_can_move(voice, Voice.Status.LOOKED_AT)
    if voice.looked_at_by_id == person.pk:
        return voice
    rules.check_can_be_looker(person.name, is_member=person.standing_on(today).is_member)
    voice.status, voice.looked_at_by = Voice.Status.LOOKED_AT, person
    voice.looked_at_on = voice.looked_at_on or today
    keep(voice)
    if person != by:
        notices.tell(person.public_id, f"voice-looked-at:{voice.public_id}", path_of(voice), at)

    Event.record(VOICE_LOOKED_AT, about=voice.reference, by=by, at=at, details={"who": str(person.public_id)})
    return voice


@transaction.atomic
def decide_voice(
    *, voice: Voice, is_changed: bool, outcome: str, by: Person | None, at: datetime, names_explained: str = ""
) -> Voice:
    """Say what changed, or why not; to a challenge this is the answer. What was public waits for a second person again.

    `names_explained`: why a name in `outcome` may stand; what was said of other names stays where it is "".
    Raises NotAllowed, ValidationError by field.
    """
    voice = locked(voice)
    if by:
        rules.check_can_take_further(by.standing_on(localdate(at)), voice)
    to = status_of(is_changed)
    rules.check_can_move(voice, to)
    if not outcome.strip():
        raise ValidationError({"outcome": "Say what changed, or why nothing did."})
    voice.status, voice.is_changed, voice.outcome, voice.decided_on = to, is_changed, outcome.strip(), localdate(at)
    voice.names_explained = names_explained or voice.names_explained
    voice.is_public = False
    check_words(voice)
    keep(voice)

    Event.record(VOICE_DECIDED, about=voice.reference, by=by, at=at, details={"is_changed": is_changed})
    return voice


@transaction.atomic
def tell_back(
    *, voice: Voice, told_on: date, told_how: str, by: Person | None, at: datetime, names_explained: str = ""
) -> Voice:
    """Say when and how children were told what came of it. What was public waits for a second person again.

    `names_explained`: why a name in `told_how` may stand; what was said of other names stays where it is "".
    Raises NotAllowed, ValidationError by field.
    """
    voice = locked(voice)
    if by:
        rules.check_can_take_further(by.standing_on(localdate(at)), voice)
    rules.check_can_move(voice, Voice.Status.TOLD_BACK)
    if not told_how.strip():
        raise ValidationError({"told_how": "Say how they were told."})
    voice.status, voice.told_on, voice.told_how = Voice.Status.TOLD_BACK, told_on, told_how.strip()
    voice.names_explained = names_explained or voice.names_explained
    voice.is_public = False
    check_words(voice)
    rules.check_days(voice, localdate(at))
    keep(voice)

    Event.record(VOICE_TOLD_BACK, about=voice.reference, by=by, at=at, details={"on": told_on.isoformat()})
    return voice


@transaction.atomic
def publish_voice(*, voice: Voice, by: Person | None, at: datetime, version: int | None = None) -> Voice:
    """Show it in “You said, we did”; its words pass the identifier check once more.

    A second person does it: nobody who wrote or corrected any words of it, or what came of it. Doing it twice does it
    once. `version`: that of the page they read. Raises NotAllowed, Stale, ValidationError.
    """
    voice = locked(voice)
    if voice.is_public and voice.published_by == by:
        return voice
    if by:
        rules.check_can_publish_voice(by.standing_on(localdate(at)), voice, facts.writers_of(voice))
    if version is not None:
        check_version(voice, version)
    check_words(voice)
    voice.is_public, voice.published_by, voice.published_at = True, by, at
    keep(voice)

    Event.record(VOICE_PUBLISHED, about=voice.reference, by=by, at=at)
    return voice


@transaction.atomic
def hide_voice(*, voice: Voice, by: Person | None, at: datetime) -> Voice:
    """Take it out of “You said, we did”. Raises NotAllowed."""
    voice = locked(voice)
    if by:
        rules.check_can_hide_voice(by.standing_on(localdate(at)), voice)
    voice.is_public = False
    keep(voice)

    Event.record(VOICE_HIDDEN, about=voice.reference, by=by, at=at)
    return voice


def sweep_voices(at: datetime) -> int:
    """Tell those who must of challenges not answered and of children not told in time, once each; swept.

    Looks once a day. Returns how many of both there were.
    """
    day = localdate(at)
    if cache.get(LAST_DAY) == day.isoformat():
        return 0
    latest = day - timedelta(days=PledgeSettings.current().tell_back_days)
    challenges = list(facts.overdue_challenges(day))
    untold = list(facts.to_tell_back().filter(decided_on__lt=latest).select_related("looked_at_by"))
    with transaction.atomic():
        for voice in challenges:
            for person in facts.to_be_told_of(voice.body, day) if voice.body else ():
                notices.tell(person.public_id, f"challenge-late:{voice.public_id}", path_of(voice), at)
        for voice in untold:
            if voice.looked_at_by:
                notices.tell(voice.looked_at_by.public_id, f"tell-back-late:{voice.public_id}", path_of(voice), at)
    cache.set(LAST_DAY, day.isoformat(), timeout=24 * 60 * 60)
    return len(challenges) + len(untold)


def keep(voice: Voice) -> None:
    voice.version += 1
    voice.save()


def path_of(voice: Voice) -> str:
    return reverse("pledges:voice-detail", args=[voice.public_id])
