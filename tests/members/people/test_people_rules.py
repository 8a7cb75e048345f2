"""What an appointment must be; each refusal is compared as a whole sentence."""

from datetime import date
from types import SimpleNamespace
from uuid import UUID

import pytest

from corpparent.rules import why_not
from members.roles import ADMINISTRATOR
from members.rules import appointments as rules
from members.rules import people
from members.standing import Standing
from tests.factories.bodies import BodyFactory
from tests.factories.members import AppointmentFactory, PersonFactory, RoleFactory

TODAY = date(2026, 11, 22)
AMINA = UUID("6f9619ff-8b86-4011-b42d-00c04fc964ff")


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "sentence"),
    [
        (date(1889, 4, 1), None, ""),
        (date(2024, 5, 7), date(2024, 5, 7), ""),
        (date(2036, 11, 22), None, ""),
        (date(1889, 3, 31), None, "Councils began on 1 April 1889. Enter a first day after that."),
        (
            date(2036, 11, 23),
            None,
            "That is more than ten years ahead. Enter a day up to 22 November 2036, or leave the last day empty.",
        ),
        (
            date(2024, 5, 7),
            date(2036, 11, 23),
            "That is more than ten years ahead. Enter a day up to 22 November 2036, or leave the last day empty.",
        ),
        (date(2024, 5, 7), date(2024, 5, 6), "This appointment starts on 7 May 2024. It cannot end before that."),
    ],
)
def test_term(starts_on, ends_on, sentence):
    assert why_not(rules.check_term, starts_on, ends_on, TODAY) == sentence


def held(**more):
    """An appointment of Peter Oyelaran, unsaved."""
    role = RoleFactory.build(slug="lead-member")
    fields = {"person": PersonFactory.build(name="Peter Oyelaran"), "role": role, "starts_on": date(2024, 5, 7)}
    return AppointmentFactory.build(**fields | more)


@pytest.mark.parametrize(
    ("ends_on", "sentence"),
    [
        (date(2026, 5, 6), ""),
        (date(2026, 5, 7), ""),
        (
            date(2026, 5, 8),
            "This appointment ends on 7 May 2026 already. To make it longer, change its days.",
        ),
    ],
)
def test_end_makes_no_term_longer(ends_on, sentence):
    assert why_not(rules.check_end, held(ends_on=date(2026, 5, 7)), ends_on) == sentence


@pytest.mark.parametrize(
    ("slug", "has_body", "place", "sentence"),
    [
        ("councillor", False, "", ""),
        ("councillor", True, "member", ""),
        ("panel-member", True, "chair", ""),
        (
            "panel-member",
            False,
            "",
            "Choose the body. The role “Member of the fostering or adoption panel” is held in one.",
        ),
        ("panel-member", True, "", "Choose the place in the Fostering Panel."),
        ("councillor", False, "chair", "Choose the body that this place is in, or leave the place empty."),
    ],
)
def test_body_and_place_go_together(slug, has_body, place, sentence):
    body = BodyFactory.build(name="Fostering Panel") if has_body else None
    assert why_not(rules.check_body, RoleFactory.build(slug=slug), body, place) == sentence


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "sentence"),
    [
        (date(2020, 1, 1), date(2025, 12, 31), ""),
        (
            date(2019, 12, 31),
            date(2025, 12, 31),
            "The first day of the Fostering Panel is 1 January 2020. Enter that day or a later one.",
        ),
        (
            date(2020, 1, 1),
            None,
            "The last day of the Fostering Panel is 31 December 2025. Enter that day or an earlier one.",
        ),
        (
            date(2020, 1, 1),
            date(2026, 1, 1),
            "The last day of the Fostering Panel is 31 December 2025. Enter that day or an earlier one.",
        ),
    ],
)
def test_body_is_in_being_for_the_whole_term(starts_on, ends_on, sentence):
    body = BodyFactory.build(name="Fostering Panel", starts_on=date(2020, 1, 1), ends_on=date(2025, 12, 31))
    assert why_not(rules.check_body_in_being, body, starts_on, ends_on) == sentence


def test_body_without_an_end_takes_a_term_without_an_end():
    body = BodyFactory.build(starts_on=date(2020, 1, 1))
    assert why_not(rules.check_body_in_being, body, date(2021, 1, 1), None) == ""


@pytest.mark.parametrize(
    ("slug", "ward", "party", "sentence"),
    [
        ("councillor", "Birchwood", "Green", ""),
        ("manager", "", "", ""),
        ("manager", "Birchwood", "", "Only the role “Councillor” has a ward. Leave this empty."),
        ("manager", "", "Green", "Only the role “Councillor” has a party. Leave this empty."),
    ],
)
def test_ward_and_party_are_a_councillors(slug, ward, party, sentence):
    assert why_not(rules.check_councillors_fields, RoleFactory.build(slug=slug), ward, party) == sentence


