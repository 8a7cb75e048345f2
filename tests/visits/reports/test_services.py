"""A report: begun once, kept half done, sent once, returned and sent again; nothing lost, nothing twice."""

import uuid
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from tests.factories.learning import CheckFactory
from tests.factories.members import AppointmentFactory
from tests.factories.visits import (
    NOW,
    HomeFactory,
    HomePostFactory,
    RotaSlotFactory,
    TurnFactory,
    VisitSettingsFactory,
)
from visits import services
from visits.models import RotaSlot, Turn, Visit
from visits.questions import parts

pytestmark = pytest.mark.django_db

TODAY = NOW.date()
NEEDED = {
    one.slug: (one.choices[0] if one.choices else "2") for part in parts().values() for one in part.asked if one.needed
}


@pytest.fixture
def lead():
    VisitSettingsFactory(shadow_visits=0)
    person = AppointmentFactory(role__slug="visiting-councillor").person
    CheckFactory(person=person, kind="dbs-enhanced", ends_on=None)
    return person


@pytest.fixture
def slot(lead):
    taken = RotaSlotFactory(
        status=RotaSlot.Status.TAKEN, home__opened_on=date(2026, 1, 1), alone_because="The other is ill."
    )
    TurnFactory(slot=taken, person=lead, status=Turn.Status.TAKEN)
    return taken


def start(slot, by, **given):
    return services.start_visit(**{"slot": slot, "key": uuid.uuid4(), "by": by, "at": NOW} | given)


def written(visit, at=NOW, **columns):
    """All that is needed."""
    given = {"visited_on": TODAY, "judgement": "mostly", "judgement_reason": "Warm and lively."} | columns
    visit.refresh_from_db()
    return services.save_part(visit=visit, answers=NEEDED, version=visit.version, by=visit.lead, at=at, **given)


def send(visit, at=NOW):
    return services.send_visit(visit=visit, by=visit.lead, at=at)


def types_of():
    return list(Event.objects.order_by("number").values_list("type", flat=True))


def test_begun_twice_is_one_draft(slot, lead):
    first = start(slot, lead)
    assert start(slot, lead) == first
    assert [answer["holds"] for answer in first.gate] == [True] * len(first.gate)
    assert types_of() == ["visit-started"]


def test_only_the_lead_begins(slot):
    with pytest.raises(NotAllowed, match="took the lead"):
        start(slot, AppointmentFactory(role__slug="visiting-councillor").person)


def test_two_visit_together_or_one_says_why(slot, lead):
    slot.alone_because = ""
    slot.save()
    with pytest.raises(NotAllowed, match="why you go alone"):
        start(slot, lead)
    TurnFactory(slot=slot, part=Turn.Part.SECOND, status=Turn.Status.TAKEN)
    assert start(slot, lead).second is not None


def test_not_begun_by_a_visitor_whose_check_ran_out_yesterday(slot, lead):
    lead.checks.update(ends_on=TODAY - timedelta(days=1))
    with pytest.raises(NotAllowed, match="check"):
        start(slot, lead)


def test_kept_half_done_by_its_author_alone(slot, lead):
    visit = start(slot, lead)
    saved = services.save_part(visit=visit, answers={"children-met": "2"}, version=1, by=lead, at=NOW, step="who")
    assert (saved.step, saved.version, saved.status) == ("who", 2, Visit.Status.DRAFT)
    assert types_of() == ["visit-started"]
    with pytest.raises(Stale):
        services.save_part(visit=visit, answers={"children-met": "3"}, version=1, by=lead, at=NOW)
    with pytest.raises(NotAllowed, match="who leads this visit"):
        services.save_part(visit=visit, answers={}, version=2, by=AppointmentFactory().person, at=NOW)


@pytest.mark.parametrize(
    "answers",
    [
        {"children-met": "many"},
        {"children-met": "٣"},
        {"children-met": "9" * 20},
        {"internet": "Perhaps"},
        {"no-such": "x"},
    ],
)
def test_what_is_no_answer_says_where(slot, lead, answers):
    with pytest.raises(ValidationError) as refused:
        services.save_part(visit=start(slot, lead), answers=answers, version=1, by=lead, at=NOW)
    assert set(refused.value.message_dict) == set(answers)


def test_words_that_point_at_a_child_are_kept_in_the_draft_and_not_sent(slot, lead):
    visit = written(start(slot, lead), judgement_reason="She was born on 4 May 2013.")
    with pytest.raises(ValidationError) as refused:
        send(visit)
    assert "judgement_reason" in refused.value.message_dict
    visit.refresh_from_db()
    assert visit.status == Visit.Status.DRAFT
    assert visit.judgement_reason == "She was born on 4 May 2013."


