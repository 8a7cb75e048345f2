"""Whether a return is of the year that was chosen: every episode of a return was open at some time in its year."""

from datetime import date

import polars as pl

from reports.indicators.files.problems import FileRefused, Problem, Problems

SOME, MANY = 10, 50  # episodes: a year in which nothing changed is odd; it cannot be
TOO_LATE = 0.1  # of the episodes: more than slips of the keyboard
ASK = "Was another year meant? A return is read for the year it ends in: 2025 is 1 April 2024 to 31 March 2025."


def check_year(episodes: pl.DataFrame, starts_on: date, ends_on: date, problems: Problems) -> None:
    """Raises FileRefused where the episodes are those of another year; where they may be, that is a problem."""
    dated = episodes.select("DECOM", "DEC").filter(pl.col("DECOM").is_not_null())
    if dated.is_empty():
        return
    begins, ends = pl.col("DECOM"), pl.col("DEC")
    counts = dated.select(
        late=(begins > ends_on).sum(),
        early=(ends < starts_on).sum(),
        in_year=(begins.is_between(starts_on, ends_on) | ends.is_between(starts_on, ends_on)).sum(),
    )
    late, early, in_year = counts.row(0)
    if late == dated.height or late > max(2, TOO_LATE * dated.height):
        raise FileRefused(f"{late:,} of its {dated.height:,} episodes begin after 31 March {ends_on.year}. {ASK}")
    unchanged = f"None of its {dated.height:,} episodes begins or ends in the year chosen."
    if early == dated.height or (not in_year and dated.height >= MANY):
        raise FileRefused(f"{unchanged} {ASK}")
    if not in_year and dated.height >= SOME:
        problems.add(Problem(0, "Episodes", unchanged, ASK))
