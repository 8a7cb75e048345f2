"""Financial years and their quarters, as councils and the DfE count them: from 1 April to 31 March."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

PATTERN = re.compile(r"(?P<year>\d{4})-(?P<next>\d{2})(?:-Q(?P<quarter>[1-4]))?", re.ASCII)
NO_DATES = {"0000", "9999"}  # years that begin or end where there are no dates


class NotAPeriod(ValueError):
    """The message says how a period is written."""


@dataclass(frozen=True, order=True)
class Period:
    """From `starts_on` to `ends_on`, both counted. `code` is `2022-23` (a year) or `2025-26-Q2` (July to September)."""

    starts_on: date
    ends_on: date
    code: str

    @classmethod
    def parse(cls, code: str) -> "Period":
        """Read a code. DfE "reporting year 2023" is `2022-23`. Raises NotAPeriod."""
        match = PATTERN.fullmatch(code.strip().upper())
        if not match or int(match["next"]) != (int(match["year"]) + 1) % 100 or match["year"] in NO_DATES:
            raise NotAPeriod(f"“{code}” is not a period. Write a year like 2022-23, or a quarter like 2025-26-Q2.")
        year = int(match["year"])
        if not match["quarter"]:
            return cls(date(year, 4, 1), date(year + 1, 3, 31), f"{year}-{match['next']}")
        first = 1 + 3 * int(match["quarter"])
        starts_on = date(year, first, 1) if first < 13 else date(year + 1, 1, 1)
        month_after = (starts_on + timedelta(days=95)).replace(day=1)
        return cls(starts_on, month_after - timedelta(days=1), f"{year}-{match['next']}-Q{match['quarter']}")

    @property
    def label(self) -> str:
        """As people say it: "April 2022 to March 2023", "July to September 2025"."""
        starts = f"{self.starts_on:%B}" if self.starts_on.year == self.ends_on.year else f"{self.starts_on:%B %Y}"
        return f"{starts} to {self.ends_on:%B %Y}"
