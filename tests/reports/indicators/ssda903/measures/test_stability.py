from dataclasses import replace

import pytest

from reports.indicators.ssda903.measures import Readings, stability
from reports.indicators.ssda903.measures.parts import Part
from reports.indicators.ssda903.measures.readings import ANY_MOVE
from tests.reports.indicators.ssda903.rows import born, care, child, episode


def stays(*changes, place="U4", child="C1", **last):
    """Episodes one after the other: (reason, day it began, place, postcode), the last one still open."""
    began = [change[1] for change in changes]
    return [
        episode(child, day, reason, kind, began[number + 1] if number + 1 < len(began) else "", pl_post=post)
        for number, (reason, day, kind, post) in enumerate(changes)
    ]


FIRST = ("S", "01/06/2020", "U4", "A")
HOMES = {
    "three homes": ([FIRST, ("P", "01/06/2024", "U4", "B"), ("B", "01/08/2024", "U4", "C")], 1, 1),
    "two homes": ([FIRST, ("P", "01/06/2024", "U4", "B")], 0, 0),
    "the first ended before the year": (
        [FIRST, ("P", "30/03/2024", "U4", "B"), ("P", "01/08/2024", "U4", "C")],
        0,
        0,
    ),
    "the first ended on 1 April": ([FIRST, ("P", "01/04/2024", "U4", "B"), ("P", "31/03/2025", "U4", "C")], 1, 1),
    "only the law changed": ([FIRST, ("L", "01/06/2024", "U4", "A"), ("P", "01/08/2024", "U4", "C")], 0, 0),
    "moved with the carer": ([FIRST, ("T", "01/06/2024", "U4", "B"), ("P", "01/08/2024", "U4", "C")], 0, 1),
    "hospital and back": ([FIRST, ("P", "01/06/2024", "T1", "B"), ("P", "08/06/2024", "U4", "A")], 0, 0),
    "hospital and elsewhere": (
        [FIRST, ("P", "01/06/2024", "T1", "B"), ("P", "08/06/2024", "U4", "C"), ("P", "08/08/2024", "U4", "D")],
        1,
        1,
    ),
    "adopted by the carer": (
        [FIRST, ("P", "01/06/2024", "U4", "B"), ("T", "01/08/2024", "A5", "B")],
        0,
        0,
    ),
    "for a day": ([FIRST, ("P", "01/06/2024", "U4", "B"), ("P", "01/06/2024", "U4", "C")], 0, 0),
    "into care anew after hospital, to the same carer": (
        [FIRST, ("P", "01/06/2024", "T1", "B"), ("S", "08/08/2024", "U4", "A"), ("P", "01/10/2024", "U4", "C")],
        1,
        1,
    ),
}


@pytest.mark.parametrize("case", HOMES)
def test_three_homes_in_a_year(case):
    changes, by_carer, by_any_move = HOMES[case]
    here = care(episodes=stays(*changes))

    assert stability.three_homes_in_a_year(here) == Part(by_carer, 1)
    assert stability.three_homes_in_a_year(here, ANY_MOVE) == Part(by_any_move, 1)


def test_three_homes_only_of_those_still_in_care():
    rows = stays(*HOMES["three homes"][0])
    rows[-1] |= {"DEC": "01/02/2025", "REC": "E4A"}

    assert stability.three_homes_in_a_year(care(episodes=[*rows, episode("C2", "01/06/2024")])) == Part(0, 1)


def test_three_homes_with_temporary_stays_by_another_reading():
    rows = stays(*HOMES["hospital and back"][0])
    here = care(episodes=rows, readings=replace(Readings(), temporary=frozenset()))

    assert stability.three_homes_in_a_year(here) == Part(1, 1)


SETTLED = {
    "one home": ([("S", "30/09/2022", "U4", "A")], Part(1, 1)),
    "not long enough in care": ([("S", "01/10/2022", "U4", "A")], Part(0, 0)),
    "two years to the day": ([FIRST, ("P", "31/03/2023", "U4", "B")], Part(1, 1)),
    "a day less": ([FIRST, ("P", "01/04/2023", "U4", "B")], Part(0, 1)),
    "moved with the carer": ([FIRST, ("T", "01/06/2024", "U4", "B")], Part(1, 1)),
    "came back into care": ([FIRST, ("S", "31/03/2023", "U4", "B")], Part(0, 0)),
    "hospital and back": ([FIRST, ("P", "01/06/2024", "T1", "B"), ("P", "08/06/2024", "U4", "A")], Part(1, 1)),
    "placed with new adopters": ([FIRST, ("P", "01/06/2024", "A6", "B")], Part(1, 1)),
    "placed with adopters soon after a move": (
        [FIRST, ("P", "01/06/2023", "U4", "B"), ("P", "01/06/2024", "A6", "C")],
        Part(0, 1),
    ),
    "adopted by the carer after two years": (
        [FIRST, ("P", "01/03/2023", "U4", "B"), ("T", "01/06/2024", "A5", "B")],
        Part(1, 1),
    ),
    "adopted by the carer soon after a move": (
        [FIRST, ("P", "01/06/2023", "U4", "B"), ("T", "01/06/2024", "A5", "B")],
        Part(0, 1),
    ),
    "the return does not know when care began": ([("L", "01/06/2020", "U4", "A")], Part(1, 1)),
}


@pytest.mark.parametrize("case", SETTLED)
def test_same_carer_two_years(case):
    changes, expected = SETTLED[case]

    here = care(episodes=stays(*changes), header=[child("C1", born(15))])

    assert stability.same_carer_two_years(here) == expected


@pytest.mark.parametrize(("birth", "cohort"), [(born(16), 0), ("01/04/2009", 1), ("", 0)])
def test_same_carer_two_years_is_about_those_under_16(birth, cohort):
    here = care(episodes=stays(FIRST), header=[child("C1", birth)])

    assert stability.same_carer_two_years(here).denominator == cohort


def test_same_carer_two_years_not_of_children_on_short_breaks():
    rows = [*stays(FIRST), episode("C1", "01/08/2024", ls="V4", ended="03/08/2024", rec="E4A")]

    assert stability.same_carer_two_years(care(episodes=rows, header=[child("C1", born(9))])) == Part(0, 0)


def test_three_social_workers_the_same_one_again_is_no_third():
    rows = [episode("C1", "01/06/2020"), episode("C2", "01/06/2020")]
    workers = [
        child(name, born(9), sw_id=worker, sw_decom=began, sw_dec=ended)
        for name, worker, began, ended in (
            ("C1", "A", "01/06/2020", "01/04/2024"),
            ("C1", "B", "01/04/2024", "01/08/2024"),
            ("C1", "C", "01/08/2024", ""),
            ("C2", "A", "01/06/2020", "01/06/2024"),
            ("C2", "B", "01/06/2024", "01/08/2024"),
            ("C2", "A", "01/08/2024", "01/09/2024"),
            ("C2", "C", "01/06/2019", "31/03/2024"),
        )
    ]

    assert stability.three_social_workers(care(episodes=rows, sw_episodes=workers)) == Part(1, 2)
    assert stability.three_social_workers(care(episodes=rows)) is None
