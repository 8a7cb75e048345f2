"""The rules as a page to read: docs/reference/return-rules.md, which a test keeps true."""

from itertools import groupby

from reports.indicators.ssda903.modules import MODULES
from reports.indicators.ssda903.quality.rule import Rule
from reports.indicators.ssda903.quality.subjects import RULES

BEGINNING = """# Rules of the return

What the portal looks for in a statutory return (SSDA903) before its figures are taken in. A finding names table, row,
column and rule, and never what a cell holds or which child it is about.

- The codes are those of the shared rule list that councils' analysts use (2024-25), in our own words. Codes that begin
  with P are the portal's own.
- “Yes” under *may change a figure*: one of our indicators may come out differently once the row is mended. Otherwise
  the row is worth mending before the return goes to the government.
- A rule that needs a table that did not come is not asked. A rule shows its first 500 rows and says how many more
  there are.
- Reading the files says beforehand which codes are not in the year's list, which days cannot be read, which rows come
  twice, and which header rows contradict each other.
"""
HEADING = "| rule | table | column | what it says | may change a figure |\n|---|---|---|---|---|\n"


def page() -> str:
    """The whole page, as Markdown."""
    subjects = [subject(name, list(rules)) for name, rules in groupby(RULES, lambda rule: rule.subject)]
    return "\n".join([BEGINNING, *subjects])


def subject(name: str, rules: list[Rule]) -> str:
    return f"## {name}\n\n{HEADING}" + "".join(line(rule) for rule in rules)


def line(rule: Rule) -> str:
    cells = [rule.code, MODULES[rule.module].label, f"`{rule.column}`", rule.message, "yes" if rule.weighs else ""]
    return "| " + " | ".join(cells).rstrip() + " |\n"
