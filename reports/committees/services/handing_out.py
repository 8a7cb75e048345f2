"""Packs handed out: counted, and an exempt edition as a copy that says on each page whose it is."""

from datetime import datetime

from django.db import transaction

from corpparent.binding import personal_copy
from corpparent.models import Event
from corpparent.words import moment
from members.models import Person
from reports.committees.events import EXEMPT_PACK_OPENED
from reports.committees.models import AgendaPack
from reports.committees.services.fetching import count_fetch


@transaction.atomic
def taken_away(*, pack: AgendaPack, by: Person | None, at: datetime) -> bytes:
    """The bytes for `by`, None for the public. Of an exempt edition each time is on the record."""
    assert pack.file is not None
    count_fetch(file=pack.file, by=by, at=at)
    content = pack.file.path.read_bytes()
    if pack.audience == AgendaPack.Audience.PUBLIC or by is None:
        return content
    Event.record(EXEMPT_PACK_OPENED, about=pack.reference, by=by, at=at)
    return personal_copy(content, f"Copy for {by.name}, {moment(at)}. Not for publication.")
