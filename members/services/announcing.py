"""What the portal itself has to tell: definitions of figures that came with a new release."""

from collections.abc import Sequence
from datetime import datetime

from members.models import Reading
from members.roles import OFFICES
from members.services.readings import add_reading, publish_reading

MOST = 40  # titles in one digest


def announce_definitions(*, new: Sequence[str], changed: Sequence[str], link: str, at: datetime) -> Reading:
    """Publish one reading that asks Lead Member and DCS to know of these figures, by their titles, behind `link`.

    By the portal itself: definitions come with its code.
    """
    count = len(new) + len(changed)
    reading = add_reading(
        title=f"{count} figure{'s' * (count != 1)} with a new definition",
        kind=Reading.Kind.DEFINITION,
        digest=_digest(new, changed),
        link=link,
        for_roles=OFFICES,
        is_asked=True,
        by=None,
        at=at,
    )
    return publish_reading(reading=reading, by=None, at=at)


def _digest(new: Sequence[str], changed: Sequence[str]) -> str:
    parts = [_listed("Changed. Earlier figures keep the definition they had:", changed), _listed("New:", new)]
    return "\n\n".join(part for part in parts if part)


def _listed(heading: str, titles: Sequence[str]) -> str:
    if not titles:
        return ""
    rest = [f"and {len(titles) - MOST} more"] if len(titles) > MOST else []
    return "\n".join([heading, *(f"– {title}" for title in [*sorted(titles)[:MOST], *rest])])
