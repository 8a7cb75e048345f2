"""Every address, every role, every method: as declared in the table, and nothing beside it."""

import pytest
from django.template.backends.django import Template
from django.urls import reverse

from tests.access import examples_of_everything  # noqa: F401  (it registers them)
from tests.access.asking import ask
from tests.access.examples import arguments_of
from tests.access.table import TABLE
from tests.test_gates import ROUTES

METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE"]


@pytest.fixture
def pages_for_get_alone(monkeypatch):
    """Only a GET has its page drawn: whoever may not look or do is told so before, and drawing is most of the time."""
    drawn = Template.render

    def render(template, context=None, request=None):
        return drawn(template, context, request) if request is None or request.method == "GET" else ""

    monkeypatch.setattr(Template, "render", render)


def test_every_address_is_declared():
    assert {name for name, _ in ROUTES} == set(TABLE)


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(TABLE))
@pytest.mark.usefixtures("pages_for_get_alone")
def test_address_answers_as_declared(name, visitors, handler):
    declared, path = TABLE[name], reverse(name, kwargs=arguments_of(name))
    wrong = []
    for who, cookies in visitors.items():
        for method in METHODS:
            answer = ask(handler, cookies, method, path)
            if not declared.is_as_declared(who, method, answer):
                wrong.append(f"{who} {method}: {answer.status_code}, not {declared.expected(who, method)}")
    assert wrong == []
