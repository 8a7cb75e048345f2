"""Whom promises ask for a word: whoever answers for one, and the participation officer, once a quarter has ended."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from members.needs import Need
from members.roles import PARTICIPATION_OFFICER
from members.standing import Standing
from pledges.facts.silence import Silence, silent_on
from pledges.models import Progress, Promise
from pledges.showing.progress import form_url
from pledges.showing.silence import asked_of, tag, tone


def needs(who: Standing) -> Iterator[Need]:
    """One need for each voice, however many promises ask for it. Four queries at most, one for who answers for none."""
    on = who.on or localdate()
    if not (who.has(PARTICIPATION_OFFICER) or Promise.objects.filter(owner_role__slug__in=who.roles).exists()):
        return
    mine = asked_of(who, silent_on(on))
    for voice in Progress.Voice.values:
        found = [one for one in mine if one.voice == voice]
        if found:
            yield need(found, on)


def need(silences: list[Silence], on: date) -> Need:
    first, number = silences[0], len(silences)
    what = first.of if number == 1 else f"{number} promises"
    is_officers = first.voice == Progress.Voice.OFFICERS
    return Need(
        title=f"Say how it stands: {what}" if is_officers else f"Ask young people: {what}",
        url=form_url(first.of, first.voice, first.period.code) if number == 1 else reverse("pledges:progress-list"),
        about=f"For {first.period.label}, which has ended.",
        why="You answer for it. Children read what you say, or that you said nothing."
        if is_officers
        else "Their own word stands beside what officers say.",
        tag=tag(first, on),
        tone=tone(first, on),
        by=first.due_on,
    )
