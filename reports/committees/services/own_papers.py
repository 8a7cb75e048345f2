"""Adding a paper that the portal writes itself."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from members.models import Person
from reports.committees import sources
from reports.committees.models import Access, AgendaItem, Paper
from reports.committees.rules import papers as rules
from reports.committees.services.paper_rows import keep_written
from reports.committees.services.papers import add_paper


def add_own_paper(
    *, item: AgendaItem, wanted: str, restriction: dict[str, Any], by: Person | None, at: datetime, **given: Any
) -> Paper:
    """Make `wanted` ("visits:2026-27-Q2") and add it to `item`: no transaction is open while it is drawn.

    Raises NotAllowed, ValidationError by field, at `wanted` where there is nothing to show to these readers.
    """
    if by:
        rules.check_can_keep(by.standing_on(localdate(at)))
    is_public = restriction["access"] == Access.OPEN
    try:
        document, said = sources.made(wanted, item, is_public=is_public, at=at)
    except sources.NothingToShow as nothing:
        raise ValidationError({"wanted": str(nothing)}) from nothing
    origin = wanted.partition(":")[0]
    with transaction.atomic():
        paper = add_paper(item=item, restriction=restriction, document=document, origin=origin, by=by, at=at, **given)
        keep_written(paper, said)
    return paper
