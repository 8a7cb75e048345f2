"""Whatever the order, the line ends or the encoding: the same figures. Whatever the damage: read or refused."""

import io
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.indicators import registry
from reports.indicators.files import ees
from reports.indicators.files.problems import FileRefused
from tests.factories.indicators import COUNCIL, ENGLAND, REGION, csv_file, stability_rows

CELL = st.sampled_from(["c", "z", "k", "low"]) | st.integers(0, 300).map(str)


@st.composite
def published(draw):
    """Rows of a stability file: some areas, some years, each figure with its total."""
    rows = []
    for year in draw(st.sets(st.integers(2015, 2025), min_size=1, max_size=3)):
        for place in draw(st.sets(st.integers(0, 2), min_size=1)):
            numerator, percent = draw(st.integers(0, 300).map(str) | CELL), draw(st.integers(0, 100).map(str) | CELL)
            percent = percent if not percent.isdigit() or int(percent) <= 100 else "100"
            where = (COUNCIL, REGION, ENGLAND)[place]
            rows += stability_rows(numerator, draw(CELL), percent, where, time_period=str(year))
    return rows


def figures(content):
    """All that a figure is but its row."""
    reading = ees.read(content, registry.fed())
    return {(f.code, f.place, f.period, f.value, f.symbol, f.numerator, f.denominator) for f in reading.figures}


@settings(max_examples=60)
@given(rows=published(), data=st.data())
def test_read_does_not_depend_on_order_or_writing(rows, data):
    shuffled = data.draw(st.permutations(rows))
    columns = data.draw(st.permutations(sorted({name for row in rows for name in row})))
    how = {
        "encoding": data.draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])),
        "newline": data.draw(st.sampled_from(["\n", "\r\n"])),
        "delimiter": data.draw(st.sampled_from([",", ";", "\t"])),
    }

    assert figures(csv_file(shuffled, columns, **how)) == figures(csv_file(rows))


@settings(max_examples=60)
@given(rows=published(), data=st.data())
def test_read_every_row_is_used_refused_or_unknown(rows, data):
    column = data.draw(st.sampled_from(sorted({name for row in rows for name in row})))
    row = data.draw(st.integers(0, len(rows) - 1))
    # A bare carriage return Python writes without quotes, and then it is the end of a row.
    junk = st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]), max_size=10)
    rows[row] = rows[row] | {column: data.draw(junk)}

    with suppress(FileRefused):
        reading = ees.read(csv_file(rows, encoding="utf-8"), registry.fed())
        assert reading.rows == len(rows)
        assert min(reading.used, reading.refused, reading.unknown) >= 0
        assert all(str(problem).endswith(".") for problem in reading.problems)


@settings(max_examples=60)
@given(data=st.data())
def test_read_file_cut_anywhere_is_read_or_refused(data):
    whole = csv_file([*stability_rows(), *stability_rows(time_period="2022")]).getvalue()
    half = whole[: data.draw(st.integers(0, len(whole) - 2))]

    with suppress(FileRefused):
        reading = ees.read(io.BytesIO(half), registry.fed())
        assert len(reading.problems) or half.endswith(b"\n")
