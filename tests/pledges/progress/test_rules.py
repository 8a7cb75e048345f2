"""Who may say how a promise stands, of which period, on what evidence."""

from datetime import UTC, date, datetime

import pytest

from corpparent.periods import Period
from corpparent.rules import why_not
from members.standing import Standing
from pledges.rules import progress as rules
from tests.factories.pledges import PledgeFactory, ProgressFactory

TODAY = date(2026, 10, 5)
Q2 = Period.parse("2026-27-Q2")
NOT_PARTICIPATION = "Only the participation officer writes down what young people say of a promise."
NOT_OFFICERS = "You write down what young people say, so somebody else speaks for the council’s officers."
NOT_THEIRS = "Only whoever answers for this promise, or a manager, can say how officers see it."


def holder(*roles):
    return Standing(person_id=1, roles=frozenset(roles))


@pytest.mark.parametrize(
    ("roles", "voice", "reason"),
    [
        (["director-of-childrens-services"], "officers", ""),
        (["lead-member"], "officers", ""),
        (["childrens-services-manager"], "officers", ""),
        (["performance-officer"], "officers", ""),
        (["virtual-school-head"], "officers", ""),
        (["designated-nurse"], "officers", NOT_THEIRS),
        (["councillor"], "officers", NOT_THEIRS),
        (["participation-officer"], "officers", NOT_OFFICERS),
        (["participation-officer", "performance-officer"], "officers", NOT_OFFICERS),
        (["participation-officer"], "young-people", ""),
        (["director-of-childrens-services"], "young-people", NOT_PARTICIPATION),
        (["virtual-school-head"], "young-people", NOT_PARTICIPATION),
    ],
)
def test_check_can_record(roles, voice, reason):
    assert why_not(rules.check_can_record, holder(*roles), voice, "virtual-school-head") == reason


def test_check_can_record_of_a_promise_without_an_owner():
    assert why_not(rules.check_can_record, holder("virtual-school-head"), "officers", "") == NOT_THEIRS


LIVE = PledgeFactory.build(live=True)


@pytest.mark.parametrize(
    ("code", "ended_on", "reason"),
    [
        ("2026-27-Q2", None, ""),
        ("2026-27-Q3", None, ""),
        ("2026-27", None, ""),
        ("2025-26", None, ""),
        ("2026-27-Q4", None, "January to March 2027 has not begun yet. Choose a quarter or a year that has."),
        ("2027-28", None, "April 2027 to March 2028 has not begun yet. Choose a quarter or a year that has."),
        ("2026-M09", None, "Progress is told by quarter or by year, like 2026-27-Q2 or 2026-27."),
        (
            "2024-25-Q4",
            None,
            "This was not yet promised in January to March 2025. The pledge holds from 1 April 2025.",
        ),
        ("2026-27-Q1", date(2026, 4, 1), ""),
        (
            "2026-27-Q2",
            date(2026, 6, 30),
            "This was no longer promised in July to September 2026. It ended on 30 June 2026.",
        ),
    ],
)
def test_check_period(code, ended_on, reason):
    assert why_not(rules.check_period, Period.parse(code), LIVE, ended_on, TODAY) == reason


@pytest.mark.parametrize("status", ["draft", "consulted", "endorsed"])
def test_check_period_before_the_pledge_is_live(status):
    pledge = PledgeFactory.build(status=status)
    assert why_not(rules.check_period, Q2, pledge, None, TODAY) == "Progress is told once the pledge is live."


@pytest.mark.parametrize("status", ["live", "under-review", "retired"])
def test_check_period_once_it_was_published(status):
    assert why_not(rules.check_period, Q2, PledgeFactory.build(status=status), None, TODAY) == ""


@pytest.mark.parametrize(
    ("voice", "rating", "dates", "how", "reason"),
    [
        ("officers", "kept", [date(2026, 9, 20)], "", ""),
        (
            "officers",
            "kept",
            [],
            "",
            "“Kept” needs evidence: give at least one thing that shows it, with its date.",
        ),
        ("officers", "partly", [], "", ""),
        ("officers", "not-kept", [], "", ""),
        (
            "officers",
            "partly",
            [date(2026, 10, 6)],
            "",
            "Evidence cannot be dated 6 October 2026: that day has not come yet.",
        ),
        ("young-people", "kept", [], "Survey", ""),
        (
            "young-people",
            "kept",
            [],
            "",
            "Say how young people were asked, such as “Children’s council, eight of them”.",
        ),
    ],
)
def test_check_evidence(voice, rating, dates, how, reason):
    assert why_not(rules.check_evidence, voice, rating, dates, how, TODAY) == reason


def test_check_correction():
    now = ProgressFactory.build(promise=None, recorded_by=None, recorded_at=datetime(2026, 10, 2, 23, 30, tzinfo=UTC))
    assert why_not(rules.check_correction, None, "") == ""
    assert why_not(rules.check_correction, now, "It was another home.") == ""
    reason = "Something was said of this on 3 October 2026. Say why it changes: both stay in sight."
    assert why_not(rules.check_correction, now, "") == reason


def test_check_another_person():
    reason = "You wrote down the other voice for this period. Somebody else must write this one."
    assert why_not(rules.check_another_person, 1, [2, 1]) == reason
    assert why_not(rules.check_another_person, 1, [2, None]) == ""
    assert why_not(rules.check_another_person, None, [None]) == ""
