from datetime import date

import pytest

from tests.factories.members import AppointmentFactory


@pytest.fixture
def keeper(client_of):
    """The browser of a democratic services officer."""
    return client_of("democratic-services-officer")


@pytest.fixture
def person(db):
    """Somebody with a role, from long ago or between two days: `person("councillor", ends_on=date(2024, 1, 1))`."""

    def appointed(role="councillor", starts_on=date(2021, 5, 10), **fields):
        return AppointmentFactory(role__slug=role, starts_on=starts_on, **fields).person

    return appointed
