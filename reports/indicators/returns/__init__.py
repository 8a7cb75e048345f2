"""A statutory return on its way in: opened and summed in memory. What goes on is sums, row numbers and our words."""

from reports.indicators.returns.opening import MOST_EACH, MOST_TOGETHER, is_wanted
from reports.indicators.returns.summing import Summed, expected, summed
from reports.indicators.returns.taking import Sums
from reports.indicators.returns.years import FIRST_YEAR, check_is_over, last_year, year_code

__all__ = [
    "FIRST_YEAR",
    "MOST_EACH",
    "MOST_TOGETHER",
    "Summed",
    "Sums",
    "check_is_over",
    "expected",
    "is_wanted",
    "last_year",
    "summed",
    "year_code",
]
