from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.visits import NOW, HomeFactory, PointFactory, RotaSlotFactory, VisitFactory
from tests.visits.rota.arranged import arranger
from visits import services

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

PAGE = reverse("visits:coverage-detail")


@pytest.mark.parametrize(("role", "status"), [("lead-member", 200), ("visiting-councillor", 200), ("councillor", 403)])
def test_for_those_who_see_every_report(client_of, role, status):
    assert client_of(role).get(PAGE).status_code == status


def test_the_year_asked_for(client_of):
    home = HomeFactory(alias="Juniper", address="18 Juniper Way")
    visit = VisitFactory(sent=True, home=home)
    PointFactory(visit=visit, theme="health")
    RotaSlotFactory(home=home, status="not-made", not_made_because="infection")
    page = client_of("lead-member").get(PAGE, {"year": "2026-27"}).text
    for words in ("Juniper", "1 of 1", "Illness in the home: 1", "Health", visit.lead.name):
        assert words in page
    assert home.address not in page
    assert home.phone not in page


@pytest.mark.parametrize("year", ["2099-00", "2026-27-Q1", "x", "2026-28"])
def test_no_such_year(client_of, year):
    assert client_of("lead-member").get(PAGE, {"year": year}).status_code == 404


def test_nothing_yet(client_of):
    assert "No home was open" in client_of("lead-member").get(PAGE).text


def test_queries_do_not_grow(client_of, django_assert_max_num_queries):
    client, today = client_of("lead-member"), timezone.localdate()
    for number in range(8):
        PointFactory(visit=VisitFactory(sent=True, visited_on=today.replace(year=today.year - number % 3)))
    client.get(PAGE)
    with django_assert_max_num_queries(17):
        client.get(PAGE)


def test_worked_out_once_for_each_state_of_the_record(client_of, django_assert_max_num_queries):
    client, slot = client_of("lead-member"), RotaSlotFactory()
    services.cancel_slot(slot=slot, by=arranger(), at=NOW)
    client.get(PAGE)
    with django_assert_max_num_queries(5):
        assert client.get(PAGE).text.count(slot.home.alias) == 1
    services.add_home(by=None, at=NOW, alias="Medlar", urn="SC900411", places=3, opened_on=date(2020, 4, 1))
    assert "Medlar" in client.get(PAGE).text
