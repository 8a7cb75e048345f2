"""Papers of an item: added with a file or to follow, changed while they are drafts, replaced and withdrawn after.

A file comes as a `Document` (corpparent.documents.take_in), which is made before the transaction: it takes seconds.
"""

import uuid
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.documents import Document
from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event
from corpparent.rules import NotAllowed
from members.models import Person
from reports.committees.events import (
    PAPER_ADDED,
    PAPER_CHANGED,
    PAPER_FILE_GIVEN,
    PAPER_MOVED,
    PAPER_REMOVED,
    PAPER_REPLACEMENT_ADDED,
    PAPER_SPLIT,
    PAPER_WITHDRAWN,
)
from reports.committees.facts.publishing import check_is_not_being_published
from reports.committees.models import AgendaItem, Meeting, Paper
from reports.committees.rules import papers as rules
from reports.committees.rules.restriction import checked
from reports.committees.services.paper_rows import (
    drop_file,
    forget,
    forget_clearances,
    hold,
    keep_texts,
    locked,
    next_position,
    save,
)

TOO_MANY = f"An agenda takes up to {rules.MOST_PAPERS} papers. Put some of them into one file."
NOT_YET_DUE = "Say by when it follows: a day and an hour before the meeting begins."
OPENING = "What was kept from the public is opened by two persons: ask for it on the page of the paper."


@transaction.atomic
def add_paper(
    *,
    item: AgendaItem,
    restriction: dict[str, Any],
    by: Person | None,
    at: datetime,
    document: Document | None = None,
    due_at: datetime | None = None,
    part_of: Paper | None = None,
    **about: Any,
) -> Paper:
    """Add a paper to `item`, or an appendix to `part_of`; without `document` it is to follow by `due_at`.

    `restriction`: what forms/restriction.py asks. `about`: summary, author, contact, is_decision, origin.
    The same sent twice is one. Raises NotAllowed, ValidationError by field.
    """
    check_can_add(item, by, at)
    paper = Paper(item=item, part_of=part_of, due_at=due_at, added_by=by, added_at=at, **about)
    take_on(paper, restriction, at)
    if before := added_already(paper, document):
        return before
    check_due(paper, document, item.meeting, at)
    hold(paper, document)
    paper.position = next_position(item)
    save(paper)
    keep_texts(paper, document.texts if document else [])
    details = {"pages": paper.pages, "access": paper.access}
    Event.record(PAPER_ADDED, about=paper.reference, by=by, at=at, details=details)
    return paper


def check_can_add(item: AgendaItem, by: Person | None, at: datetime) -> None:
    """Of two that come at once the second waits at the item. Raises NotAllowed, ValidationError."""
    if by:
        rules.check_can_keep(by.standing_on(localdate(at)))
    AgendaItem.objects.select_for_update().get(pk=item.pk)
    rules.check_is_to_come(item.meeting)
    check_is_not_being_published(item.meeting)
    if item.withdrawn_because:
        raise NotAllowed("This item was withdrawn: it takes no papers.")
    if Paper.objects.filter(item__meeting=item.meeting).current().count() >= rules.MOST_PAPERS:
        raise ValidationError(TOO_MANY)


def added_already(paper: Paper, document: Document | None) -> Paper | None:
    """The same, added by the same person on the same day: a form that was sent twice."""
    size = len(document.content) if document else 0
    same = {"item": paper.item, "title": paper.title, "part_of": paper.part_of, "added_by": paper.added_by}
    found = Paper.objects.filter(**same, size=size, access=paper.access, published_at__isnull=True)
    return found.filter(added_at__date=localdate(paper.added_at)).first()


def take_on(paper: Paper, restriction: dict[str, Any], at: datetime) -> None:
    """Raises ValidationError by field."""
    for name, value in checked(**restriction, on=localdate(at)).items():
        setattr(paper, name, value)


def check_due(paper: Paper, document: Document | None, meeting: Meeting, at: datetime) -> None:
    """What is not there yet says when it comes. Raises ValidationError at `due_on`."""
    is_due = paper.due_at is not None and at < paper.due_at <= meeting.starts_at
    if document is None and not is_due:
        raise ValidationError({"due_on": NOT_YET_DUE})


@transaction.atomic
def change_paper(
    *,
    paper: Paper,
    version: int,
    restriction: dict[str, Any],
    by: Person | None,
    at: datetime,
    due_at: datetime | None = None,
    **about: Any,
) -> Paper:
    """Change what is said of a draft. Kept from the public it may become at once; open only by two persons.

    Raises NotAllowed, Stale, ValidationError by field.
    """
    paper = locked(paper, version, by, at)
    rules.check_can_change(paper)
    was_open = paper.is_open
    for name, value in about.items():
        setattr(paper, name, value)
    take_on(paper, restriction, at)
    if paper.is_open and not was_open:
        raise ValidationError({"access": OPENING})
    if paper.is_to_follow:
        paper.due_at = due_at
        check_due(paper, None, paper.item.meeting, at)
    save(paper)
    if not paper.is_open:
        paper.texts.all().delete()
        paper.background.all().delete()
    Event.record(PAPER_CHANGED, about=paper.reference, by=by, at=at, details={"access": paper.access})
    return paper


