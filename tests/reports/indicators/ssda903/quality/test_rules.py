"""Each rule: a row it must find, and a neighbour of it that it must not."""

import pytest

from reports.indicators.ssda903 import quality
from tests.reports.indicators.ssda903.quality.cases import adoption, children, episodes, health, leavers, spells
from tests.reports.indicators.ssda903.quality.returns import a_return

CASES = [case for subject in (children, episodes, health, leavers, adoption, spells) for case in subject.CASES]


def name(rule) -> str:
    return f"{rule.module} {rule.code} {rule.column}"


def rows_found(tables, rule: str) -> tuple[int, ...]:
    module, code, column = rule.split()
    found = quality.check(a_return(tables))
    return tuple(each.row for each in found if (each.module, each.rule, each.column) == (module, code, column))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_rule_finds_the_row_that_is_wrong(case):
    assert rows_found(case.bad, case.rule) == case.rows


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_rule_passes_its_neighbour(case):
    assert rows_found(case.good, case.rule) == ()


def test_every_rule_has_a_case():
    assert {name(rule) for rule in quality.RULES} == {case.rule for case in CASES}


@pytest.mark.parametrize("rule", quality.RULES, ids=name)
def test_rule_needs_no_more_modules_than_it_says(rule):
    tables = {module: [{}] for module in {rule.module, *rule.needs}}
    assert rows_found(tables, name(rule)) in [(), (2,)]
