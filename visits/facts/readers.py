"""Summaries that were issued, who is to read them, and what may still be shown to everybody."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localdate

from corpparent.periods import Period, quarter_around
from members.facts.ledger import glanced_settings
from members.models import Appointment, Person
from visits.facts.summaries import CHANGED
from visits.models import SummaryReader, Visit, VisitSummary

ASKED_FOR = timedelta(days=92)  # after its day nobody is asked any more: the next quarter's has come
DUTY = "U4"
OFFERED = 8  # quarters back that are offered to be issued


def newest() -> QuerySet[VisitSummary]:
    """Of each quarter the edition that holds, the last quarter first."""
    later = VisitSummary.objects.filter(quarter=OuterRef("quarter"), number__gt=OuterRef("number"))
    return VisitSummary.objects.filter(~Exists(later))


def rows_of(person_id: int | None) -> dict[int, SummaryReader]:
    """What somebody was asked to read, by summary (its key). One query."""
    return {row.summary_id: row for row in SummaryReader.objects.filter(person=person_id)}


def ended(today: date) -> list[tuple[Period, bool]]:
    """The last quarters that have ended, the last first, and whether the summary of each was issued. One query."""
    quarter, found = quarter_around(today), []
    for _ in range(OFFERED):
        quarter = quarter.before()
        found.append(quarter)
    issued = set(VisitSummary.objects.filter(quarter__in=[one.code for one in found]).values_list("quarter", flat=True))
    return [(one, one.code in issued) for one in found]


def newest_of(quarter: str) -> VisitSummary | None:
    """The edition of a quarter (its code) that holds. One query."""
    return VisitSummary.objects.filter(quarter=quarter).order_by("-number").first()


def last_public(quarter: str) -> dict[str, Any] | None:
    """What everybody was shown of a quarter, where they were shown numbers. One query."""
    found = VisitSummary.objects.filter(quarter=quarter).order_by("-number").values_list("public_facts", flat=True)
    return next((one for one in found if not one.get("withheld")), None)


def newest_in(period: Period) -> list[VisitSummary]:
    """Of each quarter that ends in `period` the edition that holds, the first quarter first. One query."""
    return list(newest().filter(quarter__in=quarters_in(period)).order_by("quarter"))


def quarters_in(period: Period) -> list[str]:
    """Codes of the quarters that end in `period`: one in a quarter, four in a year, one or none in a month."""
    found, quarter = [], quarter_around(period.ends_on)
    while quarter.ends_on >= period.starts_on:
        if quarter.ends_on <= period.ends_on:
            found.append(quarter.code)
        quarter = quarter.before()
    return found[::-1]


def has_news_since(moment: datetime, period: Period) -> bool:
    """Whether a summary of `period` was issued since, or one may not be for everybody any more. Two queries at most."""
    if VisitSummary.objects.filter(issued_at__gt=moment, quarter__in=quarters_in(period)).exists():
        return True
    return Visit.objects.filter(passed_on_at__gt=moment, visited_on__range=(period.starts_on, period.ends_on)).exists()


def public_of(summary: VisitSummary) -> dict[str, Any]:
    """What everybody may see of it now: nothing once a worry was passed on about a visit that it counts. One query."""
    counted = summary.facts.get("counted", [])
    if Visit.objects.filter(public_id__in=counted, is_passed_on=True).exists():
        return {"withheld": CHANGED}
    shown: dict[str, Any] = summary.public_facts
    return shown


def people_to_ask(summary: VisitSummary, on: date) -> QuerySet[Person]:
    """Corporate parents of `on`, of any level, who were not asked to read it yet."""
    held = Appointment.objects.current(on).filter(person=OuterRef("pk"), level__gt=0)
    asked = SummaryReader.objects.filter(summary=summary, person=OuterRef("pk"))
    return Person.objects.filter(Exists(held), ~Exists(asked), is_active=True).order_by("pk")


def to_ask(at: datetime) -> QuerySet[VisitSummary]:
    """Summaries that hold and that somebody was not asked to read yet. One query."""
    asked = SummaryReader.objects.filter(summary=OuterRef(OuterRef("pk")), person=OuterRef("person"))
    held = Appointment.objects.current(localdate(at)).filter(~Exists(asked), level__gt=0, person__is_active=True)
    return newest().filter(Exists(held), issued_at__gt=at - ASKED_FOR)


def to_release() -> QuerySet[VisitSummary]:
    """Summaries that were issued again and that somebody is still asked to read. One query."""
    later = VisitSummary.objects.filter(quarter=OuterRef("quarter"), number__gt=OuterRef("number"))
    return VisitSummary.objects.filter(Exists(later), Exists(waiting().filter(summary=OuterRef("pk"))))


def waiting() -> QuerySet[SummaryReader]:
    """Who is asked to read and has not said that they have."""
    return SummaryReader.objects.filter(read_at__isnull=True, released_at__isnull=True)


def asked_of(person_id: int) -> QuerySet[SummaryReader]:
    """What this person is to read, the oldest quarter first."""
    found = waiting().filter(person=person_id).select_related("summary").order_by("summary__quarter", "pk")
    return found.defer("summary__facts", "summary__public_facts")


def days_to_read() -> int | None:
    """How many days the council gives (duty U4); None where it does not ask this duty."""
    return next((one.days for one in glanced_settings() if one.definition.code == DUTY), None)


def reader_of(summary: VisitSummary, person_id: int | None) -> SummaryReader | None:
    """Whether this person was asked, and has read it. One query."""
    return SummaryReader.objects.filter(summary=summary, person=person_id).first()


def how_many(summary: VisitSummary) -> tuple[int, int]:
    """Who has read it, of how many that were asked and still are. Two queries."""
    asked = summary.readers.filter(released_at__isnull=True)
    return asked.filter(read_at__isnull=False).count(), asked.count()
