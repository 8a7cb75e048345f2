from datetime import date

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members import services
from members.models import Body
from tests.factories.bodies import BodyFactory, TermsOfReferenceFactory
from tests.factories.corpparent import NOW
from tests.factories.members import AppointmentFactory

pytestmark = pytest.mark.django_db

BOARD = {"name": "Corporate Parenting Board", "kind": "board", "regime": "informal", "starts_on": date(2020, 5, 20)}
TERMS = {
    "text": "The board asks whether it is good enough.",
    "adopted_on": date(2024, 5, 20),
    "adopted_by": "Full Council, minute 12",
    "review_on": date(2025, 5, 20),
}


@pytest.fixture
def clerk():
    return AppointmentFactory(role__slug="democratic-services-officer").person


@pytest.fixture
def stranger():
    return AppointmentFactory(role__slug="lead-member").person


def events():
    return list(Event.objects.values_list("type", "subject_id", "details"))


def refused(call, **arguments):
    with pytest.raises(ValidationError) as problem:
        call(**arguments)
    return problem.value.message_dict


def test_add_body(clerk):
    body = services.add_body(by=clerk, at=NOW, **BOARD)
    assert (body.slug, body.version) == ("corporate-parenting-board", 1)
    assert events() == [("body-added", body.public_id, {"kind": "board", "regime": "informal"})]


@pytest.mark.parametrize(
    ("names", "slugs"),
    [
        (["Board", "Board", "BOARD!"], ["board", "board-2", "board-3"]),
        (["New"], ["new-2"]),
        (["委員会", "委員会"], ["body", "body-2"]),
        (["x" * 120], ["x" * 70]),
    ],
)
def test_addresses_are_made_of_names_and_free(clerk, names, slugs):
    assert [services.add_body(by=clerk, at=NOW, **BOARD | {"name": name}).slug for name in names] == slugs


def test_add_body_by_the_portal_itself():
    services.add_body(by=None, at=NOW, **BOARD)
    assert len(events()) == 1


def test_add_body_only_by_those_who_keep_them(stranger):
    with pytest.raises(NotAllowed, match="Only democratic services and the administrator can change bodies"):
        services.add_body(by=stranger, at=NOW, **BOARD)
    assert not Body.objects.exists()


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"seats": 5, "quorum": 6}, "quorum", "This body has 5 seats. Its quorum cannot be more than that."),
        (
            {"young_people_seats": 2, "young_people_seats_taken": 3},
            "young_people_seats_taken",
            "There are 2 seats for young people. No more than that can be taken.",
        ),
        ({"name": ""}, "name", "This field cannot be blank."),
    ],
)
def test_add_body_that_cannot_be(clerk, fields, field, sentence):
    assert refused(services.add_body, by=clerk, at=NOW, **BOARD | fields) == {field: [sentence]}
    assert events() == []


def test_only_one_body_leads(clerk):
    BodyFactory(name="Family Panel", is_corporate_parenting=True)
    said = refused(services.add_body, by=clerk, at=NOW, **BOARD, is_corporate_parenting=True)
    assert said == {"is_corporate_parenting": ["Family Panel leads on it. Change that first: only one body can lead."]}


def test_the_next_body_leads_once_the_one_before_has_its_last_day(clerk):
    BodyFactory(is_corporate_parenting=True, ends_on=date(2024, 11, 30))
    assert services.add_body(by=clerk, at=NOW, **BOARD, is_corporate_parenting=True).is_corporate_parenting


def test_change_body_keeps_its_address(clerk):
    body = BodyFactory(name="Board", slug="board")
    body = services.change_body(body=body, version=1, by=clerk, at=NOW, name="Family Panel", quorum=3)
    assert (body.name, body.slug, body.quorum, body.version) == ("Family Panel", "board", 3, 2)
    assert events() == [("body-changed", body.public_id, {"fields": ["name", "quorum"]})]


def test_change_body_to_what_it_is_changes_nothing(clerk):
    body = BodyFactory()
    services.change_body(body=body, version=1, by=clerk, at=NOW, name=body.name)
    assert events() == []


def test_change_body_that_somebody_changed_meanwhile(clerk):
    body = BodyFactory()
    services.change_body(body=body, version=1, by=clerk, at=NOW, quorum=3)
    with pytest.raises(Stale):
        services.change_body(body=body, version=1, by=clerk, at=NOW, quorum=4)


def test_bodies_do_not_report_in_a_circle(clerk):
    board = BodyFactory()
    panel = BodyFactory(reports_to=board)
    group = BodyFactory(reports_to=panel)
    said = refused(services.change_body, body=board, version=1, by=clerk, at=NOW, reports_to=group)
    assert said == {"reports_to": ["That body reports to this one. Choose another."]}


