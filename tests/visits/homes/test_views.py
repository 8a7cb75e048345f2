"""Pages of homes: what one sees, what a wrong form is told, and what never stands there."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from members.roles import COUNCILLOR, DEMOCRATIC_SERVICES_OFFICER, LEAD_MEMBER
from tests.factories.members import AppointmentFactory
from tests.factories.visits import (
    CareReviewFactory,
    HomeFactory,
    HomePostFactory,
    IndependentVisitFactory,
    InspectionFactory,
    RotaSlotFactory,
    VisitFactory,
)
from visits.models import Home, Inspection

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(council, client_of):
    return client_of(DEMOCRATIC_SERVICES_OFFICER)


@pytest.fixture
def lead(council, client_of):
    return client_of(LEAD_MEMBER)


def page(client, name, *things):
    answer = client.get(reverse(f"visits:{name}", args=[thing.public_id for thing in things]))
    assert answer.status_code == 200
    return answer.content.decode()


def day(name, on):
    return {f"{name}_0": on.day, f"{name}_1": on.month, f"{name}_2": on.year}


def given(**more):
    fields = {"alias": "Juniper", "urn": "SC900431", "kind": "childrens-home", "provider": "council", "places": "4"}
    return fields | day("opened_on", localdate() - timedelta(days=900)) | more


def test_the_list_says_grade_last_visit_and_what_is_overdue(lead):
    VisitFactory(sent=True, home__alias="Juniper")
    InspectionFactory(home__alias="Rowan", home__opened_on=localdate() - timedelta(days=900))
    HomeFactory(alias="Gone", closed_on=localdate() - timedelta(days=1))
    said = page(lead, "home-list")
    assert all(words in said for words in ("Juniper", "3 September 2026", "Rowan", "Good", "Visit overdue"))
    assert "Gone" not in said
    assert "Gone" in lead.get(reverse("visits:home-list"), {"standing": "closed"}).content.decode()


def test_a_list_costs_the_same_for_one_home_and_for_many(lead, django_assert_max_num_queries):
    for _ in range(12):
        InspectionFactory()
    with django_assert_max_num_queries(24):
        page(lead, "home-list")


def test_the_page_of_a_home_holds_what_was_found_and_who_answers_but_no_address(officer):
    home = HomeFactory(address="18 Invented Way, Larchford", phone="01632 960 118")
    post = HomePostFactory(home=home, appointment__role__slug="home-manager")
    for make in (InspectionFactory, IndependentVisitFactory, CareReviewFactory, RotaSlotFactory):
        make(home=home)
    VisitFactory(sent=True, home=home)
    said = page(officer, "home-detail", home)
    wanted = (
        post.appointment.person.name,
        "How well children and young people are helped",
        "August 2026",
        "3 September",
    )
    assert [words for words in wanted if words not in said] == []
    for name in ("home-detail", "home-update", "home-list"):
        said = page(officer, name, *([home] if name != "home-list" else []))
        assert "Invented Way" not in said
        assert "960 118" not in said


def test_what_ofsted_has_not_published_is_seen_by_officers_alone(officer, lead):
    inspection = InspectionFactory(published_on=localdate() + timedelta(days=1), grades={"overall": "inadequate"})
    assert "Inadequate" in page(officer, "home-detail", inspection.home)
    assert "Inadequate" not in page(lead, "home-detail", inspection.home) + page(lead, "home-list")


def test_members_without_a_part_in_it_do_not_see_homes(council, client_of):
    home = HomeFactory()
    answer = client_of(COUNCILLOR).get(reverse("visits:home-detail", args=[home.public_id]))
    assert answer.status_code == 403
    assert home.alias not in answer.content.decode()


def test_a_home_is_written_down_and_changed_and_its_address_stays(officer):
    officer.post(reverse("visits:home-create"), given(address="18 Invented Way"))
    home = Home.objects.get()
    officer.post(reverse("visits:home-update", args=[home.public_id]), given(places="5", version="1"))
    home.refresh_from_db()
    assert (home.places, home.address, home.version) == (5, "18 Invented Way", 2)


def test_address_and_telephone_are_taken_out_with_a_tick_and_not_both_ways(officer):
    home = HomeFactory(address="18 Invented Way", phone="01632 960 118")
    url = reverse("visits:home-update", args=[home.public_id])
    both = officer.post(url, given(address="2 Invented Way", no_address="on", version="1")).content.decode()
    assert "Either enter a new one or take out the one that is there." in both
    assert officer.post(url, given(no_address="on", version="1")).status_code == 302
    home.refresh_from_db()
    assert (home.address, home.phone) == ("", "01632 960 118")
    said = page(officer, "home-update", home)
    assert ("Take out the address" in said, "Take out the telephone" in said) == (False, True)


def test_visits_wanted_there_lead_to_the_rota_for_whoever_sees_it(officer, client_of):
    slot = RotaSlotFactory()
    link = reverse("visits:slot-detail", args=[slot.public_id])
    assert link in page(officer, "home-detail", slot.home)
    manager = page(client_of("responsible-individual"), "home-detail", slot.home)
    assert ("Wanted by" in manager, link in manager) == (True, False)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"alias": "Taken"}, "Another home has this name"),
        ({"urn": "sc1"}, "Another home has this Ofsted number"),
        ({"places": "many"}, "from 1 to 200"),
        ({"alias": ""}, "Enter a name for it."),
        ({"opened_on_0": "31", "opened_on_1": "2"}, "Enter the day it opened"),
        ({"phone": "ring us"}, "Enter a telephone number"),
    ],
)
def test_a_wrong_form_says_what_is_wrong_and_keeps_what_was_typed(officer, wrong, said):
    HomeFactory(alias="Taken", urn="SC1")
    answer = officer.post(reverse("visits:home-create"), given(**wrong))
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert Home.objects.count() == 1


def test_closing_is_asked_for_on_its_own_page_and_refused_before_it_opened(officer):
    home = HomeFactory()
    url = reverse("visits:home-close", args=[home.public_id])
    assert "Close this home?" in page(officer, "home-close", home)
    refused = officer.post(url, day("closed_on", home.opened_on - timedelta(days=1)))
    assert "It opened on 1 April 2019" in refused.content.decode()
    assert officer.post(url, day("closed_on", localdate())).status_code == 302
    assert officer.get(url).status_code == 403


def test_who_answers_for_a_home_is_chosen_and_taken_away(officer):
    home, manager = HomeFactory(), AppointmentFactory(role__slug="home-manager")
    officer.post(reverse("visits:home-post-create", args=[home.public_id]), {"appointment": manager.public_id})
    post = home.posts.get()
    officer.post(reverse("visits:home-post-remove", args=[post.public_id]))
    assert not home.posts.exists()


def test_an_inspection_is_written_down_and_published_later(officer):
    home, on = HomeFactory(), localdate() - timedelta(days=30)
    fields = {"kind": "full", "grade_overall": "good", "requirements": "2"} | day("inspected_on", on)
    officer.post(reverse("visits:inspection-create", args=[home.public_id]), fields)
    inspection = Inspection.objects.get(home=home, grades={"overall": "good"}, published_on=None)
    url = reverse("visits:inspection-update", args=[inspection.public_id])
    wrong = officer.post(url, fields | day("published_on", on - timedelta(days=1)) | {"version": "1"})
    assert "The inspection was made on" in wrong.content.decode()
    assert officer.post(url, fields | day("published_on", localdate()) | {"version": "1"}).status_code == 302
    stale = officer.post(url, fields | {"version": "1"})
    assert "Somebody else changed this" in stale.content.decode()


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("independent-visit", {"recommendations": "3", "is_safeguarded": "True", "is_good_for_them": ""}),
        ("care-review", {}),
    ],
)
def test_other_findings_are_written_down_and_changed(officer, name, fields):
    home, on = HomeFactory(), localdate() - timedelta(days=30)
    given = fields | day("visited_on", on) | day("ends_on", on)
    assert officer.post(reverse(f"visits:{name}-create", args=[home.public_id]), given).status_code == 302
    found = (home.independent_visits.all() if fields else home.care_reviews.all()).get()
    url = reverse(f"visits:{name}-update", args=[found.public_id])
    assert officer.get(url).status_code == 200
    assert officer.post(url, given | day("sent_on", localdate()) | {"version": "1"}).status_code == 302
    found.refresh_from_db()
    assert found.sent_on == localdate()
