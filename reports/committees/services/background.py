"""Background papers of an open report: what it relied on to a material extent (LGA 1972, s100D)."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event
from members.models import Person
from reports.committees.events import BACKGROUND_PAPER_ADDED, BACKGROUND_PAPER_REMOVED
from reports.committees.models import BackgroundPaper, Paper
from reports.committees.rules import papers as rules
from reports.committees.services.paper_rows import locked


@transaction.atomic
def add_background(
    *, paper: Paper, title: str, where: str, version: int, by: Person | None, at: datetime
) -> BackgroundPaper:
    """List what `paper` relied on; the same twice is one. Raises NotAllowed, Stale, ValidationError by field."""
    paper = locked(paper, version, by, at)
    rules.check_can_list_background(paper)
    row = BackgroundPaper(paper=paper, title=title.strip(), where=where.strip())
    row.clean_fields(exclude=["paper"])
    for name in ("title", "where"):
        check_words(name, getattr(row, name))
    if before := paper.background.filter(title=row.title, where=row.where).first():
        return before
    row.save()
    Event.record(BACKGROUND_PAPER_ADDED, about=paper.reference, by=by, at=at)
    return row


@transaction.atomic
def remove_background(*, row: BackgroundPaper, by: Person | None, at: datetime) -> None:
    """Raises NotAllowed."""
    paper = locked(row.paper, row.paper.version, by, at)
    rules.check_can_list_background(paper)
    row.delete()
    Event.record(BACKGROUND_PAPER_REMOVED, about=paper.reference, by=by, at=at)


def check_words(name: str, words: str) -> None:
    try:
        validate_no_identifiers(words)
    except ValidationError as problem:
        raise ValidationError({name: problem}) from problem
