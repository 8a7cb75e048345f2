import csv
import io
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from corpparent import jobs
from corpparent.models import Event, Job
from reports.packs import services
from reports.packs.models import Edition, Pack
from tests.factories.corpparent import StoredFileFactory
from tests.factories.indicators import AreaFactory
from tests.factories.members import CouncilFactory
from tests.factories.packs import NOW, EditionFactory, LeafFactory, PackFactory
from tests.reports.packs.conftest import PERIOD

pytestmark = pytest.mark.django_db

CANNOT_BUILD = "Only a performance officer, the administrator"
HTML = "<h1>Would this be good enough for my own child?</h1>"


@pytest.fixture(autouse=True)
def of_a_council(council):
    return council


def html(response, status=200):
    assert response.status_code == status, response.content.decode()[:2000]
    return response.content.decode()


def address(thing, verb=""):
    folder = "editions/" if isinstance(thing, Edition) else ""
    return f"/packs/{folder}{thing.public_id}/{verb}"


def edition(**fields):
    """An edition of two pages, with a file."""
    made = EditionFactory(pack__area__name="Larchford", file=StoredFileFactory(content=b"%PDF-1.7"), **fields)
    LeafFactory(edition=made, number=1, slug="on-one-page", title="What you need to know", html=HTML)
    LeafFactory(edition=made, number=2, slug="health", title="Health", html=HTML)
    return made


@pytest.fixture
def published():
    return edition(is_published=True)


@pytest.fixture
def draft():
    return edition()


@contextmanager
def queries(most):
    with CaptureQueriesContext(connection) as asked:
        yield
    assert len(asked) <= most, "\n".join(query["sql"][:200] for query in asked)


# The list


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


# One pack


def test_detail_shows_the_public_its_edition_alone(client, published):
    members = edition(pack=published.pack, audience="exempt", is_published=True)
    page = html(client.get(address(published.pack)))
    assert published.sha256 in page
    assert address(published, "pdf/") in page
    assert members.sha256 not in page
    assert "Publish" not in page.replace("Published", "")


def test_detail_shows_who_published_and_the_head_of_the_record(client, published):
    page = html(client.get(address(published.pack)))
    assert f"4 November 2024 by {published.published_by.name}" in page
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


# Who may not see


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


# The twin, the paper, the figures


def test_edition_opens_at_its_first_page(client, published):
    response = client.get(address(published))
    assert (response.status_code, response.url) == (302, address(published, "on-one-page/"))


def test_leaf_shows_its_page_the_parts_and_where_to_go_on(client, published):
    page = html(client.get(address(published, "on-one-page/")))
    assert HTML in page
    assert address(published, "health/") in page
    assert "Go on to Health" in page
    assert "24 pages" in page
    assert "Go on to" not in html(client.get(address(published, "health/")))


def test_leaf_that_does_not_exist(client, published):
    assert client.get(address(published, "wealth/")).status_code == 404


def test_leaf_asks_four_queries_at_most(client, published):
    with queries(most=4):
        html(client.get(address(published, "health/")))


def test_pdf_is_the_stored_file_and_runs_nothing(client, published):
    response = client.get(address(published, "pdf/"))
    assert b"".join(response.streaming_content) == b"%PDF-1.7"
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="larchford-2022-23-public.pdf"'
    assert response["Content-Security-Policy"] == "sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_figures_are_what_the_edition_shows(client, published):
    response = client.get(address(published, "figures/"))
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert response["Content-Disposition"] == 'attachment; filename="larchford-2022-23-public.csv"'
    assert [(row["Area"], row["Period"], row["Value"]) for row in rows] == [
        ("Larchford", "2021-22", "64"),
        ("Larchford", "2022-23", "68"),
        ("England", "2021-22", "65"),
        ("England", "2022-23", "66"),
    ]


# Publishing


