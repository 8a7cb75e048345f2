"""What every page knows: the council, who looks, and where they can go."""

from functools import cache

from django.http import HttpRequest
from django.urls import reverse

from members import words
from members.models import Council
from members.roles import ADMINISTRATOR
from members.sections import COUNCIL, PEOPLE, PLEDGE, VISITS, sections, starts
from members.standing import STRANGER

# (label, URL name, starts of the addresses for which the tab is the current one)
MEMBER_TABS = [
    ("Home", "home", ("/",)),
    ("Visits", "visits:visit-list", starts(VISITS)),
    ("Packs", "packs:pack-list", ("/packs/",)),
    ("Figures", "indicators:indicator-list", ("/figures/",)),
    ("Pledge", "pledges:pledge-list", starts(PLEDGE)),
    ("Actions", "pledges:action-list", ("/actions/",)),
    ("People", "members:person-list", starts(PEOPLE)),
]
PUBLIC_TABS = [
    ("Our pledge", "pledges:our-pledge", ("/our-pledge/",)),
    ("You said, we did", "pledges:you-said", ("/you-said-we-did/",)),
    ("Help for care leavers", "pledges:local-offer", ("/help-for-care-leavers/",)),
    ("Packs", "packs:pack-list", ("/packs/",)),
]
OFFICE_TAB = ("Council", "members:council-detail", starts(COUNCIL))


def portal(request: HttpRequest) -> dict[str, object]:
    """Context of every template. No query of its own but for a glance at the council and its words."""
    who = getattr(request, "standing", STRANGER)
    return {
        "council": Council.glance(),
        "words": words.glance(),
        "standing": who,
        "nav": [
            {"label": label, "url": url, "is_current": is_current(starts, request.path)}
            for label, url, starts in tabs(is_for_members=who.is_member, is_for_administrators=who.has(ADMINISTRATOR))
        ],
        "sections": sections(who, request.path),
    }


@cache
def tabs(*, is_for_members: bool, is_for_administrators: bool) -> list[tuple[str, str, tuple[str, ...]]]:
    """(label, address, starts) of each tab; addresses do not change while the process lives."""
    found = [*(MEMBER_TABS if is_for_members else PUBLIC_TABS), *([OFFICE_TAB] if is_for_administrators else [])]
    return [(label, reverse(name), starts) for label, name, starts in found]


def is_current(starts: tuple[str, ...], path: str) -> bool:
    """Whether `path` lies under one of the tab's `starts`; the front page only is itself."""
    return path == "/" if starts == ("/",) else path.startswith(starts)
