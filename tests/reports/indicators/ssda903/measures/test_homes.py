from reports.indicators.ssda903.measures import homes
from reports.indicators.ssda903.measures.parts import Part
from tests.reports.indicators.ssda903.rows import born, care, child, episode


def test_homes_on_31_march():
    kinds = [("U1", 9), ("P1", 9), ("K2", 9), ("K1", 9), ("K3", 16), ("U6", 17), ("K3", 15)]
    rows = [episode(f"C{number}", "01/06/2024", place=kind) for number, (kind, _) in enumerate(kinds)]
    rows[5] |= {"PLACE_PROVIDER": "PR4"}
    here = care(episodes=rows, header=[child(f"C{number}", born(age)) for number, (_, age) in enumerate(kinds)])

    assert homes.family_homes(here) == Part(3, 7)
    assert homes.childrens_home_residents(here) == Part(1, 7)
    assert homes.supported_homes_16_17(here) == Part(1, 2)
    assert homes.own_foster_carers(here) == Part(1, 2)