def test_not_twice():
    assert why_not(rules.check_not_twice, None) == ""
    assert why_not(rules.check_not_twice, held(ends_on=date(2027, 5, 6))) == (
        "Peter Oyelaran holds the role “Lead Member for Children's Services” already, from 7 May 2024 to 6 May 2027. "
        "Choose days that do not overlap, or change that appointment."
    )


def test_not_twice_in_a_body():
    body = BodyFactory.build(name="Fostering Panel")
    assert "” in the Fostering Panel already, from 7 May 2024." in why_not(
        rules.check_not_twice, held(body=body, place="member")
    )


def test_office_has_one_holder():
    assert why_not(rules.check_office_is_free, None) == ""
    assert why_not(rules.check_office_is_free, held()) == (
        "Peter Oyelaran is Lead Member for Children's Services from 7 May 2024. "
        "The law names one person at a time: end that appointment first, or choose other days."
    )


def test_place_has_one_holder():
    body = BodyFactory.build(name="Fostering Panel")
    assert why_not(rules.check_place_is_free, None) == ""
    assert why_not(rules.check_place_is_free, held(body=body, place="vice-chair")) == (
        "Peter Oyelaran is vice-chair of the Fostering Panel from 7 May 2024. "
        "A body has one vice-chair at a time: end or change that appointment first."
    )


D = SimpleNamespace(
    past=date(2025, 1, 1), yesterday=date(2026, 11, 21), tomorrow=date(2026, 11, 23), later=date(2027, 5, 1)
)


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ((D.past, None), (D.past, None), None),
        ((D.past, None), (D.past, TODAY), D.tomorrow),
        ((D.past, None), (D.past, D.yesterday), TODAY),
        ((D.past, None), (D.past, D.past), TODAY),
        ((D.past, None), (D.later, None), TODAY),
        ((D.past, D.yesterday), (D.past, D.past), None),
        ((D.past, D.later), (D.past, None), None),
        ((D.past, D.later), (D.past, D.later), None),
        ((D.past, D.later), (D.past, TODAY), D.tomorrow),
        ((D.tomorrow, None), (D.later, None), D.tomorrow),
        ((D.tomorrow, None), (D.past, None), None),
    ],
)
def test_first_day_lost(before, after, lost):
    assert rules.first_day_lost(before, after, TODAY) == lost


@pytest.mark.parametrize(
    ("is_own", "is_anyone_left", "sentence"),
    [
        (False, True, ""),
        (True, True, "You cannot end your own powers as administrator. Ask another administrator to do it."),
        (
            False,
            False,
            "From 22 November 2026 there would be no administrator in place of Joan. Appoint another one first.",
        ),
    ],
)
def test_an_administrator_stays(is_own, is_anyone_left, sentence):
    def check():
        rules.check_keeps_administrator("Joan", TODAY, is_own=is_own, is_anyone_left=is_anyone_left)

    assert why_not(check) == sentence


@pytest.mark.parametrize(
    ("person", "role", "may"),
    [
        (AMINA, "councillor", True),
        (None, "councillor", False),
        (None, "performance-officer", False),
        *((None, role, True) for role in people.GOVERNORS),
    ],
)
def test_record_is_seen_by_oneself_and_by_those_who_answer(person, role, may):
    who = Standing(person_id=1, public_id=person, roles=frozenset([role]))
    sentence = "Only they themselves and those who answer for the council’s arrangements see this."
    assert why_not(people.check_can_see_record, who, AMINA) == ("" if may else sentence)


@pytest.mark.parametrize(
    ("own", "role", "sentence"),
    [
        (False, ADMINISTRATOR, ""),
        (True, ADMINISTRATOR, "You cannot close your own account. Ask another administrator to do it."),
        (False, "councillor", "Only the council's administrator can appoint people or end an appointment."),
    ],
)
def test_close_an_account(own, role, sentence):
    who = Standing(person_id=1, public_id=AMINA if own else None, roles=frozenset([role]))
    assert why_not(people.check_can_close, who, AMINA) == sentence


@pytest.mark.parametrize(
    ("is_member", "is_same", "sentence"),
    [
        (True, False, ""),
        (True, True, "Choose somebody else: this work is theirs already."),
        (False, False, "Peter has no appointment today. Choose somebody who has one."),
    ],
)
def test_successor(is_member, is_same, sentence):
    def check():
        people.check_can_succeed("Peter", is_member=is_member, is_same=is_same)

    assert why_not(check) == sentence
