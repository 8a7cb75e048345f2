import pytest

from reports.indicators.ssda903.measures import missing
from reports.indicators.ssda903.measures.parts import Part
from tests.reports.indicators.ssda903.rows import born, care, child, episode


def away(name, began, ended, kind="M"):
    return child(name, born(14), missing=kind, mis_start=began, mis_end=ended)


@pytest.mark.parametrize(
    ("row", "times"),
    [
        (away("C1", "30/03/2024", "01/04/2024"), 1),
        (away("C1", "30/03/2024", "31/03/2024"), 0),
        (away("C1", "31/03/2025", ""), 1),
        (away("C1", "01/04/2025", ""), 0),
        (away("C1", "01/06/2024", "02/06/2024", kind="A"), 0),
    ],
)
def test_times_missing_began_or_went_on_in_the_year(row, times):
    assert missing.times_missing(care(missing=[row])) == times


def test_missing_children_are_a_share_of_all_in_care_at_any_time_in_the_year():
    rows = [
        episode("C1", "01/06/2020"),
        episode("C2", "01/06/2020", ended="01/04/2024", rec="E4A"),
        episode("C3", "01/06/2020", ended="31/03/2024", rec="E4A"),
        episode("C4", "01/06/2024", ls="V4"),
    ]
    spells = [
        away("C1", "01/06/2024", "02/06/2024"),
        away("C1", "01/07/2024", "02/07/2024"),
        away("C9", "01/07/2024", ""),
    ]
    here = care(episodes=rows, missing=spells)

    assert missing.missing_children(here) == Part(1, 2)
    assert missing.missing_again(here) == Part(1, 2)
    assert missing.times_missing(here) == 3
