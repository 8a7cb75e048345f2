import pytest
from django.utils import timezone

from corpparent import jobs
from corpparent.models import Job
from reports.packs import services
from reports.packs.models import Pack
from tests.factories.packs import NOW, PackFactory
from tests.reports.packs.conftest import PERIOD
from tests.reports.packs.pages import CANNOT_BUILD, address, edition, html

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


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
        (
            {"period": "2023"},
            "“2023” is not a period. Write a year like 2022-23, or a quarter like 2025-26-Q2. "
            "A month is written 2025-M10 or October 2025.",
        ),
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
    assert "Waiting for its turn." in html(officer.get(progress))
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
