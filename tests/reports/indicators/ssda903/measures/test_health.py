from decimal import Decimal

import pytest

from reports.indicators.ssda903.measures import health
from reports.indicators.ssda903.measures.parts import Mean, Part
from tests.reports.indicators.ssda903.rows import born, care, child, episode


def here(*answers, episodes=None):
    names = sorted({row["CHILD"] for row in answers})
    return care(episodes=episodes or [episode(name, "01/06/2020") for name in names], oc2=list(answers))


IN_A_YEAR = {
    "all year": ([episode("C1", "01/06/2020")], 1),
    "since 1 April": ([episode("C1", "01/04/2024")], 1),
    "since 2 April": ([episode("C1", "02/04/2024")], 0),
    "went home between": ([episode("C1", "01/06/2020", ended="01/05/2024", rec="E4A"), episode("C1", "01/06/2024")], 0),
    "moved": ([episode("C1", "01/06/2020", ended="01/05/2024"), episode("C1", "01/05/2024", "P")], 1),
    "short breaks": ([episode("C1", "01/06/2020"), episode("C1", "01/06/2024", ls="V3", ended="03/06/2024")], 0),
    "short breaks in years past": (
        [episode("C1", "01/06/2020"), episode("C1", "01/06/2019", ls="V3", ended="03/06/2019")],
        1,
    ),
    "left": ([episode("C1", "01/06/2020", ended="31/03/2025", rec="E4A"), episode("C2", "01/06/2024")], 0),
}


@pytest.mark.parametrize("case", IN_A_YEAR)
def test_cohort_is_a_year_in_care_without_a_break(case):
    rows, number = IN_A_YEAR[case]

    assert health.dentist(here(child("C1", born(9), teeth_check="1"), episodes=rows)) == Part(number, number)


def test_blank_answers_are_no_yes_and_children_without_a_row_are_not_counted():
    rows = [episode(name, "01/06/2020") for name in ("C1", "C2", "C3")]
    answers = [child("C1", born(9), immunisations="1"), child("C2", born(9))]

    assert health.immunisations(here(*answers, episodes=rows)) == Part(1, 2)


@pytest.mark.parametrize(
    ("formula", "column", "ages"),
    [
        (health.health_assessment, "health_assessment", range(20)),
        (health.dentist, "teeth_check", range(20)),
        (health.substance_misuse, "substance_misuse", range(20)),
        (health.development_checks, "health_check", range(5)),
        (health.convicted_or_cautioned, "convicted", range(10, 18)),
        (health.sdq_received, "sdq_score", range(5, 17)),
    ],
)
def test_ages(formula, column, ages):
    answers = [child(f"C{age}", born(age), **{column: "1"}) for age in range(20)]

    assert formula(here(*answers)) == Part(len(ages), len(ages))


def test_feelings_are_shares_of_the_scores_received():
    scores = ["0", "13", "14", "16", "17", "40", "41", ""]
    answers = [child(f"C{number}", born(9), sdq_score=score) for number, score in enumerate(scores)]

    asked = here(*answers)

    assert health.sdq_received(asked) == Part(6, 8)
    assert [formula(asked) for formula in (health.sdq_normal, health.sdq_borderline, health.sdq_concern)] == [
        Part(2, 6)
    ] * 3
    assert health.sdq_average(asked) == Mean(100, 6)
    assert health.sdq_average(asked).value(1) == Decimal("16.7")


def test_help_with_alcohol_or_drugs():
    answers = [
        child("C1", born(15), substance_misuse="1", intervention_received="1", intervention_offered="0"),
        child("C2", born(15), substance_misuse="1", intervention_received="0", intervention_offered="1"),
        child("C3", born(15), substance_misuse="1", intervention_offered="1"),
        child("C4", born(15), substance_misuse="1"),
        child("C5", born(15), substance_misuse="0", intervention_received="1"),
    ]

    assert health.substance_misuse_helped(here(*answers)) == Part(1, 4)
    assert health.substance_misuse_help_refused(here(*answers)) == Part(2, 4)


def test_two_rows_for_a_child_count_once():
    answers = [child("C1", born(9), teeth_check="1"), child("C1", born(9), teeth_check="0")]

    assert health.dentist(here(*answers)).denominator == 1
