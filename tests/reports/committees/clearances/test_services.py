"""Clearances: asked of another person, given or refused in words, and asked again when the paper is another."""

from datetime import UTC, datetime

import pytest

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from members.roles import COUNCILLOR, DEMOCRATIC_SERVICES_OFFICER
from reports.committees import services
from reports.committees.models import Clearance
from reports.committees.waiting.papers import needs
from tests.factories.committees import ClearanceFactory, PaperFactory
from tests.factories.members import AppointmentFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def officer(council):
    return AppointmentFactory(role__slug=DEMOCRATIC_SERVICES_OFFICER).person


@pytest.fixture
def lawyer(council):
    return AppointmentFactory(role__slug=COUNCILLOR).person


def ask(officer, of, paper=None, kind="second"):
    return services.ask_clearance(paper=paper or PaperFactory(added_by=officer), kind=kind, of=of, by=officer, at=NOW)


def test_asked_twice_is_asked_once(officer, lawyer):
    paper = PaperFactory(added_by=officer)
    assert ask(officer, lawyer, paper).pk == ask(officer, lawyer, paper).pk
    assert (Notice.objects.count(), Event.objects.filter(type="clearance-asked").count()) == (1, 1)


def test_who_added_it_does_not_clear_it(officer):
    with pytest.raises(NotAllowed, match="Ask somebody else"):
        ask(officer, officer)


def test_waits_at_the_start_page_of_who_was_asked(officer, lawyer):
    ask(officer, lawyer, PaperFactory(added_by=officer, exempt=True, title="Tender of Juniper House"))
    [need] = needs(lawyer.standing_on(NOW.date()))
    assert need.title == "Clear a paper: Exempt appendix"


def test_given_as_it_was_read(officer, lawyer):
    asked = ask(officer, lawyer)
    with pytest.raises(NotAllowed, match="changed while you read it"):
        services.give_clearance(clearance=asked, version=99, by=lawyer, at=NOW)
    for _ in range(2):
        services.give_clearance(clearance=asked, version=1, by=lawyer, at=NOW)
    assert Clearance.objects.get().cleared_at == NOW
    assert Event.objects.filter(type="clearance-given").count() == 1
    assert list(needs(lawyer.standing_on(NOW.date()))) == []


def test_only_who_was_asked_answers(officer, lawyer):
    asked = ask(officer, lawyer)
    with pytest.raises(NotAllowed, match="Only the person who was asked"):
        services.give_clearance(clearance=asked, version=1, by=officer, at=NOW)


def test_refused_in_words_and_asked_again(officer, lawyer):
    asked = ask(officer, lawyer)
    services.refuse_clearance(clearance=asked, because="No cost is named.", by=lawyer, at=NOW)
    assert Notice.objects.filter(person_id=officer.public_id).count() == 1
    again = ask(officer, lawyer, asked.paper)
    assert (again.pk, again.refused_because) == (asked.pk, "")


def test_published_paper_needs_none(officer, lawyer):
    asked = ClearanceFactory(asked_of=lawyer, paper__published=True)
    with pytest.raises(NotAllowed, match="is published"):
        services.give_clearance(clearance=asked, version=1, by=lawyer, at=NOW)
