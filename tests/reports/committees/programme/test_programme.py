"""What a body expects in a year: begun with what is usual, planned, put onto agendas, gaps said first."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from corpparent.models import Event
from corpparent.periods import Period, year_around
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members.roles import COUNCILLOR, DEMOCRATIC_SERVICES_OFFICER
from reports.committees import services
from reports.committees.models import Meeting, WorkProgrammeItem
from reports.committees.rules import programme as rules
from reports.committees.waiting import together
from tests.factories.bodies import BodyFactory
from tests.factories.committees import AgendaItemFactory, MeetingFactory, WorkProgrammeItemFactory
from tests.factories.members import AppointmentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

YEAR = Period.parse("2026-27")
NOW = timezone.now()
TODAY = timezone.localdate()
HERE = reverse("committees:programme-list")


@pytest.fixture
def clerk():
    return AppointmentFactory(role__slug=DEMOCRATIC_SERVICES_OFFICER).person


@pytest.fixture
def body():
    return BodyFactory(name="Corporate Parenting Board")


def expected(body, days=90, **fields):
    year = year_around(TODAY + timedelta(days=days))
    return WorkProgrammeItemFactory(body=body, year=year.code, expected_by=TODAY + timedelta(days=days), **fields)


def meeting(body, days=30, **fields):
    return MeetingFactory(body=body, meets_on=TODAY + timedelta(days=days), **fields)


def plan(one, at_meeting, clerk, version=None):
    version = version or WorkProgrammeItem.objects.get(pk=one.pk).version
    return services.plan_for(one=one, meeting=at_meeting, version=version, by=clerk, at=NOW)


def test_begun_with_what_is_usual_once(body, clerk):
    assert services.begin_programme(body=body, year=YEAR, by=clerk, at=NOW) == len(rules.TOPICS)
    assert services.begin_programme(body=body, year=YEAR, by=clerk, at=NOW) == 0
    assert Event.objects.filter(type="programme-begun").count() == 1
    found = {one.topic: one.expected_by for one in WorkProgrammeItem.objects.all()}
    assert found["virtual-school"] == date(2026, 10, 31)
    assert found["inspections"] == date(2026, 12, 31)
    assert found["care-leavers"] == date(2027, 2, 28)
    assert all(YEAR.starts_on <= day <= YEAR.ends_on for day in found.values())


def test_only_those_who_keep_papers_change_it(body):
    councillor = AppointmentFactory(role__slug=COUNCILLOR).person
    with pytest.raises(NotAllowed):
        services.begin_programme(body=body, year=YEAR, by=councillor, at=NOW)


def test_planned_for_a_meeting_of_its_body_that_is_to_come(body, clerk):
    one, coming = expected(body), meeting(body)
    for wrong in (
        meeting(BodyFactory()),
        meeting(body, -3),
        meeting(body, 9, status="cancelled", cancelled_because="x"),
    ):
        with pytest.raises(ValidationError, match="Choose a meeting of Corporate Parenting Board"):
            plan(one, wrong, clerk)
    for _ in range(2):
        plan(one, coming, clerk)
    assert Event.objects.filter(type="programme-item-planned").count() == 1
    with pytest.raises(Stale):
        plan(one, meeting(body, 60), clerk, version=1)


def test_it_goes_onto_the_agenda_once_and_is_done_when_the_meeting_was_held(body, clerk):
    one, coming = expected(body), meeting(body)
    with pytest.raises(ValidationError, match="Choose the meeting first"):
        services.put_on_agenda(one=one, by=clerk, at=NOW)
    plan(one, coming, clerk)
    for _ in range(2):
        services.put_on_agenda(one=one, by=clerk, at=NOW)
    (item,) = coming.items.filter(title=one.title)
    one = WorkProgrammeItem.objects.select_related("item__meeting").get(pk=one.pk)
    assert (one.item, rules.state_of(one, TODAY)) == (item, "agenda")
    Meeting.objects.update(status="held", held_at=NOW)
    one = WorkProgrammeItem.objects.select_related("item__meeting").get(pk=one.pk)
    assert rules.state_of(one, TODAY) == "done"
    with pytest.raises(NotAllowed, match="stands on an agenda"):
        services.drop_expected(one=one, because="No.", by=clerk, at=NOW)


@pytest.mark.parametrize(
    ("days", "fields", "state"),
    [
        (30, {}, "planned"),
        (120, {}, "late"),
        (-3, {}, "missing"),
        (30, {"status": "cancelled", "cancelled_because": "Snow"}, "missing"),
    ],
)
def test_how_it_stands_follows_its_meeting(body, days, fields, state):
    assert rules.state_of(expected(body, meeting=meeting(body, days, **fields)), TODAY) == state


def test_dropped_with_a_reason_and_taken_up_again(body, clerk):
    one = expected(body, meeting=meeting(body))
    with pytest.raises(ValidationError, match="Say why"):
        services.drop_expected(one=one, because=" ", by=clerk, at=NOW)
    for _ in range(2):
        services.drop_expected(one=one, because="Scrutiny has it.", by=clerk, at=NOW)
    one.refresh_from_db()
    assert (one.dropped_because, one.meeting) == ("Scrutiny has it.", None)
    services.take_up_again(one=one, by=clerk, at=NOW)
    one.refresh_from_db()
    assert one.dropped_because == ""
    assert Event.objects.filter(type="programme-item-dropped").count() == 1


def test_what_is_typed_is_checked_at_its_field(body, clerk):
    given = {"body": body, "year": YEAR, "by": clerk, "at": NOW}
    for title, day, words in (
        ("", date(2026, 9, 1), "Give it a title"),
        ("NHS 999 123 4560", date(2026, 9, 1), "NHS"),
        ("Dentists", date(2027, 9, 1), "Enter a day of"),
    ):
        with pytest.raises(ValidationError, match=words):
            services.add_expected(title=title, expected_by=day, **given)
    first = services.add_expected(title="Dentists", expected_by=date(2026, 9, 1), **given)
    assert services.add_expected(title="Dentists", expected_by=date(2026, 9, 1), **given) == first


def test_officers_are_told_what_has_no_meeting(body, clerk):
    expected(body, 40, title="Dentists")
    expected(body, 80, title="Bicycles")
    titles = [need.title for need in together.needs(clerk.standing_on(TODAY))]
    assert "Plan for a meeting: Dentists" in titles
    assert "Plan for a meeting: Bicycles" not in titles


def test_public_reads_what_is_missing_and_nothing_exempt(client, body):
    coming = meeting(body, published=True)
    secret = AgendaItemFactory(meeting=coming, exempt=True, title="The Zwilling tender", public_title="A tender")
    expected(body, title="The Zwilling tender", item=secret, meeting=coming)
    expected(body, title="Dentists")
    address = f"{HERE}?year={year_around(TODAY + timedelta(days=90)).code}"
    page = client.get(address).text
    assert "What is missing" in page
    assert "Dentists" in page
    assert "A tender" in page
    assert "Zwilling" not in page
    assert "Zwilling" not in client.get(reverse("committees:programme-figures") + f"?body={body.slug}").text
    Meeting.objects.update(is_public=False)
    assert "No work programme is written down yet." in client.get(HERE).text


def test_officer_goes_through_the_forms(client_of, body):
    officer, coming = client_of(DEMOCRATIC_SERVICES_OFFICER), meeting(body)
    year = year_around(TODAY)
    begin = f"{reverse('committees:programme-begin')}?body={body.slug}&year={year.code}"
    assert "usual topics are expected now" in officer.post(begin, follow=True).text
    add = f"{reverse('committees:programme-item-create')}?body={body.slug}&year={year.code}"
    refused = officer.post(
        add, {"title": "Dentists", "expected_by_0": "31", "expected_by_1": "2", "expected_by_2": "2027"}
    )
    assert "Enter the day by which it is expected" in refused.text
    assert "Dentists" in refused.text
    one = WorkProgrammeItem.objects.get(topic="care-leavers")
    page = officer.post(
        reverse("committees:programme-item-plan", args=[one.public_id]),
        {"meeting": coming.public_id, "version": one.version},
        follow=True,
    ).text
    assert "Put it on the agenda" in page
    officer.post(reverse("committees:programme-item-put", args=[one.public_id]))
    assert coming.items.filter(title=one.title).exists()
    other = WorkProgrammeItem.objects.get(topic="missing")
    drop = reverse("committees:programme-item-drop", args=[other.public_id])
    assert "Say why." in officer.post(drop, {"because": ""}).text
    assert "Take it up again" in officer.post(drop, {"because": "Scrutiny has it."}, follow=True).text


@pytest.mark.parametrize("query", ["?year=x", "?year=1999-00", "?body=nobody"])
def test_what_is_no_year_or_body_is_not_found(client, query):
    assert client.get(HERE + query).status_code == 404


@pytest.mark.parametrize("how", ["cancelled", "withdrawn"])
def test_what_was_on_an_agenda_that_came_to_nothing_is_missing_again(body, clerk, how):
    one, first, second = expected(body, 50), meeting(body, 20), meeting(body, 40)
    plan(one, first, clerk)
    services.put_on_agenda(one=one, by=clerk, at=NOW)
    if how == "cancelled":
        Meeting.objects.filter(pk=first.pk).update(status="cancelled", cancelled_because="Snow")
    else:
        first.items.update(published_at=NOW, withdrawn_because="Not ready")
    one = WorkProgrammeItem.objects.select_related("item__meeting").get(pk=one.pk)
    assert rules.state_of(one, TODAY) == "missing"
    titles = [need.title for need in together.needs(clerk.standing_on(TODAY))]
    assert f"Plan for a meeting: {one.title}" in titles
    plan(one, second, clerk)
    services.put_on_agenda(one=one, by=clerk, at=NOW)
    assert second.items.filter(title=one.title).count() == 1


def test_two_matters_of_one_title_do_not_share_an_item(client_of, body, clerk):
    coming = meeting(body)
    one, other = expected(body, title="Dentists"), expected(body, 91, title="Dentists")
    for matter in (one, other):
        plan(matter, coming, clerk)
    services.put_on_agenda(one=one, by=clerk, at=NOW)
    put = reverse("committees:programme-item-put", args=[other.public_id])
    page = client_of(DEMOCRATIC_SERVICES_OFFICER).post(put, follow=True).text
    assert "Change one of the two titles first." in page


def test_public_does_not_learn_of_a_meeting_in_private(client, body):
    meeting(body, 10)
    private = meeting(body, 20, is_public=False)
    expected(body, title="Dentists", meeting=private)
    address = f"{HERE}?year={year_around(TODAY + timedelta(days=90)).code}"
    assert f"{private.meets_on:%-d %B %Y}" not in client.get(address).text
