"""Whether an edition is still what was built: its file, its pages, and what the record says of both."""

import hashlib
from typing import Any

from corpparent.models import Event
from reports.packs.events import PACK_BUILT
from reports.packs.models import Edition


class Damaged(Exception):
    """An edition is no longer what was built. The message says what of it."""


def content_of(edition: Edition) -> bytes:
    """The bytes of the PDF, checked against the edition's sha256. Raises Damaged."""
    try:
        content = edition.file.path.read_bytes()
    except FileNotFoundError as gone:
        raise Damaged("The PDF of this edition is missing from the server.") from gone
    if hashlib.sha256(content).hexdigest() != edition.sha256:
        raise Damaged("The PDF of this edition was changed on the server after it was built.")
    return content


def hash_of_pages(edition: Edition) -> str:
    """sha256 (hex) over the pages of the twin, in order, as they are stored."""
    digest = hashlib.sha256()
    for slug, html in edition.leaves.values_list("slug", "html"):
        digest.update(f"{slug}\n{html}\n".encode())
    return digest.hexdigest()


def details_of(edition: Edition) -> dict[str, str]:
    """What the record keeps of an edition when its pack is built."""
    return {"pdf": edition.sha256, "pages": hash_of_pages(edition)}


def check(edition: Edition) -> None:
    """Raises Damaged when file, row or pages differ from what the record says was built."""
    content_of(edition)
    events = Event.objects.filter(type=PACK_BUILT, subject_id=edition.pack.public_id)
    built: list[dict[str, Any]] = [event.details.get(edition.audience, {}) for event in events]
    if details_of(edition) not in built:
        raise Damaged("The pages of this edition, or its fingerprint, are not those that the record says were built.")
