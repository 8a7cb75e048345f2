"""Rows written in Python: everything escaped, tags as the component has them."""

from pledges.showing.public import Tag
from pledges.templatetags.drawn import tag
from visits.showing import homes, overview, rota, visits
from visits.templatetags import of_visits

BAD = "<script>alert(1)</script>"


def test_nothing_written_by_people_is_markup():
    tagged = Tag("ok", BAD)
    cell = overview.CellShown(BAD, is_short=True)
    drawn = [
        of_visits.visit_rows([visits.Row("/visits/1/", BAD, BAD, tagged)]),
        of_visits.wanted_rows([rota.Row("/rota/1/", BAD, BAD, tagged)]),
        of_visits.home_rows([homes.Row(BAD, "/homes/1/", BAD, [homes.Tag("ok", BAD)])]),
        of_visits.coverage_rows([overview.LineShown(BAD, BAD, [cell], cell, BAD, tagged)]),
    ]
    for html in drawn:
        assert "<script>" not in html
        assert "&lt;script&gt;" in html


def test_a_home_has_as_many_tags_as_there_are():
    two = [homes.Tag("late", "Visit overdue"), homes.Tag("ok", "Good")]
    html = of_visits.home_rows([homes.Row("Juniper", "/homes/1/", "SC900431", two)])
    assert all(tag(*one) in html for one in two)
    assert "app-tag" not in of_visits.home_rows([homes.Row("Juniper", "/homes/1/", "SC900431", [])])


def test_a_cell_is_marked_where_fewer_were_made():
    cells = [overview.CellShown("0 of 1", is_short=True), overview.CellShown("1 of 1", is_short=False)]
    line = overview.LineShown("Juniper", "SC900431", cells, cells[1], "Never", None)
    assert of_visits.coverage_rows([line]).count("app-table__late") == 1
