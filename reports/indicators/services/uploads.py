"""A file that comes by page: uploaded, read by a job, looked at, then taken in by another job, or dropped."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from itertools import chain

from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate

from corpparent import jobs
from corpparent.jobs import JobRefused, Running
from corpparent.models import Event, StoredFile
from corpparent.words import day, size
from members.models import Person
from reports.indicators import rules
from reports.indicators.events import FILE_CONFIRMED, FILE_DROPPED, FILE_REFUSED, FILE_UPLOADED
from reports.indicators.files.problems import FileRefused
from reports.indicators.findings import KINDS, Findings
from reports.indicators.models import Import
from reports.indicators.rules import Status
from reports.indicators.services.taking import (
    check_importer,
    clean_name,
    end,
    note,
    publish,
    taken_before,
    was_taken_whole,
)

SMALL = {Import.Kind.SCORECARD: "scorecard", Import.Kind.NEIGHBOURS: "list of neighbours"}
SMALL_MOST = 2 * 1024 * 1024  # bytes
READ, TAKE_IN = "read-import", "take-in-import"


class AlreadyTakenIn(Exception):
    """The same bytes were taken in before, whole. The message is a sentence; `file` is the earlier import."""

    def __init__(self, file: Import) -> None:
        assert file.ended_at is not None
        super().__init__(
            f"This is the same file as “{file.file_name}”, taken in on {day(file.ended_at)}. Nothing was changed."
        )
        self.file = file


def upload(
    *, chunks: Iterable[bytes], name: str, kind: str, by: Person, at: datetime, is_invented: bool = False
) -> Import:
    """Keep an uploaded file and ask for it to be read. The same bytes, while open, join the first upload.

    A file with another heading is refused before a byte of it is kept: it may be about single children.
    Raises FileRefused, AlreadyTakenIn, NotAllowed.
    """
    check_importer(by, at)
    chunks = iter(chunks)
    start = whole(chunks, SMALL[Import.Kind(kind)]) if kind in SMALL else next(chunks, b"")
    KINDS[kind].check_heading(BytesIO(start))
    stored = StoredFile.write(chain([start], chunks))
    try:
        return _record_upload(stored, name=name, kind=kind, by=by, at=at, is_invented=is_invented)
    except BaseException:
        stored.remove()
        raise


def whole(chunks: Iterable[bytes], called: str) -> bytes:
    """All of a file that is small: a workbook tells what it is about only as a whole. Raises FileRefused."""
    found = b""
    for chunk in chunks:
        found += chunk
        if len(found) > SMALL_MOST:
            raise FileRefused(
                f"This is larger than {size(SMALL_MOST)}, and no {called} is. Send figures of whole councils only."
            )
    return found


@transaction.atomic
def _record_upload(stored: StoredFile, *, name: str, kind: str, by: Person, at: datetime, is_invented: bool) -> Import:
    earlier = taken_before(stored.sha256, kind)
    if earlier and was_taken_whole(earlier):
        raise AlreadyTakenIn(earlier)
    waiting = Import.objects.filter(sha256=stored.sha256, kind=kind).exclude(status__in=Import.ENDED).first()
    if waiting:
        stored.remove()
        return waiting
    row = Import.objects.create(
        kind=kind,
        file_name=clean_name(name),
        sha256=stored.sha256,
        size=stored.size,
        stored=stored,
        is_invented=is_invented,
        uploaded_by=by,
        uploaded_at=at,
    )
    jobs.ask(kind=READ, key=str(row.public_id), subject=row.reference, by_id=by.public_id, at=at)
    Event.record(FILE_UPLOADED, about=row.reference, by=by, at=at, details={"kind": kind, "sha256": row.sha256})
    return row


def read_upload(running: Running) -> None:
    """The job `read-import`: find out what the file holds, so that somebody can look at it. Changes no figure."""
    row = _begin(running, Status.READING)
    running.plan("Reading the file", "Comparing it with what is known")
    try:
        found = _found(row)
    except FileRefused as refusal:
        with running.finish("The file was refused."):
            refuse(_locked(row, Status.READING), str(refusal), by=_asker(running), at=timezone.now())
        return
    running.step_done("Reading the file", f"{found.about['rows']:,} rows")
    counts = found.counts
    with running.finish("The file has been read. Look at what it holds, then take it in."):
        row = _locked(row, Status.READING)
        note(row, counts, found.problems)
        _move(row, Status.READY)


@transaction.atomic
def confirm(*, file: Import, by: Person, at: datetime) -> Import:
    """Ask for a file that was looked at to be taken in, and record who said that it is published. Raises NotAllowed."""
    file = Import.objects.select_for_update().get(pk=file.pk)
    rules.check_can_confirm(by.standing_on(localdate(at)), file)
    _move(file, Status.TAKING)
    jobs.ask(kind=TAKE_IN, key=str(file.public_id), subject=file.reference, by_id=by.public_id, at=at)
    Event.record(FILE_CONFIRMED, about=file.reference, by=by, at=at, details={"sha256": file.sha256})
    return file


def take_in_upload(running: Running) -> None:
    """The job `take-in-import`: write what the file holds, in one transaction with the end of the job."""
    row = _begin(running, Status.TAKING)
    running.plan("Reading the file", "Writing the figures")
    found = _found(row)
    running.step_done("Reading the file", f"{found.about['rows']:,} rows")
    with running.finish("The file has been taken in."):
        publish(_locked(row, Status.TAKING), found, by=_asker(running), at=timezone.now())


@transaction.atomic
def drop(*, file: Import, by: Person, at: datetime) -> Import:
    """Put a file away without taking it in; its bytes are removed. Raises NotAllowed."""
    file = Import.objects.select_for_update().get(pk=file.pk)
    rules.check_can_drop(by.standing_on(localdate(at)), file)
    end(file, Status.DROPPED, at)
    Event.record(FILE_DROPPED, about=file.reference, by=by, at=at)
    return file


def refuse(row: Import, sentence: str, *, by: Person | None, at: datetime) -> None:
    """End an import whose file as a whole is no good."""
    row.refusal = sentence
    end(row, Status.REFUSED, at)
    Event.record(FILE_REFUSED, about=row.reference, by=by, at=at)


def _begin(running: Running, status: Import.Status) -> Import:
    """The import a job is about, moved to `status`. Raises JobRefused where it was dropped meanwhile."""
    with transaction.atomic():
        row = _locked(Import.objects.get(public_id=running.job.subject_id), status)
        if row.status != status:
            _move(row, status)
    return row


def _locked(row: Import, status: Import.Status) -> Import:
    """The row, locked: in `status`, or able to go there. Raises JobRefused where it is neither."""
    row = Import.objects.select_for_update(of=("self",)).select_related("stored").get(pk=row.pk)
    if row.status != status and status not in rules.NEXT[Status(row.status)]:
        raise JobRefused(rules.REASONS[Status(row.status)])
    return row


def _move(row: Import, status: Import.Status) -> None:
    row.status = status
    row.version += 1
    row.save()


def _found(row: Import) -> Findings:
    """What the kept file holds. Raises FileRefused, or JobRefused where the bytes are gone."""
    try:
        with row.stored.path.open("rb") as file:  # type: ignore[union-attr]
            return KINDS[row.kind](file)
    except FileNotFoundError as gone:
        raise JobRefused("The uploaded file is no longer there. Upload it again.") from gone


def _asker(running: Running) -> Person | None:
    asker = running.job.asked_by_id
    return Person.objects.filter(public_id=asker).first() if asker else None
