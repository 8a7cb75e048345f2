from datetime import date

import pytest

from corpparent.periods import Period
from corpparent.rules import why_not
from members.roles import ADMINISTRATOR, BUILT_IN, DCS, LEAD_MEMBER, PERFORMANCE_OFFICER
from members.standing import STRANGER, Standing
from reports.packs import rules
from reports.packs.models import Edition, Pack
from tests.factories.indicators import AreaFactory

ASKED, ANOTHER = 1, 2
CANNOT_BUILD = (
    "Only a performance officer, the administrator, the Director of Children’s Services "
    "or the Lead Member can build a pack."
)
BUILDERS = {PERFORMANCE_OFFICER, DCS, LEAD_MEMBER, ADMINISTRATOR}


def standing(*roles, person_id=ANOTHER):
    return Standing(person_id=person_id, roles=frozenset(roles))


def edition(*, asked_by_id=ASKED, is_own=True, status=Edition.Status.DRAFT):
    pack = Pack(area=AreaFactory.build(name="Dunmere"), is_own=is_own, period="2022-23", asked_by_id=asked_by_id)
    return Edition(pack=pack, status=status)


@pytest.mark.parametrize("role", BUILT_IN)
def test_build_only_by_those_who_answer_for_it(role):
    assert why_not(rules.check_can_build, standing(role)) == ("" if role in BUILDERS else CANNOT_BUILD)


def test_build_not_by_a_stranger():
    assert why_not(rules.check_can_build, STRANGER) == CANNOT_BUILD


@pytest.mark.parametrize(
    ("code", "today", "reason"),
    [
        ("2022-23", date(2023, 4, 1), ""),
        (
            "2022-23",
            date(2023, 3, 31),
            "April 2022 to March 2023 has not ended yet. Its pack can be built from the day after.",
        ),
        (
            "2025-26-Q2",
            date(2025, 7, 1),
            "July to September 2025 has not ended yet. Its pack can be built from the day after.",
        ),
    ],
)
def test_build_only_when_the_period_is_over(code, today, reason):
    assert why_not(rules.check_has_ended, Period.parse(code), today) == reason


@pytest.mark.parametrize(
    ("who", "what", "reason"),
    [
        (standing(DCS), edition(), ""),
        (standing(DCS), edition(asked_by_id=None), ""),
        (standing("councillor"), edition(), CANNOT_BUILD),
        (STRANGER, edition(asked_by_id=None), CANNOT_BUILD),
        (
            standing(DCS, person_id=ASKED),
            edition(),
            "You asked for this pack, so somebody else publishes it.",
        ),
        (
            standing(DCS),
            edition(status=Edition.Status.PUBLISHED),
            "This edition is published already. It never changes; a correction is a new version.",
        ),
        (
            standing(DCS),
            edition(is_own=False),
            "This pack is about Dunmere: it is for reading here, not ours to publish.",
        ),
    ],
)
def test_publish_a_draft_of_our_own_by_a_second_person(who, what, reason):
    assert why_not(rules.check_can_publish, who, what) == reason