def test_confirm_says_what_publishing_means(officer, draft):
    page = html(officer.get(address(draft, "confirm/")))
    assert "Everybody can read it at once" in page
    assert "It cannot be changed or taken back afterwards." in page
    assert address(draft, "publish/") in page


def test_confirm_of_the_members_edition(officer):
    page = html(officer.get(address(edition(audience="exempt"), "confirm/")))
    assert "Every councillor and officer with an appointment can read it at once. The public cannot." in page


def test_publish_works_once(officer, draft):
    response = officer.post(address(draft, "publish/"))
    assert (response.status_code, response.url) == (302, address(draft.pack))
    assert "Public edition published." in html(officer.get(response.url))
    draft.refresh_from_db()
    assert (draft.is_published, draft.published_by) == (True, officer.person)
    assert "published already" in html(officer.post(address(draft, "publish/")), 403)
    assert Event.objects.filter(type="edition-published").count() == 1


def test_publish_by_who_asked_is_refused_with_the_reason(officer):
    draft = edition(pack__asked_by=officer.person)
    assert "so somebody else publishes it." in html(officer.post(address(draft, "publish/")), 403)


def test_publish_by_a_councillor_is_refused_with_the_reason(councillor, published):
    assert CANNOT_BUILD in html(councillor.post(address(published, "publish/")), 403)


def test_publish_a_draft_one_cannot_see(councillor, draft):
    assert councillor.post(address(draft, "publish/")).status_code == 404


# Asking, watching, stopping


@pytest.fixture
def asked(larchford):
    return services.ask_for_pack(area=larchford, period=PERIOD, by=None, at=NOW)


def test_create_stands_at_our_own_council(officer, larchford):
    page = html(officer.get("/packs/new/"))
    assert f'<option value="{larchford.code}" selected>Larchford</option>' in page


def test_create_is_for_builders(councillor):
    assert CANNOT_BUILD in html(councillor.get("/packs/new/"), 403)
    assert CANNOT_BUILD in html(councillor.post("/packs/new/"), 403)


def test_create_asks_for_a_pack(officer, larchford):
    response = officer.post("/packs/new/", {"area": larchford.code, "period": " 2022-23 "})
    pack = Pack.objects.get()
    assert (response.status_code, response.url) == (302, address(pack))
    assert (pack.area, pack.period, pack.asked_by) == (larchford, "2022-23", officer.person)
    page = html(officer.get(response.url))
    assert "Building the pack" in page
    assert address(pack, "progress/") in page
    assert "Check again" in page
    assert address(pack, "stop/") in page


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"period": ""}, "Enter the period, like 2022-23."),
        ({"period": "2023"}, "“2023” is not a period. Write a year like 2022-23, or a quarter like 2025-26-Q2."),
        ({"period": "9999-00"}, "“9999-00” is not a period."),
        ({"period": "2098-99"}, "April 2098 to March 2099 has not ended yet."),
        ({"period": "2022-23-Q1-Q2"}, "Enter the period as a year like 2022-23, or a quarter like 2025-26-Q2."),
        ({"period": "<b>2022"}, "“&lt;b&gt;2022” is not a period."),
        ({"area": ""}, "Choose the council the pack is about."),
        ({"area": "E99999999"}, "Choose a council from the list."),
        ({"area": "\x00"}, "Null characters are not allowed."),
    ],
)
def test_create_says_what_is_wrong(officer, larchford, fields, sentence):
    page = html(officer.post("/packs/new/", {"area": larchford.code, "period": "2022-23"} | fields))
    assert page.count(sentence) == 2, "once at the top, once at the field"
    assert "<title>Error: Build a pack" in page
    assert not Pack.objects.exists()


def test_create_of_a_pack_that_is_built_says_so(officer, larchford, dentist):
    pack = PackFactory(area=larchford, facts={}, frozen_at=timezone.now())
    edition(pack=pack)
    response = officer.post("/packs/new/", {"area": larchford.code, "period": "2022-23"}, follow=True)
    assert "This pack is built already, and no figures have come in since." in html(response)
    assert not Job.objects.exists()


