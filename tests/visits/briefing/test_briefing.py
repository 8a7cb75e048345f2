"""What a visitor reads before they go, and to whom the page says where the home is."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from members.models import Check
from members.roles import ADMINISTRATOR, CHIEF_EXECUTIVE, DCS, VISITING_COUNCILLOR
from tests.factories.members import CouncilFactory
from tests.factories.visits import (
    AnswerFactory,
    HomeFactory,
    InspectionFactory,
    PointFactory,
    ResponseFactory,
    RotaSlotFactory,
    TurnFactory,
    VisitFactory,
)
from tests.plugins.people import PersonsClient
from tests.visits.cleared import visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]
ADDRESS, PHONE = "18 Invented Way, Larchford", "01632 960 118"
ROOT = Path(__file__).parents[3]


@pytest.fixture
def today(council):
    return timezone.localdate()


@pytest.fixture
def slot(today):
    home = HomeFactory(alias="Juniper", address=ADDRESS, phone=PHONE)
    return RotaSlotFactory(home=home, starts_on=today + timedelta(days=14), due_on=today + timedelta(days=20))


@pytest.fixture
def going(slot, today):
    """Somebody who took the visit."""
    person = visitor(trained_on=today - timedelta(days=30))
    TurnFactory(slot=slot, person=person, status="taken")
    return PersonsClient(person)


def text(answer):
    return " ".join(answer.content.decode().split())


def briefing(slot):
    return f"/rota/{slot.public_id}/briefing/"


def move(slot, **fields):
    for name, value in fields.items():
        setattr(slot, name, value)
    slot.save()


def test_whoever_goes_sees_where(slot, going):
    answer = going.get(briefing(slot))
    assert "You may make this visit." in text(answer)
    assert ADDRESS in text(answer)
    assert PHONE in text(answer)
    assert "no-store" in answer.headers["Cache-Control"]


def test_on_paper_it_is_left_out(slot, going):
    shown = text(going.get(f"{briefing(slot)}?without=address"))
    assert "You may make this visit." in shown
    assert ADDRESS not in shown
    assert PHONE not in shown


def test_not_before_fourteen_days(slot, going, today):
    move(slot, starts_on=today + timedelta(days=15))
    assert ADDRESS not in text(going.get(briefing(slot)))


@pytest.mark.parametrize("status", ["visited", "cancelled"])
def test_not_when_it_is_over(slot, going, status):
    move(slot, status=status)
    shown = text(going.get(briefing(slot)))
    assert ADDRESS not in shown
    assert PHONE not in shown


def test_not_to_who_may_not_go_any_more(slot, going, today):
    Check.objects.update(ends_on=today)
    shown = text(going.get(briefing(slot)))
    assert "You may not make this visit yet.</strong> No enhanced check in force" in shown
    assert ADDRESS not in shown


def test_not_to_who_was_only_asked(slot, today):
    person = visitor(trained_on=today - timedelta(days=30))
    TurnFactory(slot=slot, person=person)
    assert ADDRESS not in text(PersonsClient(person).get(briefing(slot)))


@pytest.mark.parametrize("role", [DCS, VISITING_COUNCILLOR])
def test_others_read_it_without(slot, client_of, role):
    shown = text(client_of(role).get(briefing(slot)))
    assert "Points still open" in shown
    assert ADDRESS not in shown
    assert PHONE not in shown


@pytest.mark.parametrize("role", [ADMINISTRATOR, CHIEF_EXECUTIVE, "home-manager"])
def test_not_for_everybody(slot, client_of, role):
    assert client_of(role).get(briefing(slot)).status_code == 403


def test_what_was_asked_what_is_open_and_what_inspectors_found(slot, going, today):
    CouncilFactory().__class__.objects.update(worried_phone="01632 960 500")
    last = VisitFactory(sent=True, home=slot.home, visited_on=today - timedelta(days=90))
    AnswerFactory(visit=last, question="asked", said="Come at tea time.")
    late = PointFactory(visit=last, title="Shower has low pressure", theme="health")
    ResponseFactory(point=late, reason="The plumber comes.", action__due_on=today - timedelta(days=12))
    PointFactory(visit=last, title="Gate bangs")
    PointFactory(visit=last, title="Mended long ago", resolved="yes", resolved_at=timezone.now())
    InspectionFactory(home=slot.home, requirements=1)
    shown = text(going.get(briefing(slot)))
    for words in (
        "Come at tea time.",
        "Shower has low pressure",
        "Late by 12 days",
        "The plumber comes.",
        "The home has not answered yet.",
        "Good",
        "Full inspection, 11 March 2026. Inspectors asked for one thing.",
        "01632 960 500",
        "not a Regulation 44 report",
    ):
        assert words in shown
    assert "Mended long ago" not in shown


def test_an_inspection_that_is_not_published_yet_stays_out(slot, going, today):
    InspectionFactory(home=slot.home, published_on=today + timedelta(days=1))
    assert "No published inspection" in text(going.get(briefing(slot)))


def test_nothing_else_reads_where_a_home_is():
    """Only the briefing, and the form with which officers write it down."""
    may = {"showing/briefing.py", "briefing_detail.html"}
    sources = [*(ROOT / "visits").rglob("*.py"), *(ROOT / "templates").rglob("*.html")]
    readers = [path for path in sources if any(part in path.read_text() for part in ("home.address", "home.phone"))]
    assert [path.name for path in readers if not any(str(path).endswith(one) for one in may)] == []
