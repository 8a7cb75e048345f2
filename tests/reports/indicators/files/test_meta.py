import pytest

from reports.indicators.files import meta
from reports.indicators.files.problems import FileRefused
from tests.factories.indicators import csv_file

ROW = {"col_name": "children_percent", "col_type": "Indicator", "label": "Percentage"}


def test_check_companion_that_belongs():
    assert list(meta.check(csv_file([ROW]), ["time_period", "children_percent"])) == []


def test_check_companion_of_another_file():
    (problem,) = meta.check(csv_file([ROW]), ["time_period", "moves"])

    assert str(problem) == (
        "Row 2, column col_name: The companion file names the column “children_percent”, which the data do not have. "
        "Check that the two files belong together."
    )


def test_check_refuses_what_is_no_companion():
    with pytest.raises(FileRefused, match="has no column col_name, col_type, label"):
        meta.check(csv_file([{"a": "1", "b": "2"}]), [])
