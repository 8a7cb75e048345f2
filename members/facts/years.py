"""The financial years that pages about duties look back over."""

from datetime import date, timedelta

from corpparent.periods import Period, year_around

YEARS = 4


def years(today: date, *, running: bool) -> list[Period]:
    """The last four financial years, newest first; with `running` the one that today lies in is the first of them."""
    found = [year_around(today)]
    while len(found) < YEARS + 1:
        found.append(year_around(found[-1].starts_on - timedelta(days=1)))
    return found[:YEARS] if running else found[1:]


def end_of_year(code: str, today: date) -> date:
    """Last day of the year with this code; today where it is none of the years one can choose."""
    return next((year.ends_on for year in years(today, running=False) if year.code == code), today)
