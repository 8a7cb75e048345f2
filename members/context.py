"""What every page knows: the council, who looks, and where they can go."""

from functools import cache, lru_cache

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from members import words
from members.models import Council
from members.roles import ADMINISTRATOR
from members.sections import COUNCIL, MEETINGS, PEOPLE, PLEDGE, VISITS, Offered, address, sections, starts
from members.standing import STRANGER

# (label, URL name, starts of the addresses for which the tab is the current one)
MEMBER_TABS = [
    ("Home", "home", ("/",)),
    ("Visits", "visits:visit-list", starts(VISITS)),
    ("Meetings", "committees:meeting-list", starts(MEETINGS)),
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
    ("Meetings", "committees:meeting-list", starts(MEETINGS)),
]
OFFICE_TAB = ("Council", "members:council-detail", starts(COUNCIL))


def portal(request: HttpRequest) -> dict[str, object]:
    """Context of every template. No query of its own but for a glance at the council and its words."""
    who = getattr(request, "standing", STRANGER)
    found = tabs(is_for_members=who.is_member, is_for_administrators=who.has(ADMINISTRATOR))
    current = next((number for number, (*_, starts) in enumerate(found) if is_current(starts, request.path)), None)
    return {
        "council": Council.glance(),
        "words": words.glance(),
        "standing": who,
        "menu": menu(found, current),
        "foot_menu": foot_menu(found),
        "foot_links": foot_links(),
        "assets": assets(is_for_members=bool(getattr(request, "signed_in", None))),
        "home_url": address("home"),
        "stay_url": address("members:session-extend"),
        # Called where a page shows them, and not for what has no frame: they ask who is signed in.
        "own_links": lambda: own_links(name_of(request), "app-nav__link"),
        "foot_own_links": lambda: own_links(name_of(request), ""),
        "sections": sections_drawn(tuple(sections(who, request.path))),
    }


def name_of(request: HttpRequest) -> str:
    """The name of whoever is signed in; empty for a stranger."""
    user = getattr(request, "user", None)
    return user.name if user and user.is_authenticated else ""


Tabs = tuple[tuple[str, str, tuple[str, ...]], ...]


@cache
def tabs(*, is_for_members: bool, is_for_administrators: bool) -> Tabs:
    """(label, address, starts) of each tab; addresses do not change while the process lives."""
    found = [*(MEMBER_TABS if is_for_members else PUBLIC_TABS), *([OFFICE_TAB] if is_for_administrators else [])]
    return tuple((label, reverse(name), starts) for label, name, starts in found)


def is_current(starts: tuple[str, ...], path: str) -> bool:
    """Whether `path` lies under one of the tab's `starts`; the front page only is itself."""
    return path == "/" if starts == ("/",) else path.startswith(starts)


# Drawn once a process and not on each page: the same few lists for everybody.
@cache
def menu(found: Tabs, current: int | None) -> SafeString:
    """The tabs as items of a list, with the one where the reader is."""
    nav = [
        {"label": label, "url": url, "is_current": number == current} for number, (label, url, _) in enumerate(found)
    ]
    return render_to_string("components/menu.html", {"nav": nav})


@cache
def foot_menu(found: Tabs) -> SafeString:
    """The tabs as plain items of a list."""
    return render_to_string(
        "components/foot_menu.html", {"nav": [{"label": label, "url": url} for label, url, _ in found]}
    )


@cache
def foot_links() -> SafeString:
    """What every page leads to, as items of a list."""
    return render_to_string("components/foot_links.html")


@cache
def assets(*, is_for_members: bool) -> SafeString:
    """Type, style and script that every page has; with the clock of a sign-in where there is one."""
    return render_to_string("components/assets.html", {"is_for_members": is_for_members})


@lru_cache(maxsize=512)
def own_links(name: str, link_class: str) -> SafeString:
    """To what is one's own, and out; or in, for a stranger."""
    return render_to_string("components/own_links.html", {"name": name, "link_class": link_class})


@lru_cache(maxsize=512)
def sections_drawn(offered: tuple[Offered, ...]) -> SafeString:
    """The second row of links; nothing where there is only one."""
    return render_to_string("components/sections.html", {"sections": offered})
