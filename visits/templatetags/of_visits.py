"""Rows of the lists of visits, of the rota and of homes, and of the table of coverage, as HTML written in one go: a
template takes ten times as long over a hundred of them (docs/explanation/speed.md).
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from pledges.templatetags.drawn import tag

if TYPE_CHECKING:
    from visits.showing import homes, overview, rota, visits

register = template.Library()

VISIT = (
    '<li class="app-row"><div class="app-row__head"><a class="app-row__title" href="{}">{}</a>{}</div>'
    '<p class="app-row__second">{}</p></li>'
)
WANTED = (
    '<li class="app-row app-row--split"><div><a class="app-row__link" href="{}">{}</a>'
    '<p class="app-row__second">{}</p></div>{}</li>'
)
HOME = (
    '<li class="app-row app-row--split"><div><a class="app-row__link" href="{}">{}</a>'
    '<p class="app-row__second">{}</p></div><div>{}</div></li>'
)
LINE = (
    '<tr><th scope="row">{} <span class="app-soft">{}</span></th>{}<td class="app-table__number">{}</td>'
    "<td>{} {}</td></tr>"
)
CELL = '<td class="app-table__number{}">{}</td>'


@register.filter
def visit_rows(rows: "Iterable[visits.Row]") -> SafeString:
    return format_html_join("", VISIT, ((row.url, row.title, tag(*row.tag), row.second) for row in rows))


@register.filter
def wanted_rows(rows: "Iterable[rota.Row]") -> SafeString:
    return format_html_join("", WANTED, ((row.url, row.title, row.second, tag(*row.tag)) for row in rows))


@register.filter
def home_rows(rows: "Iterable[homes.Row]") -> SafeString:
    return format_html_join("", HOME, ((row.url, row.alias, row.second, tags_of(row)) for row in rows))


def tags_of(row: "homes.Row") -> SafeString:
    return format_html_join(" ", "{}", ((tag(*one),) for one in row.tags))


@register.filter
def coverage_rows(lines: "Iterable[overview.LineShown]") -> SafeString:
    """A row a home: its quarters, its year, its last visit."""
    return format_html_join(
        "",
        LINE,
        (
            (one.alias, one.urn, cells_of(one), one.total.text, one.last, tag(*one.tag) if one.tag else "")
            for one in lines
        ),
    )


def cells_of(line: "overview.LineShown") -> SafeString:
    return format_html_join("", "{}", ((cell(one.text, is_short=one.is_short),) for one in line.cells))


@lru_cache(maxsize=256)
def cell(text: str, *, is_short: bool) -> SafeString:
    """Remembered by its few words: most homes are asked for the same."""
    return format_html(CELL, " app-table__late" if is_short else "", text)
