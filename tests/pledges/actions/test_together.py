"""Two people, or two sweeps, at one action at the same moment."""

import pytest

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from pledges import services
from pledges.models import Action
from tests.factories.corpparent import NOW
from tests.factories.members import AppointmentFactory, CouncilFactory
from tests.factories.pledges import ActionFactory, PledgeSettingsFactory, PromiseFactory, ShortfallFactory
from tests.together import together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def clerk():
    CouncilFactory()
    PledgeSettingsFactory()
    return AppointmentFactory(role__slug="democratic-services-officer").person


def events():
    return list(Event.objects.order_by("number").values_list("type", flat=True))


def test_checked_by_eight_at_once_is_done_once(clerk):
    action = ActionFactory(status="to-check", done_at=NOW)
    together(8, lambda: services.check_action(action=action, by=clerk, at=NOW))
    assert events() == ["action-completed"]
    assert list(action.notes.values_list("kind", flat=True)) == ["checked"]


def test_given_by_eight_at_once_is_asked_of_the_new_owner_once(clerk):
    action, other = ActionFactory(), AppointmentFactory().person

    def give():
        try:
            services.give_action(action=action, owner=other, because="Hers.", version=1, by=clerk, at=NOW)
        except Stale:
            return False
        return True

    assert together(8, give).count(True) == 1
    assert Action.objects.get().owner == other
    assert events().count("action-asked") == 1


def test_swept_by_four_at_once_reminds_once(clerk):
    ActionFactory(due_on=NOW.date())
    together(4, lambda: services.sweep_actions(NOW))
    assert Notice.objects.count() == 1


def test_raised_by_eight_presses_at_once_is_one_action(clerk):
    owner, source = AppointmentFactory().person, PromiseFactory().reference
    given = {"title": "Ask the bus company", "why": "Passes stop.", "theme": "ordinary-life", "due_on": NOW.date()}
    together(8, lambda: services.raise_action(owner=owner, source=source, by=clerk, at=NOW, **given))
    assert events() == ["action-raised", "action-asked"]


def test_settled_by_eight_at_once_raises_one_action(clerk):
    owner, shortfall = AppointmentFactory().person, ShortfallFactory()

    def act(given):
        try:
            services.act_on_shortfall(shortfall=shortfall, owner=owner, by=clerk, at=NOW, **given)
        except NotAllowed:
            return False
        return True

    given = {"title": "Ask the bus company", "why": "Passes stop.", "due_on": NOW.date()}
    assert together(8, lambda: act(given)).count(True) == 1
    assert Action.objects.count() == 1
    assert events() == ["action-raised", "action-asked", "shortfall-settled"]
