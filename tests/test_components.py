"""The small templates that every page takes: what they show, and what they leave out."""

import re
from pathlib import Path

import pytest
from django.core.paginator import Paginator
from django.template import Context
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


# What is printed, not served, carries its own style sheet.
PAGES = sorted(path for path in TEMPLATES.rglob("*.html") if path.name != "paper.html")


def component(name, **context):
    return render_to_string(f"components/{name}.html", context)


def pagination(page, address):
    """The component as a page of ours shows it, without asking the database who looks."""
    context = Context({"page": page})
    context.request = RequestFactory().get(address)
    return get_template("components/pagination.html").template.render(context)


def test_verb_is_one_button():
    html = component("verb", url="/visits/1/sign-off/", label="Sign off", csrf_token="t")
    assert '<form method="post" action="/visits/1/sign-off/">' in html
    assert "Sign off</button>" in html


def test_verb_refused_is_the_sentence_and_no_button():
    html = component("verb", url="/x/", label="Sign off", why_not="You cannot sign off your own visit.", csrf_token="t")
    assert "You cannot sign off your own visit." in html
    assert "<button" not in html


@pytest.mark.parametrize("status", ["ok", "due", "late", "neutral", "info", "now", "voice", "exempt"])
def test_tag_points_at_a_drawing_that_exists(status):
    drawing = re.search(r'href="#([a-z-]+)"', component("tag", status=status, text="Word"))[1]
    assert f'id="{drawing}"' in component("icons")


def progress(**context):
    steps = [{"name": "Figures gathered", "note": "", "state": "now"}]
    return component("progress", label="Building", percent=48, said="Soon.", steps=steps, url="/packs/1/", **context)


def test_progress_under_way_names_its_fragment_and_offers_check_again():
    html = progress(progress_url="/packs/1/progress/")
    assert 'data-progress-url="/packs/1/progress/"' in html
    assert '<a href="/packs/1/">Check again</a>' in html
    assert 'aria-valuenow="48"' in html


def test_progress_ended_asks_no_more_and_leads_on():
    html = progress(progress_url="", next_url="/packs/1/read/", next_label="Read the pack")
    assert "data-progress-url" not in html
    assert '<a href="/packs/1/read/">Read the pack</a>' in html


def test_pagination_keeps_the_filters():
    html = pagination(Paginator(range(75), 25).page(2), "/packs/?theme=health&page=2")
    assert 'href="?theme=health&amp;page=1"' in html
    assert 'href="?theme=health&amp;page=3"' in html
    assert "Page 2 of 3" in html


def test_pagination_of_one_page_is_nothing():
    assert pagination(Paginator(range(5), 25).page(1), "/packs/").strip() == ""


def test_words_of_a_person_are_never_markup():
    html = component("voice", who="A child", words="<script>alert(1)</script>")
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("name", ["400", "500"])
def test_error_pages_come_out_without_a_request(name):
    assert "Go to the first page" in render_to_string(f"{name}.html")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_no_template_has_inline_script_or_style(path):
    html = path.read_text()
    assert not re.search(r"<[a-z][^>{]*\sstyle=", html)
    assert not re.search(r"<[a-z][^>{]*\son[a-z]+=", html)
    assert not re.search(r"<script(?![^>]*\bsrc=)", html)
    assert not re.search(r"<style(?! nonce=)", html)
