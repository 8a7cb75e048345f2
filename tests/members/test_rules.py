import pytest

from corpparent.rules import why_not
from members import rules
from members.roles import ADMINISTRATOR, BUILT_IN
from members.standing import STRANGER, Standing


def standing(*roles):
    return Standing(person_id=1, roles=frozenset(roles))


@pytest.mark.parametrize("role", BUILT_IN)
def test_enter_with_any_appointment(role):
    assert why_not(rules.check_can_enter, standing(role)) == ""


def test_enter_without_appointment():
    assert why_not(rules.check_can_enter, standing()) == (
        "You have no current appointment with the council, so these pages are closed to you. "
        "If that is wrong, ask your council's administrator."
    )


def test_appoint_as_administrator():
    assert why_not(rules.check_can_appoint, standing(ADMINISTRATOR)) == ""


@pytest.mark.parametrize("who", [STRANGER, *(standing(role) for role in BUILT_IN if role != ADMINISTRATOR)])
def test_appoint_as_anyone_else(who):
    assert why_not(rules.check_can_appoint, who) == (
        "Only the council's administrator can appoint people or end an appointment."
    )
