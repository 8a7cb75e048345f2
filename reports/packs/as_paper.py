"""A published quality pack as a paper of a meeting: the public edition in open papers, the members' in others."""

from datetime import datetime

from django.urls import reverse

from members.standing import Standing
from reports.committees.models import AgendaItem, Paper
from reports.committees.sources import NothingToShow, Source, register
from reports.packs import proof
from reports.packs.models import Edition

MOST = 12  # packs
NOT_THERE = "This edition of the pack is not published. Publish it under Packs first."


def choices(item: AgendaItem, who: Standing) -> list[tuple[str, str]]:
    """Packs of which the reader may see a published edition, the last first."""
    found = Edition.objects.visible_to(who).filter(status=Edition.Status.PUBLISHED, pack__is_own=True)
    packs = {one.pack.public_id: one.pack for one in found.select_related("pack__area").order_by("-published_at")}
    return [(str(public_id), str(pack)) for public_id, pack in list(packs.items())[:MOST]]


def make(chosen: str, item: AgendaItem, is_public: bool, at: datetime) -> bytes:
    audience = Edition.Audience.PUBLIC if is_public else Edition.Audience.EXEMPT
    published = Edition.objects.filter(status=Edition.Status.PUBLISHED, audience=audience, pack__is_own=True)
    edition = published.filter(pack__public_id=chosen).select_related("file").first()
    if edition is None:
        raise NothingToShow(NOT_THERE)
    try:
        return proof.content_of(edition)
    except proof.Damaged as damage:
        raise NothingToShow(str(damage)) from damage


def page(chosen: str) -> str:
    return reverse("packs:pack-detail", args=[chosen])


def register_source() -> None:
    """Called once, by AppConfig.ready."""
    register(Source(Paper.Origin.PACK, "Quality pack", choices, make, page))
