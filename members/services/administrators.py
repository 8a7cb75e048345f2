"""Who may change people, and that somebody always can."""

from datetime import date, datetime

from django.db.models import Q
from django.utils.timezone import localdate

from members import rules
from members.models import Appointment, Person, Role
from members.models.appointment import AppointmentQuerySet
from members.roles import ADMINISTRATOR
from members.rules.appointments import check_keeps_administrator, first_day_lost


def check_administrator(by: Person | None, at: datetime) -> None:
    """Raise NotAllowed unless `by` is the administrator on that day, or the portal itself."""
    if by is not None:
        rules.check_can_appoint(by.standing_on(localdate(at)))


def check_administrator_stays(
    before: Appointment, starts_on: date, ends_on: date | None, by: Person | None, at: datetime
) -> None:
    """Raise AppointmentRefused when `before`, given these days, leaves no administrator or shuts out `by`.

    The caller has locked it and its role.
    """
    today = localdate(at)
    lost = first_day_lost((before.starts_on, before.ends_on), (starts_on, ends_on), today)
    if before.role.slug != ADMINISTRATOR or lost is None:
        return
    check_loss(before.person, lost, before.ends_on, by)


def check_account_can_close(person: Person, by: Person | None, at: datetime) -> None:
    """Raise AppointmentRefused when without this account nobody could appoint anyone."""
    today = localdate(at)
    Role.objects.select_for_update(no_key=True).get(slug=ADMINISTRATOR)
    for held in administrators().filter(person=person).exclude(ends_on__lt=today):
        check_loss(person, max(today, held.starts_on), held.ends_on, by)


def check_loss(person: Person, lost_on: date, until: date | None, by: Person | None) -> None:
    """`person` is administrator no more from `lost_on`, who would have been to `until`: is anybody else, as long?"""
    as_long = Q(ends_on__isnull=True) | (Q(ends_on__gte=until) if until else Q())
    others = administrators().exclude(person=person).filter(as_long, starts_on__lte=lost_on)
    is_own = by is not None and by.pk == person.pk
    check_keeps_administrator(person.name, lost_on, is_own=is_own, is_anyone_left=others.exists())


def administrators() -> AppointmentQuerySet:
    """Appointments of administrators who can sign in."""
    return Appointment.objects.filter(role__slug=ADMINISTRATOR, person__is_active=True)
