"""Feeds and open data of the pledge."""

import csv
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest

from tests.factories.pledges import PledgeFactory, ProgressFactory, PromiseFactory, VoiceFactory

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
NEEDED = {f"{ATOM}{name}" for name in ("id", "title", "updated", "author", "link")}


def feed(client, address):
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)  # noqa: S314 (it is our own)


@pytest.fixture
def progress(council):
    promise = PromiseFactory(pledge=PledgeFactory(live=True), number=2, wording="We will celebrate with you.")
    return ProgressFactory(promise=promise, rating="kept", words="Every child had a card.")


def test_feeds_are_whole_when_empty(client, council):
    for address in ("/our-pledge/feed.atom", "/you-said-we-did/feed.atom"):
        found = feed(client, address)
        assert {one.tag for one in found} >= NEEDED
        assert found.find(f"{ATOM}link[@rel='self']").get("href").endswith(address)


def test_progress_is_an_entry_with_an_id_that_stays(client, progress):
    ProgressFactory(promise=PromiseFactory(wording="Of a draft."))
    [entry] = feed(client, "/our-pledge/feed.atom").findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == f"urn:uuid:{progress.public_id}"
    assert entry.findtext(f"{ATOM}title") == "Council officers: kept. We will celebrate with you."
    assert entry.find(f"{ATOM}link").get("href").endswith(f"/our-pledge/promises/{progress.promise.public_id}/")
    assert entry.findtext(f"{ATOM}updated") == "2026-10-05T09:00:00+00:00"


def test_what_came_of_a_voice_moves_its_entry_and_keeps_its_id(client, council):
    voice = VoiceFactory(is_public=True, published_at=datetime(2026, 9, 5, 9, 0, tzinfo=UTC))
    VoiceFactory()
    address = "/you-said-we-did/feed.atom"
    [before] = feed(client, address).findall(f"{ATOM}entry")
    voice.decided_on, voice.is_changed, voice.outcome = date(2026, 10, 1), True, "Passes go on."
    voice.status = "changed"
    voice.save()
    [after] = feed(client, address).findall(f"{ATOM}entry")
    assert before.findtext(f"{ATOM}id") == after.findtext(f"{ATOM}id")
    assert before.findtext(f"{ATOM}updated") < after.findtext(f"{ATOM}updated")
    assert "Passes go on." in after.findtext(f"{ATOM}summary")


def test_open_data_has_a_row_for_each_voice(client, progress):
    ProgressFactory(promise=progress.promise, voice="young-people", rating="partly", heard_how="At the summer party")
    lines = client.get("/our-pledge/progress.csv").content.decode("utf-8-sig").splitlines()
    young, officers = csv.DictReader(lines)
    assert (officers["voice"], officers["rating"], officers["promise_number"]) == ("Council officers", "Kept", "2")
    assert (young["rating"], young["how_young_people_were_asked"]) == ("Partly", "At the summer party")
    assert young["period"] == "2026-27-Q2"


STRANGE = "A <img src=x onerror=alert(1)> & a\x0bline of a word processor\x1f"


def test_words_are_never_markup_in_a_feed_and_never_break_it(client, council):
    promise = PromiseFactory(pledge=PledgeFactory(live=True), wording=STRANGE)
    ProgressFactory(promise=promise, words=STRANGE)
    VoiceFactory(is_public=True, published_at=datetime(2026, 9, 5, 9, 0, tzinfo=UTC), said=STRANGE)
    for address in ("/our-pledge/feed.atom", "/you-said-we-did/feed.atom"):
        [entry] = feed(client, address).findall(f"{ATOM}entry")
        summary = entry.find(f"{ATOM}summary")
        assert summary.get("type") == "html"
        assert "&lt;img src=x onerror=alert(1)&gt; &amp; a line of a word processor" in summary.text
