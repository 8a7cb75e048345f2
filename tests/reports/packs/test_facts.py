import json
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from corpparent.periods import Period
from members import services, words
from reports.indicators.models import Indicator, Observation
from reports.packs import facts
from tests.factories.bodies import VocabularyFactory
from tests.factories.indicators import (
    AreaFactory,
    ImportFactory,
    IndicatorFactory,
    NeighbourFactory,
    NeighbourSetFactory,
    ObservationFactory,
)
from tests.factories.packs import NOW, figure, frozen, indicator
from tests.reports.packs.conftest import PERIOD

OWN = {"is_published": False, "numerator": "3", "denominator": "4"}


def gather(area, period=PERIOD, is_own=True):
    return facts.gather(area, period, is_own=is_own, at=NOW)


@pytest.mark.django_db
def test_gather_names_council_period_and_moment(larchford, dentist):
    gathered = gather(larchford)
    assert gathered["issuer"] == "Larchford Council"
    assert gathered["area"] == {"code": "E08000990", "name": "Larchford"}
    assert gathered["names"] == {"us": "Larchford", "region": "Middle Shires", "england": "England"}
    assert gathered["period"] == {"code": "2022-23", "label": "April 2022 to March 2023"}
    assert (gathered["year"], gathered["frozen_at"]) == ("2023", "2024-11-04T10:30:00+00:00")
    assert (gathered["is_own"], gathered["is_invented"]) == (True, True)


@pytest.mark.django_db
def test_gather_of_another_council_is_issued_by_nobody(larchford, dentist):
    assert gather(larchford, is_own=False)["issuer"] == "Published figures"


@pytest.mark.django_db
def test_gather_freezes_every_series(larchford, dentist):
    one = gather(larchford)["indicators"][0]
    assert (one["code"], one["periods"]) == (dentist.code, ["2021-22", "2022-23"])
    assert [found["value"] for found in one["series"]["us"]] == ["64", "68"]
    assert [found["value"] for found in one["series"]["england"]] == ["65", "66"]
    assert one["series"]["region"] == [None, None]


@pytest.mark.django_db
def test_gather_survives_being_stored_as_json(larchford, dentist):
    gathered = gather(larchford)
    assert json.loads(json.dumps(gathered)) == gathered


@pytest.mark.django_db
def test_gather_shows_nothing_later_than_the_period(larchford, dentist, observe):
    observe(dentist, larchford, 2024, 91)
    ObservationFactory(indicator=dentist, area=larchford, period="2023", ends_on=date(2023, 6, 30), value=92)
    gathered = gather(larchford)
    assert {found["period"] for found in facts.figures_of(gathered)} == {"2021-22", "2022-23"}
    assert gathered["year"] == "2023"


@pytest.mark.django_db
def test_gather_for_a_quarter_ends_with_it(larchford, dentist):
    gathered = gather(larchford, Period.parse("2022-23-Q3"))
    assert gathered["period"] == {"code": "2022-23-Q3", "label": "October to December 2022"}
    assert gathered["indicators"][0]["periods"] == ["2021-22"]
    assert gathered["year"] == "2022"


@pytest.mark.django_db
def test_gather_leaves_out_our_own_unpublished_figures(larchford, dentist):
    Observation.objects.filter(area=larchford).update(origin=Observation.Origin.OWN)
    assert gather(larchford)["indicators"][0]["series"]["us"] == [None, None]


@pytest.mark.django_db
def test_gather_shows_the_median_of_the_neighbours_alone(larchford, dentist, observe):
    neighbours = NeighbourSetFactory(source_import__is_invented=True)
    for value in (10, 20, 90):
        neighbour = NeighbourFactory(neighbour_set=neighbours, area=larchford).neighbour
        observe(dentist, neighbour, 2023, value)
    gathered = gather(larchford)
    series = gathered["indicators"][0]["series"]
    assert [found and found["value"] for found in series["neighbours"]] == [None, "20"]
    assert set(series) == set(gathered["names"]) == {"us", "region", "england", "neighbours"}
    assert gathered["names"]["neighbours"] == "Similar councils"
    assert len(gathered["neighbours"]["names"]) == 3


@pytest.mark.django_db
def test_gather_says_what_is_awaited_by_theme(larchford, dentist):
    IndicatorFactory(title="Children who were asked", theme="health")
    IndicatorFactory(title="A breakdown of them", theme="health", is_detail=True)
    awaited = gather(larchford)["awaited"]["health"]
    assert "Children who were asked" in awaited
    assert "A breakdown of them" not in awaited
    assert dentist.title not in awaited


