import pytest

from reports.indicators.showing.shown import Shown
from reports.indicators.showing.told import Told
from tests.factories.packs import NAMES, figure, indicator


class Page(Told):
    """The least that has a figure."""

    when = "year ending March"

    def __init__(self, **changes):
        self.shown = Shown(indicator(**changes), NAMES)


@pytest.mark.parametrize(
    ("unit", "label"),
    [
        ("percent", "Children seen by a dentist: year ending March"),
        ("count", "Children seen by a dentist: year ending March"),
        ("rate-per-10000", "Children seen by a dentist, in every 10,000 children: year ending March"),
        ("weeks", "Children seen by a dentist, weeks: year ending March"),
    ],
)
def test_table_label_names_the_unit_that_no_cell_carries(unit, label):
    assert Page(unit=unit).table_label == label


def test_small_line_says_what_is_better_what_it_is_made_of_and_a_caution():
    few = figure("50", numerator="6", denominator="12")
    assert Page(us=[None, few]).small_line == (
        "Higher is better. 50% is 6 of 12. "
        "Read with care: there are only 12 children in this group, too few to judge by."
    )


def test_small_line_is_empty_where_there_is_nothing_to_say():
    assert Page(polarity="context").small_line == ""


def test_comparison_and_tag_are_of_the_figure():
    page = Page()
    assert page.comparison == "That is up from 64% a year before. It is higher than England (66%)."
    assert page.tag.text == "Better than England"
