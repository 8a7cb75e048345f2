from pathlib import Path

from reports.indicators.ssda903.quality import RULES
from reports.indicators.ssda903.quality.reference import page

FILE = Path(__file__).parents[5] / "docs" / "reference" / "return-rules.md"


def test_page_is_up_to_date():
    assert FILE.read_text(encoding="utf-8") == page(), "write what reference.page() returns to the file"


def test_page_tells_every_rule_once():
    assert page().count("\n| ") == len(RULES) + page().count("\n| rule |")


def test_subjects_are_told_in_one_place_each():
    headings = [line for line in page().splitlines() if line.startswith("## ")]
    assert len(headings) == len(set(headings))
