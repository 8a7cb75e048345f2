import pytest

from reports.indicators import registry
from reports.indicators.protection import relations
from reports.indicators.registry import RegistryError


def test_relations_name_what_the_definitions_know():
    found = relations.load()
    assert "left-care" in found.flows
    assert found.name("left-care-rate") == found.name("Children who left care in the period") == "left-care"
    assert found.name("dentist") == "dentist"


def test_parts_of_a_denominator_are_shares_of_it():
    """A share listed under words that are not its own denominator would be tied to the wrong number."""
    found, by_code = relations.load(), {one.code: one for one in registry.load()}
    for breakdown in found.breakdowns:
        shares = [by_code[part] for part in breakdown.parts if part in by_code and by_code[part].denominator]
        if breakdown.whole not in by_code:
            assert {found.name(one.denominator) for one in shares} == {found.name(breakdown.whole)}


def test_a_name_that_no_definition_knows_is_refused(tmp_path):
    path = tmp_path / "relations.toml"
    path.write_text('flows = ["left-care", "no-such-thing"]\nsigned = []\nsame = []\nbreakdown = []\n')
    with pytest.raises(RegistryError, match="no-such-thing"):
        relations.load(path)
