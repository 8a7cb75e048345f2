"""Taking a file in: read outside any transaction, written in one short one, remembered by one event."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO

from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from members.models import Person
from reports.indicators import rules
from reports.indicators.events import FILE_TAKEN_IN
from reports.indicators.files.problems import Problems
from reports.indicators.findings import KINDS, Findings
from reports.indicators.models import Import
from reports.indicators.services.asking import ask_for_commentary
from reports.indicators.storing import take_turns

Status = Import.Status
CHUNK = 1024 * 1024


@dataclass(frozen=True)
class Taken:
    """What came of `take_in`; where `is_repeat`, nothing was changed and `file` is the earlier import."""

    file: Import
    is_repeat: bool = False


def take_in(
    *,
    file: BinaryIO,
    name: str,
    kind: str,
    by: Person | None,
    at: datetime,
    is_invented: bool = False,
    meta: BinaryIO | None = None,
) -> Taken:
    """Read `file` (called `name`, one of Import.Kind), with its companion `meta` if any, and write what it holds.

    The same bytes again change nothing. `by=None` is the portal itself, from the command line. Raises NotAllowed, and
    FileRefused when the file as a whole is no good; nothing is stored then.
    """
    check_importer(by, at)
    sha256, size = fingerprint(file)
    earlier = taken_before(sha256, kind)
    if earlier and was_taken_whole(earlier):
        return Taken(earlier, is_repeat=True)
    found = KINDS[kind](file, meta)
    with transaction.atomic():
        if earlier and not changes(found.counts):
            return Taken(earlier, is_repeat=True)
        row = Import.objects.create(
            kind=kind,
            status=Status.TAKING,
            file_name=clean_name(name),
            sha256=sha256,
            size=size,
            is_invented=is_invented,
            uploaded_by=by,
            uploaded_at=at,
        )
        return Taken(publish(row, found, by=by, at=at))


def publish(row: Import, found: Findings, *, by: Person | None, at: datetime) -> Import:
    """Write what was found and end the import, inside the caller's transaction."""
    take_turns()
    counts = found.write(row)
    note(row, counts, found.problems)
    end(row, Status.DONE, at)
    details = {
        "kind": row.kind,
        "sha256": row.sha256,
        **{name: counts[name] for name in ("new", "changed", "left_out")},
    }
    Event.record(FILE_TAKEN_IN, about=row.reference, by=by, at=at, details=details)
    ask_for_commentary(at=at)
    return row


def note(row: Import, counts: dict[str, Any], problems: Problems) -> None:
    """Put on the row what was found."""
    row.counts = counts
    row.problems = [problem.as_json() for problem in problems]
    row.problem_total = len(problems)


def end(row: Import, status: Import.Status, at: datetime) -> None:
    """End the import and remove its bytes; of one that was dropped, all that was found in it as well."""
    stored, row.stored = row.stored, None
    if status == Status.DROPPED:
        row.figures, row.findings, row.problems, row.problem_total = [], [], [], 0
    row.status = status
    row.ended_at = at
    row.version += 1
    row.save()
    if stored:
        stored.remove()


def check_importer(by: Person | None, at: datetime) -> None:
    if by is not None:
        rules.check_can_import(by.standing_on(localdate(at)))


def taken_before(sha256: str, kind: str) -> Import | None:
    """The newest import of the same bytes that was taken in."""
    return Import.objects.filter(sha256=sha256, kind=kind, status=Status.DONE).order_by("pk").last()


def was_taken_whole(earlier: Import) -> bool:
    """Whether nothing was left out: then the same bytes cannot give more. (What was left out may be known by now.)"""
    return not earlier.counts["left_out"] and not earlier.problem_total


def changes(counts: dict[str, Any]) -> bool:
    return bool(counts["new"] or counts["changed"])


def fingerprint(file: BinaryIO) -> tuple[str, int]:
    """sha256 (hex) and size (bytes) of a file, which is then at its start again."""
    digest = hashlib.sha256()
    while chunk := file.read(CHUNK):
        digest.update(chunk)
    size = file.tell()
    file.seek(0)
    return digest.hexdigest(), size


def clean_name(name: str) -> str:
    """A file's name without folders and control characters, at most 100 characters; for people, never for a path."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    clean = "".join(character for character in last if character.isprintable()).strip()
    return clean[-100:] or "file"
