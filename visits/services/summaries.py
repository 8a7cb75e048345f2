"""The summary of a quarter's visits: issued once, issued again with a reason, and never changed."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.periods import Period
from members.models import Person
from visits.events import VISITS_SUMMARY_FROZEN
from visits.facts import readers, summaries
from visits.facts.quarters import Found, found_in
from visits.models import VisitSettings, VisitSummary
from visits.rules import summaries as rules
from visits.services.reports import check_words


@transaction.atomic
def issue_summary(*, quarter: str, by: Person | None, at: datetime) -> VisitSummary:
    """Freeze what the visits of a quarter ("2026-27-Q2") were, for both editions. Issued already is done.

    Raises NotAllowed, and ValidationError at `quarter` for one that has not ended or in which nothing was wanted.
    """
    if by:
        rules.check_can_issue(by.standing_on(localdate(at)))
    period = rules.quarter_of(quarter, localdate(at))
    one_at_a_time()
    if before := readers.newest_of(period.code):
        return before
    return freeze(period, found_in(period), 1, "", by, at)


@transaction.atomic
def issue_again(*, summary: VisitSummary, because: str, by: Person | None, at: datetime) -> VisitSummary:
    """Issue the quarter of `summary` as it stands now; `summary` stays as it was. Where that was done, it is done.

    Raises NotAllowed, and ValidationError at `because`: without a reason, or where nothing is different.
    """
    if by:
        rules.check_can_issue(by.standing_on(localdate(at)))
    one_at_a_time()
    before = readers.newest_of(summary.quarter) or summary
    if before.number > summary.number:
        return before
    check_reason(because)
    period = rules.quarter_of(summary.quarter, localdate(at))
    found = found_in(period)
    if summaries.exempt(found) == before.facts:
        raise ValidationError({"because": "Nothing is different from what was issued."})
    return freeze(period, found, before.number + 1, because.strip(), by, at)


def freeze(period: Period, found: Found, number: int, because: str, by: Person | None, at: datetime) -> VisitSummary:
    rules.check_holds_something(found.is_empty, period)
    summary = VisitSummary.objects.create(
        quarter=period.code,
        number=number,
        because=because,
        facts=summaries.exempt(found),
        public_facts=public_of(found),
        issued_by=by,
        issued_at=at,
    )
    details = {"quarter": period.code, "number": number}
    Event.record(VISITS_SUMMARY_FROZEN, about=summary.reference, by=by, at=at, details=details)
    return summary


def public_of(found: Found) -> dict[str, object]:
    """For everybody; nothing where they saw other numbers before: what is between the two would tell of one home."""
    shown, before = summaries.public(found), readers.last_public(found.period.code)
    return {"withheld": summaries.ISSUED_AGAIN} if before is not None and shown != before else shown


def check_reason(because: str) -> None:
    """Raises ValidationError at `because`."""
    if not because.strip():
        raise ValidationError({"because": "Say why it is issued again."})
    if len(because.strip()) > rules.LONGEST_REASON:
        raise ValidationError({"because": f"Keep the reason to {rules.LONGEST_REASON} characters."})
    check_words("because", because)


def one_at_a_time() -> None:
    """Two presses at once come one by one, so that the second finds what the first did."""
    VisitSettings.objects.get_or_create(pk=1)
    VisitSettings.objects.select_for_update(of=("self",)).get(pk=1)
