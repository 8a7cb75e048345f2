from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from members.standing import STRANGER
from reports.packs.waiting import needs
from tests.factories.members import AppointmentFactory
from tests.factories.packs import EditionFactory, PackFactory

pytestmark = pytest.mark.django_db


def needs_of(person):
    return list(needs(person.standing_on(localdate())))


def test_draft_waits_for_a_second_person(priya, ruth):
    edition = EditionFactory(pack__asked_by=priya, pack__area__name="Larchford")
    (need,) = needs_of(ruth)
    assert (need.title, need.about) == ("Publish the public edition", "Larchford, April 2022 to March 2023")
    assert need.url == f"/packs/editions/{edition.public_id}/confirm/"
    assert need.why == "Built on 4 November 2024, 24 pages. Read it first: it cannot change later."
    assert needs_of(priya) == []


def test_draft_of_another_council_waits_for_nobody(ruth):
    EditionFactory(pack__is_own=False)
    assert needs_of(ruth) == []


def test_draft_that_a_newer_version_replaces_waits_no_longer(ruth):
    edition = EditionFactory()
    PackFactory(area=edition.pack.area, version=2)
    assert needs_of(ruth) == []


@pytest.mark.parametrize(("days", "waits"), [(1, True), (29, True), (31, False)])
def test_published_pack_is_to_be_read_for_thirty_days(council, days, waits):
    councillor = AppointmentFactory().person
    published_at = timezone.now() - timedelta(days=days)
    EditionFactory(audience="exempt", is_published=True, published_at=published_at)
    assert [need.title for need in needs_of(councillor)] == ["Read the quality pack"] * waits


def test_public_edition_is_not_to_be_read_twice(council):
    EditionFactory(is_published=True, published_at=timezone.now())
    assert needs_of(AppointmentFactory().person) == []


def test_stranger_is_asked_for_nothing():
    EditionFactory(audience="exempt", is_published=True, published_at=timezone.now())
    assert list(needs(STRANGER)) == []


def test_needs_ask_two_queries_whatever_the_rows(ruth, django_assert_num_queries):
    standing = ruth.standing_on(localdate())
    for rows in (1, 4):
        EditionFactory.create_batch(rows)
        EditionFactory.create_batch(rows, audience="exempt", is_published=True, published_at=timezone.now())
        with django_assert_num_queries(2):
            assert list(needs(standing))


def test_start_page_shows_what_waits(officer):
    EditionFactory()
    page = officer.get("/").content.decode()
    assert "Publish the public edition" in page
