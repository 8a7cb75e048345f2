"""What children said that waits for somebody: an answer, a look, or to be told what came of it."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone

from corpparent.words import day
from members.needs import Need
from members.standing import Standing
from pledges.facts import voices as facts
from pledges.models import PledgeSettings, Voice

MOST = 5


def needs(who: Standing) -> Iterator[Need]:
    """At most five of each. At most four queries, whatever the rows; none for a stranger."""
    if not who.is_member or who.person_id is None:
        return
    today = timezone.localdate()
    challenges, to_look_at, to_tell = facts.waiting_for(who, MOST)
    yield from (of_challenge(voice, today) for voice in challenges)
    yield from (of_look(voice) for voice in to_look_at)
    if to_tell:
        times = PledgeSettings.current()
        yield from (of_telling(voice, today, times) for voice in to_tell)


def path_of(voice: Voice) -> str:
    return reverse("pledges:voice-detail", args=[voice.public_id])


def of_challenge(voice: Voice, today: date) -> Need:
    by = voice.answer_by or date.max
    return Need(
        title="Answer the children’s council",
        url=path_of(voice),
        about=voice.said,
        why=f"They asked {voice.body}. Children see whether it answers.",
        tag=f"{'Was due' if by < today else 'By'} {day(by)}",
        tone="late" if by < today else "due",
        by=by,
    )


def of_look(voice: Voice) -> Need:
    return Need(
        title="Say what came of what was said",
        url=path_of(voice),
        about=voice.said,
        why="You look at it. Say what changed, or why nothing does.",
        tag=f"Since {day(voice.looked_at_on or voice.heard_on)}",
    )


def of_telling(voice: Voice, today: date, times: PledgeSettings) -> Need:
    by = facts.tell_back_by(voice.decided_on or today, times)
    return Need(
        title="Tell children what came of it",
        url=path_of(voice),
        about=voice.said,
        why="What is decided and not told is, for them, not done.",
        tag=f"{'Was due' if by < today else 'By'} {day(by)}",
        tone="late" if by < today else "due",
        by=by,
    )
