"""The DfE's own files, where they are to be had: taken whole, and every percentage follows from its numbers."""

from pathlib import Path

import pytest

from reports.indicators import registry
from reports.indicators.files import ees, neighbours
from reports.indicators.kinds import MULTIPLIER, Level
from reports.indicators.rounding import share

DFE = Path(__file__).parents[5] / "shared" / "data" / "dfe"
ROWS = {
    "ees_2021_2023/cla_number_and_rate_per_10k_children.csv": 1503,
    "ees_2021_2023/la_care_leavers_accommodation_suitability.csv": 4008,
    "ees_2021_2023/la_care_leavers_activity.csv": 12024,
    "ees_2021_2023/la_cla_placement_stability.csv": 3006,
    "ees_2021_2023/la_conviction_health_outcome_cla.csv": 9018,
    "ees_2021_2023/national_cla_adopted_average_time_between_adoption_process_stages.csv": 189,
    "ons_mid-year_population_estimates_2012_to_2024.csv": 2132,
}
NEIGHBOURS_OF_WALSALL = ["354", "861", "357", "336", "371", "831", "350", "372", "812", "333"]


def opened(name):
    if not (DFE / name).exists():
        pytest.skip(f"The sample file {name} is not here.")
    return (DFE / name).open("rb")


@pytest.fixture(scope="module")
def readings():
    read = {}
    for name in ROWS:
        with opened(name) as file:
            read[name] = ees.read(file, registry.fed())
    return read


@pytest.mark.parametrize("name", ROWS)
def test_read_takes_every_row_without_a_problem(readings, name):
    reading = readings[name]

    assert (reading.rows, reading.used, list(reading.problems)) == (ROWS[name], ROWS[name], [])


def test_read_feeds_every_indicator_that_has_a_feed(readings):
    fed = {figure.code for reading in readings.values() for figure in reading.figures}

    assert fed == {definition.code for definition in registry.fed()}


def test_read_every_percentage_and_rate_of_a_council_follows_from_its_numbers(readings):
    definitions = {definition.code: definition for definition in registry.fed()}
    worked_out = [
        (figure.value, share(figure.numerator, figure.denominator, times=MULTIPLIER[definition.unit], decimals=0))
        for reading in readings.values()
        for figure in reading.figures
        if (definition := definitions[figure.code]).unit in MULTIPLIER
        and figure.place.level == Level.COUNCIL
        and None not in (figure.value, figure.numerator)
        and figure.denominator
    ]

    assert len(worked_out) > 10_000
    assert [pair for pair in worked_out if pair[0] != pair[1]] == []


def test_read_london_is_one_region_with_two_parts(readings):
    places = readings["ees_2021_2023/cla_number_and_rate_per_10k_children.csv"].places.values()

    assert sum(place.level == Level.REGION for place in places) == 9
    assert [place.region[1] for place in places if place.level == Level.SUB_REGION] == ["London", "London"]
    assert sum(place.region[1] == "London" and place.level == Level.COUNCIL for place in places) == 33


@pytest.mark.parametrize(("name", "councils"), [("sn_model_2025_wide.csv", 153), ("lait/sn_may_2025.xlsx", 158)])
def test_read_neighbours_takes_every_row(name, councils):
    with opened(name) as file:
        reading = neighbours.read(file)

    walsall = next(row for row in reading.neighbourhoods if row.council == "335")
    assert (reading.rows, len(reading.neighbourhoods), len(reading.problems)) == (councils, councils, 0)
    assert [code for _, code, _, _ in walsall.neighbours] == NEIGHBOURS_OF_WALSALL
    assert walsall.neighbours[8][2] == "Close"


@pytest.mark.parametrize("name", [path.name for path in sorted((DFE.parent / "dirty").glob("header_*.csv"))])
def test_read_another_kind_of_file_is_refused_in_a_sentence(name):
    with opened(f"../dirty/{name}") as file, pytest.raises(ees.FileRefused, match="has no column time_period"):
        ees.read(file, registry.fed())
