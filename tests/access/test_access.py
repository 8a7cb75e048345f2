"""Every address, every role, every method: as declared in the table, and nothing beside it."""

import logging
from http.cookies import SimpleCookie

import pytest
from django.core.handlers.base import BaseHandler
from django.core.signals import request_finished
from django.db import close_old_connections, transaction
from django.template.backends.django import Template
from django.test import RequestFactory
from django.urls import reverse

from members.roles import BUILT_IN
from tests.access import examples_of_figures, examples_of_members, examples_of_pledges  # noqa: F401  (they register)
from tests.access.examples import arguments_of
from tests.access.table import TABLE
from tests.access.visitors import FORMER, STRANGER
from tests.factories.members import AppointmentFactory, CouncilFactory, PersonFactory
from tests.plugins.people import PersonsClient
from tests.test_gates import ROUTES

METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE"]


@pytest.fixture(autouse=True)
def few_words(caplog):
    """Refusals are what is looked for here; to write each of them down with its traceback would double the time."""
    caplog.set_level(logging.ERROR, logger="django.request")


@pytest.fixture(scope="module")
def visitors(django_db_setup, django_db_blocker):
    """{who: the cookies of their browser}, made once for all addresses and gone after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        CouncilFactory()
        people = {FORMER: PersonFactory()} | {role: AppointmentFactory(role__slug=role).person for role in BUILT_IN}
        browsers = {who: PersonsClient(person).cookies for who, person in people.items()}
        yield {STRANGER: SimpleCookie()} | browsers
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def handler():
    handler = BaseHandler()
    handler.load_middleware()
    return handler


@pytest.fixture
def pages_for_get_alone(monkeypatch):
    """Only a GET has its page drawn: whoever may not look or do is told so before, and drawing is most of the time."""
    drawn = Template.render

    def render(template, context=None, request=None):
        return drawn(template, context, request) if request is None or request.method == "GET" else ""

    monkeypatch.setattr(Template, "render", render)


def ask(handler, cookies, method, path):
    """The answer, and afterwards everything is as before: the deed undone, the visitor signed in.

    Straight to the handler: Django's own client keeps a copy of every template's context, which takes longer than the
    page.
    """
    request = RequestFactory(HTTP_COOKIE=cookies.output(header="", sep=";")).generic(method, path)
    request._dont_enforce_csrf_checks = True
    with transaction.atomic():
        answer = handler.get_response(request)
        # As Django's own client does: the end of a request would close the test's connection.
        request_finished.disconnect(close_old_connections)
        answer.close()
        request_finished.connect(close_old_connections)
        transaction.set_rollback(True)
    return answer


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
