"""Promises, measures and partners' commitments."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from pledges import services
from pledges.models import Promise
from tests.factories.bodies import BodyFactory
from tests.factories.indicators import IndicatorFactory
from tests.factories.members import AppointmentFactory, RoleFactory
from tests.factories.pledges import (
    ActionFactory,
    CommitmentFactory,
    MeasureFactory,
    PledgeFactory,
    PromiseFactory,
)

pytestmark = pytest.mark.django_db

AT = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
FIELDS = {"wording": "We celebrate.", "theme": "ordinary-life", "principle": 5}
COMMITMENT = {"wording": "We see every child.", "theme": "health", "principle": 1, "made_on": date(2026, 8, 1)}


@pytest.fixture
def writer():
    return AppointmentFactory(role__slug="participation-officer").person


@pytest.fixture
def pledge():
    return PledgeFactory()


def events():
    return list(Event.objects.values_list("type", "details"))


def wordings(pledge):
    return list(pledge.promises.order_by("number").values_list("number", "wording"))


def three(pledge):
    return [PromiseFactory(pledge=pledge, number=place, wording=word) for place, word in enumerate("abc", start=1)]


def fields_of(problem):
    return list(problem.value.message_dict)


def test_add_promise_comes_last(pledge, writer):
    three(pledge)
    promise = services.add_promise(pledge=pledge, by=writer, at=AT, **FIELDS)
    assert promise.number == 4
    assert events() == [("promise-added", {"pledge": str(pledge.public_id)})]


def test_add_promise_to_words_that_are_endorsed(writer):
    with pytest.raises(NotAllowed, match="renew it and change the new draft"):
        services.add_promise(pledge=PledgeFactory(live=True), by=writer, at=AT, **FIELDS)


def test_add_promise_without_words(pledge, writer):
    with pytest.raises(ValidationError) as problem:
        services.add_promise(pledge=pledge, by=writer, at=AT, **FIELDS | {"wording": "", "theme": "none"})
    assert sorted(fields_of(problem)) == ["theme", "wording"]


@pytest.mark.parametrize(
    ("fields", "field"), [({"partner": "board"}, "partner"), ({"due_on": date(2025, 3, 31)}, "due_on")]
)
def test_add_promise_that_cannot_be(pledge, writer, fields, field):
    if "partner" in fields:
        fields = {"partner": BodyFactory(kind="board")}
    with pytest.raises(ValidationError) as problem:
        services.add_promise(pledge=pledge, by=writer, at=AT, **FIELDS | fields)
    assert fields_of(problem) == [field]


@pytest.mark.parametrize(("place", "order"), [(1, "cab"), (2, "acb"), (3, "abc")])
def test_change_promise_moves_it_among_the_others(pledge, writer, place, order):
    last = three(pledge)[2]
    services.change_promise(promise=last, version=1, by=writer, at=AT, number=place)
    assert wordings(pledge) == list(enumerate(order, start=1))


def test_change_promise_to_a_place_there_is_not(pledge, writer):
    with pytest.raises(ValidationError) as problem:
        services.change_promise(promise=three(pledge)[0], version=1, by=writer, at=AT, number=4)
    assert problem.value.message_dict == {"number": ["Enter a place from 1 to 3."]}


def test_change_promise_over_a_newer_one(pledge, writer):
    promise = PromiseFactory(pledge=pledge, number=1, version=3)
    with pytest.raises(Stale):
        services.change_promise(promise=promise, version=2, by=writer, at=AT, wording="We do.")


def test_change_who_answers_while_it_is_live(writer):
    promise = PromiseFactory(pledge=PledgeFactory(live=True), number=1)
    promise = services.change_promise(promise=promise, version=1, by=writer, at=AT, owner_role=RoleFactory())
    assert (promise.owner_role.slug, promise.version) == ("councillor", 2)
    assert events() == [("promise-changed", {"fields": ["owner-role"]})]


def test_nobody_answers_no_longer_while_it_is_live(writer):
    promise = PromiseFactory(pledge__live=True, number=1, owner_role=RoleFactory())
    with pytest.raises(ValidationError, match="Everybody reads this pledge") as problem:
        services.change_promise(promise=promise, version=1, by=writer, at=AT, owner_role=None)
    assert fields_of(problem) == ["owner_role"]


def test_no_promise_is_added_without_who_answers_once_it_is_live(writer):
    pledge = PromiseFactory(pledge__live=True).pledge
    with pytest.raises(NotAllowed):
        services.add_promise(pledge=pledge, by=writer, at=AT, **FIELDS)


def test_change_words_while_it_is_live(writer):
    promise = PromiseFactory(pledge=PledgeFactory(live=True), number=1)
    with pytest.raises(NotAllowed, match="stay as they were endorsed"):
        services.change_promise(promise=promise, version=1, by=writer, at=AT, wording="We might.")


def test_remove_promise_closes_the_gap(pledge, writer):
    first = three(pledge)[0]
    MeasureFactory(promise=first)
    CommitmentFactory(pledge=pledge, promise=first)
    services.remove_promise(promise=first, by=writer, at=AT)
    assert wordings(pledge) == [(1, "b"), (2, "c")]
    assert events() == [("promise-removed", {"pledge": str(pledge.public_id)})]


def test_remove_promise_to_which_something_belongs(pledge, writer):
    promise = three(pledge)[0]
    MeasureFactory(promise=promise)
    ActionFactory(promise=promise)
    with pytest.raises(NotAllowed, match="Something belongs to this promise already"):
        services.remove_promise(promise=promise, by=writer, at=AT)
    assert promise.measures.count() == 1
    assert Promise.objects.count() == 3


def test_remove_promise_that_young_people_were_asked_about(writer):
    promise = PromiseFactory(pledge=PledgeFactory(status="consulted"), number=1)
    with pytest.raises(NotAllowed, match="only taken out of a draft"):
        services.remove_promise(promise=promise, by=writer, at=AT)


def test_add_measure_by_a_figure(pledge, writer):
    promise = PromiseFactory(pledge=pledge)
    code = IndicatorFactory().code
    services.add_measure(promise=promise, by=writer, at=AT, kind="indicator", indicator_code=code)
    with pytest.raises(ValidationError, match="is measured by that figure already"):
        services.add_measure(promise=promise, by=writer, at=AT, kind="indicator", indicator_code=code)
    assert events() == [("measure-added", {"kind": "indicator"})]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"kind": "indicator", "indicator_code": "none-such"}, "indicator_code"),
        ({"kind": "survey", "question": ""}, "question"),
    ],
)
def test_add_measure_that_cannot_be(pledge, writer, fields, field):
    with pytest.raises(ValidationError) as problem:
        services.add_measure(promise=PromiseFactory(pledge=pledge), by=writer, at=AT, **fields)
    assert fields_of(problem) == [field]


def test_remove_measure(pledge, writer):
    measure = MeasureFactory(promise__pledge=pledge)
    for _ in range(2):
        services.remove_measure(measure=measure, by=writer, at=AT)
    measure.refresh_from_db()
    assert measure.removed_at == AT
    assert events() == [("measure-removed", {})]


def test_add_and_end_commitment(pledge, writer):
    partner = BodyFactory(kind="partner")
    commitment = services.add_commitment(pledge=pledge, by=writer, at=AT, partner=partner, **COMMITMENT)
    for _ in range(2):
        services.end_commitment(commitment=commitment, by=writer, at=AT)
    assert events() == [("commitment-added", {"partner": str(partner.public_id)}), ("commitment-ended", {})]


@pytest.mark.parametrize(
    ("kind", "fields", "field"),
    [("board", {}, "partner"), ("partner", {"made_on": date(2026, 9, 2)}, "made_on")],
)
def test_add_commitment_that_cannot_be(pledge, writer, kind, fields, field):
    with pytest.raises(ValidationError) as problem:
        services.add_commitment(pledge=pledge, by=writer, at=AT, partner=BodyFactory(kind=kind), **COMMITMENT | fields)
    assert fields_of(problem) == [field]


def test_add_commitment_to_another_pledges_promise(pledge, writer):
    other = PromiseFactory()
    with pytest.raises(ValidationError, match="Choose one of this pledge’s promises"):
        services.add_commitment(
            pledge=pledge, by=writer, at=AT, partner=BodyFactory(kind="partner"), promise=other, **COMMITMENT
        )


def test_nothing_changes_once_it_is_retired(writer):
    promise = PromiseFactory(pledge=PledgeFactory(status="retired"), number=1)
    with pytest.raises(NotAllowed, match="This pledge is retired"):
        services.change_promise(promise=promise, version=1, by=writer, at=AT, linked_strategies="Housing")
    with pytest.raises(NotAllowed, match="This pledge is retired"):
        services.add_measure(promise=promise, by=writer, at=AT, kind="survey", question="How?")
