"""How long papers and packs, what they relied on, and what readers did with them are kept (corpparent.retention).

Source: Local Government Act 1972, s100C (agendas, reports and minutes: six years) and s100D (background papers: four).
"""

from datetime import datetime
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.timezone import localdate

from corpparent.models import StoredFile
from corpparent.retention import Rule, register
from corpparent.words import day
from reports.committees.models import (
    AgendaPack,
    BackgroundPaper,
    Clearance,
    Fetch,
    Note,
    Paper,
    PaperText,
    ReadMark,
    WrittenPaper,
)

OF_A_PAPER = ("public_id", "item__public_id", "item__meeting__public_id", "item__meeting__body__public_id")


def register_all() -> None:
    """Called once, by AppConfig.ready."""
    for rule in (PAPERS, PACKS, BACKGROUND, DRAFTS, NOTES, READ_MARKS, FETCHES):
        register(rule)


def papers_with_files(before: datetime) -> QuerySet[Paper]:
    """Published papers of meetings before the day of `before` whose file is still there."""
    found = Paper.objects.filter(published_at__isnull=False, file__isnull=False)
    return found.filter(item__meeting__meets_on__lt=localdate(before))


def packs_with_files(before: datetime) -> QuerySet[AgendaPack]:
    return AgendaPack.objects.filter(file__isnull=False, publication__meeting__meets_on__lt=localdate(before))


def drafts(before: datetime) -> QuerySet[Paper]:
    """Papers that were never published, of meetings before the day of `before`."""
    return Paper.objects.filter(published_at__isnull=True, item__meeting__meets_on__lt=localdate(before))


def remove_texts_and_files(rows: QuerySet[Paper], at: datetime) -> None:
    """The files of published papers, what search knew of them and their pages said; that there was the paper stays."""
    for model in (PaperText, WrittenPaper):
        model._default_manager.filter(paper__in=rows).delete()
    remove_files(rows, at)


def remove_files(rows: QuerySet[Any], at: datetime) -> None:
    """The files of `rows`, which stay with hash, pages and dates."""
    files = list(StoredFile.objects.filter(pk__in=rows.values("file")))
    rows.update(file=None)
    remove_unused(files)


def remove_drafts(rows: QuerySet[Paper], at: datetime) -> None:
    """Drafts with all that hangs on them; those that stand on another go first."""
    files = list(StoredFile.objects.filter(pk__in=rows.values("file")))
    for model in (PaperText, WrittenPaper, BackgroundPaper, Clearance, ReadMark):
        model._default_manager.filter(paper__in=rows).delete()
    for paper in rows.order_by("-pk"):
        paper.delete()
    remove_unused(files)


def remove_unused(files: list[StoredFile]) -> None:
    """Remove each file that no paper has any more: the next edition of a paper may share its file."""
    used = set(Paper.objects.filter(file__in=files).values_list("file", flat=True))
    for file in files:
        if file.pk not in used:
            file.remove()


def delete(rows: QuerySet[Any], at: datetime) -> None:
    rows.delete()


def label(row: Model) -> str:
    return str(row)


PAPERS = Rule(
    kind="paper",
    title="Files of published papers",
    basis="Agendas and reports are open for six years from the meeting (Local Government Act 1972, s100C). Then the "
    "file goes, and what search knew of it; title, dates and hash stay.",
    months=72,
    least=72,
    covers=("committees.Paper", "committees.PaperText", "committees.WrittenPaper"),
    find=papers_with_files,
    since="item__meeting__meets_on",
    wipe=remove_texts_and_files,
    held_by=OF_A_PAPER,
    label=label,
)

PACKS = Rule(
    kind="agenda-pack",
    title="Files of agenda packs",
    basis="As the papers in them. What was published, when, and its hash stay, so that a copy can still be named.",
    months=72,
    least=72,
    covers=("committees.AgendaPack",),
    find=packs_with_files,
    since="publication__meeting__meets_on",
    wipe=remove_files,
    held_by=("public_id", "publication__meeting__public_id", "publication__meeting__body__public_id"),
    label=label,
)

BACKGROUND = Rule(
    kind="background-paper",
    title="Lists of background papers",
    basis="They are open for four years from the meeting (Local Government Act 1972, s100D).",
    months=48,
    least=48,
    covers=("committees.BackgroundPaper",),
    find=lambda before: BackgroundPaper.objects.filter(paper__item__meeting__meets_on__lt=localdate(before)),
    since="paper__item__meeting__meets_on",
    wipe=delete,
    held_by=("public_id", "paper__public_id", "paper__item__meeting__public_id"),
)

DRAFTS = Rule(
    kind="draft-paper",
    title="Papers that were never published",
    basis="A draft that no meeting saw is nobody’s record. A year is enough to take it up again.",
    months=12,
    covers=("committees.Clearance",),
    find=drafts,
    since="item__meeting__meets_on",
    wipe=remove_drafts,
    held_by=OF_A_PAPER,
    label=lambda paper: f"Draft of {day(paper.added_at)}",
)

NOTES = Rule(
    kind="note",
    title="Private notes on papers",
    basis="They are their author’s own, for the meeting they were made for.",
    months=12,
    covers=("committees.Note",),
    find=lambda before: Note.objects.filter(meeting__meets_on__lt=localdate(before)),
    since="meeting__meets_on",
    wipe=delete,
    held_by=("public_id", "person__public_id", "meeting__public_id"),
    # Nobody but their author reads a note, and an administrator is no exception.
    label=lambda note: f"Note of {day(note.at)}",
)

READ_MARKS = Rule(
    kind="read-mark",
    title="Marks that somebody read a paper",
    basis="A help for the meeting; it proves no duty.",
    months=12,
    covers=("committees.ReadMark",),
    find=lambda before: ReadMark.objects.filter(at__lt=before),
    since="at",
    wipe=delete,
    held_by=("person__public_id", "paper__public_id"),
    label=lambda mark: f"Mark of {day(mark.at)}",
)

FETCHES = Rule(
    kind="fetch",
    title="How often a file was fetched",
    basis="Who had what, when something was open that should not have been, is asked for as long as a claim can be "
    "brought: six years (Limitation Act 1980).",
    months=72,
    covers=("committees.Fetch",),
    find=lambda before: Fetch.objects.filter(on__lt=localdate(before)),
    since="on",
    wipe=delete,
    held_by=("file__public_id", "person__public_id"),
    label=lambda fetch: f"Fetched on {day(fetch.on)}",
)
