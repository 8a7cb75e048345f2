"""Packs as they were published, and whether they may still be handed out."""

import hashlib

from corpparent.binding import originals_of
from corpparent.words import day
from reports.committees.models import Access, AgendaPack, Paper


def closed_in(pack: AgendaPack) -> dict[str, str]:
    """Papers of a pack for the public that are kept from it by now: public id, title for the public. One query."""
    if pack.audience != AgendaPack.Audience.PUBLIC:
        return {}
    papers = [row["paper"] for row in pack.contents if "paper" in row]
    found = Paper.objects.filter(public_id__in=papers).exclude(access=Access.OPEN)
    return {str(public_id): title for public_id, title in found.values_list("public_id", "public_title")}


def holds_closed(pack: AgendaPack) -> bool:
    """Whether a pack for the public holds a paper that is kept from it by now. One query."""
    return bool(closed_in(pack))


def said_of(content: bytes) -> str:
    """Which edition of an agenda a file is, or is a personal copy of; "" for any other. For `verify_pack`."""
    for number, original in enumerate([content, *originals_of(content)]):
        digest = hashlib.sha256(original).hexdigest()
        pack = AgendaPack.objects.filter(sha256=digest).select_related("publication__meeting__body").first()
        if pack:
            copy = "a personal copy of " if number and len(original) < len(content) else ""
            return f"{copy}{pack.reference.label}, {pack.pages} pages, published on {day(pack.built_at)}."
    return ""
