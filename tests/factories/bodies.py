from datetime import date

import factory
from factory.django import DjangoModelFactory

from members.models import Body, ClosedDay, TermsOfReference, Vocabulary
from tests.factories.corpparent import NOW


class BodyFactory(DjangoModelFactory):
    class Meta:
        model = Body
        django_get_or_create = ["slug"]

    name = factory.Sequence(lambda n: f"Example Board {n}")
    slug = factory.LazyAttribute(lambda body: body.name.lower().replace(" ", "-"))
    kind = Body.Kind.BOARD
    starts_on = date(2019, 5, 20)


class TermsOfReferenceFactory(DjangoModelFactory):
    class Meta:
        model = TermsOfReference

    body = factory.SubFactory(BodyFactory)
    number = 1
    text = "The board asks whether this would be good enough for my own child."
    adopted_on = date(2024, 5, 20)
    adopted_by = "Full Council, 20 May 2024"
    review_on = date(2025, 5, 20)
    entered_at = NOW


class VocabularyFactory(DjangoModelFactory):
    class Meta:
        model = Vocabulary
        django_get_or_create = ["term"]

    term = "children-in-care"
    words = "our children"


class ClosedDayFactory(DjangoModelFactory):
    class Meta:
        model = ClosedDay
        django_get_or_create = ["on"]

    on = date(2026, 12, 29)
    name = "Offices closed between the years"
