"""Conflicts of interest: declared once, in force at the gate, ended by whoever declared them or an officer."""

import pytest

from corpparent.models import Event
from members.roles import DEMOCRATIC_SERVICES_OFFICER, VISITING_COUNCILLOR
from tests.factories.visits import ConflictFactory, HomeFactory
from visits.models import Conflict

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]
HERE = "/visits/conflicts/"


def text(answer):
    return " ".join(answer.content.decode().split())


def test_declared_once(client_of):
    member, home = client_of(VISITING_COUNCILLOR), HomeFactory(alias="Juniper")
    for _ in range(2):
        answer = member.post(HERE, {"home": home.urn, "reason": "work"}, follow=True)
    assert "Juniper" in text(answer)
    assert "Works or worked for the provider" in text(answer)
    assert Conflict.objects.count() == Event.objects.filter(type="conflict-declared").count() == 1


def test_nothing_chosen(client_of):
    shown = text(client_of(VISITING_COUNCILLOR).post(HERE, {}))
    assert "Choose a home from the list." in shown
    assert "Choose what the conflict is." in shown


def test_over(client_of):
    member = client_of(VISITING_COUNCILLOR)
    conflict = ConflictFactory(person=member.person)
    for _ in range(2):
        member.post(f"{HERE}{conflict.public_id}/end/")
    conflict.refresh_from_db()
    assert conflict.ended_at
    assert Event.objects.filter(type="conflict-ended").count() == 1


def test_of_others_seen_by_officers_alone(client_of):
    conflict = ConflictFactory()
    officer, member = client_of(DEMOCRATIC_SERVICES_OFFICER), client_of(VISITING_COUNCILLOR)
    assert conflict.person.name in text(officer.get(HERE))
    assert conflict.person.name not in text(member.get(HERE))
    assert member.post(f"{HERE}{conflict.public_id}/end/").status_code == 403
    assert officer.post(f"{HERE}{conflict.public_id}/end/").status_code == 302
