"""Whether corporate parenting bodies meet: a further finding of “Are arrangements in place?” (duty SP2)."""

from datetime import date, timedelta

from django.db.models import Count, Max, Q

from corpparent.words import day
from members.models import Body
from members.rules.arrangements import Finding
from reports.committees.models import Meeting

YEAR = timedelta(days=365)
USUAL = 4  # meetings a year, where the body says nothing
HELD = Q(status__in=[Meeting.Status.HELD, Meeting.Status.CONFIRMED])


def findings(bodies: list[Body], on: date) -> dict[int, list[Finding]]:
    """By body (its key). None for a body of which the portal knows no meeting up to `on`. One query."""
    leading = {body.pk: body for body in bodies if body.is_corporate_parenting}
    lately = Q(meets_on__gt=on - YEAR)
    rows = (
        Meeting.objects.filter(body__in=leading, meets_on__lte=on)
        .order_by()
        .values("body")
        .annotate(
            planned=Count("pk", filter=lately),
            held=Count("pk", filter=lately & HELD),
            last=Max("meets_on", filter=HELD),
        )
    )
    return {row["body"]: [finding(leading[row["body"]], row, on)] for row in rows}


def finding(body: Body, row: dict[str, object], on: date) -> Finding:
    """A gap where none was held for twice as long as usually lies between two meetings."""
    expected, last = body.meetings_a_year or USUAL, row["last"]
    said = f"In the last 12 months {row['held']} held of {row['planned']} planned"
    said += f", {expected} expected a year" if body.meetings_a_year else ""
    said += f". The last was held on {day(last)}." if isinstance(last, date) else ". None was held yet."
    is_met = isinstance(last, date) and on - last <= 2 * YEAR / expected
    return Finding("Meetings held", is_met, said, "" if is_met else "Plan a meeting soon, and record that it was held.")