def test_close_body(clerk):
    body = BodyFactory()
    for _ in range(2):
        services.close_body(body=body, ends_on=date(2024, 12, 31), by=clerk, at=NOW)
    assert Body.objects.get().ends_on == date(2024, 12, 31)
    assert events() == [("body-closed", body.public_id, {"ends_on": "2024-12-31"})]


@pytest.mark.parametrize(
    ("ends_on", "sentence"),
    [
        (date(2019, 5, 19), "It is in being since 20 May 2019. Enter a later day."),
        (date(2035, 1, 1), "Enter a day within the next 10 years."),
    ],
)
def test_close_body_on_a_day_that_cannot_be(clerk, ends_on, sentence):
    said = refused(services.close_body, body=BodyFactory(), ends_on=ends_on, by=clerk, at=NOW)
    assert said == {"ends_on": [sentence]}


def test_close_body_in_which_somebody_sits_longer(clerk):
    body = BodyFactory()
    AppointmentFactory(role__slug="committee-member", body=body, place="chair")
    AppointmentFactory(role__slug="committee-member", body=body, place="member", ends_on=date(2024, 12, 31))
    said = refused(services.close_body, body=body, ends_on=date(2024, 12, 31), by=clerk, at=NOW)
    assert said == {"ends_on": ["One person is appointed to it beyond that day. End those appointments first."]}


def test_open_body(clerk):
    body = BodyFactory(ends_on=date(2024, 5, 31))
    for _ in range(2):
        assert services.open_body(body=body, by=clerk, at=NOW).ends_on is None
    assert events() == [("body-opened", body.public_id, {})]


def test_open_body_beside_the_one_that_leads_now(clerk):
    before = BodyFactory(is_corporate_parenting=True, ends_on=date(2024, 5, 31))
    BodyFactory(is_corporate_parenting=True, name="Parenting Panel")
    with pytest.raises(NotAllowed, match="This body led once, and Parenting Panel leads now"):
        services.open_body(body=before, by=clerk, at=NOW)


def test_adopt_terms(clerk):
    body = BodyFactory()
    first = services.adopt_terms(body=body, by=clerk, at=NOW, **TERMS)
    second = services.adopt_terms(
        body=body, by=clerk, at=NOW, **TERMS | {"text": "Anew.", "review_on": date(2026, 1, 1)}
    )
    assert [terms.number for terms in (first, second)] == [1, 2]
    assert body.terms.get(number=1).text == TERMS["text"]
    assert events() == [
        ("terms-adopted", first.public_id, {"number": 1}),
        ("terms-adopted", second.public_id, {"number": 2}),
    ]


def test_adopt_terms_by_the_portal_itself():
    assert services.adopt_terms(body=BodyFactory(), by=None, at=NOW, **TERMS).entered_by is None


def test_adopt_the_same_terms_twice_is_once(clerk):
    body = BodyFactory()
    assert services.adopt_terms(body=body, by=clerk, at=NOW, **TERMS) == services.adopt_terms(
        body=body, by=clerk, at=NOW, **TERMS
    )
    assert len(events()) == 1


@pytest.mark.parametrize(
    ("days", "field", "sentence"),
    [
        (
            {"adopted_on": date(2024, 11, 5), "review_on": date(2025, 11, 5)},
            "adopted_on",
            "This day is still to come. Enter the terms once they are adopted.",
        ),
        ({"adopted_on": date(2019, 5, 19)}, "adopted_on", "This body is in being since 20 May 2019."),
        (
            {"adopted_on": date(2023, 12, 31)},
            "adopted_on",
            "The terms in force were adopted later, on 1 January 2024.",
        ),
        ({"review_on": date(2024, 5, 20)}, "review_on", "Enter a day after the terms were adopted."),
        ({"review_on": date(2030, 5, 20)}, "review_on", "Look at the terms again within 5 years at most."),
    ],
)
def test_adopt_terms_on_days_that_cannot_be(clerk, days, field, sentence):
    body = BodyFactory()
    TermsOfReferenceFactory(body=body, adopted_on=date(2024, 1, 1), review_on=date(2025, 1, 1))
    assert refused(services.adopt_terms, body=body, by=clerk, at=NOW, **TERMS | days) == {field: [sentence]}


def test_adopt_terms_only_by_those_who_keep_bodies(stranger):
    with pytest.raises(NotAllowed):
        services.adopt_terms(body=BodyFactory(), by=stranger, at=NOW, **TERMS)
