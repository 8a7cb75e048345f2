"""The pages about published figures: list, page of one, download."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from members import words as council_words
from members.models import Council
from reports.indicators.models import Indicator
from tests.factories.indicators import (
    AreaFactory,
    EnglandFactory,
    ImportFactory,
    IndicatorFactory,
    NeighbourFactory,
    NeighbourSetFactory,
    ObservationFactory,
    RegionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def england():
    return EnglandFactory()


@pytest.fixture
def figure(ours, england):
    """`figure(68, 66)`: a new indicator, our value and England's for the year ending March 2023."""

    def figure(value=68, theirs=66, **definition):
        indicator = IndicatorFactory(**definition)
        file = ImportFactory()
        ObservationFactory(indicator=indicator, area=ours, value=Decimal(value), source_import=file)
        if theirs is not None:
            ObservationFactory(indicator=indicator, area=england, value=Decimal(theirs), source_import=file)
        return indicator

    return figure


def page(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def queries(client, path):
    Council.glance()  # so that both countings have seen it
    council_words.glance()
    with CaptureQueriesContext(connection) as captured:
        page(client, path)
    return len(captured)


@pytest.mark.parametrize("path", ["/figures/", "/figures/dentist/", "/figures/dentist/download/"])
def test_figures_are_for_those_who_are_signed_in(client, council, path):
    answer = client.get(path)
    assert (answer.status_code, answer.url) == (302, f"/account/sign-in/?next={path}")


@pytest.mark.parametrize("path", ["/figures/", "/figures/dentist/", "/figures/dentist/download/"])
def test_figures_are_only_for_looking(councillor, path):
    assert councillor.post(path).status_code == 405


def test_list_shows_value_year_england_and_tag(councillor, figure):
    figure(68, 66, title="Read to")
    html = page(councillor, "/figures/")
    assert "68%</strong>, year ending March 2023. England: 66%." in html
    assert "Better than England" in html
    assert "One figure<" in html


def test_list_of_a_figure_for_england_alone_says_so(councillor, figure, ours, england):
    ObservationFactory(area=england, value=Decimal(20), indicator=IndicatorFactory(title="Only England"))
    html = page(councillor, "/figures/")
    assert "Not published for this council</strong>, year ending March 2023. England: 20%." in html


def test_list_compares_with_england_in_our_newest_year(councillor, figure, england):
    indicator = figure(68, 66)
    newer = {"period": "2023-24", "ends_on": date(2024, 3, 31)}
    ObservationFactory(indicator=indicator, area=england, value=Decimal(99), **newer)
    assert "England: 66%." in page(councillor, "/figures/")


def test_list_before_any_figures_says_how_they_come(councillor, officer, council):
    assert "No figures have been taken in yet." in page(councillor, "/figures/")
    assert "/figures/imports/new/" not in page(councillor, "/figures/")
    assert '<a href="/figures/imports/new/">Take in the first file</a>' in page(officer, "/figures/")


def test_list_of_a_council_without_figures_says_so(councillor, council):
    AreaFactory()
    assert "No figures about this council have been taken in." in page(councillor, "/figures/")


def test_list_by_theme_words_and_standing(councillor, figure):
    figure(68, 66, title="Read to", theme="ordinary-life")
    figure(50, 66, title="Seen", theme="health")

    def titles(query):
        html = page(councillor, f"/figures/?{query}")
        return [title for title in ("Read to", "Seen") if f">{title}</a>" in html]

    assert titles("theme=health") == ["Seen"]
    assert titles("text=READ") == ["Read to"]
    assert titles("compared=late") == ["Seen"]
    assert titles("compared=ok&theme=health") == []
    assert "No figure fits what you chose." in page(councillor, "/figures/?text=zebra")


@pytest.mark.parametrize("query", ["council=nowhere", "theme=x", "compared=%00", "text=%00", "council=%00"])
def test_list_of_nonsense_is_a_sentence(councillor, figure, query):
    figure()
    assert "No figure fits what you chose." in page(councillor, f"/figures/?{query}")


def test_list_of_another_council_says_whose_figures_they_are(councillor, figure):
    other = AreaFactory(name="Ashby Vale")
    ObservationFactory(indicator=figure(title="Read to"), area=other, value=Decimal(12))
    html = page(councillor, f"/figures/?council={other.code}")
    assert "<h1>Ashby Vale</h1>" in html
    assert "another council’s published figures" in html
    assert f"?council={other.code}" in html
    assert "12%" in html


def test_list_asks_the_same_number_of_queries_for_1_and_for_40(councillor, figure):
    figure()
    few = queries(councillor, "/figures/")
    for _ in range(39):
        figure()
    assert queries(councillor, "/figures/") == few <= 14


def test_list_is_paginated(councillor, figure):
    for _ in range(26):
        figure()
    assert "Page 1 of 2" in page(councillor, "/figures/")
    page(councillor, "/figures/?page=2")
    page(councillor, "/figures/?page=3", status=404)


def test_detail_says_the_figure_its_comparison_and_its_meaning(councillor, figure):
    indicator = figure(68, 66, reference="NI 99")
    html = page(councillor, f"/figures/{indicator.code}/")
    for words in (
        "68% of our children were read to.",
        "It is higher than England (66%).",
        "Higher is better.",
        "Better than England",
        "All children in care on 31 March",
        "Version 1",
        "NI 99",
        "Published figures, taken in on 4 November 2024",
    ):
        assert words in html, words
    assert html.count("<svg") > 2


def test_detail_links_to_the_file_for_those_who_may_see_it(officer, councillor, figure):
    path = f"/figures/{figure().code}/"
    assert ">Published figures</a>" in page(officer, path)
    assert ">Published figures</a>" not in page(councillor, path)


def test_detail_of_an_unknown_code_is_404(councillor, council):
    page(councillor, "/figures/no-such-figure/", status=404)


@pytest.mark.parametrize("area", [True, False])
def test_detail_without_a_figure_still_says_what_it_means(councillor, council, area):
    if area:
        AreaFactory(code=council.area_code)
    html = page(councillor, f"/figures/{IndicatorFactory().code}/")
    assert "There is no published figure for this council." in html
    assert "All children in care on 31 March" in html


def test_detail_explains_a_sign(councillor, ours):
    seen = ObservationFactory(area=ours, value=None, symbol="c")
    html = page(councillor, f"/figures/{seen.indicator.code}/")
    assert "There is no number to show: hidden, too few children." in html
    assert "<dt><strong>c</strong></dt>" in html


def test_detail_marks_a_provisional_figure(councillor, ours):
    seen = ObservationFactory(area=ours, status="provisional")
    assert "Provisional" in page(councillor, f"/figures/{seen.indicator.code}/")


def test_detail_of_another_council_does_not_call_its_children_ours(councillor, figure):
    other, indicator = AreaFactory(name="Ashby Vale"), figure()
    ObservationFactory(indicator=indicator, area=other, value=Decimal(12))
    html = page(councillor, f"/figures/{indicator.code}/?council={other.code}")
    assert "12% of their children were read to." in html
    assert "another council’s published figures" in html


def test_detail_says_which_average_and_of_how_many(councillor, figure, ours):
    indicator, edition = figure(), NeighbourSetFactory()
    neighbours = [NeighbourFactory(neighbour_set=edition, area=ours, rank=rank).neighbour for rank in (1, 2, 3, 4)]
    for area, value in zip(neighbours, (10, 20, 90), strict=False):
        ObservationFactory(indicator=indicator, area=area, value=Decimal(value))
    median = page(councillor, f"/figures/{indicator.code}/")
    mean = page(councillor, f"/figures/{indicator.code}/?middle=mean")
    assert "is the median of Larchford’s 4 statistical neighbours. 3 of the 4 have a figure" in median
    assert "similar councils (20%)" in median
    assert "is the mean of" in mean
    assert "similar councils (40%)" in mean
    assert "is the median of" in page(councillor, f"/figures/{indicator.code}/?middle=%00mode")


def test_detail_breaks_down_by_group(councillor, ours):
    seen = ObservationFactory(area=ours)
    ObservationFactory(indicator=seen.indicator, area=ours, category="Aged 1", value=Decimal(7))
    html = page(councillor, f"/figures/{seen.indicator.code}/")
    assert "By group, year ending March 2023" in html
    assert ">Aged 1</th>" in html


def test_detail_asks_the_same_number_of_queries_for_1_and_for_10_years(councillor, figure, ours):
    indicator = figure()
    path = f"/figures/{indicator.code}/"
    few = queries(councillor, path)
    for year in range(2010, 2020):
        dates = {"period": f"{year}-{(year + 1) % 100}", "ends_on": date(year + 1, 3, 31)}
        ObservationFactory(indicator=indicator, area=ours, **dates)
    assert queries(councillor, path) == few <= 16


def test_download_has_every_figure_and_both_averages(councillor, figure, ours):
    indicator = figure()
    neighbour = NeighbourFactory(area=ours).neighbour
    ObservationFactory(indicator=indicator, area=neighbour, value=Decimal("70.5"))
    ObservationFactory(indicator=indicator, area=ours, category="Aged 1", value=None, symbol="c")
    answer = councillor.get(f"/figures/{indicator.code}/download/")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert [line.split(",")[4:7] for line in lines[1:]] == [
        ["", "Larchford", "68"],
        ["", "England", "66"],
        ["", "Similar councils (median)", "70.5"],
        ["", "Similar councils (mean)", "70.5"],
        ["Aged 1", "Larchford", ""],
    ]


def test_download_runs_nothing_in_a_spreadsheet(councillor, figure, ours):
    indicator = figure()
    ours.name = "=1+1"
    ours.save()
    assert ",'=1+1,68" in councillor.get(f"/figures/{indicator.code}/download/").content.decode()


def test_download_of_a_figure_that_nobody_publishes_is_a_heading(councillor, figure, ours):
    figure()
    answer = councillor.get(f"/figures/{IndicatorFactory().code}/download/")
    assert len(answer.content.decode().splitlines()) == 1


def test_download_before_any_figures_is_404(councillor, council):
    page(councillor, f"/figures/{IndicatorFactory().code}/download/", status=404)


def test_every_indicator_of_the_registry_has_its_page(councillor, ours):
    region = RegionFactory()
    ours.region = region
    ours.save()
    indicators = list(Indicator.objects.current())
    for indicator in indicators:
        ObservationFactory(indicator=indicator, area=ours, numerator=4, denominator=9)
    for indicator in indicators:
        page(councillor, f"/figures/{indicator.code}/")
