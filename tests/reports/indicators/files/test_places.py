import pytest

from reports.indicators.files import places
from reports.indicators.files.places import Place
from reports.indicators.files.problems import BadCell
from reports.indicators.kinds import Level
from tests.factories.indicators import COUNCIL, ENGLAND, REGION

INNER = {"region_code": "E13000001", "region_name": "Inner London"}


def test_read_england():
    assert places.read(ENGLAND) == Place("X92000001", "England", Level.NATIONAL)


def test_read_region():
    assert places.read(REGION) == Place("X12000001", "Mercia", Level.REGION)


def test_read_council_in_its_region():
    assert places.read(COUNCIL) == Place("X06000001", "Larchford", Level.COUNCIL, "901", ("X12000001", "Mercia"))


def test_read_part_of_london_is_no_region():
    assert places.read(REGION | INNER) == Place(
        "E13000001", "Inner London", Level.SUB_REGION, region=("E12000007", "London")
    )


def test_read_council_in_a_part_of_london_is_in_london():
    assert places.read(COUNCIL | INNER).region == ("E12000007", "London")


def test_read_council_without_an_old_code_or_region():
    found = places.read(COUNCIL | {"old_la_code": "z", "region_code": "", "region_name": ""})

    assert (found.old_code, found.region) == ("", ("", ""))


@pytest.mark.parametrize(
    ("changes", "column", "reason"),
    [
        ({"new_la_code": "E08"}, "new_la_code", "“E08” is not a code like E08000030."),
        ({"new_la_code": ""}, "new_la_code", "“” is not a code like E08000030."),
        ({"la_name": ""}, "la_name", "“” is not the name of an area."),
    ],
)
def test_read_council_refuses_naming_the_column(changes, column, reason):
    with pytest.raises(BadCell) as refusal:
        places.read(COUNCIL | changes)

    assert (refusal.value.column, str(refusal.value)) == (column, reason)


def test_read_other_levels_are_said():
    with pytest.raises(places.OtherLevel, match="Ward"):
        places.read(COUNCIL | {"geographic_level": "Ward"})
