"""Atom feeds for whoever follows the pledge. An entry keeps its id whatever becomes of it. Source: RFC 4287."""

from datetime import datetime, time

from django.urls import reverse
from django.utils import timezone

from corpparent.atom import line, markup
from members.council_feed import CouncilFeed
from members.models import Council
from pledges.facts import public, voices
from pledges.models import Progress, Voice
from pledges.showing import public as showing

ENTRIES = 50


class ProgressFeed(CouncilFeed):
    """The newest words about promises and what partners committed to."""

    subtitle = "Whether promises to children in care and care leavers are kept, in two voices."

    def title(self) -> str:
        return f"Our pledge: {Council.glance().name}"

    def link(self) -> str:
        return reverse("pledges:our-pledge")

    def feed_url(self) -> str:
        return reverse("pledges:our-pledge-feed")

    def items(self) -> list[Progress]:
        return list(public.public_progress()[:ENTRIES])

    def item_title(self, item: Progress) -> str:
        told = item.promise or item.commitment
        assert told is not None  # a constraint of the table
        return line(f"{item.get_voice_display()}: {item.get_rating_display().lower()}. {told.wording}")

    def item_description(self, item: Progress) -> str:
        return markup(item.words)

    def item_link(self, item: Progress) -> str:
        if item.promise:
            return reverse("pledges:promise-public", args=[item.promise.public_id])
        assert item.commitment is not None  # a constraint of the table
        return reverse("pledges:our-pledge-partners", args=[item.commitment.pledge.group])

    def item_updateddate(self, item: Progress) -> datetime:
        return item.recorded_at


class SaidFeed(CouncilFeed):
    """The newest of “You said, we did”."""

    subtitle = "What children, young people, carers and parents said, and what came of it."

    def title(self) -> str:
        return f"You said, we did: {Council.glance().name}"

    def link(self) -> str:
        return reverse("pledges:you-said")

    def feed_url(self) -> str:
        return reverse("pledges:you-said-feed")

    def items(self) -> list[Voice]:
        return list(voices.public()[:ENTRIES])

    def item_title(self, item: Voice) -> str:
        shown = showing.heard(item, timezone.localdate())
        return line(f"{shown.who}: {shown.tag.text.lower()}")

    def item_description(self, item: Voice) -> str:
        shown = showing.heard(item, timezone.localdate())
        return markup(" ".join(filter(None, [shown.said, shown.answer, shown.told])))

    def item_link(self, item: Voice) -> str:
        return f"{reverse('pledges:you-said')}#said-{item.public_id}"

    def item_updateddate(self, item: Voice) -> datetime:
        """When it was published, or the last day on which something came of it."""
        days = [day for day in (item.looked_at_on, item.decided_on, item.told_on) if day]
        moments = [timezone.make_aware(datetime.combine(day, time.min)) for day in days]
        return max(filter(None, [item.published_at, *moments]))
