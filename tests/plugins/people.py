"""People who look at pages."""

import time

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.test import Client

from members.models import Council
from members.roles import ADMINISTRATOR, COUNCILLOR, PERFORMANCE_OFFICER
from tests.factories.members import AppointmentFactory, CouncilFactory


class PersonsClient(Client):
    """A browser in which `person` has just signed in, with password and code unless `methods` say otherwise."""

    def __init__(self, person, methods=("password", "mfa")):
        super().__init__()
        self.person = person
        self.force_login(person)
        self.remember(AUTHENTICATION_METHODS_SESSION_KEY, [{"method": method, "at": time.time()} for method in methods])
        self.remember(f"{AUTHENTICATION_METHODS_SESSION_KEY}_user", str(person.pk))

    def remember(self, key, value):
        """Write into the session, as the portal itself would have."""
        session = self.session
        session[key] = value
        session.save()


@pytest.fixture(autouse=True)
def first_glance():
    """No test sees the council of another."""
    Council._seen = (0.0, None)


@pytest.fixture
def council(db):
    return CouncilFactory()


@pytest.fixture
def client_of(db):
    """`client_of("councillor")`: a new person with that role from long ago till now, signed in."""
    return lambda role: PersonsClient(AppointmentFactory(role__slug=role).person)


@pytest.fixture
def councillor(client_of):
    return client_of(COUNCILLOR)


@pytest.fixture
def officer(client_of):
    return client_of(PERFORMANCE_OFFICER)


@pytest.fixture
def administrator(client_of):
    return client_of(ADMINISTRATOR)
