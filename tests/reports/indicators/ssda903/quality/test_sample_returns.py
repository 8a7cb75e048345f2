"""The rules over the sample returns: what is right was worked out by hand, or counted a second way."""

import csv
from datetime import date
from pathlib import Path

import pytest

from reports.indicators.ssda903 import quality
from reports.indicators.ssda903.reading import Return903, read
from tests.reports.indicators.ssda903.quality.returns import day

SAMPLES = Path(__file__).parents[6] / "shared" / "data" / "ssda903"


def sample(folder: str, pattern: str, year: int) -> Return903:
    files = sorted((SAMPLES / folder).glob(pattern))
    if not files:
        pytest.skip(f"The sample data {folder} is not there.")
    return read([(file.name, file.read_bytes()) for file in files], year)


def rows_of(folder: str, name: str) -> list[dict[str, str]]:
    with (SAMPLES / folder / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_micro_return_has_three_kinds_of_fault():
    """A short break "changes its legal status" from V4 to V4; help was received and yet "offered: no" is answered;
    none of the eight care leavers is in the header.
    """
    found = quality.check(sample("micro", "*.csv", 2025))
    assert [(each.rule, each.module, each.row, each.weighs) for each in found] == [
        ("434", "episodes", 10, True),
        ("158", "oc2", 3, False),
        *(("INT06", "oc3", row, False) for row in range(2, 10)),
    ]


def test_episode_that_had_not_ended_is_found():
    found = quality.check(sample("../dirty", "episodes_overlap_and_gap.csv", 2025))
    assert [(each.rule, each.row) for each in found] == [("142", 3), ("434", 10)]


@pytest.mark.parametrize("year", [2018, 2019, 2020])
def test_invented_returns_are_checked_whole(year):
    found = quality.check(sample("csdm", f"{year - 1}-*.csv", year))
    assert {"148", "434", "435", "EPI", "P8", "P9", "P11"} <= {each.rule for each in found}
    assert {each.row for each in found if each.rule == "148"} == {
        row
        for row, each in enumerate(rows_of("csdm", f"{year - 1}-episodes.csv"), 2)
        if bool(each["DEC"]) != bool(each["REC"])
    }


@pytest.mark.parametrize("year", [2018, 2019, 2020])
def test_children_without_episodes_are_counted_a_second_way(year):
    found = quality.check(sample("csdm", f"{year - 1}-*.csv", year))
    known = {row["CHILD"] for name in ("episodes", "oc3") for row in rows_of("csdm", f"{year - 1}-{name}.csv")}
    grown = date(year - 1 - 18, 4, 1)
    children = enumerate(rows_of("csdm", f"{year - 1}-header.csv"), 2)
    assert [each.row for each in found if each.rule == "EPI"] == [
        row for row, each in children if each["CHILD"] not in known and day(each["DOB"]) > grown
    ]


def test_codes_are_those_of_the_shared_rule_list():
    """Every code but ours stands in the list, for a table that the list names too."""
    if not (SAMPLES / "validator").exists():
        pytest.skip("The shared rule list is not there.")
    listed = {row["Rule code"]: row["Tables"].upper() for row in rows_of("validator", "903_2024_25_rule_info.csv")}
    names = {"placed_adoption": "PLACEDADOPTION", "prev_perm": "PREVPERM", "sw_episodes": "SWEPISODES"}
    for rule in quality.RULES:
        if not rule.code.startswith("P"):
            assert names.get(rule.module, rule.module.upper()) in listed[rule.code]


def test_no_message_is_the_shared_list_s():
    if not (SAMPLES / "validator").exists():
        pytest.skip("The shared rule list is not there.")
    theirs = {row["Rule message"].strip() for row in rows_of("validator", "903_2024_25_rule_info.csv")}
    assert not theirs & {rule.message for rule in quality.RULES}
