"""What a phone wrote without signal: taken in once, whoever sends it, and never lost."""

import json
import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from corpparent.models import Event
from tests.factories.visits import HomeFactory, RotaSlotFactory, TurnFactory, VisitSettingsFactory
from tests.visits.cleared import courses_asked, visitor
from visits.models import RotaSlot, Turn, Visit

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
PARTS = {
    "visit": {
        "visited_on_0": str(TODAY.day),
        "visited_on_1": str(TODAY.month),
        "visited_on_2": str(TODAY.year),
        "at-the-door": "Yes",
    },
    "who": {"children-living-here": "3", "children-met": "2", "staff-there": "2"},
    "arriving": {"glad-to-come-home": "Mostly", "first-impressions": "Warm, and smelling of toast."},
    "voice": {"children-talked": "2"},
    "judgement": {"judgement": "mostly", "judgement_reason": "Lively, and the garden needs work."},
}
POINT = {"title": "Garden gate", "saw": "It does not shut.", "theme": "settled-home", "severity": "improve"}


@pytest.fixture
def lead(councillor):
    VisitSettingsFactory(shadow_visits=0)
    return visitor(councillor.person, without="shadow", trained_on=TODAY - timedelta(days=30))


@pytest.fixture
def slot(lead):
    home = HomeFactory(alias="Hazel House", opened_on=date(2020, 1, 1))
    taken = RotaSlotFactory(status=RotaSlot.Status.TAKEN, home=home, alone_because="The other is ill.")
    TurnFactory(slot=taken, person=lead, status=Turn.Status.TAKEN)
    return taken


@pytest.fixture
def sync(client, slot):
    """`sync(parts, …)`: what the portal answers a phone that sends `parts`."""
    key = str(uuid.uuid4())

    def send(parts=PARTS, *, of=None, **more):
        given = {"key": key, "version": 0, "parts": parts, "points": [], "send": False} | more
        address = reverse("visits:visit-sync", args=[(of or slot).public_id])
        return client.post(address, json.dumps(given), content_type="application/json")

    return send


@pytest.fixture
def client(client, lead):
    client.force_login(lead)
    return client


def answers():
    return dict(Visit.objects.get().answers.values_list("question", "said"))


def test_words_become_the_draft(sync, lead):
    said = sync(points=[POINT]).json()
    visit = Visit.objects.get()
    assert said["state"] == "kept"
    assert said["version"] == visit.version
    assert said["url"] == reverse("visits:visit-check", args=[visit.public_id])
    assert (visit.lead, visit.visited_on, visit.judgement) == (lead, TODAY, "mostly")
    assert answers()["first-impressions"] == "Warm, and smelling of toast."
    assert visit.points.get().title == "Garden gate"


def test_sent_when_its_author_said_so_and_once_however_often_it_arrives(sync, slot):
    for _ in range(3):
        said = sync(points=[POINT], send=True, is_private=True).json()
        assert said["state"] == "sent"
    visit = Visit.objects.get()
    assert said["url"] == reverse("visits:visit-detail", args=[visit.public_id])
    assert visit.status == Visit.Status.SUBMITTED
    assert visit.points.count() == 1
    assert Event.objects.filter(type="visit-submitted").count() == 1
    assert Event.objects.filter(type="visit-started").count() == 1


def test_same_words_again_are_no_news(sync):
    sync()
    before = Visit.objects.get().version
    assert sync().json()["version"] == before


def test_empty_boxes_take_nothing_away(sync):
    version = sync().json()["version"]
    emptied = {"arriving": {"first-impressions": "", "glad-to-come-home": ""}, "judgement": {"judgement_reason": ""}}
    assert sync(emptied, version=version).json()["state"] == "kept"
    assert answers()["first-impressions"] == "Warm, and smelling of toast."
    assert Visit.objects.get().judgement_reason.startswith("Lively")


def test_draft_that_says_something_else_is_not_written_over(sync):
    version = sync().json()["version"]
    other = {"arriving": {"first-impressions": "Cold."}}
    stale = sync(other, version=version - 1)
    assert stale.json() == {"state": "stale", "version": version}
    assert answers()["first-impressions"].startswith("Warm")
    assert sync(other, version=version).json()["state"] == "kept"
    assert answers()["first-impressions"] == "Cold."


def test_what_the_draft_lacks_is_added_whatever_its_version(sync):
    sync()
    assert sync({"staff": {"staff-ask": "A new boiler."}}, version=0).json()["state"] == "kept"
    assert answers()["staff-ask"] == "A new boiler."


def test_what_is_no_answer_is_said_at_its_box_and_nothing_is_kept(sync):
    said = sync({"who": {"children-met": "many"}, "visit": {"visited_on_0": "31", "visited_on_1": "2"}})
    assert [problem[:2] for problem in said.json()["problems"]] == [["who", "children-met"], ["visit", "visited_on"]]
    assert not Visit.objects.exists()


