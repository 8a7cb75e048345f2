"""What readers fetched: counted a day and person, and of what is kept from the public each time on the record."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from corpparent.models import Event, StoredFile
from members.models import Person
from reports.committees.events import EXEMPT_PAPER_OPENED
from reports.committees.models import Fetch, Paper


@transaction.atomic
def count_fetch(*, file: StoredFile, by: Person | None, at: datetime) -> None:
    """Count that `file` was fetched, by the public where `by` is None. For papers and for packs."""
    row, is_first = Fetch.objects.get_or_create(file=file, on=localdate(at), person=by)
    if not is_first:
        Fetch.objects.filter(pk=row.pk).update(times=F("times") + 1)


@transaction.atomic
def look_at_exempt(*, paper: Paper, by: Person, at: datetime) -> None:
    """That somebody opened the page or the file of a published paper that is kept from the public."""
    if paper.is_published and not paper.is_open:
        Event.record(EXEMPT_PAPER_OPENED, about=paper.reference, by=by, at=at)
