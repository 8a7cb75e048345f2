import uuid

import pytest

from corpparent.rules import why_not
from members import rules
from members.standing import Standing

ME, OTHER = uuid.uuid4(), uuid.uuid4()


def who(*roles):
    return Standing(public_id=ME, roles=frozenset(roles))


@pytest.mark.parametrize(
    ("roles", "mine", "others"),
    [
        (["checks-officer"], True, True),
        (["director-of-childrens-services"], True, True),
        (["administrator"], True, False),
        (["lead-member"], True, False),
        (["councillor"], True, False),
        ([], False, False),
    ],
)
def test_sees_checks_of(roles, mine, others):
    assert (rules.sees_checks_of(who(*roles), ME), rules.sees_checks_of(who(*roles), OTHER)) == (mine, others)


@pytest.mark.parametrize(
    ("roles", "person", "refusal"),
    [
        (["checks-officer"], OTHER, ""),
        (["checks-officer"], ME, "You cannot write down your own check. Another checks officer does it."),
        (["director-of-childrens-services"], OTHER, "Only the checks officer can write down a check."),
        (["administrator"], OTHER, "Only the checks officer can write down a check."),
    ],
)
def test_check_can_record_check(roles, person, refusal):
    assert why_not(rules.check_can_record_check, who(*roles), person) == refusal


@pytest.mark.parametrize(
    ("kind", "eligibility", "is_missing"),
    [
        ("dbs-enhanced", "consent", True),
        ("dbs-enhanced-barred", "consent", True),
        ("dbs-standard", "consent", True),
        ("dbs-basic", "consent", False),
        ("references", "consent", False),
        ("conduct", "consent", False),
        ("dbs-enhanced", "visits-homes", False),
    ],
)
def test_consent_is_no_reason_in_law(kind, eligibility, is_missing):
    assert rules.needs_a_reason_in_law(kind, eligibility) is is_missing
