"""What services hold ready: written by one, published by another, confirmed again and again, or withdrawn."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.text import slugify
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event, Notice
from corpparent.versions import check_version
from members.models import Person
from pledges.events import OFFER_ADDED, OFFER_CHANGED, OFFER_CONFIRMED, OFFER_PUBLISHED, OFFER_WITHDRAWN
from pledges.facts import offers as facts
from pledges.models import Offer, PledgeSettings
from pledges.rules import offers as rules

FREE_TEXT = ("title", "for_whom", "what", "how", "run_by", "names_explained")
PARTS = {
    *FREE_TEXT,
    "need",
    "from_age",
    "to_age",
    "is_for_leavers",
    "phone",
    "email",
    "link",
    "partner",
    "owner_role",
}


@transaction.atomic
def add_offer(*, by: Person | None, at: datetime, **fields: Any) -> Offer:
    """Write a draft; `fields` are those of PARTS. Raises NotAllowed, ValidationError by field."""
    if by:
        rules.check_can_write_offers(by.standing_on(localdate(at)))
    offer = Offer(written_by=by)
    write(offer, fields)
    offer.slug = slug_of(offer)
    offer.save()

    Event.record(OFFER_ADDED, about=offer.reference, by=by, at=at)
    return offer


@transaction.atomic
def change_offer(*, offer: Offer, version: int, by: Person | None, at: datetime, **fields: Any) -> Offer:
    """Change it. It is a draft of `by` from then on, and public again once somebody else publishes it.

    Raises NotAllowed, Stale, ValidationError by field.
    """
    offer = locked(offer)
    if by:
        rules.check_can_write_offers(by.standing_on(localdate(at)))
    rules.check_can_move(offer, Offer.Status.DRAFT)
    check_version(offer, version)
    offer.status, offer.written_by = Offer.Status.DRAFT, by
    write(offer, fields)
    keep(offer)

    Event.record(OFFER_CHANGED, about=offer.reference, by=by, at=at, details={"version": offer.version})
    return offer


@transaction.atomic
def publish_offer(*, offer: Offer, by: Person | None, at: datetime, version: int | None = None) -> Offer:
    """Show it to everybody, which says that it is so today. `version`: that of the page that was read.

    Raises NotAllowed, Stale.
    """
    offer = locked(offer)
    if by:
        rules.check_can_publish_offer(by.standing_on(localdate(at)), offer)
    else:
        rules.check_can_move(offer, Offer.Status.PUBLISHED)
    if version is not None:
        check_version(offer, version)
    offer.status, offer.published_at = Offer.Status.PUBLISHED, at
    offer.confirmed_on, offer.confirmed_by = localdate(at), by
    keep(offer)

    Event.record(OFFER_PUBLISHED, about=offer.reference, by=by, at=at)
    return offer


@transaction.atomic
def confirm_offer(*, offer: Offer, by: Person, at: datetime) -> Offer:
    """Say that it is still so. Twice on one day is once. Raises NotAllowed."""
    offer, today = locked(offer), localdate(at)
    rules.check_can_confirm_offer(by.standing_on(today), offer)
    if offer.confirmed_on == today:
        return offer
    offer.confirmed_on, offer.confirmed_by = today, by
    keep(offer)

    Event.record(OFFER_CONFIRMED, about=offer.reference, by=by, at=at)
    return offer


@transaction.atomic
def withdraw_offer(*, offer: Offer, by: Person | None, at: datetime) -> Offer:
    """Take it away from the public page at once; who wrote it stays. Raises NotAllowed."""
    offer = locked(offer)
    if by:
        rules.check_can_withdraw_offer(by.standing_on(localdate(at)), offer)
    else:
        rules.check_can_move(offer, Offer.Status.WITHDRAWN)
    offer.status = Offer.Status.WITHDRAWN
    keep(offer)

    Event.record(OFFER_WITHDRAWN, about=offer.reference, by=by, at=at)
    return offer


def sweep_offers(at: datetime) -> int:
    """Tell whoever is asked to confirm an offer that it waits, once for each time it is due; swept.

    Returns how many offers were told of. It leaves the public page by its date alone: nothing is to be done for that.
    """
    today = localdate(at)
    due = {
        matter_of(one): one for one in facts.to_confirm(today, PledgeSettings.current()).select_related("owner_role")
    }
    told = set(Notice.objects.filter(matter__in=due).values_list("matter", flat=True)) if due else set()
    new = {matter: offer for matter, offer in due.items() if matter not in told}
    people = facts.confirmers_of(new.values(), today) if new else {}
    with transaction.atomic():
        for matter, offer in new.items():
            for person in people[offer.pk]:
                notices.tell(person, matter, reverse("pledges:offer-detail", args=[offer.public_id]), at)
    return len(new)


def matter_of(offer: Offer) -> str:
    """Once told is told, until it is confirmed and due again."""
    return f"offer-due:{offer.public_id}:{offer.confirmed_on}"


def locked(offer: Offer) -> Offer:
    """The row, held until the end of the transaction; without a join, as of pledges.services.actions."""
    return Offer.objects.select_for_update().get(pk=offer.pk)


def write(offer: Offer, fields: dict[str, Any]) -> None:
    """Put `fields` into `offer` and look at all of it. Raises ValidationError by field."""
    if others := set(fields) - PARTS:
        raise TypeError(f"An offer is not written with {', '.join(sorted(others))}.")
    for name, value in fields.items():
        setattr(offer, name, value)
    if offer.from_age is not None and offer.to_age is not None and offer.to_age < offer.from_age:
        raise ValidationError({"to_age": "Enter an age that is not below the first one."})
    offer.full_clean(exclude=["slug", "written_by", "confirmed_by"], validate_constraints=False)
    for name in FREE_TEXT:
        try:
            validate_no_identifiers(getattr(offer, name))
        except ValidationError as problem:
            raise ValidationError({name: problem}) from problem


def keep(offer: Offer) -> None:
    offer.version += 1
    offer.save()


def slug_of(offer: Offer) -> str:
    """From the title, with a few characters more where another has it: "a-first-flat", "a-first-flat-1c9d2e"."""
    slug = slugify(offer.title)[:70].strip("-") or "offer"
    return f"{slug}-{offer.public_id.hex[:6]}" if Offer.objects.filter(slug=slug).exists() else slug
