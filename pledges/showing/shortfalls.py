"""What is not good enough, in words: what was said, of what, and what came of it."""

from dataclasses import dataclass

from django.urls import reverse

from corpparent.rules import why_not
from corpparent.words import day
from members.standing import Standing
from pledges.facts.shortfalls import figure_id
from pledges.models import Shortfall
from pledges.rules import shortfalls as rules
from reports.indicators.beside import Link
from reports.indicators.models import Indicator


@dataclass(frozen=True)
class Row:
    """One line of the list."""

    title: str
    url: str
    second: str
    came: str
    tone: str
    tag: str


def row(shortfall: Shortfall) -> Row:
    url = reverse("pledges:shortfall-detail", args=[shortfall.public_id])
    tone, tag = standing(shortfall)
    return Row(shortfall.source_label, url, f"“{shortfall.why}”", came(shortfall), tone, tag)


def standing(shortfall: Shortfall) -> tuple[str, str]:
    """Tone and words of its tag."""
    if not shortfall.settled_at:
        return "due", "Not answered yet"
    return ("ok", "Led to an action") if shortfall.action else ("neutral", "Answered")


def said(shortfall: Shortfall) -> str:
    """ "Asha Bell, 3 September 2026"."""
    who = shortfall.raised_by.name if shortfall.raised_by else "The council"
    return f"{who}, {day(shortfall.raised_at)}"


def settled(shortfall: Shortfall) -> str:
    """ "Asha Bell, 3 September 2026"; "" while nobody answered."""
    if not shortfall.settled_at:
        return ""
    who = shortfall.settled_by.name if shortfall.settled_by else "The council"
    return f"{who}, {day(shortfall.settled_at)}"


def came(shortfall: Shortfall) -> str:
    """Who said it, and in a few words what came of it; never the title of an exempt action."""
    if not shortfall.settled_at:
        return f"{said(shortfall)}. Nobody has answered yet."
    if shortfall.action:
        return f"{said(shortfall)}. What is done: {shortfall.action.reference.label}"
    return f"{said(shortfall)}. Why nothing more is done: {shortfall.reason}"


def of_figure(indicator: Indicator, who: Standing) -> Link | None:
    """Beside a figure of our own: saying that it is not good enough, for who may."""
    url = url_to_say(f"target:{figure_id(indicator)}", who)
    return Link("This is not good enough", url) if url else None


def url_to_say(about: str, who: Standing) -> str:
    """Where `who` says that `about` ("promise:<uuid>") is not good enough; "" for who may not."""
    if why_not(rules.check_can_raise_shortfall, who):
        return ""
    return f"{reverse('pledges:shortfall-create')}?about={about}"
