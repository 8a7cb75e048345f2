from decimal import Decimal

from reports.indicators import registry
from reports.indicators.kinds import MULTIPLIER, Unit
from reports.indicators.ssda903.measures import FORMULAS, Aggregate, measure
from reports.indicators.ssda903.reading import read
from tests.reports.indicators.ssda903 import generated
from tests.reports.indicators.ssda903.rows import born, child, episode, returned


def test_every_formula_is_that_of_an_indicator():
    assert set(FORMULAS) <= {each.code for each in registry.load()}


def test_measure_a_whole_return_gives_what_its_indicators_say():
    figures = measure(read(generated.files(children=80), 2025))

    assert {figure.code for figure in figures} >= {"three-homes-in-a-year", "sdq-average", "suitable-home-19-21"}
    for figure in figures:
        definition = registry.by_code(figure.code)
        assert figure.value == round(figure.value, definition.decimals)
        assert (figure.numerator is not None) == (definition.unit in MULTIPLIER)
        assert (figure.denominator is None) == (definition.unit == Unit.COUNT)


def test_measure_a_share_of_nobody_is_no_figure():
    codes = {figure.code for figure in measure(returned(episodes=[episode("C1", "01/06/2020")]))}

    assert "children-in-care" in codes
    assert not codes & {"adopted", "supported-homes-16-17", "dentist"}


def test_measure_of_other_tables_alone():
    reviews = [child("C1", born(9), review="01/06/2024", review_code="PN1")]
    oc2 = [child("C1", born(9), teeth_check="1")]

    assert measure(returned(reviews=reviews, oc2=oc2)) == [Aggregate("took-part-in-review", "", 1, 1, Decimal(100))]


def test_measure_holds_nothing_of_a_child():
    figures = measure(returned(episodes=[episode("CANARY1", "01/06/2020")]))

    assert "CANARY" not in repr(figures)
