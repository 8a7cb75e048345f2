"""How far the binding has come, what is said where it failed, and which paper stands on a page."""

import pytest

from corpparent import jobs
from reports.committees import services
from reports.committees.models import Clearance
from reports.committees.services.publishing import jobs_of
from tests.plugins.people import PersonsClient
from tests.reports.committees.publishing.agendas import AT, SECRET, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


@pytest.fixture
def asked(agenda, clerk):
    return services.publish(meeting=agenda, because="", late_because="", by=clerk, at=AT)


def shown(clerk, publication, part=""):
    return PersonsClient(clerk).get(f"/publications/{publication.public_id}/{part}").content.decode()


def test_progress_is_followed_with_and_without_javascript(asked, clerk):
    page, fragment = shown(clerk, asked), shown(clerk, asked, "progress/")
    address = f"/publications/{asked.public_id}/"
    for text in (page, fragment):
        assert f'data-progress-url="{address}progress/"' in text
        assert f'<a href="{address}">Check again</a>' in text
    assert "<html" not in fragment
    jobs.run_here(jobs_of(asked).first())
    assert "data-progress-url" not in shown(clerk, asked, "progress/")
    assert "It is published." in shown(clerk, asked)


@pytest.mark.parametrize("status", ["failed", "stopped"])
def test_what_failed_says_why_and_is_tried_again(asked, clerk, status):
    jobs_of(asked).update(status=status, ended_at=AT, message="“Budget” is not a PDF that can be read.")
    page = shown(clerk, asked)
    assert "“Budget” is not a PDF that can be read." in page
    assert f'action="/publications/{asked.public_id}/again/"' in page
    assert PersonsClient(clerk).post(f"/publications/{asked.public_id}/again/").status_code == 302
    assert jobs_of(asked).open().count() == 1


def test_without_a_job_it_is_not_said_to_be_published(asked, clerk):
    jobs_of(asked).delete()
    page = shown(clerk, asked)
    assert "It is published" not in page
    assert "/again/" in page


def test_trying_again_leads_to_what_is_in_the_way(agenda, asked, clerk):
    jobs_of(asked).update(status="failed", ended_at=AT, message="It failed.")
    Clearance.objects.update(cleared_at=None)
    answer = PersonsClient(clerk).post(f"/publications/{asked.public_id}/again/")
    assert answer.url == f"/meetings/{agenda.public_id}/publish/"


def test_a_stored_file_that_is_gone_is_said_in_a_sentence(agenda, asked, clerk):
    agenda.items.get(number=1).papers.get().file.path.unlink()
    job = jobs.run_here(jobs_of(asked).first())
    assert job.status == "failed"
    assert job.message.startswith("The file of “Report of the virtual school” is missing")


def test_a_page_of_a_pack_is_named_by_the_paper_that_stands_on_it(agenda, clerk, client):
    pack = publish(agenda, clerk).packs.get(audience="public")
    there = client.get(f"/agenda-packs/{pack.public_id}/?page=3").content.decode()
    link = f'<a href="/agenda-packs/{pack.public_id}/pdf/#page=3">Open page 3</a>'
    assert f"{link}: Report of the virtual school" in " ".join(there.split())
    front = client.get(f"/agenda-packs/{pack.public_id}/?page=1").content.decode()
    assert "Open page 1</a>: Front sheet" in " ".join(front.split())
    assert SECRET not in there + front
