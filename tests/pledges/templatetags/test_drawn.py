"""Rows written in Python: everything escaped, tags and icons as the components have them."""

from django.template.loader import render_to_string

from pledges.showing.actions import Row as ActionRow
from pledges.showing.public import Heard, Tag
from pledges.showing.voices import Row as VoiceRow
from pledges.templatetags import drawn

BAD = "<script>alert(1)</script>"


def close(html):
    """`html` without the spaces between its tags."""
    return "".join(line.strip() for line in html.split("\n") if not line.startswith("{#")).replace("> <", "><")


def test_tag_and_icon_are_those_of_the_components():
    assert close(render_to_string("components/tag.html", {"status": "ok", "text": "A & B"})) == drawn.tag("ok", "A & B")
    assert close(render_to_string("components/icon.html", {"name": "voice"})) == drawn.icon("voice")


def test_nothing_written_by_people_is_markup():
    tag = Tag("ok", BAD)
    action = drawn.action_rows([ActionRow("/actions/1/", BAD, BAD, tag, True)])
    voice = drawn.voice_rows([VoiceRow("/voices/1/", BAD, BAD, BAD, tag, True)])
    said = drawn.said_rows([Heard("said-1", BAD, BAD, quoted, tag, BAD, BAD, BAD) for quoted in (True, False)])
    for html in (action, voice, said):
        assert "<script>" not in html
        assert "&lt;script&gt;" in html


def test_no_rows_draw_nothing():
    assert not drawn.action_rows([])
