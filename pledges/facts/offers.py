"""What is on offer on a day, what waits to be confirmed, and until when an unconfirmed offer stays public."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from corpparent.models import Event
from corpparent.months import months_after
from members.models import Appointment
from members.roles import PARTICIPATION_OFFICER
from members.standing import Standing
from pledges import events
from pledges.models import Offer, PledgeSettings

HISTORY = {
    events.OFFER_ADDED: "Written",
    events.OFFER_CHANGED: "Changed",
    events.OFFER_PUBLISHED: "Published",
    events.OFFER_CONFIRMED: "Confirmed",
    events.OFFER_WITHDRAWN: "Withdrawn",
}


def confirm_by(offer: Offer, times: PledgeSettings) -> date | None:
    """The day by which somebody must say again that it is so; None while nobody ever did."""
    return offer.confirmed_on and months_after(offer.confirmed_on, times.offer_months)


def public_until(offer: Offer, times: PledgeSettings) -> date | None:
    """The last day on which everybody sees it, unless it is confirmed."""
    due = confirm_by(offer, times)
    return due and due + timedelta(days=times.offer_grace_days)


def public_offers(on: date, times: PledgeSettings | None = None) -> QuerySet[Offer]:
    """Published, and confirmed within the months and the days of grace. One query, and one for the times not given."""
    times = times or PledgeSettings.current()
    latest = on - timedelta(days=times.offer_grace_days)
    return published().filter(confirmed_on__gte=first_confirmed(latest, times.offer_months))


def local_offer(on: date) -> QuerySet[Offer]:
    """What of it is for care leavers. Source: Children and Social Work Act 2017, section 2."""
    return public_offers(on).filter(is_for_leavers=True)


def to_confirm(on: date, times: PledgeSettings) -> QuerySet[Offer]:
    """Published, and the day by which it was to be confirmed is `on` or before: the longest waiting first."""
    fresh_from = first_confirmed(on + timedelta(days=1), times.offer_months)
    return published().filter(confirmed_on__lt=fresh_from).order_by("confirmed_on", "pk")


def for_confirmer(found: QuerySet[Offer], who: Standing) -> QuerySet[Offer]:
    """Of `found`, what `who` is asked to confirm: the participation officer what no role answers for, too."""
    theirs = Q(owner_role__slug__in=who.roles)
    return found.filter(theirs | Q(owner_role=None) if who.has(PARTICIPATION_OFFICER) else theirs)


def published() -> QuerySet[Offer]:
    return Offer.objects.filter(status=Offer.Status.PUBLISHED)


def first_confirmed(day: date, months: int) -> date:
    """The earliest day from which `months` lead to `day` or after; months are not all as long."""
    found = months_after(day, -months)
    while months_after(found, months) < day:
        found += timedelta(days=1)
    return found


def confirmers_of(offers: Iterable[Offer], on: date) -> dict[int, list[UUID]]:
    """Who is asked to confirm, by offer: holders of its role on `on`, else the participation officers. One query."""
    slugs = {offer.owner_role.slug for offer in offers if offer.owner_role} | {PARTICIPATION_OFFICER}
    held = Appointment.objects.current(on).filter(role__slug__in=slugs).order_by("pk")
    holders: dict[str, list[UUID]] = {}
    for slug, person in held.values_list("role__slug", "person__public_id"):
        holders.setdefault(slug, []).append(person)
    others = holders.get(PARTICIPATION_OFFICER, [])
    return {one.pk: holders.get(one.owner_role.slug, others) if one.owner_role else others for one in offers}


def record_of(offer: Offer) -> QuerySet[Event]:
    """What became of it, the latest first."""
    return Event.objects.filter(subject_id=offer.public_id, type__in=HISTORY).order_by("-number")