@pytest.mark.django_db
def test_gather_names_the_files_its_figures_came_from(larchford, dentist, observe):
    late = ImportFactory(file_name="later.csv", is_invented=True)
    observe(dentist, larchford, 2024, 91, source_import=late)
    replaced = ImportFactory(file_name="replaced.csv", is_invented=True)
    observe(dentist, larchford, 2021, 60, source_import=replaced, is_current=False)
    listed = ImportFactory(file_name="neighbours.csv", kind="neighbours", is_invented=True)
    NeighbourFactory(neighbour_set__source_import=listed, area=larchford)
    assert [source["title"] for source in gather(larchford)["sources"]] == [
        "Published figures",
        "Statistical neighbours",
    ]


@pytest.mark.django_db
def test_gather_asks_the_same_number_of_queries_for_1_and_40_indicators(larchford, dentist, england, observe):
    words.remembered()
    with CaptureQueriesContext(connection) as one:
        gather(larchford)
    for number in range(39):
        more = IndicatorFactory(title=f"Figure {number}", theme="safety")
        observe(more, larchford, 2023, number)
        observe(more, england, 2023, number)
    with CaptureQueriesContext(connection) as many:
        gathered = gather(larchford)
    assert len(gathered["indicators"]) == 40
    assert len(many) == len(one) <= 13


@pytest.mark.django_db
def test_the_councils_words_are_frozen_with_its_figures(larchford, dentist, observe):
    VocabularyFactory(term="children-in-care", words="our young people")
    Indicator.objects.update(numerator="Children in care seen by a dentist")
    gathered = gather(larchford)
    assert gathered["words"]["children-in-care"] == "our young people"
    assert gathered["indicators"][0]["numerator"] == "Our young people seen by a dentist"


@pytest.mark.django_db
def test_news_is_what_this_pack_would_show(larchford, dentist, observe):
    def has_news():
        return facts.has_news_since(NOW, larchford, PERIOD)

    after = {"is_invented": True, "ended_at": NOW + timedelta(days=1)}
    assert facts.has_news_since(None, larchford, PERIOD)
    assert not has_news()
    ImportFactory(**after)
    observe(dentist, larchford, 2024, 91, source_import=ImportFactory(**after))
    NeighbourFactory(neighbour_set__source_import=ImportFactory(**after), area=AreaFactory())
    assert not has_news()
    observe(dentist, larchford, 2021, 60, source_import=ImportFactory(**after))
    assert has_news()


@pytest.mark.django_db
def test_other_words_are_news(larchford, dentist, council):
    services.set_words(words={"children-in-care": "our young people"}, by=None, at=NOW + timedelta(days=1))
    assert facts.has_news_since(NOW, larchford, PERIOD)
    assert not facts.has_news_since(NOW + timedelta(days=2), larchford, PERIOD)


@pytest.mark.django_db
def test_new_neighbours_are_news(larchford, dentist):
    taken = ImportFactory(is_invented=True, ended_at=NOW + timedelta(days=1))
    NeighbourFactory(neighbour_set__source_import=taken, area=larchford)
    assert facts.has_news_since(NOW, larchford, PERIOD)


@pytest.mark.parametrize("audience", ["public", "exempt"])
def test_protect_leaves_published_figures_as_they_are(audience):
    whole = frozen(indicator(us=["64", figure(None, symbol="c")], england=[None, "66"]))
    assert facts.protect(whole, audience) == whole


@pytest.mark.parametrize("audience", ["public", "exempt"])
def test_protect_hides_our_own_figures(audience):
    whole = frozen(indicator(us=["64", figure("75", **OWN)]))
    shown = facts.protect(whole, audience)
    hidden = shown["indicators"][0]["series"]["us"][1]
    assert (hidden["value"], hidden["numerator"], hidden["denominator"], hidden["symbol"]) == (None, None, None, "c")
    assert whole["indicators"][0]["series"]["us"][1]["value"] == "75"
    assert facts.hidden(whole, shown) == 1


def test_table_has_a_row_for_every_figure_shown():
    rows = list(facts.table_of(frozen(indicator(us=[None, "68"], england=[figure(None, symbol="x"), "66"]))))
    assert len(rows[0]) == len(facts.TABLE_HEAD)
    assert [(row[3], row[4], row[5], row[8]) for row in rows] == [
        ("2022-23", "Larchford", "68", ""),
        ("2021-22", "England", None, "x"),
        ("2022-23", "England", "66", ""),
    ]
