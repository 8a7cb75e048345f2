"""Who may build and publish packs. Source: docs/adr/0005, and SECURITY 13: a second person publishes."""

from datetime import date

from corpparent.periods import Period
from corpparent.rules import NotAllowed
from members.standing import Standing
from reports.packs.models import Edition
from reports.packs.models.edition import BUILDERS


def check_can_build(who: Standing) -> None:
    """Packs are built by those who answer for them."""
    if not who.has(*BUILDERS):
        raise NotAllowed(
            "Only a performance officer, the administrator, the Director of Children’s Services "
            "or the Lead Member can build a pack."
        )


def check_has_ended(period: Period, today: date) -> None:
    """A pack says how a period was, so the period is over."""
    if period.ends_on >= today:
        raise NotAllowed(f"{period.label} has not ended yet. Its pack can be built from the day after.")


def check_can_publish(who: Standing, edition: Edition) -> None:
    """A draft of our own, by a second person: not the one who asked for it."""
    check_can_build(who)
    if edition.is_published:
        raise NotAllowed("This edition is published already. It never changes; a correction is a new version.")
    if not edition.pack.is_own:
        raise NotAllowed(f"This pack is about {edition.pack.area.name}: it is for reading here, not ours to publish.")
    if edition.pack.asked_by_id is not None and edition.pack.asked_by_id == who.person_id:
        raise NotAllowed("You asked for this pack, so somebody else publishes it.")
