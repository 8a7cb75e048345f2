"""The promises of a pledge as a table: read, waiting to be looked at, taken in or dropped."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from corpparent.models import Event
from members.models import Person, Role
from members.services.feeds import clean_name
from pledges.events import PROMISES_DROPPED, PROMISES_READ, PROMISES_TAKEN_IN
from pledges.files import Known, PromiseRow, read
from pledges.models import Pledge, PledgeImport, Promise
from pledges.rules import imports as rules
from pledges.rules import pledges as pledge_rules
from pledges.rules import promises as promise_rules
from pledges.services.pledges import locked

Status = PledgeImport.Status


@transaction.atomic
def read_promises(*, pledge: Pledge, content: bytes, name: str, by: Person | None, at: datetime) -> PledgeImport:
    """Read a CSV and keep what it promises, waiting. The same bytes, while they wait, join the first.

    Raises FileRefused, and then nothing was kept; NotAllowed.
    """
    check_bringer(by, at)
    pledge = locked(pledge)
    pledge_rules.check_words_can_change(pledge)
    sha256 = hashlib.sha256(content).hexdigest()
    waiting = pledge.imports.filter(sha256=sha256, status=Status.READY).first()
    if waiting:
        return waiting
    found = read(content, known_of(pledge))
    table = PledgeImport.objects.create(
        pledge=pledge,
        name=clean_name(name),
        sha256=sha256,
        rows=[row.as_json() for row in found.rows],
        findings=found.findings,
        brought_by=by,
        brought_at=at,
    )
    details = {"sha256": sha256, "promises": len(found.rows), "findings": len(found.findings)}
    Event.record(PROMISES_READ, about=table.reference, by=by, at=at, details=details)
    return table


@transaction.atomic
def take_in_promises(*, table: PledgeImport, by: Person | None, at: datetime) -> list[Promise]:
    """Add its promises after those there are; one that the pledge has by now is passed over. Raises NotAllowed.

    A role that is gone by now leaves the promise without one, which publishing refuses.
    """
    check_bringer(by, at)
    pledge = locked(table.pledge)
    table = PledgeImport.objects.select_for_update().get(pk=table.pk)
    rules.check_waits(table)
    pledge_rules.check_words_can_change(pledge)
    has = {wording.casefold() for wording in pledge.promises.values_list("wording", flat=True)}
    rows = [row for row in map(PromiseRow.from_json, table.rows) if row.wording.casefold() not in has]
    rules.check_has_rows(len(rows))
    promise_rules.check_number_of_promises(len(has) + len(rows))
    promises = Promise.objects.bulk_create(promises_of(pledge, rows, pledge.promises.count() + 1))
    table.status, table.ended_at = Status.DONE, at
    table.save(update_fields=["status", "ended_at"])
    Event.record(PROMISES_TAKEN_IN, about=table.reference, by=by, at=at, details={"promises": len(promises)})
    return promises


@transaction.atomic
def drop_promises(*, table: PledgeImport, by: Person | None, at: datetime) -> PledgeImport:
    """Put a table away; its rows are removed. Twice is once. Raises NotAllowed."""
    check_bringer(by, at)
    table = PledgeImport.objects.select_for_update().get(pk=table.pk)
    if table.status == Status.DROPPED:
        return table
    rules.check_waits(table)
    end(table, Status.DROPPED, at)
    Event.record(PROMISES_DROPPED, about=table.reference, by=by, at=at)
    return table


def left_lying(before: datetime) -> QuerySet[PledgeImport]:
    """Tables that were brought before `before` and still hold rows, whatever became of them."""
    return PledgeImport.objects.filter(brought_at__lt=before).exclude(rows=[], findings=[])


def empty_tables(tables: QuerySet[PledgeImport], at: datetime) -> None:
    """Retention: drop what nobody took in; of what was taken in only the day stays."""
    for table in tables.select_for_update(of=("self",)):
        end(table, Status(table.status) if table.ended_at else Status.DROPPED, at)


def end(table: PledgeImport, status: PledgeImport.Status, at: datetime) -> None:
    """Nothing of the table stays but that it was brought."""
    table.status, table.ended_at, table.rows, table.findings = status, table.ended_at or at, [], []
    table.save(update_fields=["status", "ended_at", "rows", "findings"])


def check_bringer(by: Person | None, at: datetime) -> None:
    """Raise NotAllowed unless `by` brings tables on that day, or is the portal itself."""
    if by is not None:
        rules.check_can_bring(by.standing_on(localdate(at)))


def known_of(pledge: Pledge) -> Known:
    """What a table of this pledge is read against. Two queries."""
    roles = {word.casefold(): slug for slug, name in Role.objects.values_list("slug", "name") for word in (slug, name)}
    wordings = frozenset(wording.casefold() for wording in pledge.promises.values_list("wording", flat=True))
    return Known(roles=roles, wordings=wordings)


def promises_of(pledge: Pledge, rows: list[PromiseRow], first: int) -> list[Promise]:
    """`rows` as promises, numbered from `first` on. One query."""
    roles = {role.slug: role for role in Role.objects.filter(slug__in={row.role for row in rows})}
    return [
        Promise(
            pledge=pledge,
            number=number,
            wording=row.wording,
            formal_wording=row.formal_wording,
            theme=row.theme,
            principle=row.principle,
            owner_role=roles.get(row.role),
            due_on=row.due_on,
            linked_strategies=row.linked_strategies,
            expected_outcome=row.expected_outcome,
        )
        for number, row in enumerate(rows, start=first)
    ]
