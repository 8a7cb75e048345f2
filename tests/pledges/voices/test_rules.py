"""Which way what was heard goes, and who takes it there: every row."""

import pytest

from corpparent.rules import why_not
from members.standing import STRANGER, Standing
from pledges.models import Voice
from pledges.rules import voices as rules
from tests.factories.bodies import BodyFactory
from tests.factories.pledges import VoiceFactory

ORDER = list(Voice.Status)
MOVERS = [
    "director-of-childrens-services",
    "lead-member",
    "participation-officer",
    "democratic-services-officer",
    "childrens-services-manager",
]


def somebody(*roles, **fields):
    return Standing(person_id=1, level=fields.pop("level", 0), roles=frozenset(roles), **fields)


def voice(status="heard", **fields):
    return VoiceFactory.build(status=status, recorded_by=None, **fields)


def test_every_status_is_in_the_tables():
    assert set(rules.NEXT) == set(rules.NEXT_OF_CHALLENGE) == set(Voice.Status)


@pytest.mark.parametrize("kind", Voice.Kind)
@pytest.mark.parametrize("to", Voice.Status)
@pytest.mark.parametrize("status", Voice.Status)
def test_nothing_goes_back(status, to, kind):
    may = not why_not(rules.check_can_move, voice(status, kind=kind), to)
    if may:
        assert ORDER.index(to) > ORDER.index(status) or status == to == Voice.Status.LOOKED_AT
    table = rules.NEXT_OF_CHALLENGE if kind == Voice.Kind.CHALLENGE else rules.NEXT
    assert may == (to in table[status])


@pytest.mark.parametrize("role", MOVERS)
def test_those_who_answer_for_it_take_it_further(role):
    assert why_not(rules.check_can_take_further, somebody(role), voice()) == ""


def test_a_body_takes_its_own_challenge_further():
    body = BodyFactory.build()
    challenge = voice(kind="challenge", body=body)
    member = somebody("committee-member", level=2, bodies=frozenset({body.public_id}))
    assert why_not(rules.check_can_take_further, member, challenge) == ""
    assert why_not(rules.check_can_take_further, somebody("committee-member", level=2), challenge)


def test_strangers_do_nothing():
    for check in (rules.check_can_see_voices, rules.check_can_record_voice, rules.check_can_record_challenge):
        assert why_not(check, STRANGER)
    assert why_not(rules.check_can_take_further, STRANGER, voice())
    assert why_not(rules.check_can_publish_voice, STRANGER, voice(), set())


def test_publish_is_refused_to_who_wrote_it():
    who = somebody("lead-member", level=3)
    written = VoiceFactory.build(recorded_by=None, recorded_by_id=1)
    assert why_not(rules.check_can_publish_voice, who, written, set()) == (
        "You wrote this yourself. Ask somebody else to read and publish it."
    )
