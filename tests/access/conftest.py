"""Visitors of every kind, and the portal that answers them."""

import logging
from http.cookies import SimpleCookie

import pytest
from django.core.handlers.base import BaseHandler
from django.db import transaction

from members.roles import BUILT_IN
from tests.access.visitors import FORMER, STRANGER
from tests.factories.members import AppointmentFactory, CouncilFactory, PersonFactory
from tests.plugins.people import PersonsClient


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