def test_progress_waits_moves_and_ends(officer, asked, dentist):
    progress = address(asked, "progress/")
    assert "Waiting for a worker to be free." in html(officer.get(progress))
    job = jobs.claim(timezone.now())
    jobs.Running(job).plan("Figures gathered", "Checked and filed")
    jobs.Running(job).step_done("Figures gathered", "4 figures")
    page = html(officer.get(progress))
    assert 'aria-valuenow="50"' in page
    assert page.count("app-step--ok") == page.count("app-step--now") == 1
    assert "4 figures" in page
    assert f'data-progress-url="{progress}"' in page


def test_progress_of_what_is_done_asks_no_more(officer, asked, dentist):
    jobs.work()
    page = html(officer.get(address(asked, "progress/")))
    assert "data-progress-url" not in page
    assert "See the pack" in page
    assert page.count("app-step--ok") == 5
    assert "The pack is built." in page


def test_progress_says_when_it_is_stopping_or_tried_again(officer, asked):
    job = jobs.claim(timezone.now())
    Job.objects.update(attempt=2)
    assert "This is try 2 of 5." in html(officer.get(address(asked, "progress/")))
    jobs.stop(job=job, at=NOW)
    assert "Stopping at the next step." in html(officer.get(address(asked, "progress/")))


def test_progress_without_a_job(officer):
    assert officer.get(address(PackFactory(), "progress/")).status_code == 404


def test_failure_is_told_in_words_with_a_way_to_try_again(officer, asked):
    jobs.work()
    page = html(officer.get(address(asked)))
    assert "This pack is not built" in page
    assert "No figures for Larchford up to 31 March 2023 have been taken in." in page
    assert address(asked, "build/") in page
    assert "data-progress-url" not in html(officer.get(address(asked, "progress/")))


def test_build_again_works(officer, asked, dentist):
    services.stop_building(pack=asked, by=officer.person, at=NOW)
    response = officer.post(address(asked, "build/"))
    assert (response.status_code, response.url) == (302, address(asked))
    assert services.jobs_of(asked).open().count() == 1


def test_stop_works(officer, asked):
    response = officer.post(address(asked, "stop/"), follow=True)
    assert "Building stops at its next step." in html(response)
    assert "Stopped before it began." in html(response)
    assert services.jobs_of(asked).get().status == "stopped"


@pytest.mark.parametrize("verb", ["build/", "stop/"])
def test_building_verbs_are_for_builders(councillor, published, verb):
    assert CANNOT_BUILD in html(councillor.post(address(published.pack, verb)), 403)


@pytest.mark.parametrize("verb", ["build/", "stop/", "publish/"])
def test_verbs_are_post_only(officer, draft, verb):
    thing = draft if verb == "publish/" else draft.pack
    assert officer.get(address(thing, verb)).status_code == 405


@pytest.mark.parametrize("verb", ["build/", "stop/", "progress/", "publish/", "confirm/"])
def test_verbs_are_for_those_who_are_signed_in(client, published, verb):
    thing = published if verb in ("publish/", "confirm/") else published.pack
    method = client.get if verb in ("progress/", "confirm/") else client.post
    response = method(address(thing, verb))
    assert response.status_code == 302
    assert response.url.startswith("/account/sign-in/")


@pytest.mark.parametrize("verb", ["build/", "stop/"])
def test_verbs_on_a_pack_one_cannot_see(councillor, draft, verb):
    assert councillor.post(address(draft.pack, verb)).status_code == 404


def test_words_of_areas_and_people_are_never_markup(officer):
    hostile = "<script>alert(1)</script>"
    CouncilFactory(name=hostile)
    made = edition(is_published=True, published_by__name=hostile, pack__area=AreaFactory(name=hostile))
    for page in ("/packs/", address(made.pack), address(made, "health/"), address(made, "confirm/"), "/packs/new/"):
        assert hostile not in html(officer.get(page))
