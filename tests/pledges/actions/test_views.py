"""Pages of the register: what one sees, what a deed says, and what a wrong one is told."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from members.roles import DCS
from pledges.models import Action
from tests.factories.bodies import BodyFactory
from tests.factories.members import AppointmentFactory
from tests.factories.pledges import ActionFactory, PromiseFactory, ShortfallFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def today(council):
    return timezone.localdate()


@pytest.fixture
def director(council, client_of):
    return client_of(DCS)


def text(answer):
    return answer.content.decode()


def day(on):
    return {"due_on_0": on.day, "due_on_1": on.month, "due_on_2": on.year}


def given(due_on, owner, **more):
    fields = {"title": "Agree with the bus company", "why": "They stay in.", "owner": owner.public_id}
    return fields | {"theme": "ordinary-life", "access": "members"} | day(due_on) | more


def address(action, deed=""):
    return f"/actions/{action.public_id}/{deed}"


def late(today, days, **fields):
    return ActionFactory(due_on=today - timedelta(days=days), **fields)


def test_what_it_comes_from_is_filled_in(director):
    promise = PromiseFactory(number=1, pledge__live=True, theme="health")
    shortfall = ShortfallFactory(promise=promise, theme="health", why="No dentist.")
    for thing in (promise, shortfall):
        page = text(director.get(f"/actions/new/?about={thing.reference.kind}:{thing.public_id}"))
        assert re.search(rf'<option value="{promise.public_id}"[^>]*selected', page)
        assert re.search(r'<option value="health"[^>]*selected', page)
    assert "No dentist.</textarea>" in page


def test_from_birth_to_the_check_by_another(today, client_of, director):
    promise = PromiseFactory(number=1, pledge__live=True, wording="We will listen.")
    owner = client_of("childrens-services-manager")
    answer = director.post(
        f"/actions/new/?about=promise:{promise.public_id}", given(today + timedelta(days=9), owner.person)
    )
    page = answer.headers["Location"]
    assert "Promise: We will listen." in text(owner.get(page))
    assert f"Only {owner.person.name}, who does it, says that it is done." in text(director.get(page))
    owner.post(f"{page}finish/", {"words": "The company agreed.", "version": 1})
    assert "You do this action, so somebody else checks that it is done." in text(owner.get(page))
    director.post(f"{page}check/")
    assert Action.objects.get().status == "done"
    assert "Checked" in text(owner.get(page))


def test_the_list_says_how_many_are_late_and_how_late(today, director):
    late(today, 3, title="Ring the company")
    late(today, 100, title="Buy a cake")
    page = text(director.get("/actions/"))
    assert "Two actions are late" in page
    assert "Up to two weeks late: 1" in page
    found = text(director.get("/actions/?late=longer"))
    assert "Buy a cake" in found
    assert "Ring the company" not in found


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", {"Late", "Soon", "To check"}),
        ("status=late", {"Late"}),
        ("status=to-check", {"To check"}),
        ("status=ended", {"Ended"}),
        ("status=all", {"Late", "Soon", "To check", "Ended"}),
        ("theme=health", {"Soon"}),
        ("access=exempt", {"Late"}),
        ("search=cake", {"Soon"}),
        ("body=panel", {"To check"}),
    ],
)
def test_filters(today, director, query, titles):
    late(today, 3, title="Late", access="exempt")
    ActionFactory(title="Soon", theme="health", why="No cake.", due_on=today)
    ActionFactory(
        title="To check", status="to-check", done_at=timezone.now(), due_on=today, body=BodyFactory(slug="panel")
    )
    ActionFactory(title="Ended", status="dropped", ended_at=timezone.now())
    rows = director.get(f"/actions/?{query}").context["rows"]
    assert {row.title for row in rows} == titles


def test_exempt_is_not_there_for_who_may_not_see_it(today, director, councillor):
    hidden = late(today, 3, title="Close the Juniper home", access="exempt", body=BodyFactory(slug="panel"))
    for path in ("/actions/", "/actions/tracker/panel/", "/actions/actions.csv"):
        assert "Juniper" not in text(councillor.get(path))
        assert "Juniper" in text(director.get(path))
    assert councillor.get(address(hidden)).status_code == 404
    assert councillor.post(address(hidden, "check/")).status_code == 404
    assert "exempt: not for publication" in text(director.get("/actions/tracker/panel/"))


def test_the_first_date_stays_in_sight(today, director):
    action = ActionFactory(due_on=today)
    for version, days in ((1, 5), (2, 9)):
        fields = {"because": "They meet later.", "version": version} | day(today + timedelta(days=days))
        director.post(address(action, "move/"), fields)
    assert f"Moved twice, first due {today:%-d %B %Y}." in text(director.get(address(action)))


def test_a_stale_form_keeps_what_was_typed_and_changes_nothing(today, director):
    action = ActionFactory(due_on=today, version=2)
    fields = {"because": "They meet later.", "version": 1} | day(today + timedelta(days=5))
    answer = director.post(address(action, "move/"), fields)
    action.refresh_from_db()
    assert action.due_on == today
    assert "They meet later." in text(answer)


def test_a_day_that_has_passed_is_said_at_its_field(today, director):
    owner = AppointmentFactory().person
    page = text(director.post("/actions/new/", given(today - timedelta(days=1), owner)))
    assert "This day has passed. Enter a day that is still to come." in page
    assert not Action.objects.exists()


def test_mine_and_what_waits_for_my_check(today, director):
    ActionFactory(title="Buy a cake", owner=director.person)
    ActionFactory(title="Ring the company", status="to-check", done_at=timezone.now())
    ActionFactory(title="Of somebody else")
    page = text(director.get("/actions/mine/"))
    assert "Buy a cake" in page
    assert "Waiting for your check" in page
    assert "Ring the company" in page
    assert "Of somebody else" not in page


@pytest.mark.parametrize(
    ("deed", "fields", "word"),
    [
        ("note", {"words": "They answer next week."}, "They answer next week."),
        ("drop", {"because": "The company is gone."}, "Dropped"),
        ("give", {"because": "She knows them."}, "Given to somebody else"),
    ],
)
def test_each_deed_stands_in_the_story(today, director, deed, fields, word):
    action = ActionFactory(due_on=today)
    more = {"owner": AppointmentFactory().person.public_id} if deed == "give" else {}
    assert director.post(address(action, f"{deed}/"), fields | more | {"version": 1}).status_code == 302
    assert word in text(director.get(address(action)))


@pytest.mark.parametrize("about", ["promise", "promise:x", "person:5f0c4b6e-1111-4222-8333-444455556666"])
def test_about_nothing_is_not_there(director, about):
    assert director.get("/actions/new/", {"about": about}).status_code == 404


def test_downloads_are_what_the_list_shows(today, director):
    late(today, 3, title="=Ring the company")
    ActionFactory(title="Ended", status="dropped", ended_at=timezone.now())
    table = text(director.get("/actions/actions.csv"))
    assert "'=Ring the company" in table
    assert "Ended" not in table
    assert director.get("/actions/actions.xlsx").content[:2] == b"PK"


@pytest.mark.parametrize("path", ["/actions/", "/actions/mine/", "/actions/tracker/panel/", "/actions/actions.csv"])
def test_queries_do_not_grow(today, director, path, django_assert_max_num_queries):
    body = BodyFactory(slug="panel")
    director.get(path)
    for _ in range(2):
        ActionFactory.create_batch(5, owner=director.person, body=body)
        ActionFactory.create_batch(5, body=body, status="to-check", done_at=timezone.now())
        with django_assert_max_num_queries(8):  # two of them for what a running portal remembers
            director.get(path)


def test_opened_again_where_its_owner_has_gone_is_refused_on_the_page(today, director):
    action = ActionFactory(status="dropped", ended_at=timezone.now())
    answer = director.post(address(action, "reopen/"), {"because": "It came back.", "version": 1} | day(today))
    assert f"{action.owner.name} holds no appointment today." in text(answer)
    assert "It came back." in text(answer)
