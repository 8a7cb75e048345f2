from datetime import date

import factory
from factory.django import DjangoModelFactory

from members.models import Appointment, Council, Level, Person, Role
from members.roles import BUILT_IN

PASSWORD = "three quiet herons"


class CouncilFactory(DjangoModelFactory):
    class Meta:
        model = Council
        django_get_or_create = ["pk"]

    pk = 1
    name = "Larchford Council"
    short_name = "Larchford"
    area_code = "E08000990"
    is_invented = True


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Cllr Robin Example {n}")
    known_as = "Robin"
    email = factory.Sequence(lambda n: f"robin{n}@larchford.example")
    password = factory.django.Password(PASSWORD)


class RoleFactory(DjangoModelFactory):
    """A built-in role by its slug, or an invented one."""

    class Meta:
        model = Role
        django_get_or_create = ["slug"]

    slug = "councillor"
    name = factory.LazyAttribute(lambda role: BUILT_IN.get(role.slug, (role.slug.capitalize(), None))[0])
    level = factory.LazyAttribute(lambda role: BUILT_IN.get(role.slug, (None, Level.UNIVERSAL))[1])


class AppointmentFactory(DjangoModelFactory):
    class Meta:
        model = Appointment

    person = factory.SubFactory(PersonFactory)
    role = factory.SubFactory(RoleFactory)
    level = factory.LazyAttribute(lambda appointment: appointment.role.level)
    starts_on = date(2021, 5, 10)
