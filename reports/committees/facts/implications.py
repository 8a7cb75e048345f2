"""The register of decision reports, who is to read what they mean for children, and each directorate's share."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from members.models import Appointment, Person
from members.standing import Standing
from reports.committees.models import Implication, ImplicationReader
from reports.committees.rules.implications import ASKED_FOR, enters


@dataclass(frozen=True)
class Share:
    """Of one directorate's reports how many have a section on children in care."""

    directorate: str
    having: int
    total: int

    @property
    def percent(self) -> int:
        """Rounded half up."""
        return (200 * self.having + self.total) // (2 * self.total)


def visible_to(who: Standing) -> QuerySet[Implication]:
    """Everything for who enters reports; for corporate parents what was shared, and reports without a section."""
    if enters(who):
        return Implication.objects.all()
    return (
        Implication.objects.filter(Q(shared_at__isnull=False) | Q(has_section=False))
        if who.is_member
        else (Implication.objects.none())
    )


def shares(reports: QuerySet[Implication]) -> list[Share]:
    """By directorate, in order of name. One query."""
    found = (
        reports.order_by().values("directorate").annotate(total=Count("pk"), having=Count("pk", Q(has_section=True)))
    )
    return [Share(row["directorate"], row["having"], row["total"]) for row in found.order_by("directorate")]


def people_to_ask(implication: Implication, on: date) -> QuerySet[Person]:
    """Corporate parents of `on`, of any level, who were not asked to read it yet."""
    held = Appointment.objects.current(on).filter(person=OuterRef("pk"), level__gt=0)
    asked = ImplicationReader.objects.filter(implication=implication, person=OuterRef("pk"))
    return Person.objects.filter(Exists(held), ~Exists(asked), is_active=True).order_by("pk")


def to_ask(at: datetime) -> QuerySet[Implication]:
    """What was shared lately and somebody was not asked to read yet. One query."""
    asked = ImplicationReader.objects.filter(implication=OuterRef(OuterRef("pk")), person=OuterRef("person"))
    held = Appointment.objects.current(localdate(at)).filter(~Exists(asked), level__gt=0, person__is_active=True)
    return Implication.objects.filter(Exists(held), shared_at__gt=at - ASKED_FOR)


def reader_of(implication: Implication, person_id: int | None) -> ImplicationReader | None:
    return ImplicationReader.objects.filter(implication=implication, person=person_id).first()


def waiting_for(person_id: int) -> QuerySet[ImplicationReader]:
    """What this person is to read, the longest waiting first."""
    found = ImplicationReader.objects.filter(person=person_id, read_at=None, released_at=None)
    return found.select_related("implication").order_by("asked_at", "pk")
