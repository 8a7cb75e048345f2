"""One proof, one person, one day: deeds in, a state out. No database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from members.duties.definitions import Proof
from members.duties.proving import Asked, State, judged
from tests.members.duties.deeds import TODAY, deed, on

INTERVAL = Proof(
    kind="interval", words="Came", todo="Come", event="came", where={"kind": ["induction"]}, undone_by="corrected"
)
OCCASION = Proof(
    kind="occasion",
    words="Read",
    todo="Read",
    asked="asked",
    event="read",
    where={"kind": ["law", "guidance"]},
    released_by="released",
)


def asked(since=-100, months=12, days=60, day=0):
    return Asked((TODAY + timedelta(days=since)).date(), on(day).date(), months, days)


def came(days, **more):
    return deed("came", days, kind="induction", **more)


@pytest.mark.parametrize(
    ("deeds", "since", "state", "due"),
    [
        ([], 0, State.DUE, 60),  # the first one is due so many days after the duty began
        ([], -60, State.DUE, 0),
        ([], -61, State.OVERDUE, -1),
        ([came(-10)], -100, State.MET, 355),
        ([came(-365)], -1000, State.MET, 0),  # the last day counts
        ([came(-366)], -1000, State.DUE, 59),  # its time has passed: due again, with the days to prove it
        ([came(-425)], -1000, State.DUE, 0),
        ([came(-426)], -1000, State.OVERDUE, -1),
        ([came(-426)], -20, State.DUE, 40),  # it ran out before the duty began
        ([came(-200)], -20, State.MET, 165),  # what was proved before the duty began still holds
        ([came(-800), came(-10)], -1000, State.MET, 355),
        ([deed("came", -10, kind="course")], -61, State.OVERDUE, -1),
        ([deed("came", -10)], -61, State.OVERDUE, -1),
        ([deed("other", -10, kind="induction")], -61, State.OVERDUE, -1),
    ],
)
def test_interval(deeds, since, state, due):
    part = judged(INTERVAL, deeds, asked(since))
    assert (part.state, part.due_on) == (state, on(due).date())


def test_what_was_asked_may_say_how_many_days_there_are():
    """A reading names its own; one asked before events said so has those of the duty."""
    proof = replace(OCCASION, days_from="days")
    unnamed = deed("asked", -10, kind="law")
    named = unnamed._replace(details={"kind": "law", "days": 14})
    for one, due in ((named, 4), (unnamed, 18)):
        assert judged(proof, [one], asked(days=28)).due_on == on(due).date()
    assert judged(OCCASION, [named], asked(days=28)).due_on == on(18).date()


def test_interval_keeps_every_proof_the_newest_first():
    part = judged(INTERVAL, [came(-800), came(-400), came(-10)], asked())
    assert [one.number for one in part.proved] == [9_990, 9_600, 9_200]


def test_a_month_ends_on_its_last_day():
    part = judged(INTERVAL, [came(-66)], asked(-1000, months=1, day=0))  # 30 August, and a month
    assert part.due_on == on(-35 + 60).date()


def test_a_correction_takes_back_what_was_recorded_of_the_same_thing_alone():
    deeds = [came(-40, subject=1), came(-30, subject=2), deed("corrected", -20, subject=2, kind="induction")]
    assert [one.subject for one in judged(INTERVAL, deeds, asked()).proved] == [1]
    assert judged(INTERVAL, deeds[1:], asked(-61)).state is State.OVERDUE
    assert judged(INTERVAL, [*deeds, came(-10, subject=2)], asked()).proved[0].subject == 2


def wanted(days, subject=1, kind="law", number=None):
    return deed("asked", days, subject, number, kind=kind)


def read(days, subject=1):
    return deed("read", days, subject, kind="law")


@pytest.mark.parametrize(
    ("deeds", "state", "due"),
    [
        ([], State.NOT_ASKED, None),
        ([wanted(-10, kind="research")], State.NOT_ASKED, None),
        ([wanted(-101)], State.NOT_ASKED, None),  # before the duty began
        ([wanted(-100), read(-90)], State.MET, None),
        ([wanted(-60)], State.DUE, 0),
        ([wanted(-61)], State.OVERDUE, -1),
        ([read(-62), wanted(-61)], State.OVERDUE, -1),  # read before it was asked
        ([wanted(-61), read(-1, subject=2)], State.OVERDUE, -1),  # another thing
        ([wanted(-90), wanted(-10, subject=2), read(-80)], State.DUE, 50),
        ([wanted(-90), wanted(-80, subject=2), read(-70, subject=2)], State.OVERDUE, -30),
        ([wanted(-90), wanted(-40), read(-30)], State.MET, None),  # asked twice, answered once
        ([wanted(-90), read(-80), wanted(-10)], State.DUE, 50),  # asked anew
        ([wanted(-90), deed("released", -80, kind="law")], State.NOT_ASKED, None),
        ([wanted(-90), deed("released", -80, kind="law"), wanted(-10)], State.DUE, 50),
        ([wanted(-90), read(-85), deed("released", -80, kind="law")], State.MET, None),
        ([wanted(-90), deed("released", -10, number=9_991, kind="law"), wanted(-10, number=9_992)], State.DUE, 50),
    ],
)
def test_occasion(deeds, state, due):
    part = judged(OCCASION, deeds, asked(months=None))
    assert (part.state, part.due_on) == (state, None if due is None else on(due).date())


def test_occasion_names_what_waits_the_soonest_first_and_what_proves():
    deeds = [wanted(-90, 1), wanted(-80, 2), wanted(-70, 3), read(-60, 1)]
    part = judged(OCCASION, sorted(deeds, key=lambda one: one.number), asked())
    assert [one.deed.subject for one in part.waiting] == [2, 3]
    assert [one.subject for one in part.proved] == [1]


def test_what_cannot_be_made_up_for_is_not_asked_about_for_ever():
    proof = Proof(kind="occasion", words="", todo="", asked="held", event="attended", within_months=12)
    assert judged(proof, [deed("held", -366)], asked(-1000)).state is State.NOT_ASKED
    assert judged(proof, [deed("held", -365)], asked(-1000)).state is State.OVERDUE


def test_what_is_asked_and_its_answer_may_share_more_than_a_subject():
    proof = Proof(kind="occasion", words="", todo="", asked="wanted", event="written", same=("indicator", "period"))
    question = deed("wanted", -90, 1, indicator="dentist", period="2023-24")
    other = deed("written", -80, 2, indicator="dentist", period="2022-23")
    answer = deed("written", -80, 3, indicator="dentist", period="2023-24")
    assert judged(proof, [question, other], asked()).state is State.OVERDUE
    assert judged(proof, [question, answer], asked()).state is State.MET
