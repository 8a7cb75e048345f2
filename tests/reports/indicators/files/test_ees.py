from decimal import Decimal

import pytest

from reports.indicators import registry
from reports.indicators.files import ees
from reports.indicators.files.problems import FileRefused
from reports.indicators.kinds import Symbol
from tests.factories.indicators import COUNCIL, ENGLAND, REGION, TIME, csv_file, stability_rows

ADOPTION = TIME | ENGLAND | {"cla_group": "Age on starting final period of care", "number": "01:07"}
STAGE = "4. Total average time between entry into care and date placed for adoption"


def read(rows, **how):
    return ees.read(csv_file(rows, **how), registry.fed())


def problems(rows):
    return [str(problem) for problem in read(rows).problems]


def refusal(rows, **how):
    with pytest.raises(FileRefused) as refused:
        read(rows, **how)
    return str(refused.value)


def test_read_joins_the_figure_with_its_total():
    reading = read(stability_rows())

    (figure,) = reading.figures
    assert (figure.code, figure.place.name, figure.period.code) == ("three-homes-in-a-year", "Larchford", "2022-23")
    assert (figure.value, figure.numerator, figure.denominator, figure.symbol) == (10, 58, 578, None)
    assert (reading.rows, reading.used, reading.refused, reading.unknown, len(reading.problems)) == (2, 2, 0, 0, 0)


def test_read_total_may_stand_before_the_figure_and_columns_in_any_order():
    rows = stability_rows()

    assert read(rows[::-1], columns=sorted(rows[0])).figures[0].denominator == 578


def test_read_keeps_symbols():
    (figure,) = read(stability_rows(numerator="c", percent="c")).figures

    assert (figure.value, figure.symbol, figure.numerator, figure.denominator) == (None, Symbol.CONFIDENTIAL, None, 578)


def test_read_one_row_may_give_two_figures():
    row = TIME | COUNCIL | {"population_type": "Children looked after on 31 March each year"}
    numbers = {"population_estimate": "68000", "children_count": "578", "rate_per_10000": "85"}

    figures = {figure.code: figure for figure in read([row | numbers]).figures}

    assert figures["children-in-care"].value == 578
    rate = figures["children-in-care-rate"]
    assert (rate.value, rate.numerator, rate.denominator) == (85, 578, 68000)


def test_read_adoption_time_in_months_by_category():
    rows = [ADOPTION | {"stage_of_adoption_process": STAGE, "age_start_poc": age} for age in ("Aged 1", "Total")]

    assert [(figure.category, figure.value) for figure in read(rows).figures] == [("Aged 1", 19), ("", 19)]


def test_read_population_is_for_the_middle_of_the_year():
    row = TIME | COUNCIL | {"age_group": "Children aged 0 to 17 years", "population_estimate": "68000"}

    (figure,) = read([row]).figures

    assert (figure.code, figure.period.code, figure.value) == ("children-living-here", "2023", Decimal(68000))


def test_read_bad_number_names_row_and_column():
    rows = [*stability_rows(), *stability_rows(percent="12,5", time_period="2022")]

    assert problems(rows) == [
        "Row 4, column children_percent: “12,5” is not a number or a symbol the DfE uses. The row was left out."
    ]


def test_read_counts_rows_left_out():
    reading = read([*stability_rows(), *stability_rows(percent="?", time_period="2022")])

    assert (reading.rows, reading.used, reading.refused, len(reading.figures)) == (4, 3, 1, 1)


def test_read_percentage_above_100_is_left_out():
    rows = [*stability_rows(), *stability_rows(percent="101", time_period="2022")]

    assert problems(rows) == ["Row 4, column children_percent: 101 is more than 100 per cent. The row was left out."]


def test_read_percentage_that_does_not_follow_is_taken_and_pointed_out():
    reading = read(stability_rows(percent="68"))

    assert reading.figures[0].value == 68
    assert [str(problem) for problem in reading.problems] == [
        "Row 2, column children_percent: 68 does not follow from 58 of 578, which gives 10. It was taken as published."
    ]


