"""What a member does with papers for themselves: marks, and private notes.

Both are theirs alone, so neither is in the record of events: the record is read by more than its subject.
"""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from corpparent.identifiers import validate_no_identifiers
from corpparent.versions import check_version
from members.models import Person
from pledges.services.once import wait_for
from reports.committees.models import Meeting, Note, Paper, ReadMark

LONGEST_NOTE = 2_000
LAST_PAGE = 9_999


@transaction.atomic
def mark_read(*, paper: Paper, is_read: bool, by: Person, at: datetime) -> None:
    """Set or take away the mark of `by`; pressed twice it is done once. The caller looked whether they may see it."""
    wait_for(by)
    if not is_read:
        ReadMark.objects.filter(person=by, paper=paper).delete()
        return
    ReadMark.objects.get_or_create(person=by, paper=paper, defaults={"at": at})


@transaction.atomic
def write_note(*, meeting: Meeting, page: int, text: str, by: Person, at: datetime) -> Note:
    """A private note of `by` on a page of the pack; the same words on the same page are one. Raises ValidationError."""
    wait_for(by)
    text = checked(page, text)
    if same := Note.objects.filter(person=by, meeting=meeting, page=page, text=text).first():
        return same
    return Note.objects.create(person=by, meeting=meeting, page=page, text=text, at=at)


@transaction.atomic
def change_note(*, note: Note, page: int, text: str, version: int, by: Person, at: datetime) -> Note:
    """Its author's own deed. Raises Note.DoesNotExist for anybody else, Stale, ValidationError by field."""
    text = checked(page, text)
    note = Note.objects.select_for_update().get(pk=note.pk, person=by)
    if (note.page, note.text) == (page, text):
        return note
    check_version(note, version)
    note.page, note.text, note.at = page, text, at
    note.version += 1
    note.save(update_fields=["page", "text", "at", "version"])
    return note


@transaction.atomic
def remove_note(*, note: Note, by: Person) -> None:
    """For good, and only by its author."""
    Note.objects.filter(pk=note.pk, person=by).delete()


def checked(page: int, text: str) -> str:
    """A note is private, and still names no child. Raises ValidationError by field."""
    if not 1 <= page <= LAST_PAGE:
        raise ValidationError({"page": "Enter the number of a page of the pack, like 47."})
    if not text.strip():
        raise ValidationError({"text": "Write your note, or go back."})
    if len(text.strip()) > LONGEST_NOTE:
        raise ValidationError({"text": f"Keep it to {LONGEST_NOTE:,} characters."})
    try:
        validate_no_identifiers(text)
    except ValidationError as problem:
        raise ValidationError({"text": problem.messages}) from problem
    return text.strip()
