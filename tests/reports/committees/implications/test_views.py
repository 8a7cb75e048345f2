"""The register through the browser: entered, signed off by another, shared, read and downloaded."""

import pytest
from django.utils.timezone import localdate

from reports.committees.models import Implication
from reports.committees.rules.implications import PROMPTS
from tests.factories.committees import ImplicationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


def sent(**fields):
    on = localdate()
    days = {f"decided_on_{part}": number for part, number in enumerate((on.day, on.month, on.year))}
    given = {
        "title": "Late buses",
        "decided_by": "Cabinet",
        "directorate": "Place",
        "has_section": "on",
        "summary": "They lose the late bus.",
    }
    return given | days | dict.fromkeys(PROMPTS, "Evening classes become harder to reach.") | fields


def test_from_entering_to_reading(client_of, councillor):
    officer, director = client_of("democratic-services-officer"), client_of("director-of-childrens-services")
    url = officer.post("/implications/new/", sent()).url
    assert councillor.get(url).status_code == 404
    assert "Somebody else signs this off" in officer.get(url).text
    director.post(f"{url}sign-off/", {"version": 1})
    officer.post(f"{url}share/")
    assert "I have read this" in councillor.get(url).text
    councillor.post(f"{url}read/")
    page = councillor.get(url).text
    assert "You said that you have read this." in page
    assert "Evening classes become harder to reach." in page


def test_an_unanswered_prompt_is_said_at_its_field_and_nothing_is_lost(client_of):
    page = client_of("administrator").post("/implications/new/", sent(stability="")).text
    assert "Answer this in a sentence or two." in page
    assert "They lose the late bus." in page
    assert not Implication.objects.exists()


def test_the_share_of_each_directorate_and_no_drafts(councillor):
    ImplicationFactory(shared=True, directorate="Place")
    ImplicationFactory.create_batch(2, has_section=False, directorate="Place")
    ImplicationFactory(title="A draft", directorate="Adults")
    page = councillor.get("/implications/").text
    assert "1 of 3 (33%)" in page
    assert "A draft" not in page
    assert "Adults" not in page
    assert "A draft" not in councillor.get("/implications/export/").content.decode()


def test_the_public_is_asked_to_sign_in(client):
    assert client.get("/implications/").status_code == 302
