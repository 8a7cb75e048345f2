"""Who is asked to read a summary of visits, and who says that they have: the visits part of duty U4."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.models import Event
from corpparent.rules import NotAllowed
from members.models import Person
from visits.events import VISITS_SUMMARY_ISSUED, VISITS_SUMMARY_READ, VISITS_SUMMARY_RELEASED
from visits.facts import readers
from visits.models import SummaryReader, VisitSummary
from visits.rules import summaries as rules

BATCH = 100  # people asked in one transaction, so that others' deeds wait shortly


def sweep_summaries(at: datetime) -> int:
    """Ask every corporate parent who was not asked yet, and release whoever was to read what was issued again since.

    Returns how many. Two queries when there is nothing to do; two at once ask nobody twice.
    """
    done = sum(in_batches(release_some, summary, at) for summary in readers.to_release())
    return done + sum(in_batches(ask_some, summary, at) for summary in readers.to_ask(at))


def in_batches(deed: Callable[[VisitSummary, datetime], int], summary: VisitSummary, at: datetime) -> int:
    done = 0
    while some := deed(summary, at):
        done += some
    return done


@transaction.atomic
def ask_some(summary: VisitSummary, at: datetime) -> int:
    """One batch of those who were not asked; nobody is asked of what was issued again meanwhile."""
    summary = locked(summary)
    if readers.newest_of(summary.quarter) != summary:
        return 0
    people = list(readers.people_to_ask(summary, localdate(at))[:BATCH])
    ask(summary, people, at)
    return len(people)


def ask(summary: VisitSummary, people: Iterable[Person], at: datetime) -> None:
    """Inside a transaction that holds the summary: a row, a notice and an event for each."""
    people = list(people)
    path = reverse("visits:summary-detail", args=[summary.public_id])
    SummaryReader.objects.bulk_create(SummaryReader(summary=summary, person=one, asked_at=at) for one in people)
    for person in people:
        notices.tell(person.public_id, f"visits-summary:{summary.public_id}", path, at)
    details = {"quarter": summary.quarter}
    for person in people:
        Event.record(VISITS_SUMMARY_ISSUED, about=summary.reference, by=None, counts_for=person, at=at, details=details)


@transaction.atomic
def release_some(summary: VisitSummary, at: datetime) -> int:
    """One batch of those who were asked to read an edition that does not hold any more, and have not."""
    summary = locked(summary)
    rows = list(readers.waiting().filter(summary=summary).select_related("person")[:BATCH])
    SummaryReader.objects.filter(pk__in=[row.pk for row in rows]).update(released_at=at)
    details = {"quarter": summary.quarter}
    for row in rows:
        Event.record(
            VISITS_SUMMARY_RELEASED, about=summary.reference, by=None, counts_for=row.person, at=at, details=details
        )
    return len(rows)


@transaction.atomic
def read_summary(*, summary: VisitSummary, by: Person, at: datetime) -> SummaryReader:
    """Keep that `by` says to have read it; twice is once. Who comes before the sweep is asked first.

    Raises NotAllowed.
    """
    rules.check_can_read(by.standing_on(localdate(at)))
    summary = locked(summary)
    row = readers.reader_of(summary, by.pk)
    if row and row.read_at:
        return row
    if readers.newest_of(summary.quarter) != summary:
        raise NotAllowed("This summary was issued again. Read the one that holds now.")
    if row is None:
        ask(summary, [by], at)
    row = SummaryReader.objects.select_for_update(of=("self",)).get(summary=summary, person=by)
    row.read_at = at
    row.save(update_fields=["read_at"])
    Event.record(VISITS_SUMMARY_READ, about=summary.reference, by=by, at=at, details={"quarter": summary.quarter})
    return row


def locked(summary: VisitSummary) -> VisitSummary:
    return VisitSummary.objects.select_for_update(of=("self",)).get(pk=summary.pk)
