"""Lists of councillors that wait to be taken in, for the administrator's start page."""

from collections.abc import Iterator

from django.urls import reverse

from corpparent.rules import why_not
from corpparent.words import day
from members import rules
from members.models import MemberImport
from members.needs import Need
from members.standing import Standing

MOST = 5


def needs(who: Standing) -> Iterator[Need]:
    """A need for each list that was read and waits for a yes. One query, none for others."""
    if why_not(rules.check_can_bring_councillors, who):
        return
    found = MemberImport.objects.filter(status=MemberImport.Status.READY).defer("rows", "findings")
    for feed in found.order_by("brought_at", "pk")[:MOST]:
        yield Need(
            title="Take in the list of councillors",
            url=reverse("members:feed-detail", args=[feed.public_id]),
            about=f"{feed.get_form_display()}, brought on {day(feed.brought_at)}",
            why="It was read and changes nobody yet. Look at who is new, who changed and who has gone, then say so.",
            tag="Waiting for you",
        )
