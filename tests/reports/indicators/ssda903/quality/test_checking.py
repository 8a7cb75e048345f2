"""The whole run: order, limits, what is not asked, and that nothing of a child comes out."""

import polars as pl
import pytest

from reports.indicators.ssda903 import quality
from reports.indicators.ssda903.measures.care import Care
from reports.indicators.ssda903.measures.readings import Readings
from reports.indicators.ssda903.modules import MODULES
from reports.indicators.ssda903.quality.checking import KEPT
from reports.indicators.ssda903.quality.prepared import prepare
from reports.indicators.ssda903.reading import Return903, read
from tests.reports.indicators.ssda903 import generated
from tests.reports.indicators.ssda903.quality.returns import SOUND, a_return

SOUND_MODULES = [
    "header",
    "episodes",
    "reviews",
    "uasc",
    "oc2",
    "placed_adoption",
    "prev_perm",
    "missing",
    "sw_episodes",
]
ORDER = list(MODULES)


@pytest.fixture(scope="module")
def small() -> Return903:
    """Sixty children; of every third row of each table the second column is empty."""
    sound = read(generated.files(children=60), 2025)
    third = pl.col("row") % 3 == 0
    return Return903(
        2025,
        {
            key: rows.with_columns(pl.when(~third).then(pl.col(MODULES[key].columns[1])).alias(MODULES[key].columns[1]))
            for key, rows in sound.tables.items()
        },
    )


def place(finding):
    return ORDER.index(finding.module), finding.row == 0, finding.row


def test_sound_return_has_no_finding():
    assert quality.check(a_return({module: [{}] for module in SOUND_MODULES})) == []


@pytest.mark.parametrize("module", SOUND)
def test_module_alone_can_be_checked(module):
    assert quality.check(a_return({module: [{}]})) == []


def test_findings_come_by_module_and_row(small):
    found = quality.check(small)
    assert found == sorted(found, key=place)
    assert len({each.module for each in found}) > 3


def test_same_rows_in_another_order_give_the_same_findings(small):
    shuffled = {module: rows.sample(fraction=1, shuffle=True, seed=4) for module, rows in small.tables.items()}
    backwards = dict(reversed(shuffled.items()))
    assert quality.check(Return903(2025, backwards)) == quality.check(small)


@pytest.mark.parametrize(("rows", "last"), [(500, None), (501, "And 1 more row"), (1702, "And 1,202 more rows")])
def test_rule_keeps_its_first_rows_and_counts_the_others(rows, last):
    children = [{"CHILD": f"C{number}", "SEX": None} for number in range(rows)]
    found = quality.check(a_return({"header": children}))
    assert [each.row for each in found if each.row] == list(range(2, 2 + KEPT))
    assert [each.message for each in found if not each.row] == ([f"{last} with the same fault."] if last else [])


def test_rule_whose_module_did_not_come_is_not_asked():
    assert quality.check(a_return({"episodes": [{"DECOM": "01/06/1999"}]})) == []


def test_heading_alone_is_no_module():
    episodes_only = a_return({"episodes": [{}]})
    with_headings = a_return({"episodes": [{}], "oc2": [], "sw_episodes": [], "header": []})
    assert quality.check(with_headings) == quality.check(episodes_only) == []


def test_no_row_at_all_gives_no_finding():
    assert quality.check(Return903(2025)) == []


def test_empty_cells_are_no_error():
    blank = {
        module: [dict.fromkeys(row) | {"CHILD": "A"}, dict.fromkeys(row) | {"CHILD": "A"}]
        for module, row in SOUND.items()
    }
    assert {each.rule for each in quality.check(a_return(blank))} >= {"102", "141", "144", "146", "166", "SW03STG1"}


def test_findings_never_hold_what_a_cell_holds(small):
    children = {child for rows in small.tables.values() for child in rows["CHILD"]}
    canary = "CANARY-903"
    marked = {
        module: rows.with_columns(pl.when(pl.col(pl.String).is_not_null()).then(pl.lit(canary)).name.keep())
        for module, rows in small.tables.items()
    }
    for returned in (small, Return903(2025, marked)):
        said = " ".join(f"{each.rule} {each.module} {each.column} {each.message}" for each in quality.check(returned))
        assert canary not in said
        assert not children & set(said.split())


def test_cohort_is_the_one_of_the_figures(small):
    prepared = prepare(small)["episodes"].filter("in_cohort").select("CHILD").collect()
    assert set(prepared["CHILD"]) == set(Care(small, Readings()).a_year_in_care["CHILD"]) != set()


def test_messages_are_whole_sentences():
    for rule in quality.RULES:
        assert rule.message[0].isupper()
        assert rule.message.endswith((".", "?"))
        assert len(rule.message) < 130
        assert rule.column in MODULES[rule.module].columns


def test_rule_is_told_by_module_code_and_column():
    names = [(rule.module, rule.code, rule.column) for rule in quality.RULES]
    assert len(names) == len(set(names))
    assert len({rule.code for rule in quality.RULES}) >= 45
