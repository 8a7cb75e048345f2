"""Homes written down, changed, closed; who answers for them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members.roles import COUNCILLOR, DEMOCRATIC_SERVICES_OFFICER
from tests.factories.members import AppointmentFactory
from tests.factories.visits import NOW, HomeFactory
from visits import services
from visits.models import Home, HomePost

pytestmark = pytest.mark.django_db

GIVEN = {"alias": "Juniper", "urn": "SC900431", "places": 4, "opened_on": date(2019, 4, 1)}


@pytest.fixture
def officer(council):
    return AppointmentFactory(role__slug=DEMOCRATIC_SERVICES_OFFICER).person


def add(by, **more):
    return services.add_home(by=by, at=NOW, **GIVEN | more)


def refused(deed):
    with pytest.raises(ValidationError) as caught:
        deed()
    return caught.value.message_dict


def test_a_home_is_kept_and_the_record_does_not_name_it(officer):
    home = add(officer, address="18 Invented Way", urn=" sc900431 ")
    event = Event.objects.get(type="home-added")
    assert (home.urn, event.private["about"], event.details) == ("SC900431", "A children's home", {})


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("alias", {"urn": "SC1", "alias": "juniper"}),
        ("urn", {"alias": "Rowan", "urn": "sc900431"}),
        ("places", {"alias": "Rowan", "urn": "SC1", "places": 0}),
        ("alias", {"alias": "R" * 41, "urn": "SC1"}),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(officer, field, more):
    add(officer)
    assert list(refused(lambda: add(officer, **more))) == [field]


def test_only_those_who_keep_homes_write_them(council):
    with pytest.raises(NotAllowed):
        add(AppointmentFactory(role__slug=COUNCILLOR).person)
    assert not Home.objects.exists()


def test_of_two_at_one_form_the_second_is_told(officer):
    home = add(officer)
    services.change_home(home=home, version=1, by=officer, at=NOW, places=5)
    with pytest.raises(Stale):
        services.change_home(home=home, version=1, by=officer, at=NOW, places=6)
    assert Event.objects.get(type="home-changed").details == {"changed": ["places"]}


def test_a_home_closes_once_and_not_before_it_opened(officer):
    home = add(officer)
    assert "closed_on" in refused(
        lambda: services.close_home(home=home, closed_on=date(2019, 3, 31), by=officer, at=NOW)
    )
    for _ in range(2):
        services.close_home(home=home, closed_on=date(2026, 8, 31), by=officer, at=NOW)
    with pytest.raises(NotAllowed, match="31 August 2026"):
        services.close_home(home=home, closed_on=date(2026, 9, 30), by=officer, at=NOW)
    assert Event.objects.filter(type="home-closed").count() == 1


def test_a_manager_is_posted_to_a_home_once_and_taken_from_it_once(officer):
    home, manager = HomeFactory(), AppointmentFactory(role__slug="home-manager")
    post, again = (services.post_to_home(home=home, appointment=manager, by=officer, at=NOW) for _ in range(2))
    assert post == again
    for _ in range(2):
        services.remove_from_home(post=post, by=officer, at=NOW)
    assert not HomePost.objects.exists()
    assert Event.objects.filter(type="home-post-removed").count() == 1


def test_nobody_else_answers_for_a_home(officer):
    other = AppointmentFactory(role__slug=COUNCILLOR)
    said = refused(lambda: services.post_to_home(home=HomeFactory(), appointment=other, by=officer, at=NOW))
    assert "appointment" in said
