import factory
from factory.django import DjangoModelFactory

from members.models import Duty, EvidenceFile
from tests.factories.corpparent import NOW
from tests.factories.members import PersonFactory


class DutyFactory(DjangoModelFactory):
    class Meta:
        model = Duty
        django_get_or_create = ["code"]

    code = "U1"
    months = 12
    days = 60


class EvidenceFileFactory(DjangoModelFactory):
    """Asked for, not made yet."""

    class Meta:
        model = EvidenceFile

    year = "2025-26"
    asked_by = factory.SubFactory(PersonFactory)
    asked_at = NOW
