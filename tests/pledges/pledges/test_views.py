"""The list of pledges, a pledge's page, and its way from a draft to one that is retired, through the forms."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from members.needs import needs_of
from pledges import services
from pledges.models import Pledge, Promise
from tests.factories.bodies import BodyFactory
from tests.factories.indicators import IndicatorFactory
from tests.factories.members import AppointmentFactory, RoleFactory
from tests.factories.pledges import (
    CommitmentFactory,
    MeasureFactory,
    PledgeFactory,
    ProgressFactory,
    PromiseFactory,
    SignatureFactory,
)

pytestmark = pytest.mark.django_db

DCS = "director-of-childrens-services"
NEW = {
    "title": "Our pledge",
    "group": "children-in-care",
    "written_with": "Children in care council",
    "introduction": "",
    "starts_on_0": "1",
    "starts_on_1": "4",
    "starts_on_2": "2026",
    "ends_on_0": "31",
    "ends_on_1": "3",
    "ends_on_2": "2029",
}
PROMISE = {"wording": "We celebrate with you.", "theme": "ordinary-life", "principle": "5", "owner_role": DCS}


@pytest.fixture(autouse=True)
def larchford(council):
    return council


@pytest.fixture
def clerk(client_of):
    return client_of("democratic-services-officer")


@pytest.fixture
def writer(client_of):
    return client_of("participation-officer")


@pytest.fixture
def director(client_of):
    return client_of(DCS)


def text(response, status=200):
    assert response.status_code == status, response.content.decode()
    return response.content.decode()


def path(thing, end=""):
    return f"/{'promises' if isinstance(thing, Promise) else 'pledges'}/{thing.public_id}/{end}"


def day(name, on):
    return {f"{name}_0": str(on.day), f"{name}_1": str(on.month), f"{name}_2": str(on.year)}


def endorsed():
    pledge = PledgeFactory(status="endorsed", ends_on=localdate() + timedelta(days=900), endorsed_on=date(2025, 6, 1))
    PromiseFactory(pledge=pledge, number=1, owner_role=RoleFactory(slug=DCS))
    SignatureFactory(pledge=pledge)
    return pledge


def test_list_without_pledges_says_how_they_come(councillor):
    assert "No pledge has been written down yet." in text(councillor.get("/pledges/"))


@pytest.mark.parametrize(
    ("query", "is_listed"),
    [("", True), ("group=care-leavers", False), ("status=draft", True), ("status=live", False)],
)
def test_list_by_group_and_status(councillor, query, is_listed):
    PledgeFactory(title="To you")
    assert ("To you" in text(councillor.get(f"/pledges/?{query}"))) is is_listed


@pytest.mark.parametrize("number", [1, 5])
def test_list_asks_the_same_number_of_queries(councillor, number, django_assert_max_num_queries):
    for _ in range(number):
        PromiseFactory(number=1)
    councillor.get("/help/")
    with django_assert_max_num_queries(6):
        assert text(councillor.get("/pledges/")).count("app-row__link") == number


def test_page_asks_the_same_number_of_queries(councillor, django_assert_max_num_queries):
    pledge = PledgeFactory(live=True)
    for number in range(1, 8):
        promise = PromiseFactory(pledge=pledge, number=number, owner_role=RoleFactory(slug=f"role-{number}"))
        ProgressFactory(promise=promise)
        MeasureFactory(promise=promise)
        CommitmentFactory(pledge=pledge)
    councillor.get("/help/")
    with django_assert_max_num_queries(18):
        text(councillor.get(path(pledge)))


def test_page_names_what_is_red_and_where_voices_differ(councillor):
    promise = PromiseFactory(pledge__live=True, number=3, wording="We listen.")
    ProgressFactory(promise=promise, rating="kept")
    ProgressFactory(promise=promise, rating="not-kept", voice="young-people", heard_how="Council of eight")
    page = text(councillor.get(path(promise.pledge)))
    assert "Not kept, as officers or young people say:" in page
    assert "<strong>They do not agree.</strong>" in page
    assert "Officers: Kept" in page
    assert "Young people: Not kept" in page


def test_partners_commitment_links_to_where_this_reader_says_how_it_is_kept(director, councillor):
    commitment = CommitmentFactory(pledge=PledgeFactory(live=True))
    form = f"/commitments/{commitment.public_id}/progress/officers/"
    assert form in text(director.get(path(commitment.pledge)))
    assert "/progress/" not in text(councillor.get(path(commitment.pledge)))


def test_page_says_where_nobody_answers(councillor):
    promise = PromiseFactory(number=1, owner_role=RoleFactory(slug=DCS))
    assert "nobody holds this role today." in text(councillor.get(path(promise.pledge)))
    who = AppointmentFactory(role__slug=DCS).person
    assert f"{promise.owner_role}: {who.name}" in text(councillor.get(path(promise.pledge))).replace("&#x27;", "'")


def test_page_shows_partners_signatures_and_the_pledge_before(councillor):
    before = PledgeFactory(title="The old one", status="retired")
    pledge = PledgeFactory(before=before)
    CommitmentFactory(pledge=pledge, wording="We see every child.")
    SignatureFactory(pledge=pledge, signed_as="Children in care council")
    page = text(councillor.get(path(pledge)))
    assert all(said in page for said in ("The old one", "We see every child.", "Children in care council"))
    assert "Add a promise" not in page


def test_write_a_pledge_until_it_is_consulted_on(writer):
    writer.post("/pledges/new/", NEW)
    pledge = Pledge.objects.get()
    assert text(writer.post(path(pledge, "promises/new/"), PROMISE, follow=True)).count("We celebrate with you.") == 1
    page = text(writer.post(path(pledge, "consult/"), day("consulted_on", date(2026, 5, 1)), follow=True))
    assert "Written down: young people were asked." in page
    assert Pledge.objects.get().status == "consulted"


def test_wrong_words_stay_in_the_form(writer):
    page = text(writer.post("/pledges/new/", NEW | {"ends_on_2": "2020"}))
    assert "Enter a day after the one from which it holds." in page
    assert 'value="Our pledge"' in page


def test_change_a_pledge_over_a_newer_one(writer):
    pledge = PledgeFactory(version=4)
    page = text(writer.post(path(pledge, "change/"), NEW | {"version": "3"}))
    assert "Somebody else changed this while you had it open." in page
    assert writer.post(path(pledge, "change/"), NEW | {"version": "4"}).status_code == 302


def test_change_shows_what_there_is(writer):
    page = text(writer.get(path(PledgeFactory(title="To you"), "change/")))
    assert 'value="To you"' in page


def test_endorse_and_sign(clerk):
    pledge = PledgeFactory(status="consulted", consulted_on=date(2026, 5, 1))
    body = BodyFactory()
    clerk.post(path(pledge, "endorse/"), {"body": body.slug, **day("endorsed_on", date(2026, 6, 1))})
    clerk.post(path(pledge, "sign/"), {"signed_as": "Leader", "person": "", **day("signed_on", date(2026, 6, 2))})
    pledge.refresh_from_db()
    assert (pledge.status, pledge.endorsed_by, pledge.signatures.get().signed_as) == ("endorsed", body, "Leader")


def test_whoever_holds_an_office_again_can_sign(clerk):
    yesterday = localdate() - timedelta(days=1)
    again, left = (AppointmentFactory(ends_on=yesterday).person for _ in range(2))
    AppointmentFactory(person=again, starts_on=localdate())
    page = clerk.get(path(endorsed(), "sign/")).content.decode()
    assert str(again.public_id) in page
    assert str(left.public_id) not in page


def test_publish(director):
    pledge = endorsed()
    assert "Everybody can read it at once" in text(director.get(path(pledge, "publish/")))
    soon = localdate() + timedelta(days=300)
    page = text(director.post(path(pledge, "publish/"), day("review_on", soon), follow=True))
    assert "Published. Everybody can read the pledge now." in page


def test_publish_says_why_not(director):
    pledge = endorsed()
    PromiseFactory(pledge=pledge, number=2)
    assert "Nobody answers for promise 2." in text(director.get(path(pledge)))
    assert "Nobody answers for promise 2." in text(director.get(path(pledge, "publish/")), 403)


def test_publish_ones_own_words(clerk):
    pledge = endorsed()
    services.change_promise(
        promise=pledge.promises.get(), version=1, by=clerk.person, at=timezone.now(), linked_strategies="Housing"
    )
    assert "You wrote some of this pledge." in text(clerk.get(path(pledge)))


def test_review_retire_and_renew(clerk):
    pledge = PromiseFactory(pledge__live=True, number=1).pledge
    assert "It is under review." in text(clerk.post(path(pledge, "review/"), follow=True))
    assert "Retire this pledge?" in text(clerk.get(path(pledge, "retire/confirm/")))
    assert "The pledge is retired." in text(clerk.post(path(pledge, "retire/"), follow=True))
    assert "This is the draft that comes after it" in text(clerk.post(path(pledge, "renew/"), follow=True))
    assert Pledge.objects.get(status="draft").promises.count() == 1


def test_promise_form_of_a_live_pledge_asks_only_who_answers(writer):
    promise = PromiseFactory(pledge__live=True, number=1)
    page = text(writer.get(path(promise, "change/")))
    assert ('name="wording"' in page, 'name="owner_role"' in page) == (False, True)
    writer.post(path(promise, "change/"), {"owner_role": RoleFactory(slug=DCS).slug, "version": "1"})
    promise.refresh_from_db()
    assert (promise.owner_role.slug, promise.wording) == (DCS, "We will keep promise 1.")


def test_move_and_remove_promises(writer):
    pledge = PledgeFactory()
    first, second = (PromiseFactory(pledge=pledge, number=number) for number in (1, 2))
    RoleFactory(slug=DCS)
    assert "Take this promise out" in text(writer.get(path(second, "change/")))
    writer.post(path(second, "change/"), PROMISE | {"number": "1", "version": "1"})
    assert list(pledge.promises.order_by("number")) == [second, first]
    writer.post(path(second, "remove/"))
    assert [(one.pk, one.number) for one in pledge.promises.all()] == [(first.pk, 1)]


def test_measures(writer):
    promise = PromiseFactory(number=1)
    code = IndicatorFactory(title="Moves in a year").code
    assert "Moves in a year" in text(writer.get(path(promise, "measures/new/")))
    page = text(writer.post(path(promise, "measures/new/"), {"kind": "indicator", "indicator_code": code}, follow=True))
    assert "Moves in a year" in page
    page = text(writer.post(path(promise, "measures/new/"), {"kind": "survey"}))
    assert "Say what is asked or told." in page
    writer.post(f"/measures/{promise.measures.get().public_id}/remove/")
    assert promise.measures.get().removed_at


def test_commitments(writer):
    pledge = PledgeFactory()
    partner = BodyFactory(kind="partner")
    given = {"partner": partner.slug, "wording": "We see every child.", "theme": "health", "principle": "1"}
    writer.post(path(pledge, "commitments/new/"), given | day("made_on", date(2026, 5, 1)))
    commitment = pledge.commitments.get()
    assert "The commitment has ended." in text(writer.post(f"/commitments/{commitment.public_id}/end/", follow=True))


def needs(person):
    return [(one.title, one.tone) for one in needs_of(person.standing_on(localdate())) if "edge" in one.url]


def test_what_waits_for_those_who_keep_pledges(clerk, councillor):
    PledgeFactory(live=True, review_on=localdate() - timedelta(days=1), ends_on=localdate() + timedelta(days=90))
    assert ("Look at the pledge again", "late") in needs(clerk.person)
    assert needs(councillor.person) == []


def test_a_role_nobody_holds_is_somebodys_business(director):
    promise = PromiseFactory(pledge__live=True, pledge__review_on=date(2090, 1, 1), pledge__ends_on=date(2091, 1, 1))
    promise.owner_role = RoleFactory(slug="virtual-school-head")
    promise.save()
    found = [one.title for one in needs_of(director.person.standing_on(localdate()))]
    assert "Nobody answers for a promise" in found
