import pytest

from reports.indicators.ssda903.measures import leavers
from reports.indicators.ssda903.measures.parts import Part
from tests.reports.indicators.ssda903.rows import born, care, child

OLDER = leavers.GROUPS["19-21"]


def young(*rows, age=20, year=2025):
    """(in touch, activity, home), one person each."""
    columns = ("in_touch", "activ", "accom")
    people = [
        child(f"L{number}", born(age, year), **dict(zip(columns, row, strict=True))) for number, row in enumerate(rows)
    ]
    return care(year, oc3=people)


@pytest.mark.parametrize(("age", "group"), [(17, "17-18"), (18, "17-18"), (19, "19-21"), (21, "19-21")])
def test_rows_by_age_on_31_march(age, group):
    here = young(("YES", "F1", "U1"), age=age)

    assert {name for name, ages in leavers.GROUPS.items() if leavers.rows(here, ages).height} == {group}


@pytest.mark.parametrize("age", [16, 22])
def test_rows_other_ages_are_not_counted(age):
    here = young(("YES", "F1", "U1"), age=age)

    assert not any(leavers.rows(here, ages).height for ages in leavers.GROUPS.values())


def test_activity_without_the_dead_and_those_back_home():
    here = young(
        ("YES", "F1", "U1"),
        ("YES", "P5", "U1"),
        ("NO", "G5", "U1"),
        ("REFU", "0", "0"),
        ("", "", ""),
        ("DIED", "0", "0"),
        ("RHOM", "F1", "B1"),
    )

    assert leavers.in_touch(here, OLDER) == Part(2, 5)
    assert leavers.in_education_or_work(here, OLDER) == Part(2, 5)
    assert leavers.not_in_education_or_work(here, OLDER) == Part(1, 5)
    assert leavers.activity_not_known(here, OLDER) == Part(2, 5)
    assert leavers.activity(here, OLDER, "in-higher-education") == Part(1, 5)
    assert leavers.activity(here, OLDER, "not-in-work-other") == Part(1, 5)


def test_homes_without_those_abroad():
    here = young(
        ("YES", "F1", "U1"),
        ("YES", "F1", "W2"),
        ("YES", "F1", "R1"),
        ("NO", "0", "0"),
        ("YES", "F1", "01"),
        ("YES", "F1", "G1"),
        ("NO", "0", "H2"),
        ("DIED", "0", "0"),
    )

    assert leavers.suitable_home(here, OLDER) == Part(2, 5)
    assert leavers.unsuitable_home(here, OLDER) == Part(1, 5)
    assert leavers.home_not_known(here, OLDER) == Part(2, 5)


def test_activity_apprenticeships_cannot_be_told_apart_before_2022():
    here = young(("YES", "F3", "U1"), year=2021)

    assert leavers.activity(here, OLDER, "in-training-or-work") == Part(1, 1)
    assert leavers.activity(here, OLDER, "in-apprenticeship") is None


def test_without_the_module_there_is_no_figure():
    assert leavers.in_touch(care(header=[child("C1", born(20))]), OLDER) is None
