from datetime import date

import pytest

from members.models import Body
from members.rules.arrangements import SEATS, SETTINGS, TERMS, Finding, State, Terms, findings
from tests.factories.bodies import BodyFactory

TODAY = date(2026, 11, 22)
IN_FORCE = Terms(3, date(2026, 5, 20), "Full Council", date(2027, 5, 20))
SITTING = {"chair": ["Cllr Ash"], "vice-chair": ["Cllr Birch"], "member": ["Cllr Cedar", "Cllr Dale"]}


def body(**fields):
    return BodyFactory.build(**{"regime": "council-committee", "kind": "committee", "quorum": 3, "seats": 4} | fields)


def found(question, state):
    return next((finding for finding in findings(state, TODAY) if finding.question == question), None)


def test_everything_in_place():
    state = State(body(young_people_seats=2, young_people_seats_taken=2), SITTING, IN_FORCE)
    assert [(finding.question, finding.is_in_place) for finding in findings(state, TODAY)] == [
        ("Terms of reference", True),
        ("Quorum", True),
        ("Chair and vice-chair", True),
        ("Seats", True),
        ("Seats for young people", True),
        ("Law it meets under", True),
    ]


def test_what_is_in_place_needs_nothing_done():
    state = State(body(), SITTING, IN_FORCE)
    assert [finding.to_do for finding in findings(state, TODAY) if finding.to_do] == []


@pytest.mark.parametrize(
    ("terms", "finding"),
    [
        (None, Finding("Terms of reference", False, "None are adopted.", "Adopt terms of reference.", TERMS)),
        (
            Terms(1, date(2025, 5, 20), "Full Council", date(2026, 11, 21)),
            Finding(
                "Terms of reference",
                False,
                "Version 1, adopted 20 May 2025 by Full Council. They were to be looked at again by 21 November 2026: "
                "1 day late.",
                "Look at them again and adopt them anew.",
                TERMS,
            ),
        ),
        (
            Terms(1, date(2025, 5, 20), "Full Council", TODAY),
            Finding(
                "Terms of reference",
                True,
                "Version 1, adopted 20 May 2025 by Full Council. To be looked at again by 22 November 2026.",
                "",
                TERMS,
            ),
        ),
    ],
)
def test_terms(terms, finding):
    assert found("Terms of reference", State(body(), SITTING, terms)) == finding


@pytest.mark.parametrize(
    ("quorum", "sitting", "is_in_place", "said", "where"),
    [
        (None, SITTING, False, "How many make a quorum is not written down.", SETTINGS),
        (3, SITTING, True, "Three make a quorum, and four sit there with a vote.", SETTINGS),
        (3, {"chair": ["Cllr Ash"]}, False, "Three make a quorum, and one sits there with a vote.", SEATS),
        (1, {}, False, "One makes a quorum, and nobody sits there with a vote.", SEATS),
        (
            2,
            {"chair": ["Cllr Ash"], "substitute": ["A", "B"], "adviser": ["C"]},
            False,
            "Two make a quorum, and one sits there with a vote.",
            SEATS,
        ),
    ],
)
def test_quorum_counts_those_with_a_vote(quorum, sitting, is_in_place, said, where):
    finding = found("Quorum", State(body(quorum=quorum), sitting, IN_FORCE))
    assert (finding.is_in_place, finding.said, finding.where) == (is_in_place, said, where)


@pytest.mark.parametrize(
    ("sitting", "said", "to_do"),
    [
        (SITTING, "Cllr Ash (chair) and Cllr Birch (vice-chair).", ""),
        ({"chair": ["Cllr Ash"]}, "Cllr Ash (chair) and no vice-chair.", "Appoint a vice-chair."),
        ({}, "No chair and no vice-chair.", "Appoint a chair and a vice-chair."),
    ],
)
def test_chairs(sitting, said, to_do):
    finding = found("Chair and vice-chair", State(body(), sitting, IN_FORCE))
    assert (finding.said, finding.to_do, finding.is_in_place) == (said, to_do, not to_do)


@pytest.mark.parametrize(
    ("seats", "said", "is_in_place"),
    [
        (4, "Every seat is filled.", True),
        (5, "One of five is vacant.", False),
        (12, "Eight of 12 are vacant.", False),
        (3, "Four sit there, and there are three seats.", False),
    ],
)
def test_seats(seats, said, is_in_place):
    finding = found("Seats", State(body(seats=seats), SITTING, IN_FORCE))
    assert (finding.said, finding.is_in_place) == (said, is_in_place)


def test_body_without_a_fixed_number_of_seats_has_none_vacant():
    assert found("Seats", State(body(seats=None), SITTING, IN_FORCE)) is None


@pytest.mark.parametrize(
    ("taken", "said", "is_in_place"),
    [(0, "Two of two are free.", False), (1, "One of two is free.", False), (2, "All are taken.", True)],
)
def test_seats_of_young_people(taken, said, is_in_place):
    state = State(body(young_people_seats=2, young_people_seats_taken=taken), SITTING, IN_FORCE)
    finding = found("Seats for young people", state)
    assert (finding.said, finding.is_in_place) == (said, is_in_place)


def test_body_without_seats_for_young_people_is_not_asked_about_them():
    assert found("Seats for young people", State(body(), SITTING, IN_FORCE)) is None


def test_committee_without_a_law_is_a_gap():
    finding = found("Law it meets under", State(body(regime=Body.Regime.INFORMAL), SITTING, IN_FORCE))
    assert (finding.is_in_place, finding.said) == (False, "It is a committee, and is written down as informal.")


def test_board_may_be_informal():
    assert found("Law it meets under", State(body(kind="board", regime="informal"), SITTING, IN_FORCE)).is_in_place
