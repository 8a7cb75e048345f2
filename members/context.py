"""What every page knows: the council, who looks, and where they can go."""

from functools import cache

from django.http import HttpRequest
from django.urls import reverse

from members.models import Council
from members.standing import STRANGER

# (label, URL name, prefix of the addresses for which the tab is the current one)
MEMBER_TABS = [
    ("Home", "home", "/"),
    ("Packs", "packs:pack-list", "/packs/"),
    ("Figures", "indicators:indicator-list", "/figures/"),
]
PUBLIC_TABS = [("Packs", "packs:pack-list", "/packs/")]


def portal(request: HttpRequest) -> dict[str, object]:
    """Context of every template. No query of its own but for a glance at the council."""
    who = getattr(request, "standing", STRANGER)
    return {
        "council": Council.glance(),
        "standing": who,
        "nav": [
            {"label": label, "url": url, "is_current": is_current(prefix, request.path)}
            for label, url, prefix in tabs(is_for_members=who.is_member)
        ],
    }


@cache
def tabs(*, is_for_members: bool) -> list[tuple[str, str, str]]:
    """(label, address, prefix) of each tab; addresses do not change while the process lives."""
    return [(label, reverse(name), prefix) for label, name, prefix in (MEMBER_TABS if is_for_members else PUBLIC_TABS)]


def is_current(prefix: str, path: str) -> bool:
    """Whether `path` lies under the tab's `prefix`; the front page only is itself."""
    return path == prefix if prefix == "/" else path.startswith(prefix)
