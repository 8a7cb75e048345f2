"""Pages on which somebody says that a thing is not good enough, and somebody else answers."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from members.needs import needs_of
from members.roles import ADMINISTRATOR, DCS, LEAD_MEMBER
from pledges.models import Action, PledgeSettings, Shortfall
from tests.factories.indicators import AreaFactory, ObservationFactory, TargetFactory
from tests.factories.pledges import ActionFactory, CommitmentFactory, PromiseFactory, ShortfallFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise(council):
    return PromiseFactory(number=1, pledge__live=True, wording="We will celebrate with you.")


def text(answer):
    return answer.content.decode()


def address(thing):
    return f"/shortfalls/new/?about={thing.reference.kind}:{thing.public_id}"


def test_say_so_of_a_promise_and_answer(promise, councillor, client_of):
    assert "We will celebrate with you." in text(councillor.get(address(promise)))
    answer = councillor.post(address(promise), {"why": "No cake."})
    page = answer.headers["Location"]
    assert "You said this yourself." not in text(councillor.get("/shortfalls/"))
    assert "Only the Director, the Lead Member" in text(councillor.get(page))
    director = client_of(DCS)
    assert "“No cake.”" in text(director.get(f"{page}settle/"))
    director.post(f"{page}settle/", {"reason": "The cake comes on Friday."})
    assert "The cake comes on Friday." in text(councillor.get(page))


def test_answer_with_an_action_that_there_is(promise, client_of):
    shortfall, action = ShortfallFactory(promise=promise), ActionFactory(promise=promise, title="Buy a cake")
    director = client_of(DCS)
    director.post(f"/shortfalls/{shortfall.public_id}/settle/", {"action": action.public_id, "reason": ""})
    assert "What is done: Buy a cake" in text(director.get("/shortfalls/"))


def test_an_exempt_action_that_answers_is_not_told_to_others(promise, councillor, client_of):
    action = ActionFactory(access="exempt", title="Close the Juniper home")
    shortfall = ShortfallFactory(action=action, settled_at=timezone.now())
    page = f"/shortfalls/{shortfall.public_id}/"
    assert "An exempt action" in text(councillor.get(page))
    for seen in (page, "/shortfalls/"):
        assert "Juniper" not in text(councillor.get(seen))
    assert f'href="/actions/{action.public_id}/"' in text(client_of(DCS).get(page))


def test_neither_is_said_at_its_field(promise, client_of):
    shortfall = ShortfallFactory()
    page = text(client_of(DCS).post(f"/shortfalls/{shortfall.public_id}/settle/", {"reason": ""}))
    assert 'href="#id_reason"' in page
    assert "Nothing more will be done" in page


def test_of_a_figure(council, councillor):
    target = TargetFactory()
    councillor.post(address(target), {"why": "Too far away."})
    said = Shortfall.objects.get()
    assert (said.source_kind, said.theme) == ("target", target.indicator.theme)


def test_raise_an_action_and_so_answer(promise, client_of):
    shortfall = ShortfallFactory(promise=promise, theme="ordinary-life", why="No cake.")
    director, today = client_of(DCS), localdate()
    page = f"/shortfalls/{shortfall.public_id}/"
    assert f'href="{page}act/"' in text(director.get(page))
    assert "No cake.</textarea>" in text(director.get(f"{page}act/"))
    day = {"due_on_0": today.day, "due_on_1": today.month, "due_on_2": today.year + 1}
    given = {"title": "Buy a cake", "why": "No cake.", "owner": director.person.public_id, **day}
    refused = director.post(f"{page}act/", given | {"due_on_2": today.year - 1})
    assert "This day has passed." in text(refused)
    assert "Buy a cake" in text(refused)
    assert not Action.objects.exists()
    director.post(f"{page}act/", given)
    assert "Buy a cake" in text(director.get(page))
    assert "Shortfall: " in text(director.get(f"/actions/{Action.objects.get().public_id}/"))
    assert director.post(f"{page}act/", given).status_code == 403


def test_of_a_figure_without_a_target(council, councillor):
    indicator = ObservationFactory(area=AreaFactory(code=council.area_code)).indicator
    page = text(councillor.get(f"/figures/{indicator.code}/"))
    (address,) = re.findall(r'href="(/shortfalls/new/[^"]*)"', page)
    councillor.post(address, {"why": "Too few."})
    said = Shortfall.objects.get()
    assert (said.source_label, said.theme) == (indicator.title, indicator.theme)
    assert f"/figures/{indicator.code}/" in text(councillor.get(f"/shortfalls/{said.public_id}/"))


def test_who_may_not_say_so_is_not_led_there(council, client_of):
    promise = PromiseFactory(number=1, pledge__live=True)
    commitment = CommitmentFactory(pledge=promise.pledge)
    indicator = ObservationFactory(area=AreaFactory(code=council.area_code)).indicator
    pages = [f"/promises/{promise.public_id}/", f"/pledges/{promise.pledge.public_id}/", f"/figures/{indicator.code}/"]
    officer, lead = client_of(ADMINISTRATOR), client_of(LEAD_MEMBER)
    assert ["not good enough" in text(officer.get(page)) for page in pages] == [False] * 3
    assert ["not good enough" in text(lead.get(page)) for page in pages] == [True] * 3
    assert commitment.wording in text(lead.get(address(commitment)))


@pytest.mark.parametrize("about", ["", "promise", "promise:x", "person:5f0c4b6e-1111-4222-8333-444455556666"])
def test_of_nothing_says_where_to_begin(council, councillor, about):
    page = councillor.get("/shortfalls/new/", {"about": about})
    assert "Open the promise or the figure that you mean" in text(page)


def test_who_answers_finds_it_on_the_start_page(council, client_of):
    director = client_of(DCS)
    ShortfallFactory(source_label="We will celebrate with you.")
    (need,) = [one for one in needs_of(director.person.standing_on(localdate())) if "not good enough" in one.title]
    assert need.about == "We will celebrate with you."
    own = ShortfallFactory(raised_by=director.person)
    Shortfall.objects.exclude(pk=own.pk).delete()
    assert not [one for one in needs_of(director.person.standing_on(localdate())) if "not good enough" in one.title]


@pytest.mark.parametrize(("days", "tone"), [(28, "due"), (10, "late")])
def test_an_answer_is_late_after_the_days_of_the_council(council, client_of, days, tone):
    PledgeSettings.objects.create(pk=1, shortfall_days=days)
    director = client_of(DCS)
    ShortfallFactory(raised_at=timezone.now() - timedelta(days=11))
    (need,) = [one for one in needs_of(director.person.standing_on(localdate())) if "not good enough" in one.title]
    assert (need.tone, need.by) == (tone, localdate() + timedelta(days=days - 11))


def test_queries_do_not_grow(council, councillor, django_assert_max_num_queries):
    for _ in range(2):
        ShortfallFactory.create_batch(5)
        with django_assert_max_num_queries(9):
            councillor.get("/shortfalls/")
