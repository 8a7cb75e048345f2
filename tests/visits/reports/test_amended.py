"""A report while it is amended: half done like a draft, and nobody but its author sees what changes."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.factories.members import AppointmentFactory
from tests.factories.visits import NOW, PointFactory, VisitFactory, VisitVersionFactory
from tests.plugins.people import PersonsClient
from visits import services
from visits.models import Visit
from visits.personal_data.visits import visits

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

SENT = {"visited_on": "2026-09-03", "judgement": "mostly", "judgement_reason": "As it was sent."}


@pytest.fixture
def officer():
    return AppointmentFactory(role__slug="democratic-services-officer").person


@pytest.fixture
def visit(officer):
    second = AppointmentFactory(role__slug="visiting-councillor").person
    sent = VisitFactory(sent=True, second=second, judgement_reason="As it was sent.")
    AppointmentFactory(person=sent.lead, role__slug="visiting-councillor")
    VisitVersionFactory(visit=sent, report={"answers": {}, "visit": SENT, "points": []})
    return services.return_visit(visit=sent, because="Say more.", by=officer, at=NOW)


def amend(visit, **columns):
    held = Visit.objects.get(pk=visit.pk)
    return services.save_part(visit=held, answers={}, version=held.version, by=held.lead, at=NOW, **columns)


@pytest.mark.parametrize(("column", "nothing"), [("visited_on", None), ("judgement", ""), ("judgement_reason", " ")])
def test_what_every_sent_report_has_is_not_emptied(visit, column, nothing):
    with pytest.raises(ValidationError) as said:
        amend(visit, **{column: nothing})
    assert list(said.value.message_dict) == [column]


def test_box_emptied_on_the_page_comes_back_with_all_that_was_typed(visit):
    author = PersonsClient(visit.lead)
    address = reverse("visits:part-update", args=[visit.public_id, "judgement"])
    typed = {"judgement": "mostly", "judgement_reason": "", "celebrate": "A new piano.", "version": visit.version}
    page = author.post(address, typed)
    assert page.status_code == 200
    assert "Say why." in page.text
    assert "A new piano." in page.text


def test_others_copies_of_their_data_say_what_was_sent(visit):
    amend(visit, judgement="yes", judgement_reason="As it is being written.")
    for person in (visit.second, visit.lead):
        assert [row["Why"] for row in visits(person)] == ["As it was sent."]
        assert [row["Good enough for my own child?"] for row in visits(person)] == ["Mostly"]


def test_others_do_not_find_it_by_what_is_being_written(visit, officer):
    amend(visit, judgement="not-yet")
    page = PersonsClient(officer).get(reverse("visits:visit-list"), {"judgement": "not-yet"}).text
    assert str(visit.public_id) not in page


def test_point_under_amendment_is_not_read_by_its_address(visit, officer):
    PointFactory(visit=visit, title="A new point")
    point = visit.points.get()
    for name in ("point-answer", "point-tell"):
        page = PersonsClient(officer).get(reverse(f"visits:{name}", args=[point.public_id]))
        assert "A new point" not in page.text
