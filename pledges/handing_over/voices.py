"""What somebody who goes still looks at."""

from collections.abc import Iterator
from functools import partial

from django.urls import reverse

from members.handing_over import Open
from members.models import Person
from pledges import services
from pledges.models import Voice


def open_voices(person: Person) -> Iterator[Open]:
    """What was heard and is not told back yet, where `person` looks at it. One query."""
    found = Voice.objects.filter(looked_at_by=person).exclude(status=Voice.Status.TOLD_BACK)
    for voice in found.order_by("heard_on", "pk"):
        yield Open(
            kind="Voice",
            title=f"{voice}: {voice.get_theme_display()}",
            url=reverse("pledges:voice-detail", args=[voice.public_id]),
            move=partial(services.hand_over_voice, voice=voice),
        )