def test_read_rounded_numbers_of_a_region_need_not_add_up():
    assert problems(stability_rows(percent="11", place=REGION)) == []


def test_read_same_row_twice_is_counted_once():
    figure, total = stability_rows()
    reading = read([figure, total, figure])

    assert (len(reading.figures), reading.used, reading.refused) == (1, 3, 0)
    assert [str(p) for p in reading.problems] == ["Row 4: It says the same as row 2. It was counted once."]


def test_read_rows_that_contradict_each_other_are_both_left_out():
    figure, total = stability_rows()
    reading = read([figure, total, figure | {"children_percent": "11"}, *stability_rows(time_period="2022")])

    assert [figure.period.code for figure in reading.figures] == ["2021-22"]
    assert reading.refused == 2
    assert [str(p) for p in reading.problems] == [
        "Row 2: Rows 2 and 4 say different things about Larchford, 2022-23. None of them was taken."
    ]


def test_read_totals_that_contradict_each_other_are_no_denominator():
    figure, total = stability_rows()
    reading = read([figure, total, total | {"children_count": "600"}])

    assert reading.figures[0].denominator is None


def test_read_rows_of_unknown_figures_are_counted():
    other = stability_rows(placement_stability="With a garden")[0]
    reading = read([*stability_rows(), other, other | {"time_period": "2022"}])

    assert (reading.unknown, len(reading.figures)) == (2, 1)
    assert [str(p) for p in reading.problems] == [
        "Row 4: From here on 2 rows hold figures the portal does not know. They were left out."
    ]


def test_read_other_areas_are_said_once():
    ward = stability_rows(geographic_level="Ward")[0]
    reading = read([*stability_rows(), ward, ward])

    assert reading.refused == 2
    assert [str(p) for p in reading.problems] == [
        "Row 4, column geographic_level: From here on 2 rows are for “Ward”, areas the portal does not keep. "
        "They were left out."
    ]


def test_read_bad_time_names_the_column():
    rows = [*stability_rows(), *stability_rows(time_identifier="Week 14")]

    assert problems(rows)[0] == (
        "Row 4, column time_identifier: “Week 14” is not a time the portal can read: reporting, calendar, financial "
        "or academic year. The row was left out."
    )


def test_read_spaces_and_capitals_do_not_matter():
    rows = stability_rows(
        geographic_level=" local  Authority ", placement_stability="WITH 3 or more placements during the year "
    )

    assert len(read(rows).figures) == 1


def test_read_name_of_an_area_is_the_latest():
    old = stability_rows(time_period="2021", la_name="Larchford and Elm")

    assert read([*stability_rows(), *old]).places["X06000001"].name == "Larchford"


def test_read_refuses_a_file_without_the_mandatory_columns():
    assert refusal([{"CHILD": "1", "SEX": "2"}]) == (
        "This is not a DfE open-data file: it has no column time_period, time_identifier, geographic_level, "
        "country_code, country_name. Its columns are “child”, “sex”."
    )


def test_read_refuses_a_file_in_which_nothing_is_known():
    assert refusal([TIME | COUNCIL | {"school_type": "Secondary", "moves": "3"}]) == (
        "This is a DfE open-data file, but it holds no figure that the portal knows. Besides time and place its "
        "columns are “school_type”, “moves”."
    )


def test_read_refuses_a_file_of_which_no_row_can_be_taken():
    assert refusal(stability_rows(time_period="soon")) == (
        "None of its 2 rows could be taken. Row 2, column time_period: “soon” is not a year of four figures, like "
        "2023. The row was left out."
    )


def test_read_keeps_the_first_thousand_problems_and_counts_all():
    bad = [
        stability_rows(percent="?", time_period=str(1900 + n % 100), new_la_code=f"X06{n:06}")[0] for n in range(1100)
    ]
    reading = read([*stability_rows(), *bad])

    assert (len(list(reading.problems)), len(reading.problems)) == (1000, 1100)