def test_what_is_missing_is_named_by_part(slot, lead):
    visit = start(slot, lead)
    services.save_part(visit=visit, answers={}, version=1, by=lead, at=NOW, visited_on=TODAY)
    with pytest.raises(ValidationError) as refused:
        send(visit)
    assert {"who", "voice", "judgement"} <= set(refused.value.message_dict)


@pytest.mark.parametrize("day", [None, TODAY + timedelta(days=1), date(2025, 12, 31)])
def test_a_day_to_come_or_before_the_home_opened(slot, lead, day):
    with pytest.raises(ValidationError) as refused:
        send(written(start(slot, lead), visited_on=day))
    assert "visited_on" in refused.value.message_dict


def test_not_sent_after_a_visit_without_a_check_and_not_lost(slot, lead):
    visit = written(start(slot, lead))
    lead.checks.update(ends_on=TODAY - timedelta(days=1))
    with pytest.raises(NotAllowed, match="check"):
        send(visit)
    assert Visit.objects.get().status == Visit.Status.DRAFT


def test_sent_once_however_often_it_is_pressed(slot, lead):
    HomePostFactory(home=slot.home, appointment__role__slug="home-manager")
    visit = written(start(slot, lead))
    for _ in range(3):
        sent = send(visit)
    assert sent.status == Visit.Status.SUBMITTED
    assert sent.answer_by == date(2026, 9, 15)  # ten working days after 1 September
    submitted = Event.objects.get(type="visit-submitted")
    assert (submitted.subject_id, submitted.counts_for_id) == (slot.public_id, lead.public_id)
    assert Notice.objects.count() == 1
    assert sent.versions.count() == 1
    slot.refresh_from_db()
    assert slot.status == RotaSlot.Status.VISITED


def test_it_counts_for_both_visitors(slot, lead):
    second = AppointmentFactory(role__slug="visiting-councillor").person
    TurnFactory(slot=slot, person=second, part=Turn.Part.SECOND, status=Turn.Status.TAKEN)
    send(written(start(slot, lead)))
    counted = set(Event.objects.filter(type="visit-submitted").values_list("counts_for_id", flat=True))
    assert counted == {lead.public_id, second.public_id}


def test_returned_amended_and_both_versions_stay(slot, lead):
    visit = send(written(start(slot, lead)))
    officer = AppointmentFactory(role__slug="democratic-services-officer").person
    with pytest.raises(NotAllowed, match="return a report"):
        services.return_visit(visit=visit, because="Say more.", by=lead, at=NOW)
    with pytest.raises(ValidationError):
        services.return_visit(visit=visit, because=" ", by=officer, at=NOW)
    for _ in range(2):
        services.return_visit(visit=visit, because="Say what the kitchen is like.", by=officer, at=NOW)
    again = send(written(visit, judgement_reason="Warm. The kitchen is open."))
    assert [one.report["visit"]["judgement_reason"] for one in again.versions.all()] == [
        "Warm and lively.",
        "Warm. The kitchen is open.",
    ]
    assert types_of() == ["visit-started", "visit-submitted", "visit-returned", "visit-amended"]


def test_points_are_written_with_the_report_alone(slot, lead):
    visit = start(slot, lead)
    given = {"title": "Gate", "saw": "It does not shut.", "theme": "settled-home"}
    point = services.add_point(visit=visit, by=lead, at=NOW, **given)
    assert services.add_point(visit=visit, by=lead, at=NOW, **given) == point
    changed = services.change_point(point=point, version=1, by=lead, at=NOW, severity="soon")
    with pytest.raises(Stale):
        services.change_point(point=point, version=1, by=lead, at=NOW, severity="urgent")
    send(written(visit))
    for deed in (services.remove_point, lambda **who: services.change_point(version=2, **who)):
        with pytest.raises(NotAllowed, match="sent"):
            deed(point=changed, by=lead, at=NOW)


def test_a_worry_is_only_that_it_was_passed_on(slot, lead):
    visit = start(slot, lead)
    with pytest.raises(ValidationError):
        services.pass_on(visit=visit, to="Front door", passed_on_at=NOW + timedelta(hours=1), by=lead, at=NOW)
    for _ in range(2):
        passed = services.pass_on(visit=visit, to="Front door", passed_on_at=NOW, by=lead, at=NOW)
    assert passed.is_exempt_for_ever
    assert types_of() == ["visit-started", "visit-passed-on"]


def test_a_home_that_closed(slot, lead):
    visit = written(start(slot, lead))
    slot.home.closed_on = TODAY - timedelta(days=1)
    slot.home.save()
    with pytest.raises(ValidationError, match="closed"):
        send(visit)
    assert HomeFactory().closed_on is None