def test_point_without_a_theme_is_said(sync):
    said = sync({}, points=[POINT | {"theme": ""}]).json()
    assert said["problems"] == [["points", "theme", "Choose what it is about."]]


@pytest.mark.parametrize(
    "more",
    [
        {"key": "none"},
        {"version": "x"},
        {"version": -1},
        {"parts": []},
        {"parts": {"nowhere": {}}},
        {"parts": {"who": "text"}},
        {"parts": {"who": {"children-met": 3}}},
        {"points": {}},
        {"points": ["x"]},
        {"parts": {"voice": {"asked": "x" * 50_000}}},
    ],
)
def test_what_no_phone_of_ours_sends_is_refused_in_words(sync, more):
    said = sync(**{"parts": PARTS} | more)
    assert said.status_code in (200, 400)
    assert said.json()["state"] in ("closed", "refused")
    assert not Visit.objects.exists()


def test_emoji_and_words_from_right_to_left_stay_as_they_are(sync):
    words = "שלום 🏡 سلام"
    assert sync({"voice": {"asked": words}}).json()["state"] == "kept"
    assert answers()["asked"] == words


def test_day_to_come_is_kept_and_not_sent(sync):
    tomorrow = TODAY + timedelta(days=1)
    day = {"visited_on_0": str(tomorrow.day), "visited_on_1": str(tomorrow.month), "visited_on_2": str(tomorrow.year)}
    said = sync(PARTS | {"visit": PARTS["visit"] | day}, send=True, is_private=True).json()
    assert said["state"] == "unsent"
    assert said["words"] == ["This day is still to come. Enter the day you visited."]
    assert Visit.objects.get().status == Visit.Status.DRAFT


def test_identifier_is_kept_in_the_draft_and_not_sent(sync):
    told = {"voice": {"children-talked": "1", "asked": "Born on 3 May 2012, wants to swim."}}
    said = sync(PARTS | told, send=True, is_private=True).json()
    assert said["state"] == "unsent"
    assert "birth" in " ".join(said["words"])
    assert Visit.objects.get().status == Visit.Status.DRAFT


def test_not_sent_before_its_author_says_that_nobody_is_recognised(sync):
    assert sync(send=True).json()["state"] == "unsent"


def test_words_after_the_report_was_sent_stay_on_the_phone(sync):
    sync(send=True, is_private=True)
    late = sync({"staff": {"staff-ask": "A new boiler."}})
    assert (late.status_code, late.json()["state"]) == (403, "closed")
    assert "staff-ask" not in answers()


def test_somebody_elses_visit_is_not_there(sync):
    assert sync(of=RotaSlotFactory()).status_code == 404


def test_second_visitor_writes_no_report(sync, slot, lead):
    Turn.objects.filter(person=lead).update(part=Turn.Part.SECOND)
    said = sync()
    assert (said.status_code, said.json()["state"]) == (403, "closed")


def test_appointment_that_ended_loses_no_words(sync, lead):
    lead.appointments.update(ends_on=TODAY - timedelta(days=1))
    said = sync().json()
    assert (said["state"], said["url"]) == ("kept", "")
    assert answers()["first-impressions"].startswith("Warm")


def test_appointment_that_ended_after_the_visit_still_reports_it(sync, lead):
    lead.appointments.update(ends_on=TODAY - timedelta(days=1))
    there = TODAY - timedelta(days=2)
    day = {"visited_on_0": str(there.day), "visited_on_1": str(there.month), "visited_on_2": str(there.year)}
    said = sync(PARTS | {"visit": PARTS["visit"] | day}, send=True, is_private=True).json()
    assert (said["state"], said["url"]) == ("sent", "")


def test_check_that_ran_out_before_the_visit_keeps_it_a_draft(sync, lead):
    courses_asked()
    lead.checks.update(ends_on=TODAY - timedelta(days=1))
    said = sync(send=True, is_private=True).json()
    assert said["state"] == "unsent"
    assert "check" in " ".join(said["words"]).lower()
    assert Visit.objects.get().status == Visit.Status.DRAFT


def test_token_is_for_whoever_is_signed_in(client, lead):
    said = client.get(reverse("visits:token-detail")).json()
    assert said["person"] == str(lead.public_id)
    assert said["token"]


def test_page_on_the_phone_names_nobody_and_holds_no_secret(client, lead, slot):
    page = client.get(reverse("visits:phone-detail")).content.decode()
    assert "Would you be glad to come home to this place?" in page
    assert not [word for word in ("Hazel House", lead.name, "csrfmiddlewaretoken") if word in page]


def test_worker_is_for_the_whole_portal_and_asked_anew(client):
    worker = client.get(reverse("visits:worker-detail"))
    assert worker["Content-Type"].startswith("text/javascript")
    assert worker["Cache-Control"] == "no-cache"
    assert reverse("visits:phone-detail") in worker.content.decode()
