"""Days in three boxes."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from members.forms.days import DayField

SENTENCE = "Enter the day it was made, like 27 11 2026."


def clean(*boxes, required=True):
    return DayField(what="the day it was made", required=required).clean(list(boxes))


@pytest.mark.parametrize("boxes", [("27", "11", "2026"), (" 27", "11 ", "2026"), ("027", "11", "2026")])
def test_day(boxes):
    assert clean(*boxes) == date(2026, 11, 27)


def test_day_that_may_be_left_empty():
    assert clean("", "", "", required=False) is None


@pytest.mark.parametrize(
    "boxes",
    [
        ("", "", ""),
        ("27", "", ""),
        ("", "", "2026"),
        ("31", "2", "2026"),
        ("٢٧", "11", "2026"),
        ("-1", "11", "2026"),
        ("9" * 5000, "11", "2026"),
        ("27", "November", "2026"),
        ("27", "11"),
    ],
)
def test_what_is_no_day_is_said_in_one_sentence(boxes):
    with pytest.raises(ValidationError) as refusal:
        clean(*boxes)
    assert refusal.value.messages == [SENTENCE]


@pytest.mark.parametrize("year", ["26", "1899", "2200", "0"])
def test_year_has_four_figures(year):
    with pytest.raises(ValidationError) as refusal:
        clean("27", "11", year)
    assert refusal.value.messages == ["Enter the year with four figures, like 2026."]
