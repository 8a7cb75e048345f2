"""What every deed to a paper begins and ends with: the row locked and looked at, kept, and its text beside it."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.timezone import localdate

from corpparent.documents import Document
from corpparent.identifiers import validate_no_identifiers
from corpparent.models import StoredFile
from corpparent.versions import check_version
from members.models import Person
from reports.committees.facts.publishing import check_is_not_being_published
from reports.committees.models import AgendaItem, Clearance, Paper, PaperText, WrittenPaper
from reports.committees.rules import papers as rules

TEXTS = ("title", "summary", "contact", "names_explained")


def locked(paper: Paper, version: int, by: Person | None, at: datetime, *, is_urgent: bool = False) -> Paper:
    """The row, held until the end of the transaction, for who keeps papers. Raises NotAllowed, Stale.

    While the agenda is being published only what `is_urgent` is done: the job sees it and refuses.
    """
    if by:
        rules.check_can_keep(by.standing_on(localdate(at)))
    row = Paper.objects.select_for_update().get(pk=paper.pk)
    check_version(row, version)
    if not is_urgent:
        check_is_not_being_published(row.item.meeting)
    return row


def save(paper: Paper) -> None:
    """Raises ValidationError by field where a text is too long or tells who a child is."""
    check_texts(paper)
    if paper.pk:
        paper.version += 1
    paper.save()


def check_texts(paper: Paper) -> None:
    wrong: dict[str, Any] = {}
    for name in TEXTS:
        try:
            validate_no_identifiers(getattr(paper, name))
        except ValidationError as problem:
            wrong[name] = problem.messages
    if wrong:
        raise ValidationError(wrong)


def next_position(item: AgendaItem) -> int:
    return (item.papers.aggregate(last=Max("position"))["last"] or 0) + 1


def hold(paper: Paper, document: Document | None) -> None:
    """Put `document` into the row: its bytes under a random name, its pages and its size."""
    if document is not None:
        paper.file = StoredFile.write([document.content])
        paper.pages, paper.size, paper.due_at = document.pages, len(document.content), None


def keep_texts(paper: Paper, texts: list[str]) -> None:
    """The text layer of an open paper, a row a page; of any other paper none."""
    forget_words(paper)
    if paper.is_open:
        rows = [PaperText(paper=paper, page=page, text=text) for page, text in enumerate(texts, start=1)]
        PaperText.objects.bulk_create(rows)


def keep_written(paper: Paper, said: dict[str, Any]) -> None:
    """What an open paper of our own says, for its page; once, and of any other paper nothing."""
    if paper.is_open and said:
        WrittenPaper.objects.get_or_create(paper=paper, defaults={"said": said})


def forget_words(paper: Paper) -> None:
    """What search and its page know of a paper: only its file says it from now on."""
    paper.texts.all().delete()
    WrittenPaper.objects.filter(paper=paper).delete()


def forget_clearances(paper: Paper) -> None:
    """What was cleared is not what is there now: whoever was asked is asked again."""
    paper.clearances.update(cleared_at=None, refused_because="")


def drop_file(file: StoredFile | None) -> None:
    """Remove a file that no paper has any more."""
    if file is not None and not Paper.objects.filter(file=file).exists():
        file.remove()


def forget(paper: Paper) -> None:
    """Remove a draft with all that hangs on it."""
    Clearance.objects.filter(paper=paper).delete()
    paper.background.all().delete()
    file = paper.file
    paper.delete()
    drop_file(file)
