"""What is wrong in a return, by row number and rule: never by child.

`check` is the door. The rules are those of the councils' shared list that bear on our indicators, and some of our own
(codes P1, P2, …). Codes that are not in the year's list are not found here: reading names them.
"""

from reports.indicators.ssda903.quality import checking
from reports.indicators.ssda903.quality.rule import Finding, Rule
from reports.indicators.ssda903.quality.subjects import RULES
from reports.indicators.ssda903.reading import Return903

__all__ = ["RULES", "Finding", "Rule", "check"]


def check(read: Return903) -> list[Finding]:
    """Every finding of every rule whose modules came, by module and row. A rule keeps 500 rows and counts the rest."""
    return checking.check(read, RULES)
