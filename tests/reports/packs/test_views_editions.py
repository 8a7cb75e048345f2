import csv
import io

import pytest

from corpparent.models import Event
from tests.reports.packs.pages import HTML, address, edition, html, queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


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
    assert response.content == published.file.path.read_bytes()
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="larchford-2022-23-public.pdf"'
    assert response["Content-Security-Policy"] == "sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_pdf_that_was_changed_on_the_server_is_not_handed_out(client, published, logged_errors):
    published.file.path.write_bytes(b"%PDF-1.7 another")
    assert "was changed on the server after it was built." in html(client.get(address(published, "pdf/")), 503)
    assert [str(published.public_id) in logged_errors.pop(0) for _ in range(2)] == [True, True]


def test_pdf_that_is_missing_on_the_server(client, published, logged_errors):
    published.file.path.unlink()
    assert "is missing from the server." in html(client.get(address(published, "pdf/")), 503)
    assert [str(published.public_id) in logged_errors.pop(0) for _ in range(2)] == [True, True]


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
    response = officer.post(address(draft, "publish/"), follow=True)
    assert "Public edition is published already." in html(response)
    assert Event.objects.filter(type="edition-published").count() == 1


def test_publish_by_who_asked_is_refused_with_the_reason(officer):
    draft = edition(pack__asked_by=officer.person)
    assert "so somebody else publishes it." in html(officer.post(address(draft, "publish/")), 403)


def test_publish_of_another_council_is_refused_with_the_reason(officer):
    theirs = edition(pack__is_own=False)
    assert "it is for reading here, not ours to publish." in html(officer.post(address(theirs, "publish/")), 403)


def test_publish_a_draft_one_cannot_see(councillor, draft):
    assert councillor.post(address(draft, "publish/")).status_code == 404
