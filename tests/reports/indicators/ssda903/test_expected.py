"""Against a second implementation's results, and against itself in another order."""

import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.indicators.ssda903.expected import as_expected
from reports.indicators.ssda903.measures import measure
from reports.indicators.ssda903.reading import Return903, read
from tests.reports.indicators.ssda903 import generated

FOLDER = Path("../shared/data/ssda903")
RETURNS = {2018: "csdm/2017-", 2019: "csdm/2018-", 2020: "csdm/2019-", 2025: "micro/"}
Files = list[tuple[str, bytes]]


def sample(year: int) -> Return903:
    if not FOLDER.exists():
        pytest.skip("The sample data is not on this machine.")
    return read([(path.name, path.read_bytes()) for path in sorted(FOLDER.glob(f"{RETURNS[year]}*.csv"))], year)


@pytest.mark.parametrize("year", RETURNS)
def test_as_expected_equals_the_second_implementation(year):
    result = "micro/expected.json" if year == 2025 else f"expected/expected_csdm_{year}.json"

    found = as_expected(sample(year))

    expected = json.loads((FOLDER / result).read_text())
    assert json.loads(json.dumps(found)) == expected
    assert list(found) == list(expected)


def test_as_expected_of_one_table_has_every_key_and_no_percentage():
    found = as_expected(read([("", b"CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nC1,F,01/05/2012,WBRI,,,\n")], 2025))

    assert found["header_children"] == 1
    assert found["adopted_pct_of_ceased"] is None
    assert found["oc2"]["health_assessment"] == {"den": 0, "n": 0, "pct": None}


SMALL = generated.files(children=60, year=2025)
FIGURES = set(measure(read(SMALL, 2025)))


def shuffled(content: bytes, draw: Random) -> bytes:
    """The same table with its rows and its columns in another order."""
    heading, *rows = [line.split(",") for line in content.decode().split("\r\n")[:-1]]
    order = draw.sample(range(len(heading)), len(heading))
    mixed = [heading, *draw.sample(rows, len(rows))]
    return "\n".join(",".join(row[place] for place in order) for row in mixed).encode() + b"\n"


def halves(content: bytes, place: int) -> list[bytes]:
    """The same table as two files, each with the heading."""
    heading, *rows = content.splitlines(keepends=True)
    return [b"".join([heading, *rows[:place]]), b"".join([heading, *rows[place:]])]


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_measure_does_not_depend_on_the_order_of_anything(draw):
    mixed: Files = [("", shuffled(content, draw)) for _, content in draw.sample(SMALL, len(SMALL))]

    assert set(measure(read(mixed, 2025))) == FIGURES


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 60))
def test_measure_does_not_depend_on_how_the_rows_are_spread_over_files(place):
    parts: Files = [("", part) for _, content in SMALL for part in halves(content, place)]

    assert set(measure(read(parts, 2025))) == FIGURES
