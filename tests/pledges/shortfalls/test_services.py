"""“This is not good enough”: said once, answered by somebody else, and the duty U5 that follows it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from members.duties import State
from members.facts.ledger import ledger
from members.roles import ADMINISTRATOR, COUNCILLOR, DCS, LEAD_MEMBER
from pledges import services
from pledges.facts import shortfalls as facts
from pledges.models import Action, Shortfall
from tests.factories.members import AppointmentFactory
from tests.factories.pledges import ActionFactory, PromiseFactory, ShortfallFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 10, 9, 0, tzinfo=UTC)
WHY = "I would want more for my own."


def holder(role):
    return AppointmentFactory(role__slug=role).person


def duty(person, days=1):
    lines = ledger([person.public_id], (AT + timedelta(days=days)).date())[person.public_id]
    return next(line for line in lines if line.definition.code == "U5").state


@pytest.fixture
def promise(council):
    return PromiseFactory(number=1)


@pytest.fixture
def councillor(council):
    return holder(COUNCILLOR)


@pytest.fixture
def director(council):
    return holder(DCS)


def said(promise, by, why=WHY):
    return services.raise_shortfall(
        about=promise.reference, why=why, theme=promise.theme, promise=promise, by=by, at=AT
    )


def settle(shortfall, by, **more):
    return services.settle_shortfall(shortfall=shortfall, by=by, at=AT + timedelta(hours=1), **more)


def test_said_and_answered_with_a_reason(promise, councillor, director):
    assert duty(councillor) == State.NOT_ASKED
    shortfall = said(promise, councillor)
    assert duty(councillor) == State.DUE
    assert duty(councillor, days=61) == State.OVERDUE
    settle(shortfall, director, reason="A new home opens in May.")
    assert duty(councillor) == State.MET
    types = Event.objects.order_by("number").values_list("type", "actor_id", "counts_for_id")
    assert list(types) == [
        ("shortfall-raised", councillor.public_id, councillor.public_id),
        ("shortfall-settled", director.public_id, councillor.public_id),
    ]
    told = Notice.objects.get()
    assert (told.person_id, told.path) == (councillor.public_id, f"/shortfalls/{shortfall.public_id}/")


def test_answered_with_an_action(promise, councillor, director):
    shortfall = said(promise, councillor)
    action = ActionFactory(promise=promise)
    assert list(facts.actions_for(shortfall)) == [action]
    assert settle(shortfall, director, action=action).action == action
    assert duty(councillor) == State.MET


def act(shortfall, by, **more):
    given = {
        "title": "Open a home",
        "why": WHY,
        "owner": holder(LEAD_MEMBER),
        "due_on": (AT + timedelta(days=9)).date(),
    }
    return services.act_on_shortfall(shortfall=shortfall, by=by, at=AT + timedelta(hours=1), **given | more)


def test_answered_with_a_new_action_in_one_step(promise, councillor, director):
    shortfall = said(promise, councillor)
    action = act(shortfall, director)
    shortfall.refresh_from_db()
    assert shortfall.action == action
    assert (action.source, action.promise, action.theme) == (shortfall.reference, promise, promise.theme)
    assert duty(councillor) == State.MET


def test_twice_at_once_raises_one_action(promise, councillor, director):
    shortfall = said(promise, councillor)
    act(shortfall, director)
    with pytest.raises(NotAllowed, match="This is settled already"):
        act(shortfall, director)
    assert Action.objects.count() == 1


def test_who_may_not_answer_raises_no_action(promise, council):
    lead = holder(LEAD_MEMBER)
    with pytest.raises(NotAllowed, match="You said this yourself"):
        act(said(promise, lead), lead)
    assert not Action.objects.exists()


def test_an_exempt_action_is_not_offered(promise, councillor):
    ActionFactory(promise=promise, access="exempt")
    ActionFactory()
    assert not facts.actions_for(said(promise, councillor)).exists()


def test_not_answered_by_who_said_it(promise, council):
    lead = holder(LEAD_MEMBER)
    with pytest.raises(NotAllowed, match=r"You said this yourself\. Somebody else says what comes of it\."):
        settle(said(promise, lead), lead, reason="It is fine.")


def test_answered_once(promise, councillor, director):
    shortfall = said(promise, councillor)
    settle(shortfall, director, reason="A new home opens in May.")
    with pytest.raises(NotAllowed, match="This is settled already"):
        settle(shortfall, director, reason="Or in June.")


def test_an_action_or_a_reason_and_not_both(promise, councillor, director):
    shortfall = said(promise, councillor)
    for more in ({}, {"action": ActionFactory(), "reason": "And no more."}):
        with pytest.raises(ValidationError, match="one of the two"):
            settle(shortfall, director, **more)


def test_a_councillor_does_not_answer_and_who_answers_for_the_promise_does(promise, councillor):
    shortfall, another = said(promise, councillor), holder("virtual-school-head")
    with pytest.raises(NotAllowed, match="Only the Director, the Lead Member"):
        settle(shortfall, another, reason="No.")
    promise.owner_role = another.appointments.get().role
    promise.save()
    settle(shortfall, another, reason="A new home opens in May.")
    assert duty(councillor) == State.MET


def test_the_same_words_twice_are_one(promise, councillor):
    assert said(promise, councillor) == said(promise, councillor)
    with pytest.raises(ValidationError, match="it is not answered yet"):
        said(promise, councillor, why="And it is cold.")
    assert Event.objects.count() == Shortfall.objects.count() == 1


def test_words_that_could_name_a_child_are_refused(promise, councillor):
    with pytest.raises(ValidationError) as refused:
        said(promise, councillor, why="See 943 476 5919.")
    assert list(refused.value.message_dict) == ["why"]


def test_officers_without_a_level_do_not_say_so(promise):
    with pytest.raises(NotAllowed, match="Only corporate parents"):
        said(promise, holder(ADMINISTRATOR))


def test_what_nobody_answered_comes_first(council):
    old, new = ShortfallFactory(), ShortfallFactory(raised_at=AT)
    ShortfallFactory(raised_at=AT + timedelta(days=1), settled_at=AT + timedelta(days=2), reason="So it is.")
    assert list(facts.all_shortfalls())[:2] == [new, old]
    assert list(facts.open_shortfalls()) == [old, new]
