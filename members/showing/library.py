"""What the pages about the library show."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.urls import reverse

from corpparent.words import day
from members.models import Acknowledgement, Level, Reading
from members.roles import BUILT_IN
from members.showing.learning import FOR_LEVEL
from members.words import say

STATUS_TONES = {Reading.Status.DRAFT: "due", Reading.Status.PUBLISHED: "ok", Reading.Status.WITHDRAWN: "neutral"}


def url_of(reading: Reading) -> str:
    return reverse("members:reading-detail", args=[reading.public_id])


def of_asked(asked: Acknowledgement, today: date) -> dict[str, Any]:
    """One reading that waits for somebody."""
    is_late = asked.due_on < today
    return {
        "url": url_of(asked.reading),
        "title": asked.reading.title,
        "second": f"{asked.reading.get_kind_display()}. Read it, and say that you have.",
        "tone": "late" if is_late else "due",
        "tag": f"{'Was due' if is_late else 'By'} {asked.due_on:%-d %B %Y}",
    }


def of_reading(reading: Reading) -> dict[str, Any]:
    """One row of the library; `published_at` is there, as a draft is not in it."""
    published = f", {day(reading.published_at)}" if reading.published_at else ""
    return {
        "url": url_of(reading),
        "title": reading.title,
        "second": f"{reading.get_kind_display()}{published}",
        "start": start_of(reading.digest),
    }


def start_of(digest: str) -> str:
    """The first line of a digest, cut at a word where it is long."""
    first = next((line.strip() for line in digest.splitlines() if line.strip()), "")
    return first if len(first) <= 200 else f"{first[:200].rsplit(' ', 1)[0]} …"


def of_kept(reading: Reading, asked: int, read: int) -> dict[str, Any]:
    """One row of the list that its keepers see."""
    came = f" {read} of {asked} {'has' if asked == 1 else 'have'} read it." if asked else ""
    return of_reading(reading) | {
        "came": came.strip(),
        "tone": STATUS_TONES[Reading.Status(reading.status)],
        "tag": reading.get_status_display(),
    }


def for_whom(reading: Reading) -> str:
    """ "Every corporate parent", or the names of the roles that it is for alone."""
    if reading.for_roles:
        return ", ".join(BUILT_IN[slug][0] if slug in BUILT_IN else slug for slug in reading.for_roles)
    return say(FOR_LEVEL[Level(reading.for_level)])


def facts_of(reading: Reading) -> list[dict[str, str]]:
    facts = [{"label": "What it is", "value": reading.get_kind_display()}, {"label": "For", "value": for_whom(reading)}]
    if reading.published_at:
        facts.append({"label": "Published", "value": day(reading.published_at)})
    if reading.status == Reading.Status.DRAFT:
        asks = f"To say that they have read it, within {reading.days} days" if reading.is_asked else "Nothing"
        facts.append({"label": "Asks of them", "value": asks})
    return facts


def link_of(reading: Reading) -> dict[str, str] | None:
    """Where it stands: the address, and what to call it."""
    if not reading.link:
        return None
    host = urlsplit(reading.link).hostname
    return {"url": reading.link, "label": f"Read it at {host}" if host else "Open the page"}


def of_reader(row: dict[str, Any], today: date) -> dict[str, str]:
    """One person who was asked."""
    if row["read_at"]:
        tone, tag = "ok", f"Read, {day(row['read_at'])}"
    elif row["due_on"] < today:
        tone, tag = "late", f"Was due {row['due_on']:%-d %B %Y}"
    else:
        tone, tag = "due", f"By {row['due_on']:%-d %B %Y}"
    return {"name": row["person__name"], "tone": tone, "tag": tag}