@transaction.atomic
def give_file(*, paper: Paper, document: Document, version: int, by: Person | None, at: datetime) -> Paper:
    """The file of a draft that was to follow, or another one; who cleared it is asked again.

    Raises NotAllowed, Stale.
    """
    paper = locked(paper, version, by, at)
    rules.check_can_change(paper)
    before = paper.file
    hold(paper, document)
    save(paper)
    keep_texts(paper, document.texts)
    forget_clearances(paper)
    drop_file(before)
    Event.record(PAPER_FILE_GIVEN, about=paper.reference, by=by, at=at, details={"pages": paper.pages})
    return paper


@transaction.atomic
def replace_paper(
    *, paper: Paper, document: Document, because: str, version: int, by: Person | None, at: datetime
) -> Paper:
    """The next edition of a published paper, a draft until it is published itself; what was to follow comes so, too.

    Raises NotAllowed, Stale, ValidationError by field.
    """
    paper = locked(paper, version, by, at)
    rules.check_can_replace(paper)
    check_reason(because, "Say why it is replaced: it is published with the new version.")
    newer = Paper.objects.get(pk=paper.pk)
    newer.pk, newer.public_id, newer._state.adding = None, uuid.uuid4(), True
    newer.replaces, newer.edition, newer.replaced_because = paper, paper.edition + 1, because.strip()
    newer.added_by, newer.added_at, newer.published_at, newer.version = by, at, None, 1
    newer.names_explained = ""
    hold(newer, document)
    save(newer)
    keep_texts(newer, document.texts)
    Event.record(PAPER_REPLACEMENT_ADDED, about=newer.reference, by=by, at=at, details={"edition": newer.edition})
    return newer


@transaction.atomic
def split_paper(
    *, paper: Paper, title: str, document: Document, version: int, by: Person | None, at: datetime, summary: str = ""
) -> Paper:
    """Put an open part before an exempt draft, which becomes its appendix; the open part (R9).

    Raises NotAllowed, Stale, ValidationError by field.
    """
    paper = locked(paper, version, by, at)
    rules.check_can_split(paper)
    first = Paper(
        item=paper.item,
        position=paper.position,
        summary=summary,
        author=paper.author,
        contact=paper.contact,
        is_decision=paper.is_decision,
        added_by=by,
        added_at=at,
    )
    take_on(first, {"access": "open", "title": title}, at)
    hold(first, document)
    save(first)
    keep_texts(first, document.texts)
    paper.part_of, paper.position = first, next_position(paper.item)
    save(paper)
    Event.record(PAPER_SPLIT, about=first.reference, by=by, at=at, details={"appendix": str(paper.public_id)})
    return first


@transaction.atomic
def move_paper(*, paper: Paper, is_up: bool, version: int, by: Person | None, at: datetime) -> Paper:
    """Change places with the draft before or after it in its item. Raises NotAllowed, Stale."""
    paper = locked(paper, version, by, at)
    rules.check_can_change(paper)
    beside = Paper.objects.select_for_update().filter(item=paper.item_id, published_at__isnull=True)
    other = (
        beside.filter(position__lt=paper.position).order_by("-position").first()
        if is_up
        else beside.filter(position__gt=paper.position).order_by("position").first()
    )
    if other is None:
        return paper
    paper.position, other.position = other.position, paper.position
    save(other)
    save(paper)
    Event.record(PAPER_MOVED, about=paper.reference, by=by, at=at, details={"position": paper.position})
    return paper


@transaction.atomic
def remove_paper(*, paper: Paper, version: int, by: Person | None, at: datetime) -> None:
    """Remove a draft with its file. Raises NotAllowed, Stale."""
    paper = locked(paper, version, by, at)
    rules.check_can_change(paper)
    if paper.appendices.exists():
        raise NotAllowed("This paper has appendices: remove them first.")
    reference = paper.reference
    forget(paper)
    Event.record(PAPER_REMOVED, about=reference, by=by, at=at)


@transaction.atomic
def withdraw_paper(*, paper: Paper, because: str, version: int, by: Person | None, at: datetime) -> Paper:
    """A published paper is taken back; it stays readable, with the reason beside it. Raises NotAllowed, Stale."""
    if paper.withdrawn_because:
        return paper
    paper = locked(paper, version, by, at)
    rules.check_can_withdraw(paper)
    check_reason(because, "Say why it is withdrawn: everybody who may read the paper reads this.")
    paper.withdrawn_because, paper.version = because.strip(), paper.version + 1
    paper.save(update_fields=["withdrawn_because", "version"])
    Event.record(PAPER_WITHDRAWN, about=paper.reference, by=by, at=at)
    return paper


def check_reason(because: str, sentence: str) -> None:
    """Raises ValidationError at `because`."""
    if not because.strip():
        raise ValidationError({"because": sentence})
    if len(because.strip()) > rules.LONGEST_REASON:
        raise ValidationError({"because": f"Keep the reason to {rules.LONGEST_REASON} characters."})
    try:
        validate_no_identifiers(because)
    except ValidationError as problem:
        raise ValidationError({"because": problem}) from problem
