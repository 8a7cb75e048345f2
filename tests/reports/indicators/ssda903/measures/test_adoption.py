import pytest

from reports.indicators.ssda903.measures import adoption
from reports.indicators.ssda903.measures.parts import Mean
from tests.reports.indicators.ssda903.rows import born, care, child, episode

ADOPTED = [
    episode("C1", "01/06/2022", ended="01/09/2022"),
    episode("C1", "01/09/2022", "L", ls="E1", ended="01/02/2023"),
    episode("C1", "01/02/2023", "P", "A6", ls="E1", ended="01/06/2024", rec="E12"),
    episode("C2", "01/06/2022", ended="01/06/2024", rec="E11"),
    episode("C3", "01/06/2022", ls="E1"),
]


def test_days_to_adopters_of_children_adopted_in_the_year():
    placed = [child(name, born(3), date_placed="01/02/2023") for name in ("C1", "C3")]
    here = care(episodes=ADOPTED, placed_adoption=placed)

    assert adoption.days_to_adopters(here) == Mean(245, 1)
    assert adoption.days_to_adopters(care(episodes=ADOPTED)) is None


@pytest.mark.parametrize(("matched", "days"), [("11/09/2022", 10), ("01/07/2022", 0)])
def test_days_order_to_match_is_none_where_the_match_came_first(matched, days):
    matches = [child(name, born(3), date_match=matched) for name in ("C1", "C2", "C3")]

    assert adoption.days_order_to_match(care(episodes=ADOPTED, ad1=matches)) == Mean(days, 1)
