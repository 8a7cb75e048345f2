"""Exempt to open by two persons, open to exempt at once by one, and the look again at each exempt paper.

Who asked to open it stands in the record alone: the last of its events says it.
"""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from members.models import Person
from reports.committees.events import PAPER_CLOSED, PAPER_OPENED, PAPER_OPENING_ASKED, PAPER_REVIEWED
from reports.committees.facts.opening import asked_by
from reports.committees.facts.papers import found_in
from reports.committees.models import Access, Paper
from reports.committees.rules import opening as rules
from reports.committees.rules.papers import check_can_keep
from reports.committees.rules.restriction import checked
from reports.committees.services.paper_rows import forget_words, keep_texts, locked


@transaction.atomic
def ask_to_open(*, paper: Paper, version: int, by: Person, at: datetime) -> Paper:
    """Ask that a second person opens `paper`. Asked already by the same person is asked. Raises NotAllowed, Stale."""
    check_can_keep(by.standing_on(localdate(at)))
    paper = locked(paper, version, by, at)
    rules.check_is_kept_from_the_public(paper)
    if asked_by(paper) != by.public_id:
        Event.record(PAPER_OPENING_ASKED, about=paper.reference, by=by, at=at)
    return paper


@transaction.atomic
def open_paper(*, paper: Paper, texts: list[str], version: int, by: Person, at: datetime) -> Paper:
    """The public reads it from now on. `texts` is its text by page, read before the transaction.

    Raises NotAllowed, Stale, and ValidationError where the text may tell who a child is.
    """
    paper = locked(paper, version, by, at)
    rules.check_can_confirm(by.standing_on(localdate(at)), paper, asked_by(paper))
    check_texts_of(texts)
    restrict(paper, {"access": Access.OPEN, "title": paper.title}, at)
    keep_texts(paper, texts)
    Event.record(PAPER_OPENED, about=paper.reference, by=by, at=at)
    return paper


@transaction.atomic
def close_paper(*, paper: Paper, restriction: dict[str, Any], version: int, by: Person, at: datetime) -> Paper:
    """Keep an open paper from the public at once. What search and its page knew goes, and its background papers.

    Raises NotAllowed, Stale, ValidationError by field.
    """
    paper = locked(paper, version, by, at, is_urgent=True)
    rules.check_can_close(by.standing_on(localdate(at)), paper)
    if restriction["access"] == Access.OPEN:
        raise ValidationError({"access": "Choose exempt or confidential."})
    restrict(paper, restriction | {"title": paper.title}, at)
    forget_words(paper)
    paper.background.all().delete()
    Event.record(PAPER_CLOSED, about=paper.reference, by=by, at=at, details={"access": paper.access})
    return paper


@transaction.atomic
def review_paper(
    *, paper: Paper, interest: str, review_on: date | None, version: int, by: Person, at: datetime
) -> Paper:
    """It must still be exempt: why, and by when somebody looks again. Raises NotAllowed, Stale, ValidationError."""
    paper = locked(paper, version, by, at)
    rules.check_can_review(by.standing_on(localdate(at)), paper)
    same = {"access": paper.access, "title": paper.title, "public_title": paper.public_title}
    restrict(paper, {**same, "paragraphs": paper.paragraphs, "interest": interest, "review_on": review_on}, at)
    Event.record(PAPER_REVIEWED, about=paper.reference, by=by, at=at)
    return paper


def restrict(paper: Paper, restriction: dict[str, Any], at: datetime) -> None:
    """Write the restriction alone: of a published paper nothing else may change. Raises ValidationError by field."""
    kept = checked(**restriction, on=localdate(at))
    for name, value in kept.items():
        setattr(paper, name, value)
    paper.version += 1
    paper.save(update_fields=[*(name for name in kept if name != "title"), "version"])


def check_texts_of(texts: list[str]) -> None:
    found = [one.words for one in found_in(enumerate(texts, start=1)) if not one.is_name]
    if found:
        raise ValidationError(f"It may tell who a child is: {'; '.join(found)}. It stays as it is.")
