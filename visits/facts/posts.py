"""Who answers for a home on a day: its manager and its responsible individual, by appointments that name it."""

from datetime import date

from django.db.models import Q, QuerySet

from members.models import Appointment, Person
from visits.models import Home, HomePost
from visits.rules.visits import ANSWERS


def posts_on(on: date) -> QuerySet[HomePost]:
    """Posts whose appointment is in force on `on`, of people who may still come in."""
    runs = Q(appointment__ends_on__isnull=True) | Q(appointment__ends_on__gte=on)
    return HomePost.objects.filter(
        runs,
        appointment__starts_on__lte=on,
        appointment__role__slug__in=ANSWERS,
        appointment__person__is_active=True,
    )


def posts_held_by(person_id: int | None, on: date) -> QuerySet[HomePost]:
    """The homes somebody answers for on `on`, as posts."""
    return posts_on(on).filter(appointment__person=person_id)


def answerers(home: Home, on: date, *roles: str) -> list[Person]:
    """Who answers for `home` on `on`, in one of `roles` (all of ANSWERS where none is given). One query."""
    posts = posts_on(on).filter(home=home, appointment__role__slug__in=roles or ANSWERS)
    return list(Person.objects.filter(appointments__home_posts__in=posts).distinct().order_by("name", "pk"))


def holders(on: date, *roles: str) -> list[Person]:
    """Everybody who holds one of `roles` (slugs) on `on`. One query."""
    held = Appointment.objects.current(on).filter(role__slug__in=roles)
    return list(Person.objects.filter(appointments__in=held, is_active=True).distinct().order_by("name", "pk"))
