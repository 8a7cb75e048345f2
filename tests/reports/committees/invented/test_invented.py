"""The invented council's meetings to come, once, and lawful to publish."""

import pytest

from members import invented as invented_members
from reports.committees import invented
from reports.committees.models import AgendaItem, ForwardPlanEntry, Meeting, Plan
from tests.factories.members import CouncilFactory

pytestmark = pytest.mark.django_db


def test_meetings_plans_and_what_will_be_decided_once():
    CouncilFactory()
    invented_members.people()
    invented.years()
    invented.years()
    assert Meeting.objects.count() == 8
    assert AgendaItem.objects.filter(access="exempt").count() == 1
    assert {plan.kind for plan in Plan.objects.all()} == {"needs", "sufficiency", "children", "directorate"}
    assert not ForwardPlanEntry.objects.exclude(short_because="").exists()
    assert set(Meeting.objects.values_list("body__slug", flat=True)) == {
        "cabinet",
        "childrens-scrutiny-committee",
        "corporate-parenting-board",
    }
