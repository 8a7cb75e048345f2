import pytest

from members.models import Body
from tests.factories.bodies import BodyFactory
from tests.factories.committees import AgendaItemFactory, MeetingFactory
from tests.factories.members import AppointmentFactory
from tests.reports.committees.publishing.agendas import SECRET, add


@pytest.fixture
def clerk():
    return AppointmentFactory(role__slug="democratic-services-officer").person


@pytest.fixture
def meeting():
    body = BodyFactory(name="Corporate Parenting Board", regime=Body.Regime.COMMITTEE)
    AppointmentFactory(role__slug="committee-member", body=body, place="member")
    return MeetingFactory(body=body)


@pytest.fixture
def agenda(meeting, clerk):
    one = AgendaItemFactory(meeting=meeting, number=1, title="How children do at school")
    two = AgendaItemFactory(meeting=meeting, number=2, exempt=True, title=f"The {SECRET} contract")
    add(one, "Report of the virtual school", clerk)
    exempt = {"access": "exempt", "public_title": "Exempt report", "paragraphs": [3]}
    exempt |= {"interest": f"{SECRET} bids again.", "review_on": two.review_on}
    add(two, f"{SECRET} report", clerk, **exempt)
    return meeting
