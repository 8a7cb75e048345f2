"""A pledge from a draft to the one that comes after it."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from pledges import services
from pledges.models import Measure, Pledge
from tests.factories.bodies import BodyFactory
from tests.factories.members import AppointmentFactory, RoleFactory
from tests.factories.pledges import CommitmentFactory, MeasureFactory, PledgeFactory, PromiseFactory, SignatureFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
FIELDS = {
    "title": "Our pledge",
    "group": "children-in-care",
    "starts_on": date(2026, 4, 1),
    "ends_on": date(2029, 3, 31),
    "written_with": "Children in care council",
}
DCS = "director-of-childrens-services"


@pytest.fixture
def clerk():
    return AppointmentFactory(role__slug="democratic-services-officer").person


@pytest.fixture
def writer():
    return AppointmentFactory(role__slug="participation-officer").person


@pytest.fixture
def director():
    return AppointmentFactory(role__slug=DCS).person


def events():
    return list(Event.objects.values_list("type", "subject_id", "details"))


def endorsed(**more):
    """A pledge that can be published."""
    pledge = PledgeFactory(status="endorsed", consulted_on=date(2026, 5, 1), endorsed_on=date(2026, 6, 1), **more)
    PromiseFactory(pledge=pledge, number=1, owner_role=RoleFactory(slug=DCS))
    SignatureFactory(pledge=pledge)
    return pledge


def publish(pledge, by):
    return services.publish_pledge(pledge=pledge, review_on=date(2027, 9, 1), by=by, at=AT)


def test_add_pledge(writer):
    pledge = services.add_pledge(by=writer, at=AT, **FIELDS)
    assert (pledge.status, pledge.version) == ("draft", 1)
    assert events() == [("pledge-added", pledge.public_id, {"group": "children-in-care"})]


def test_add_pledge_only_by_those_who_write_them(director):
    with pytest.raises(NotAllowed, match="writes a pledge down"):
        services.add_pledge(by=director, at=AT, **FIELDS)
    assert not Pledge.objects.exists()


@pytest.mark.parametrize(
    ("ends_on", "sentence"),
    [
        (date(2026, 4, 1), "Enter a day after the one from which it holds."),
        (date(2036, 4, 2), "A pledge holds for 10 years at most. Enter an earlier day."),
    ],
)
def test_add_pledge_for_days_that_cannot_be(writer, ends_on, sentence):
    with pytest.raises(ValidationError) as problem:
        services.add_pledge(by=writer, at=AT, **FIELDS | {"ends_on": ends_on})
    assert problem.value.message_dict == {"ends_on": [sentence]}


def test_change_pledge(writer):
    pledge = PledgeFactory()
    pledge = services.change_pledge(pledge=pledge, version=1, by=writer, at=AT, title="To you")
    assert (pledge.title, pledge.version) == ("To you", 2)
    assert events() == [("pledge-changed", pledge.public_id, {"fields": ["title"]})]


def test_change_pledge_to_what_it_is_changes_nothing(writer):
    pledge = PledgeFactory()
    services.change_pledge(pledge=pledge, version=1, by=writer, at=AT, title=pledge.title)
    assert events() == []


def test_change_pledge_over_a_newer_one(writer):
    pledge = PledgeFactory(version=2)
    with pytest.raises(Stale):
        services.change_pledge(pledge=pledge, version=1, by=writer, at=AT, title="To you")


@pytest.mark.parametrize("status", ["endorsed", "retired"])
def test_words_stay_once_they_are_endorsed(writer, status):
    with pytest.raises(NotAllowed, match="its words stay as they were endorsed"):
        services.change_pledge(pledge=PledgeFactory(status=status), version=1, by=writer, at=AT, title="To you")


def test_consult(writer):
    pledge = PledgeFactory(written_with="Children in care council")
    PromiseFactory(pledge=pledge)
    pledge = services.consult(pledge=pledge, consulted_on=date(2026, 8, 1), by=writer, at=AT)
    assert (pledge.status, pledge.consulted_on) == ("consulted", date(2026, 8, 1))
    assert events() == [("pledge-consulted", pledge.public_id, {"on": "2026-08-01"})]


def test_consult_on_nothing(writer):
    with pytest.raises(NotAllowed, match="There is no promise in it yet"):
        services.consult(pledge=PledgeFactory(), consulted_on=date(2026, 8, 1), by=writer, at=AT)


def test_consult_without_young_people(writer):
    with pytest.raises(NotAllowed, match="which group of young people did"):
        services.consult(pledge=PromiseFactory().pledge, consulted_on=date(2026, 8, 1), by=writer, at=AT)


def test_endorse(clerk):
    pledge = PledgeFactory(status="consulted", consulted_on=date(2026, 5, 1))
    body = BodyFactory(kind="board")
    pledge = services.endorse(pledge=pledge, body=body, endorsed_on=date(2026, 6, 1), by=clerk, at=AT)
    assert (pledge.status, pledge.endorsed_by) == ("endorsed", body)
    assert events() == [("pledge-endorsed", pledge.public_id, {"body": str(body.public_id), "on": "2026-06-01"})]


def test_endorse_a_draft(clerk):
    with pytest.raises(NotAllowed, match="This one is draft"):
        services.endorse(pledge=PledgeFactory(), body=BodyFactory(), endorsed_on=date(2026, 6, 1), by=clerk, at=AT)


def test_endorse_is_not_the_writers(writer):
    with pytest.raises(NotAllowed, match="Only democratic services"):
        services.endorse(pledge=PledgeFactory(), body=BodyFactory(), endorsed_on=date(2026, 6, 1), by=writer, at=AT)


@pytest.mark.parametrize(
    ("kind", "on", "field"),
    [
        ("partner", date(2026, 6, 1), "body"),
        ("board", date(2026, 9, 2), "endorsed_on"),
        ("board", date(2026, 4, 30), "endorsed_on"),
    ],
)
def test_endorse_that_cannot_be(clerk, kind, on, field):
    pledge = PledgeFactory(status="consulted", consulted_on=date(2026, 5, 1))
    with pytest.raises(ValidationError) as problem:
        services.endorse(pledge=pledge, body=BodyFactory(kind=kind), endorsed_on=on, by=clerk, at=AT)
    assert list(problem.value.message_dict) == [field]


def test_sign_once_an_office(clerk):
    pledge = PledgeFactory(status="endorsed")
    for _ in range(2):
        services.sign_pledge(
            pledge=pledge, signed_as="Leader of the council", signed_on=date(2026, 6, 2), person=clerk, by=clerk, at=AT
        )
    assert pledge.signatures.count() == 1
    assert events() == [("pledge-signed", pledge.public_id, {"person": str(clerk.public_id)})]


def test_sign_what_nobody_endorsed(clerk):
    with pytest.raises(NotAllowed, match="A pledge is signed once it is endorsed"):
        services.sign_pledge(
            pledge=PledgeFactory(), signed_as="Leader", signed_on=date(2026, 6, 2), person=None, by=clerk, at=AT
        )


def test_publish_pledge(director):
    pledge = publish(endorsed(), director)
    assert (pledge.status, pledge.published_at, pledge.review_on) == ("live", AT, date(2027, 9, 1))
    assert events() == [("pledge-published", pledge.public_id, {"review-on": "2027-09-01"})]


def test_publish_with_a_promise_nobody_answers_for(director):
    pledge = endorsed()
    PromiseFactory(pledge=pledge, number=2)
    PromiseFactory(pledge=pledge, number=3)
    with pytest.raises(NotAllowed, match="Nobody answers for promises 2 and 3"):
        publish(pledge, director)


def test_publish_beside_another_live_one(director):
    PledgeFactory(live=True, title="Our old pledge")
    with pytest.raises(NotAllowed, match="“Our old pledge” is live for children in care"):
        publish(endorsed(), director)


def test_publish_beside_one_of_another_group(director):
    PledgeFactory(live=True, group="care-leavers")
    assert publish(endorsed(), director).is_public


def test_publish_unsigned(director):
    pledge = endorsed()
    pledge.signatures.all().delete()
    with pytest.raises(NotAllowed, match="Nobody has signed it yet"):
        publish(pledge, director)


@pytest.mark.parametrize("status", ["draft", "consulted", "live", "retired"])
def test_publish_what_is_not_endorsed(director, status):
    pledge = PledgeFactory(live=True, status=status)
    with pytest.raises(NotAllowed, match="once a body has endorsed it"):
        publish(pledge, director)


def test_publish_one_own_words(writer):
    pledge = endorsed()
    services.change_promise(promise=pledge.promises.get(), version=1, by=writer, at=AT, linked_strategies="Housing")
    with pytest.raises(NotAllowed, match="You wrote some of this pledge"):
        publish(pledge, writer)


@pytest.mark.parametrize("review_on", [date(2026, 9, 1), date(2028, 4, 1), date(2029, 9, 2)])
def test_publish_with_a_review_that_cannot_be(director, review_on):
    with pytest.raises(ValidationError) as problem:
        services.publish_pledge(pledge=endorsed(), review_on=review_on, by=director, at=AT)
    assert list(problem.value.message_dict) == ["review_on"]


def test_review_and_go_on(clerk, director):
    pledge = publish(endorsed(), director)
    pledge = services.review_pledge(pledge=pledge, by=clerk, at=AT)
    assert (pledge.status, pledge.is_public) == ("under-review", True)
    assert publish(pledge, director).status == "live"


def test_retire_pledge(clerk):
    pledge = PledgeFactory(live=True)
    for _ in range(2):
        pledge = services.retire_pledge(pledge=pledge, by=clerk, at=AT)
    assert (pledge.status, pledge.retired_at) == ("retired", AT)
    assert events() == [("pledge-retired", pledge.public_id, {})]


def test_renew_pledge(writer):
    pledge = PledgeFactory(live=True, title="Our pledge")
    promise = PromiseFactory(pledge=pledge, number=1, wording="We celebrate.", due_on=date(2027, 1, 1))
    MeasureFactory(promise=promise, question="What was celebrated?")
    MeasureFactory(promise=promise, removed_at=AT)
    CommitmentFactory(pledge=pledge)

    after = services.renew_pledge(pledge=pledge, by=writer, at=AT)

    assert (after.status, after.before, after.starts_on, after.ends_on) == (
        "draft",
        pledge,
        date(2028, 4, 1),
        date(2031, 3, 31),
    )
    copied = after.promises.get()
    assert (copied.wording, copied.due_on) == ("We celebrate.", None)
    assert [one.question for one in Measure.objects.filter(promise=copied)] == ["What was celebrated?"]
    assert not after.commitments.exists()
    assert events() == [("pledge-renewed", after.public_id, {"before": str(pledge.public_id)})]


def test_renew_twice(writer):
    pledge = PledgeFactory(live=True)
    services.renew_pledge(pledge=pledge, by=writer, at=AT)
    with pytest.raises(NotAllowed, match="has been renewed already"):
        services.renew_pledge(pledge=pledge, by=writer, at=AT)


def test_renew_a_draft(writer):
    with pytest.raises(NotAllowed, match="Only a pledge that was published is renewed"):
        services.renew_pledge(pledge=PledgeFactory(), by=writer, at=AT)
