"""Summaries of visits and one person, for the copy of their own data."""

from corpparent.words import day
from members.models import Person
from members.personal_data import Row
from visits.models import SummaryReader, VisitSummary


def asked(person: Person) -> list[Row]:
    """Those they were asked to read, the oldest first. One query."""
    found = SummaryReader.objects.filter(person=person).select_related("summary").order_by("asked_at", "pk")
    found = found.defer("summary__facts", "summary__public_facts")
    return [
        {
            "Summary": str(row.summary),
            "Asked": day(row.asked_at),
            "You said that you read it": day(row.read_at) if row.read_at else "",
        }
        for row in found
    ]


def issued(person: Person) -> list[Row]:
    """Those they issued, the oldest first. One query."""
    found = VisitSummary.objects.filter(issued_by=person).order_by("issued_at", "pk").defer("facts", "public_facts")
    return [{"Summary": str(one), "Why again": one.because, "Issued": day(one.issued_at)} for one in found]
