"""Schemes of grades are data: which one holds for a home on a day, and how files write its grades."""

from datetime import date, timedelta

import pytest

from visits.schemes import find, scheme_for, schemes

SUPPORTED = "supported-accommodation"
BEGAN = date(2024, 9, 1)


@pytest.mark.parametrize(
    ("kind", "on", "slug"),
    [
        ("childrens-home", date(2026, 3, 11), "sccif-2017"),
        (SUPPORTED, BEGAN, "supported-2024"),
        (SUPPORTED, BEGAN - timedelta(days=1), "sccif-2017"),
    ],
)
def test_the_newest_scheme_for_its_kind_holds(kind, on, slug):
    assert scheme_for(kind, on).slug == slug


def test_before_the_first_scheme_there_is_none():
    assert scheme_for("childrens-home", date(2017, 3, 31)) is None


@pytest.mark.parametrize("words", ["requires improvement", " RI ", "REQUIRES  IMPROVEMENT to be good"])
def test_a_grade_is_known_however_a_file_writes_it(words):
    assert find("sccif-2017").written(words).slug == "requires-improvement"


def test_a_scheme_without_an_overall_grade_speaks_by_its_first_head():
    assert find("supported-2024").first.slug == "outcome"


def test_every_tone_is_one_that_pages_show():
    assert {grade.tone for scheme in schemes() for grade in scheme.grades} <= {"good", "due", "late"}
