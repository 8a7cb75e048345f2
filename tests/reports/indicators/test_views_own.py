"""The council's own count on the pages about figures."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from members import words
from members.models import Council
from reports.indicators.models import Indicator, Observation
from tests.factories.indicators import (
    AreaFactory,
    CommentaryFactory,
    EnglandFactory,
    ObservationFactory,
    OwnFactory,
    TargetFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def dentist():
    return Indicator.objects.current().get(code="dentist")


@pytest.fixture
def count(ours, dentist):
    """Our own count of the quarter to September 2025: 82%, wanted 85%."""
    TargetFactory(indicator=dentist)
    return OwnFactory(indicator=dentist, area=ours, value=Decimal(82), numerator=Decimal(82))


@pytest.fixture
def published(ours, dentist):
    return ObservationFactory(indicator=dentist, area=ours, value=Decimal(61))


def text(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_page_has_both_and_says_which_is_which(councillor, count, published):
    page = text(councillor, "/figures/dentist/")
    assert page.index("Our own count") < page.index("As government publishes it")
    assert "82% of our children" in page
    assert "Our own count for July to September 2025." in page
    assert "Close to target" in page


def test_page_of_what_nobody_publishes_has_our_own(councillor, count):
    page = text(councillor, "/figures/dentist/")
    assert "Nobody publishes this figure for each council. We count it ourselves." in page
    assert "82% of our children" in page


def test_hidden_count_is_seen_by_officers_alone(councillor, officer, client_of, count):
    Observation.objects.update(protection=Observation.Protection.HIDDEN)
    for client in (officer, client_of("director-of-childrens-services")):
        assert "82%" in text(client, "/figures/dentist/")
    for path in ("/figures/dentist/", "/figures/"):
        page = text(councillor, path)
        assert "82%" not in page
        assert "hidden, too few children" in page.lower()
    assert "Close to target" not in text(councillor, "/figures/dentist/")


def test_council_may_trust_its_members_with_all(councillor, council, count):
    Observation.objects.update(protection=Observation.Protection.HIDDEN)
    council.members_see_small_numbers = True
    council.save()
    assert "82%" in text(councillor, "/figures/dentist/")


def test_our_own_count_is_on_no_page_of_another_council(councillor, count, published, dentist):
    other = AreaFactory(code="E08000991", name="Othertown")
    ObservationFactory(indicator=dentist, area=other, value=Decimal(50))
    for path in ("/figures/dentist/?council=E08000991", "/figures/?council=E08000991"):
        page = text(councillor, path)
        assert "82%" not in page
        assert "ur own count" not in page


def test_list_shows_whichever_is_newer(councillor, count, published):
    assert "82%</strong>, our own count for July to September 2025." in text(councillor, "/figures/")
    ObservationFactory(
        indicator=count.indicator, area=count.area, value=Decimal(90), period="2025-26", ends_on=date(2026, 3, 31)
    )
    page = text(councillor, "/figures/")
    assert "90%</strong>" in page
    assert "82%" not in page


def test_commentary_stands_beside_the_figure_with_its_author(councillor, count):
    said = CommentaryFactory(observation=count)
    page = text(councillor, "/figures/dentist/")
    assert said.text in page
    assert said.author.name in page


def test_whoever_may_write_finds_the_way(councillor, officer, count):
    assert "/figures/dentist/2025-26-Q2/commentary/" in text(officer, "/figures/dentist/")
    assert "commentary" not in text(councillor, "/figures/dentist/")


def test_download_has_published_figures_alone(officer, count, published):
    rows = officer.get("/figures/dentist/download/").content.decode()
    assert "61" in rows
    assert "82" not in rows


def test_list_asks_the_same_number_of_queries_whatever_we_count(councillor, ours):
    EnglandFactory()
    indicators = list(Indicator.objects.current()[:20])

    def queries():
        Council.glance()
        words.glance()
        with CaptureQueriesContext(connection) as captured:
            text(councillor, "/figures/")
        return len(captured)

    OwnFactory(indicator=indicators[0], area=ours)
    few = queries()
    for one in indicators[1:]:
        OwnFactory(indicator=one, area=ours)
        TargetFactory(indicator=one)
    assert queries() == few
