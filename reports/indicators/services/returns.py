"""The statutory return: summed inside the request that brings it, looked at, then taken in; or wiped after a day."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.views.decorators.debug import sensitive_variables

from corpparent.models import Event
from members.models import Person
from reports.indicators import returns, rules
from reports.indicators.events import RETURN_READ, RETURN_WIPED
from reports.indicators.files.problems import LEFT_OUT
from reports.indicators.models import Area, Import
from reports.indicators.own import own_area
from reports.indicators.returns import Summed, Sums
from reports.indicators.services.taking import Taken, changes, check_importer, end, note, publish
from reports.indicators.services.uploads import AlreadyTakenIn
from reports.indicators.storing import take_turns

Status = Import.Status


@sensitive_variables("files")
def preview_return(*, files: Sequence[tuple[str, bytes]], year: int, status: str, by: Person, at: datetime) -> Import:
    """Sum a return, (name, bytes) each, for the year ending 31 March `year`, and keep the sums to be looked at.

    `status` is one of Observation.Status. The same contents for the same year and status, while they wait to be looked
    at, join the first. Raises FileRefused, AlreadyTakenIn, NotAllowed; nothing is kept then.
    """
    check_importer(by, at)
    returns.check_is_over(year, localdate(at))
    area = own_area()
    row = unsaved(returns.summed(files, year), status, area=area, by=by, at=at)
    with transaction.atomic():
        take_turns()
        waiting = same_as(row).filter(status=Status.READY, uploaded_at__gt=at - rules.RETURN_WAITS).first()
        if waiting:
            return waiting
        if earlier := repeated(row):
            raise AlreadyTakenIn(earlier)
        row.save()
        record_read(row, by=by, at=at)
    return row


@sensitive_variables("files")
def take_in_return(*, files: Sequence[tuple[str, bytes]], year: int, status: str, at: datetime) -> Taken:
    """Sum a return and take it in at once, from the command line. Raises FileRefused."""
    returns.check_is_over(year, localdate(at))
    area = own_area()
    row = unsaved(returns.summed(files, year), status, area=area, by=None, at=at)
    with transaction.atomic():
        take_turns()
        if earlier := repeated(row):
            return Taken(earlier, is_repeat=True)
        row.save()
        return Taken(publish(row, Sums(row), by=None, at=at))


def unsaved(found: Summed, status: str, *, area: Area, by: Person | None, at: datetime) -> Import:
    """The import of a return of `area` that was read, ready to be looked at."""
    row = Import(
        kind=Import.Kind.RETURN,
        status=Status.READY,
        file_name=f"Return for the year ending March {found.year}",  # their own names may say too much
        sha256=found.sha256,
        size=found.size,
        is_invented=area.is_invented,
        collection_year=found.year,
        figures=found.figures,
        findings=found.findings,
        uploaded_by=by,
        uploaded_at=at,
    )
    note(row, about(found, status), found.problems)
    row.counts = Sums(row).counts
    return row


def about(found: Summed, status: str) -> dict[str, Any]:
    """What is said of a return wherever imports are counted. A row with a bad cell is not left out for it."""
    return {
        "rows": sum(found.rows.values()),
        "modules": found.rows,
        "left_out": sum(problem.did == LEFT_OUT for problem in found.problems),
        "figures": len(found.figures),
        "indicators": sorted({one["code"] for one in found.figures}),
        "periods": [returns.year_code(found.year)],
        "status": status,
    }


def same_as(row: Import) -> QuerySet[Import]:
    """Imports of the same contents for the same year, as provisional or final as these."""
    alike = {name: getattr(row, name) for name in ("kind", "sha256", "collection_year")}
    return Import.objects.filter(**alike, counts__status=row.counts["status"])


def repeated(row: Import) -> Import | None:
    """The import that took in just this, where nothing has changed since."""
    earlier = same_as(row).filter(status=Status.DONE).order_by("pk").last()
    return earlier if earlier and not changes(Sums(row).counts) else None


def record_read(row: Import, *, by: Person, at: datetime) -> None:
    details = {"kind": row.kind, "sha256": row.sha256, "year": row.collection_year}
    Event.record(RETURN_READ, about=row.reference, by=by, at=at, details=details)


@transaction.atomic
def confirm_return(*, file: Import, by: Person, at: datetime) -> Import:
    """Take in the sums that were looked at. Raises NotAllowed, FileRefused."""
    file = Import.objects.select_for_update().get(pk=file.pk)
    rules.check_can_confirm_return(by.standing_on(localdate(at)), file, at)
    return publish(file, Sums(file), by=by, at=at)


def wipe_returns(at: datetime) -> None:
    """Wipe what nobody took in for a day: its sums, its findings, what was to be mended in it."""
    old = Import.objects.filter(uploaded_at__lte=at - rules.RETURN_WAITS)
    for row in old.filter(kind=Import.Kind.RETURN, status=Status.READY):
        wipe(row, at)


@transaction.atomic
def wipe(row: Import, at: datetime) -> None:
    """Wipe one, unless somebody took it in or dropped it meanwhile."""
    locked = Import.objects.select_for_update().filter(pk=row.pk, status=Status.READY).first()
    if locked:
        end(locked, Status.DROPPED, at)
        Event.record(RETURN_WIPED, about=locked.reference, by=None, at=at)
