from dataclasses import replace

import pytest

from reports.indicators import registry, services
from reports.indicators.models import Indicator
from reports.indicators.services import DefinitionChanged
from tests.factories.indicators import IndicatorFactory

pytestmark = pytest.mark.django_db

DENTIST = registry.by_code("dentist")


def test_sync_registry_has_run_after_migrate():
    assert Indicator.objects.filter(is_current=True).count() == len(registry.load())


def test_sync_registry_again_changes_nothing():
    before = list(Indicator.objects.values())

    services.sync_registry()

    assert list(Indicator.objects.values()) == before


def test_sync_registry_refuses_another_meaning_of_the_same_version():
    with pytest.raises(DefinitionChanged) as refusal:
        services.sync_registry([replace(DENTIST, denominator="All children", polarity="low")])

    assert str(refusal.value) == (
        "The definition of “dentist” has changed (denominator, polarity) and its version is still 1. Raise the version "
        "in reports/indicators/definitions; old figures keep the old one."
    )
    assert Indicator.objects.filter(is_current=True).count() == len(registry.load())


def test_sync_registry_new_version_takes_over():
    services.sync_registry([replace(DENTIST, denominator="All children", version=2)])

    versions = Indicator.objects.filter(code="dentist").order_by("version").values_list("version", "is_current")
    assert list(versions) == [(1, False), (2, True)]


def test_sync_registry_other_words_need_no_new_version():
    services.sync_registry([replace(DENTIST, title="Children who saw a dentist", rank=9)])

    row = Indicator.objects.get(code="dentist")
    assert (row.title, row.rank, row.version) == ("Children who saw a dentist", 9, 1)


def test_sync_registry_what_left_the_registry_is_no_longer_current():
    gone = IndicatorFactory()

    services.sync_registry()

    gone.refresh_from_db()
    assert not gone.is_current
