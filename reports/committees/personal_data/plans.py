"""Plans, implications and one person, for the copy of their own data. Each is one query."""

from corpparent.words import day
from members.models import Person
from members.personal_data import Row
from reports.committees.models import ImplicationReader, Plan


def implications(person: Person) -> list[Row]:
    """What decisions mean for children, as they were asked to read it; the oldest first."""
    found = ImplicationReader.objects.filter(person=person).select_related("implication").order_by("asked_at", "pk")
    return [
        {
            "Decision": str(row.implication),
            "Asked": day(row.asked_at),
            "You said that you read it": day(row.read_at) if row.read_at else "",
        }
        for row in found
    ]


def plans(person: Person) -> list[Row]:
    """Plans they keep, by the day each is next due."""
    found = Plan.objects.filter(owner=person).order_by("due_on", "pk")
    return [{"Plan": row.title, "Kind": row.get_kind_display(), "Next due": day(row.due_on)} for row in found]
