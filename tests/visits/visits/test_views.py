"""Who sees which report, and how it looks on its way."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories.corpparent import EventFactory
from tests.factories.members import AppointmentFactory
from tests.factories.visits import (
    NOW,
    AnswerFactory,
    HomePostFactory,
    PointFactory,
    ResponseFactory,
    VisitFactory,
    VisitVersionFactory,
)
from tests.plugins.people import PersonsClient
from visits import services
from visits.facts import visits as facts
from visits.models import Visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

DAY = NOW.date()


def page_of(visit):
    return reverse("visits:visit-detail", args=[visit.public_id])


@pytest.fixture
def visit():
    return VisitFactory(sent=True, home__alias="Juniper")


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("director-of-childrens-services", 200),
        ("lead-member", 200),
        ("chief-executive", 200),
        ("democratic-services-officer", 200),
        ("participation-officer", 200),
        ("visiting-councillor", 200),
        ("councillor", 404),
        ("performance-officer", 404),
        ("home-manager", 404),
        ("responsible-individual", 404),
    ],
)
def test_reports_are_exempt(client_of, visit, role, status):
    assert client_of(role).get(page_of(visit)).status_code == status


def test_those_who_answer_for_a_home_see_its_reports(client, visit):
    post = HomePostFactory(home=visit.home, appointment__role__slug="home-manager")
    seen = facts.visible_to(post.appointment.person.standing_on(DAY))
    assert list(seen) == [visit]
    post.appointment.ends_on = date(2026, 8, 31)
    post.appointment.save()
    assert not facts.visible_to(post.appointment.person.standing_on(DAY)).exists()


def test_a_draft_is_seen_by_its_author_alone():
    draft = VisitFactory()
    AppointmentFactory(person=draft.lead, role__slug="visiting-councillor")
    assert list(facts.visible_to(draft.lead.standing_on(DAY))) == [draft]
    for role in ("director-of-childrens-services", "visiting-councillor", "administrator"):
        person = AppointmentFactory(role__slug=role).person
        assert not facts.visible_to(person.standing_on(DAY)).exists()


def test_the_way_of_a_report(client_of, visit):
    answered, waiting = PointFactory(visit=visit, title="Gate"), PointFactory(visit=visit, title="Kitchen")
    ResponseFactory(point=answered)
    page = client_of("lead-member").get(page_of(visit)).text
    assert "Exempt: members and officers only" in page
    assert "1 of 2 done" in page
    assert "The home has not answered yet." in page
    assert waiting.title in page


def test_no_form_for_who_only_reads(client_of, visit):
    ResponseFactory(point=PointFactory(visit=visit))
    page = client_of("lead-member").get(page_of(visit)).text
    assert "/resolve/" not in page
    assert "/answer/" not in page


def test_visitor_says_it_is_resolved(visit):
    AppointmentFactory(person=visit.lead, role__slug="visiting-councillor")
    point = PointFactory(visit=visit)
    ResponseFactory(point=point)
    client = PersonsClient(visit.lead)
    address = reverse("visits:point-resolve", args=[point.public_id])
    assert address in client.get(page_of(visit)).text
    said = client.post(address, {"resolved": "yes", "version": 1}, follow=True).text
    assert "yes, resolved" in said
    refused = client.post(address, {"resolved": "perhaps", "version": 2}, follow=True).text
    assert "Choose whether it is resolved" in refused


def test_manager_answers_and_loses_nothing(visit):
    post = HomePostFactory(home=visit.home, appointment__role__slug="home-manager")
    point = PointFactory(visit=visit)
    client = PersonsClient(post.appointment.person)
    address = reverse("visits:point-answer", args=[point.public_id])
    given = {
        "answer": "accept",
        "reason": "The plumber comes.",
        "owner": "",
        "due_on_0": "",
        "due_on_1": "",
        "due_on_2": "",
    }
    page = client.post(address, given).text
    assert "Choose who does it." in page
    assert "The plumber comes." in page
    sent = client.post(address, given | {"answer": "no"}, follow=True)
    assert "Your answer is sent." in sent.text
    assert client.get(address).status_code in (200, 403)


def test_lists_what_one_may_see(client_of, visit):
    VisitFactory(home__alias="Rowan")
    page = client_of("lead-member").get(reverse("visits:visit-list")).text
    assert "Juniper" in page
    assert "Rowan" not in page
    assert "No visits yet" in client_of("councillor").get(reverse("visits:visit-list")).text
    assert "No report fits" in client_of("lead-member").get(reverse("visits:visit-list"), {"judgement": "yes"}).text


def test_queries_do_not_grow(client_of, django_assert_max_num_queries):
    for _ in range(12):
        ResponseFactory(point=PointFactory())
    EventFactory()
    client = client_of("lead-member")
    client.get(reverse("visits:visit-list"))
    with django_assert_max_num_queries(7):
        client.get(reverse("visits:visit-list"))


def test_reports_are_counted_anew_after_a_deed_and_drafts_by_their_judgement_each_time(client_of):
    client, address = client_of("lead-member"), reverse("visits:visit-list")
    EventFactory()
    PointFactory()
    assert "One report." in client.get(address).text
    one = PointFactory().visit
    EventFactory()
    assert "Two reports." in client.get(address).text
    chosen = f"{address}?judgement={one.judgement}"
    assert "Two reports." in client.get(chosen).text
    Visit.objects.filter(pk=one.pk).update(judgement=next(v for v in Visit.Judgement.values if v != one.judgement))
    assert "One report." in client.get(chosen).text


def test_readers_see_what_was_answered(client_of, visit):
    AnswerFactory(visit=visit, question="asked", said="A desk of their own.")
    page = client_of("lead-member").get(page_of(visit)).text
    assert "What did they ask you to do?" in page
    assert "A desk of their own." in page


def test_officers_find_where_to_return_it_and_the_author_where_to_amend_it(client_of, visit):
    AppointmentFactory(person=visit.lead, role__slug="visiting-councillor")
    address = reverse("visits:visit-return", args=[visit.public_id])
    assert address in client_of("democratic-services-officer").get(page_of(visit)).text
    assert address not in client_of("lead-member").get(page_of(visit)).text
    AnswerFactory(visit=visit, question="asked", said="What is being written now.")
    VisitVersionFactory(visit=visit, report={"answers": {"asked": "What was sent."}, "points": []})
    officer = AppointmentFactory(role__slug="democratic-services-officer").person
    services.return_visit(visit=visit, because="Say which gate.", by=officer, at=NOW)
    page = PersonsClient(officer).get(page_of(visit)).text
    assert "What was sent." in page
    assert "What is being written now." not in page
    start = PersonsClient(visit.lead).get("/").text
    assert "Amend your report: Juniper" in start
    assert "Say which gate." in start


def test_who_was_there_is_spoken_to_as_you(client_of, visit):
    AppointmentFactory(person=visit.lead, role__slug="visiting-councillor")
    PointFactory(visit=visit)
    assert "What you saw" in PersonsClient(visit.lead).get(page_of(visit)).text
    assert "What the visitors saw" in client_of("lead-member").get(page_of(visit)).text
