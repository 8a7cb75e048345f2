"""Coverage stays honest: what was asked and not made is seen, whatever the reason."""

from datetime import UTC, date, datetime

import pytest

from corpparent.periods import Period
from tests.factories.visits import (
    HomeFactory,
    PointFactory,
    ResponseFactory,
    RotaSlotFactory,
    VisitFactory,
    VisitSettingsFactory,
)
from visits.facts import coverage
from visits.facts.in_year import in_year
from visits.models import VisitSettings

pytestmark = pytest.mark.django_db

YEAR = Period.parse("2026-27")
TODAY = date(2026, 11, 22)


def visit(home, on, **fields):
    sent = datetime(on.year, on.month, on.day, 20, tzinfo=UTC)
    return VisitFactory(sent=True, home=home, visited_on=on, submitted_at=sent, **fields)


def only_line():
    (line,) = coverage.lines_of(in_year(YEAR), VisitSettings.current(), TODAY)
    return line


def test_a_visit_counts_in_its_quarter_and_a_draft_in_none():
    home = HomeFactory()
    for on in (date(2026, 4, 1), date(2026, 6, 30), date(2026, 7, 1)):
        visit(home, on)
    VisitFactory(home=home, visited_on=date(2026, 7, 2))
    line = only_line()
    assert [cell.made for cell in line.cells] == [2, 1, 0, 0]
    assert [cell.asked for cell in line.cells] == [1, 1, 1, 0]  # the last quarter has not begun
    assert [cell.is_short for cell in line.cells] == [False, False, True, False]
    assert (line.made, line.asked, line.last_on) == (3, 3, date(2026, 7, 1))


def test_a_home_may_be_asked_for_otherwise_and_only_while_open():
    VisitSettingsFactory(visits_a_year=12)
    HomeFactory(alias="A", visits_a_year=2)
    HomeFactory(alias="B", opened_on=date(2026, 5, 1))
    HomeFactory(alias="C", closed_on=date(2026, 3, 31))
    lines = coverage.lines_of(in_year(YEAR), VisitSettings.current(), TODAY)
    assert [(line.home.alias, [cell.asked for cell in line.cells]) for line in lines] == [
        ("A", [0, 1, 0, 0]),
        ("B", [0, 3, 3, 0]),
    ]


@pytest.mark.parametrize(("on", "is_overdue"), [(date(2026, 8, 13), True), (date(2026, 8, 14), False)])
def test_overdue_after_a_hundred_days(on, is_overdue):
    visit(HomeFactory(), on)
    assert only_line().is_overdue is is_overdue


def test_a_home_nobody_ever_visited_is_overdue_since_it_opened():
    HomeFactory(alias="Alder", opened_on=date(2026, 10, 1))
    assert only_line().is_overdue is False
    HomeFactory(alias="Birch", opened_on=date(2026, 4, 1))
    lines = coverage.lines_of(in_year(YEAR), VisitSettings.current(), TODAY)
    assert [line.is_overdue for line in lines] == [False, True]


def test_times_in_working_days():
    home = HomeFactory()
    first = visit(home, date(2026, 9, 4), answer_by=date(2026, 9, 18))  # a Friday
    VisitFactory(sent=True, home=home, visited_on=date(2026, 9, 4), submitted_at=datetime(2026, 9, 14, 9, tzinfo=UTC))
    ResponseFactory(point=PointFactory(visit=first), answered_at=datetime(2026, 9, 8, 9, tzinfo=UTC))
    times = coverage.times_of(in_year(YEAR), VisitSettings.current().report_days)
    assert (times.to_report, times.reported, times.reported_in_time) == (3, 2, 1)  # 0 and 6 working days
    assert (times.to_answer, times.answered, times.answered_in_time) == (2, 1, 1)
    PointFactory(visit=first)
    assert coverage.times_of(in_year(YEAR), VisitSettings.current().report_days).answered == 0


def test_nothing_at_all():
    assert coverage.lines_of(in_year(YEAR), VisitSettings.current(), TODAY) == []
    assert coverage.times_of(in_year(YEAR), VisitSettings.current().report_days).to_report is None
    assert coverage.trend(YEAR, YEAR) == []


def test_what_was_not_made_themes_severity_and_who():
    RotaSlotFactory(status="not-made", not_made_because="infection")
    one = visit(HomeFactory(), date(2026, 7, 3))
    PointFactory(visit=one, theme="health", severity="urgent")
    PointFactory(visit=one, theme="health", severity="soon", resolved="yes", resolved_at=one.submitted_at)
    PointFactory(visit=VisitFactory(), theme="health")
    assert coverage.not_made(YEAR) == {"infection": 1}
    assert coverage.by_theme(in_year(YEAR)) == {"health": [0, 2, 0, 0]}
    assert coverage.open_by_severity() == {"urgent": 1}
    assert coverage.by_visitor(in_year(YEAR)) == [(one.lead.name, 1)]


def test_queries_do_not_grow_with_years(django_assert_num_queries):
    home = HomeFactory()
    for year in range(2019, 2027):
        visit(home, date(year, 7, 1))
    with django_assert_num_queries(4):
        assert len(coverage.lines_of(in_year(YEAR), VisitSettings.current(), TODAY)) == 1
    with django_assert_num_queries(1):
        assert len(coverage.trend(Period.parse("2017-18"), YEAR)) == 8
