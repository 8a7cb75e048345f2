from reports.packs import changes
from tests.factories.packs import figure, frozen, indicator


def test_first_version_changes_nothing():
    assert changes.between(None, frozen()) == []


def test_same_facts_are_no_change():
    assert changes.between(frozen(), frozen()) == []


def test_corrected_figure_says_what_it_was():
    before, after = frozen(indicator(us=["64", "68"])), frozen(indicator(us=["64", "70"]))
    assert changes.between(before, after) == ["Children seen by a dentist, Larchford, 2023: 70%. It was 68%."]


def test_figure_that_was_hidden_and_is_published():
    before = frozen(indicator(us=["64", figure(None, symbol="c")]))
    after = frozen(indicator(us=["64", "70"]))
    assert changes.between(before, after) == [
        "Children seen by a dentist, Larchford, 2023: 70%. It was hidden, too few children."
    ]


def test_another_year_is_no_change():
    before = frozen(indicator(us=["64", "68"], years=(2022, 2023)))
    after = frozen(indicator(us=["68", "71"], years=(2023, 2024)))
    assert changes.between(before, after) == []


def test_figure_of_our_own_is_not_told():
    before, after = (frozen(indicator(us=["64", figure(value, is_published=False)])) for value in ("68", "70"))
    assert changes.between(before, after) == []


def test_many_changes_are_counted():
    before = frozen(*(indicator(f"a-{n}", us=["64", "68"]) for n in range(50)))
    after = frozen(*(indicator(f"a-{n}", us=["64", "70"]) for n in range(50)))
    said = changes.between(before, after)
    assert (len(said), said[-1]) == (41, "And 10 more.")
