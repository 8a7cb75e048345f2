"""What people and their appointments ask of those who answer for them, on the start page."""

from collections.abc import Iterator

from django.urls import reverse

from members.facts.alerts import alerts_for
from members.needs import Need
from members.standing import Standing


def needs(who: Standing) -> Iterator[Need]:
    """An empty chair, or one person in two. One query for those who can mend it, none for others."""
    for alert in alerts_for(who):
        yield Need(
            title=alert.title,
            url=f"{reverse('members:person-list')}?when=all&role={alert.role}",
            about="The offices that the law names",
            why=alert.why,
            tag=alert.tag,
            tone=alert.tone,
            by=alert.from_on,
        )
