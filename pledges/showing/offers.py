"""Offers in words: the row of a list, when one is confirmed, and what stands in its history."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse

from corpparent.models import Event
from corpparent.words import day
from pledges.facts.offers import HISTORY, confirm_by, public_until
from pledges.models import Offer, PledgeSettings

TONES = {Offer.Status.DRAFT: "due", Offer.Status.PUBLISHED: "ok", Offer.Status.WITHDRAWN: "neutral"}


@dataclass(frozen=True)
class Row:
    """One line of the list."""

    title: str
    url: str
    second: str
    tone: str
    tag: str


class Offered(NamedTuple):
    """One offer as everybody reads it in the list; `ages` in words."""

    slug: str
    title: str
    for_whom: str
    ages: str
    run_by: str
    phone: str


def offered(offer: Offer) -> Offered:
    return Offered(offer.slug, offer.title, offer.for_whom, ages(offer), offer.run_by, offer.phone)


def row(offer: Offer, times: PledgeSettings, on: date) -> Row:
    tone, tag = standing(offer, times, on)
    url = reverse("pledges:offer-detail", args=[offer.public_id])
    second = f"{offer.get_need_display()}, {ages(offer)}, {offer.run_by}"
    return Row(offer.title, url, second, tone, tag)


def standing(offer: Offer, times: PledgeSettings, on: date) -> tuple[str, str]:
    """Tone and words of its tag."""
    due, last = confirm_by(offer, times), public_until(offer, times)
    if offer.status != Offer.Status.PUBLISHED or due is None or last is None:
        return TONES[Offer.Status(offer.status)], offer.get_status_display()
    if on > last:
        return "late", "Not public: not confirmed"
    if on >= due:
        return "due", "To be confirmed"
    return "ok", "Published"


def sentence(offer: Offer, times: PledgeSettings, on: date) -> str:
    """What its date means for the public page; "" for what is not published."""
    due, last = confirm_by(offer, times), public_until(offer, times)
    if offer.status != Offer.Status.PUBLISHED or due is None or last is None:
        return ""
    if on > last:
        return f"Nobody confirmed it in time, so it left the public page after {last:%-d %B %Y}."
    if on >= due:
        return f"Somebody must confirm it. It leaves the public page after {last:%-d %B %Y}."
    return f"It is confirmed anew by {due:%-d %B %Y}."


def ages(offer: Offer) -> str:
    """ "18 to 25", "18"."""
    return f"{offer.from_age}" if offer.from_age == offer.to_age else f"{offer.from_age} to {offer.to_age}"


def facts_of(offer: Offer) -> list[dict[str, str]]:
    """For the officers' page, as components/facts.html takes them."""
    confirmed = f"{offer.confirmed_on:%-d %B %Y}" if offer.confirmed_on else "Not yet"
    if offer.confirmed_on and offer.confirmed_by:
        confirmed = f"{confirmed}, by {offer.confirmed_by.name}"
    owner = offer.owner_role.name if offer.owner_role else "The participation officer"
    found = [
        ("Helps with", offer.get_need_display()),
        ("Ages", ages(offer)),
        ("For whom", offer.for_whom),
        ("Who runs it", offer.run_by + (f" ({offer.partner.name})" if offer.partner else "")),
        ("Number", offer.phone),
        ("E-mail", offer.email),
        ("Page", offer.link),
        ("Who confirms it", owner),
        ("Last confirmed", confirmed),
        ("Why the names may stand", offer.names_explained),
        ("Local offer", "For care leavers" if offer.is_for_leavers else "Not part of it"),
    ]
    return [{"label": label, "value": value} for label, value in found if value]


def history(events: Iterable[Event], names: Mapping[UUID | None, str]) -> list[str]:
    """ "Published, 22 November 2026, by Asha Bell"; `names` by public id."""
    return [line(event, names.get(event.actor_id, "")) for event in events]


def line(event: Event, name: str) -> str:
    return f"{HISTORY[event.type]}, {day(event.at)}" + (f", by {name}" if name else "")
