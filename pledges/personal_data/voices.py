"""What was heard that one person wrote down, listened to or looked at."""

from django.db.models import Exists, OuterRef, Q

from corpparent.words import moment
from members.models import Person
from members.personal_data import Row
from pledges.models import Voice


def voices(person: Person) -> list[Row]:
    """One row each, the oldest first. One query."""
    listened = Voice.heard_by.through.objects.filter(voice=OuterRef("pk"), person=person)
    theirs = Q(recorded_by=person) | Q(looked_at_by=person) | Q(published_by=person) | Exists(listened)
    found = Voice.objects.filter(theirs).annotate(has_listened=Exists(listened)).order_by("recorded_at", "pk")
    return [row_of(voice, person) for voice in found]


def row_of(voice: Voice, person: Person) -> Row:
    return {
        "Heard": f"{voice.heard_on:%-d %B %Y}",
        "About": voice.get_theme_display(),
        "What was said": voice.said,
        "Why the names may stand": voice.names_explained,
        "Written down": moment(voice.recorded_at),
        "What you did": ", ".join(parts_of(voice, person)),
    }


def parts_of(voice: Voice, person: Person) -> list[str]:
    """What `person` had to do with it."""
    parts = {
        "wrote it down": voice.recorded_by_id == person.pk,
        "listened": voice.has_listened,  # type: ignore[attr-defined]  # annotated above
        "looked at it": voice.looked_at_by_id == person.pk,
        "published it": voice.published_by_id == person.pk,
    }
    return [part for part, is_so in parts.items() if is_so]
