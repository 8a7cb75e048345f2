"""Homes with what a list says of them, and what hangs on one home. Fixed numbers of queries."""

from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from members.models import Appointment
from members.standing import Standing
from visits.facts.inspections import published
from visits.facts.posts import posts_on
from visits.facts.visits import visible_to
from visits.models import Home, HomePost, Inspection, RotaSlot, Visit, VisitSettings
from visits.rules.homes import sees_unpublished
from visits.rules.visits import ANSWERS


def listed() -> QuerySet[Home]:
    """Each with `last_on`, the day of the last visit of which a report was sent; by alias."""
    return Home.objects.annotate(last_on=last_visit()).order_by("alias")


def last_visit() -> Subquery:
    """The day of a home's last visit of which a report was sent: one look into an index, however many there were."""
    sent = Visit.objects.sent().filter(home=OuterRef("pk"), visited_on__isnull=False)
    return Subquery(sent.order_by("-visited_on").values("visited_on")[:1])


def is_open(home: Home, on: date) -> bool:
    return home.opened_on <= on and (home.closed_on is None or home.closed_on >= on)


def is_overdue(home: Home, last_on: date | None, times: VisitSettings, on: date) -> bool:
    """Whether an open home was not visited for longer than the council allows; of a new one, since it opened."""
    return is_open(home, on) and (on - (last_on or home.opened_on)).days > times.overdue_days


def posts_of(home: Home, on: date) -> list[HomePost]:
    """Managers and responsible individuals on `on`. One query."""
    found = posts_on(on).filter(home=home).select_related("appointment__person", "appointment__role")
    return list(found.order_by("appointment__role__name", "appointment__person__name"))


def to_post(home: Home, on: date) -> QuerySet[Appointment]:
    """Appointments of today that could be for `home` and are not yet."""
    found = Appointment.objects.current(on).filter(role__slug__in=ANSWERS).exclude(home_posts__home=home)
    return found.select_related("person", "role").order_by("person__name", "pk")


def inspections_of(home: Home, who: Standing, on: date) -> list[Inspection]:
    """The newest first; what Ofsted has not published only for those who write it down. One query."""
    found = home.inspections.all() if sees_unpublished(who) else published(on).filter(home=home)
    return list(found)


def visits_of(home: Home, who: Standing) -> list[Visit]:
    """The last five reports of visits that `who` may see. One query."""
    found = visible_to(who).exclude(status=Visit.Status.DRAFT).filter(home=home)
    return list(found.select_related("lead", "second").order_by("-visited_on", "-pk")[:5])


def slots_of(home: Home) -> list[RotaSlot]:
    """Visits that are wanted there, the first due first. One query."""
    return list(RotaSlot.objects.running().filter(home=home).order_by("due_on", "pk")[:5])
