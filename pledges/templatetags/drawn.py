"""Rows of long lists as HTML, written in one go: a template takes ten times as long over a hundred of them
(docs/explanation/speed.md). Tags are those of components/tag.html, icons those of components/icon.html.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from members.sections import address

if TYPE_CHECKING:
    from pledges.showing import actions, offers, public, voices

register = template.Library()

ICON = '<svg class="app-icon" aria-hidden="true" focusable="false"><use href="#icon-{}" /></svg>'
TAG = '<span class="app-tag app-tag--{}">{}{}</span>'
ACTION = (
    '<li class="app-row app-row--split"><div><a class="app-row__link" href="{}">{}</a>'
    '<p class="app-row__second">{}</p>{}</div>{}</li>'
)
VOICE = (
    '<li class="app-row app-row--split"><div><a class="app-row__link" href="{}">{}</a>'
    '<p class="app-row__second">{}</p>{}{}</div>{}</li>'
)
SAID = (
    '<li class="app-said__row" id="{}"><div class="app-voice app-said__voice">'
    '<p class="app-voice__who">{}{}</p>{}</div>'
    '<div class="app-said__answer"><p>{}</p><p>{} {}</p></div></li>'
)
OFFER = (
    '<li class="app-row"><a class="app-row__link" href="{}">{}</a><p>{}</p>'
    '<p class="app-row__second">Ages {}, {}{}</p></li>'
)
EXEMPT = SafeString('<p class="app-small">Exempt: not for everybody.</p>')
IS_PUBLIC = SafeString('<p class="app-small">In “You said, we did”.</p>')


@lru_cache(maxsize=512)
def tag(status: str, text: str) -> SafeString:
    """A word or two with their icon. Remembered by their words."""
    return format_html(TAG, status, icon(status), text)


@lru_cache(maxsize=32)
def icon(name: str) -> SafeString:
    return format_html(ICON, name)


@register.filter
def action_rows(rows: "Iterable[actions.Row]") -> SafeString:
    return format_html_join(
        "", ACTION, ((row.url, row.title, row.second, EXEMPT if row.is_exempt else "", tag(*row.tag)) for row in rows)
    )


@register.filter
def voice_rows(rows: "Iterable[voices.Row]") -> SafeString:
    return format_html_join(
        "",
        VOICE,
        (
            (row.url, row.said, row.second, small(row.state), IS_PUBLIC if row.is_public else "", tag(*row.tag))
            for row in rows
        ),
    )


def small(words: str) -> SafeString | str:
    return format_html('<p class="app-small">{}</p>', words) if words else ""


@register.filter
def said_rows(rows: "Iterable[public.Heard]") -> SafeString:
    """What was said and what was done, as list items."""
    return format_html_join(
        "",
        SAID,
        ((row.id, icon("voice"), row.who, words_of(row), tag(*row.tag), row.answer, row.told) for row in rows),
    )


def words_of(row: "public.Heard") -> SafeString:
    """Their own words as a quotation, ours as a paragraph."""
    return format_html("<blockquote>“{}”</blockquote>" if row.is_quoted else "<p>{}</p>", row.said)


@register.filter
def offer_rows(rows: "Iterable[offers.Offered]") -> SafeString:
    stem = address("pledges:local-offer")
    return format_html_join(
        "",
        OFFER,
        ((f"{stem}{one.slug}/", one.title, one.for_whom, one.ages, one.run_by, phone(one.phone)) for one in rows),
    )


def phone(number: str) -> SafeString | str:
    return format_html(', <span class="app-nowrap">{}</span>', number) if number else ""
