import pytest

from tests.factories.members import CouncilFactory, PersonFactory
from tests.factories.packs import EditionFactory, PackFactory, publish
from tests.reports.packs.pages import address, edition, html, queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


def test_list_shows_the_public_what_is_published(client, published, draft):
    page = html(client.get("/packs/"))
    assert address(published.pack) in page
    assert address(draft.pack) not in page
    assert "Public edition, 4 November 2024" in page


def test_list_shows_a_builder_drafts_and_what_is_not_built(officer, draft):
    waiting = PackFactory()
    page = html(officer.get("/packs/"))
    assert address(draft.pack) in page
    assert address(waiting) in page
    assert "Not built yet." in page
    assert "Build a pack" in page


def test_list_offers_a_councillor_no_building(councillor, published):
    page = html(councillor.get("/packs/"))
    assert address(published.pack) in page
    assert "Build a pack" not in page


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        ("client", "No pack has been published yet."),
        ("councillor", "No pack has been built yet."),
    ],
)
def test_list_that_is_empty_says_so(request, who, sentence):
    assert sentence in html(request.getfixturevalue(who).get("/packs/"))


def test_list_by_year_holds_its_quarters(client, published):
    quarter = edition(pack__period="2022-23-Q4", is_published=True)
    other = edition(pack__period="2021-22", is_published=True)
    page = html(client.get("/packs/?year=2022-23"))
    assert address(published.pack) in page
    assert address(quarter.pack) in page
    assert address(other.pack) not in page
    assert "No packs of that year." in html(client.get("/packs/?year=2019-20"))


@pytest.mark.parametrize("query", ["year=junk", "year=%00", "page=999", "page=x", "year=2022-23&page=0"])
def test_list_survives_any_query(client, published, query):
    assert client.get(f"/packs/?{query}").status_code in (200, 404)


def test_list_asks_four_queries_whatever_the_rows(client):
    for count in (1, 24):
        EditionFactory.create_batch(count, is_published=True)
        with queries(most=4):
            html(client.get("/packs/"))


def test_list_is_paginated(client):
    EditionFactory.create_batch(26, is_published=True)
    assert "Page 1 of 2" in html(client.get("/packs/"))
    assert html(client.get("/packs/?page=2")).count("app-row__link") == 1


def test_detail_shows_the_public_its_edition_alone(client, published):
    members = edition(pack=published.pack, audience="exempt", is_published=True)
    page = html(client.get(address(published.pack)))
    assert published.sha256 in page
    assert address(published, "pdf/") in page
    assert members.sha256 not in page
    assert "Publish" not in page.replace("Published", "")


def test_detail_shows_members_who_published_and_the_public_that_the_council_did(client, councillor, published):
    by = f" by {published.published_by.name}"
    assert f"4 November 2024{by}" in html(councillor.get(address(published.pack)))
    page = html(client.get(address(published.pack)))
    assert "4 November 2024" in page
    assert by not in page
    assert published.head in page


def test_detail_of_another_council_says_so(officer):
    pack = edition(pack__is_own=False).pack
    page = html(officer.get(address(pack)))
    assert "Published figures, not issued by this council." in page
    assert "it is for reading here, not ours to publish." in page


def test_detail_of_a_draft_leads_a_second_person_to_publish(officer, draft):
    assert address(draft, "confirm/") in html(officer.get(address(draft.pack)))


def test_detail_of_a_draft_tells_who_asked_why_not(officer):
    draft = edition(pack__asked_by=officer.person)
    page = html(officer.get(address(draft.pack)))
    assert "You asked for this pack, so somebody else publishes it." in page
    assert address(draft, "confirm/") not in page


def test_detail_lists_other_versions_that_may_be_seen(client, officer, published):
    second = PackFactory(area=published.pack.area, version=2)
    assert address(second) not in html(client.get(address(published.pack)))
    assert address(second) in html(officer.get(address(published.pack)))


@pytest.mark.parametrize("who", ["client", "councillor"])
@pytest.mark.parametrize("page", ["", "pdf/", "figures/", "health/"])
def test_draft_is_not_there_for_others(request, who, page, draft):
    assert request.getfixturevalue(who).get(address(draft, page)).status_code == 404


@pytest.mark.parametrize("page", ["", "pdf/", "figures/", "health/"])
@pytest.mark.parametrize(
    "fields", [{"audience": "exempt"}, {"pack__is_own": False}], ids=["members' edition", "another council's"]
)
def test_published_for_others_is_not_there_for_the_public(client, fields, page):
    assert client.get(address(edition(is_published=True, **fields), page)).status_code == 404


@pytest.mark.parametrize("who", ["client", "councillor"])
def test_pack_without_a_visible_edition_is_not_there(request, who, draft):
    assert request.getfixturevalue(who).get(address(draft.pack)).status_code == 404


@pytest.mark.parametrize("page", ["", "pdf/", "figures/", "health/"])
def test_councillor_reads_the_members_edition(councillor, page):
    members = edition(audience="exempt", is_published=True)
    response = councillor.get(address(members, page))
    response.close()
    assert response.status_code in (200, 302)


def test_words_of_areas_and_people_are_never_markup(officer):
    hostile = "<script>alert(1)</script>"
    CouncilFactory(name=hostile)
    made = publish(edition(pack=PackFactory(area__name=hostile)), by=PersonFactory(name=hostile))
    for page in ("/packs/", address(made.pack), address(made, "health/"), address(made, "confirm/"), "/packs/new/"):
        assert hostile not in html(officer.get(page))
