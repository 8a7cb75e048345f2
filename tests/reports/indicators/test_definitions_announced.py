"""A new or changed definition asks Lead Member and Director of Children's Services to know of it."""

from dataclasses import replace

import pytest

from corpparent.models import Event
from members.models import Acknowledgement, Reading
from reports.indicators import registry, services
from reports.indicators.models import Indicator, Observation
from tests.factories.members import AppointmentFactory

pytestmark = pytest.mark.django_db

DENTIST = registry.by_code("dentist")


@pytest.fixture
def chairs():
    roles = ("lead-member", "director-of-childrens-services")
    return {AppointmentFactory(role__slug=role).person for role in roles}


def sync(*changed):
    """The registry with `changed` in place of what has their codes, as a new release would bring it."""
    codes = {definition.code for definition in changed}
    services.sync_registry([*changed, *(one for one in registry.load() if one.code not in codes)])


def test_first_sync_announces_nothing(chairs):
    assert not Observation.objects.exists()
    Indicator.objects.all().delete()

    services.sync_registry()

    assert Indicator.objects.count() == len(registry.load())
    assert not Reading.objects.exists()


def test_changed_and_new_definitions_are_one_reading(chairs):
    AppointmentFactory(role__slug="councillor")
    again = replace(DENTIST, version=DENTIST.version + 1, denominator="All children")
    new = replace(DENTIST, code="opticians", title="Children who saw an optician")

    for _ in range(3):
        sync(again, new)

    reading = Reading.objects.get()
    assert reading.title == "2 figures with a new definition"
    assert reading.digest == (
        f"Changed. Earlier figures keep the definition they had:\n– {DENTIST.title}\n\n"
        "New:\n– Children who saw an optician"
    )
    assert (reading.kind, reading.link, reading.status) == ("definition", "/figures/", "published")
    assert {row.person for row in Acknowledgement.objects.all()} == chairs
    asked = Event.objects.filter(type="reading-asked")
    assert {event.counts_for_id for event in asked} == {person.public_id for person in chairs}
    assert asked.count() == 2


def test_the_next_change_is_another_reading(chairs):
    for step in (1, 2):
        sync(replace(DENTIST, version=DENTIST.version + step, denominator=f"All children, {step}"))
    assert [reading.title for reading in Reading.objects.all()] == ["1 figure with a new definition"] * 2
    assert Acknowledgement.objects.count() == 4


def test_other_words_announce_nothing(chairs):
    sync(replace(DENTIST, title="Children who saw a dentist"))
    assert not Reading.objects.exists()


def test_without_the_library_a_change_waits_for_the_next_migrate(chairs, monkeypatch):
    again = replace(DENTIST, version=DENTIST.version + 1, denominator="All children")
    with monkeypatch.context() as patch:
        patch.setattr(Reading._meta, "db_table", "not_there_yet")
        sync(again)
    assert not Indicator.objects.filter(code="dentist", version=again.version).exists()

    sync(again)

    assert Indicator.objects.filter(code="dentist", version=again.version, is_current=True).exists()
    assert Reading.objects.count() == 1
