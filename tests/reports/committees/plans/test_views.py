"""The register through the browser: everybody reads what is public, its keepers keep it up."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from reports.committees.models import Plan
from tests.factories.committees import PlanFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


@pytest.fixture
def keeper(client_of):
    return client_of("democratic-services-officer")


def sent(client, **fields):
    agreed, due = localdate() - timedelta(days=5), localdate() + timedelta(days=300)
    days = {
        f"{name}_{part}": number
        for name, on in (("agreed_on", agreed), ("due_on", due))
        for part, number in enumerate((on.day, on.month, on.year))
    }
    return (
        {
            "kind": "joint",
            "title": "Joint housing plan",
            "owner": str(client.person.public_id),
            "partners": "The integrated care board",
            "reflects": "Homes for care leavers first.",
            "is_public": "on",
        }
        | days
        | fields
    )


def test_the_public_reads_what_is_public_and_nothing_of_who_keeps_it(client):
    plan = PlanFactory(title="Open plan", owner__name="Priya Keeper")
    hidden = PlanFactory(title="Held back", is_public=False)
    text = client.get("/plans/").text
    assert "Open plan" in text
    assert "Held back" not in text
    assert "Missing" not in text
    page = client.get(f"/plans/{plan.public_id}/").text
    assert "a place to study after five" in page
    assert "Priya" not in page
    assert client.get(f"/plans/{hidden.public_id}/").status_code == 404


def test_members_see_what_is_missing(councillor):
    PlanFactory(is_public=False, title="Held back")
    text = councillor.get("/plans/").text
    assert "Held back" in text
    missing = text.split("Missing", 1)[1].split("On the register", 1)[0]
    assert "Sufficiency strategy" in missing
    assert "Children and Young People’s Plan" not in missing


def test_recorded_renewed_and_ended_through_the_forms(keeper):
    answer = keeper.post("/plans/new/", sent(keeper))
    plan = Plan.objects.get()
    assert answer.url == f"/plans/{plan.public_id}/"
    page = keeper.get(f"{answer.url}renew/").text
    assert "Joint housing plan" in page
    keeper.post(f"{answer.url}renew/", sent(keeper, title="Joint plan", version=1))
    plan.refresh_from_db()
    assert (plan.title, plan.version) == ("Joint plan", 2)
    keeper.post(f"{answer.url}end/", {"version": 2})
    plan.refresh_from_db()
    assert plan.ended_on == localdate()
    assert "No plan is on the register yet." in keeper.get("/plans/").text
    assert keeper.get(f"{answer.url}renew/").status_code == 403


def test_nothing_is_lost_where_something_is_wrong(keeper):
    answer = keeper.post("/plans/new/", sent(keeper, reflects=""))
    assert "Say how this plan reflects what our children need." in answer.text
    assert "Joint housing plan" in answer.text
    assert not Plan.objects.exists()


def test_others_are_refused(councillor):
    assert councillor.get("/plans/new/").status_code == 403


def test_the_list_takes_as_many_queries_for_one_plan_as_for_many(client, django_assert_max_num_queries):
    PlanFactory.create_batch(30)
    client.get("/plans/")
    with django_assert_max_num_queries(4):
        assert client.get("/plans/").text.count("app-row__link") == 25
