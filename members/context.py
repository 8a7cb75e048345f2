"""What every page knows: the council, who looks, and where they can go."""

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
    tabs = MEMBER_TABS if who.is_member else PUBLIC_TABS
    return {
        "council": Council.glance(),
        "standing": who,
        "nav": [
            {"label": label, "url": reverse(name), "is_current": is_current(prefix, request.path)}
            for label, name, prefix in tabs
        ],
    }


def is_current(prefix: str, path: str) -> bool:
    """Whether `path` lies under the tab's `prefix`; the front page only is itself."""
    return path == prefix if prefix == "/" else path.startswith(prefix)
