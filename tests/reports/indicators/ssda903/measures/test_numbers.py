import pytest

from reports.indicators.ssda903.measures import numbers
from reports.indicators.ssda903.measures.parts import Part
from tests.reports.indicators.ssda903.rows import born, care, child, episode


@pytest.mark.parametrize(
    ("row", "is_in_care"),
    [
        (episode("C1", "31/03/2025"), True),
        (episode("C1", "01/06/2020", ended="31/03/2025", rec="E4A"), False),
        (episode("C1", "01/06/2020", ended="01/04/2025", rec="E4A"), True),
        (episode("C1", "01/06/2020", ls="V3"), False),
        (episode("C1", "01/06/2020", ls="V4"), False),
        (episode("C1", "01/06/2020", ls=""), True),
    ],
)
def test_children_in_care_is_who_is_in_on_the_last_day(row, is_in_care):
    assert numbers.children_in_care(care(episodes=[row])) == is_in_care


def test_children_in_care_counts_a_child_once_though_an_earlier_episode_never_ended():
    overlapping = [episode("C1", "01/06/2020"), episode("C1", "01/06/2024", "P")]

    assert numbers.children_in_care(care(episodes=overlapping)) == 1


@pytest.mark.parametrize(
    ("row", "came"),
    [
        (episode("C1", "01/04/2024"), 1),
        (episode("C1", "31/03/2025"), 1),
        (episode("C1", "31/03/2024"), 0),
        (episode("C1", "01/06/2024", "P"), 0),
        (episode("C1", "01/06/2024", ls="V4"), 0),
    ],
)
def test_came_into_care(row, came):
    assert numbers.came_into_care(care(episodes=[row])) == came


def test_came_and_left_count_each_child_once():
    twice = [
        episode("C1", "01/05/2024", ended="01/06/2024", rec="E4A"),
        episode("C1", "01/08/2024", ended="01/09/2024", rec="E11"),
        episode("C2", "01/05/2024", ended="01/06/2024"),
        episode("C2", "01/06/2024", "P", ended="31/03/2025", rec="E45"),
    ]
    here = care(episodes=twice)

    assert (numbers.came_into_care(here), numbers.left_care(here)) == (2, 2)
    assert numbers.adopted(here) == Part(1, 2)  # C1 by the last way out
    assert numbers.back_with_family(here) == Part(0, 2)
    assert numbers.special_guardianship(here) == Part(1, 2)


@pytest.mark.parametrize(
    ("ended", "left"), [("01/04/2024", 1), ("31/03/2024", 0), ("31/03/2025", 1), ("01/04/2025", 0)]
)
def test_left_care_takes_both_ends_of_the_year(ended, left):
    rows = [episode("C1", "01/06/2020", ended=ended, rec="E5"), episode("C2", "01/06/2024")]

    assert numbers.left_care(care(episodes=rows)) == left


def test_unaccompanied_children_only_those_who_still_are():
    rows = [episode(name, "01/06/2024") for name in ("C1", "C2", "C3", "C4")]
    alone = [child("C1", born(16), duc=""), child("C2", born(16), duc="31/03/2025"), child("C9", born(16), duc="")]

    assert numbers.unaccompanied_children(care(episodes=rows, uasc=alone)) == Part(1, 4)
    assert numbers.unaccompanied_children(care(episodes=rows)) is None
