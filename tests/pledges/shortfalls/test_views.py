"""Pages on which somebody says that a thing is not good enough, and somebody else answers."""

import pytest
from django.utils.timezone import localdate

from members.needs import needs_of
from members.roles import DCS
from pledges.models import Shortfall
from tests.factories.indicators import TargetFactory
from tests.factories.pledges import ActionFactory, PromiseFactory, ShortfallFactory

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
    raising = f"/actions/new/?about=shortfall:{shortfall.public_id}"
    assert raising in text(director.get(f"/shortfalls/{shortfall.public_id}/settle/"))
    assert director.get(raising).status_code == 200
    director.post(f"/shortfalls/{shortfall.public_id}/settle/", {"action": action.public_id, "reason": ""})
    assert "What is done: Buy a cake" in text(director.get("/shortfalls/"))


def test_neither_is_said_at_its_field(promise, client_of):
    shortfall = ShortfallFactory()
    page = text(client_of(DCS).post(f"/shortfalls/{shortfall.public_id}/settle/", {"reason": ""}))
    assert 'href="#id_reason"' in page
    assert "There is no open action about this yet." in page


def test_of_a_figure(council, councillor):
    target = TargetFactory()
    councillor.post(address(target), {"why": "Too far away."})
    said = Shortfall.objects.get()
    assert (said.source_kind, said.theme) == ("target", target.indicator.theme)


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


def test_queries_do_not_grow(council, councillor, django_assert_max_num_queries):
    for _ in range(2):
        ShortfallFactory.create_batch(5)
        with django_assert_max_num_queries(9):
            councillor.get("/shortfalls/")
