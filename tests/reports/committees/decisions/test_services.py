"""What a meeting decided: who writes it down, when, and that one decision becomes one action."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from pledges.models import Action
from reports.committees import services
from reports.committees.models import Decision
from tests.factories.committees import AgendaItemFactory, DecisionFactory
from tests.factories.members import AppointmentFactory
from tests.reports.committees.agendas.prepared import officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

AT = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)  # the day after the meetings of the factory
OPEN = {"kind": "decided", "access": "open", "title": "That the report is noted and comes back in March."}
RECORD = {"reasons": "Two homes close.", "alternatives": "None", "conflicts": "None", "dispensations": "None"}


def held_item(**fields):
    return AgendaItemFactory(**({"published": True, "meeting__held": True} | fields))


def record(item, by=None, **fields):
    return services.record_decision(item=item, by=by or officer(), at=AT, **(OPEN | fields))


def act(decision, by, **fields):
    wanted = {
        "title": "Bring the report back in March",
        "why": "The committee asked for it.",
        "owner": AppointmentFactory().person,
        "due_on": date(2027, 3, 31),
        "theme": decision_theme(),
    }
    return services.act_on_decision(decision=decision, by=by, at=AT, **(wanted | fields))


def decision_theme():
    return Action._meta.get_field("theme").choices[0][0]


def types():
    return list(Event.objects.filter(type__startswith="decision-").order_by("pk").values_list("type", flat=True))


def test_a_decision_is_written_down_once_however_often_it_is_sent():
    item, by = held_item(), officer()
    first = record(item, by, votes="Unanimous")
    assert record(item, by, votes="Unanimous").pk == first.pk
    second = record(item, by, title="That the chair writes to the bus company.")
    assert (first.number, second.number) == (1, 2)
    assert types() == ["decision-recorded", "decision-recorded"]
    assert Event.objects.filter(type="decision-recorded").first().details == {"kind": "decided", "access": "open"}


def test_who_does_not_keep_papers_writes_nothing_down():
    with pytest.raises(NotAllowed):
        record(held_item(), officer("councillor"))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"meeting__held": False}, "not published yet"),
        ({"meeting__held": False, "meeting__published": True, "meeting__meets_on": date(2026, 12, 4)}, "4 December"),
        ({"meeting__held": False, "meeting__status": "cancelled", "meeting__cancelled_because": "Snow"}, "cancelled"),
        ({"published": False}, "item is not published"),
        ({"withdrawn_because": "Not ready."}, "withdrawn"),
    ],
)
def test_it_is_written_down_from_the_day_of_the_meeting_on(fields, words):
    with pytest.raises(NotAllowed, match=words):
        record(held_item(**fields))


def test_it_can_be_written_down_during_the_meeting():
    item = held_item(meeting__held=False, meeting__published=True, meeting__meets_on=date(2026, 12, 3))
    assert record(item).published_at is None


def test_a_recommendation_says_to_whom_and_a_decision_does_not():
    item = held_item()
    with pytest.raises(ValidationError) as problem:
        record(item, kind="recommended")
    assert set(problem.value.error_dict) == {"recommended_to"}
    assert record(item, kind="recommended", recommended_to="Cabinet").recommended_to == "Cabinet"
    assert record(item, recommended_to="Cabinet").recommended_to == ""


def test_an_executive_decision_has_the_whole_record():
    item = held_item(meeting__body__regime="executive")
    with pytest.raises(ValidationError) as problem:
        record(item)
    assert set(problem.value.error_dict) == {"reasons", "alternatives", "conflicts", "dispensations"}
    made = record(item, is_key=True, **RECORD)
    assert (made.is_key, made.reasons, made.alternatives) == (True, "Two homes close.", "None")
    assert record(item, kind="noted").reasons == ""


def test_other_bodies_keep_no_executive_record():
    made = record(held_item(meeting__body__regime="council-committee"), is_key=True, **RECORD)
    assert (made.is_key, made.reasons, made.conflicts) == (False, "", "")


def test_an_identifier_of_a_child_is_refused_in_every_text():
    item = held_item(meeting__body__regime="executive")
    number = "Born 12/03/2014"
    with pytest.raises(ValidationError) as problem:
        record(item, title=number, votes=number, **dict.fromkeys(RECORD, number))
    assert set(problem.value.error_dict) == {"title", "votes", *RECORD}
    assert not Decision.objects.exists()


def test_a_draft_is_changed_and_taken_away_and_a_published_one_stays():
    by = officer()
    made = record(held_item(), by)
    changed = services.change_decision(decision=made, version=1, by=by, at=AT, **(OPEN | {"votes": "6 for"}))
    assert (changed.votes, changed.version) == ("6 for", 2)
    with pytest.raises(Stale):
        services.change_decision(decision=made, version=1, by=by, at=AT, **OPEN)
    with pytest.raises(Stale):
        services.publish_decision(decision=made, version=1, by=by, at=AT)
    for _ in range(2):
        services.publish_decision(decision=made, version=2, by=by, at=AT)
    with pytest.raises(NotAllowed, match="stays as it is"):
        services.change_decision(decision=made, version=3, by=by, at=AT, **OPEN)
    with pytest.raises(NotAllowed, match="stays as it is"):
        services.remove_decision(decision=made, by=by, at=AT)
    assert types() == ["decision-recorded", "decision-changed", "decision-published"]


def test_a_draft_taken_away_twice_is_gone_once():
    by = officer()
    made = record(held_item(), by)
    for _ in range(2):
        services.remove_decision(decision=made, by=by, at=AT)
    assert types() == ["decision-recorded", "decision-removed"]


def test_one_decision_has_one_action_however_often_it_is_pressed():
    by = officer()
    decision = DecisionFactory(published=True, item__meeting__held=True)
    first = act(decision, by)
    again = act(decision, by, title="Something else")
    assert first.action_id == again.action_id == Action.objects.get().pk
    action = Action.objects.get()
    assert (action.source_kind, action.source_id) == ("decision", decision.public_id)
    assert (action.body, action.access) == (decision.item.meeting.body, "open")
    assert types() == ["decision-answered"]


def test_the_action_of_an_exempt_decision_is_exempt_and_says_its_public_title():
    decision = DecisionFactory(
        published=True,
        item__meeting__held=True,
        title="That the home in Canary Lane is bought.",
        access="confidential",
        public_title="A property matter",
        interest="Given by a department",
    )
    action = act(decision, officer()).action
    assert (action.access, action.source_label) == ("exempt", "A property matter")


def test_the_action_of_a_meeting_in_private_is_for_members():
    decision = DecisionFactory(published=True, item__meeting__held=True, item__meeting__is_public=False)
    assert act(decision, officer()).action.access == "members"


def test_a_draft_has_no_action_and_a_reason_goes_once_there_is_one():
    by = officer()
    with pytest.raises(NotAllowed, match="Publish the decision first"):
        act(DecisionFactory(item__meeting__held=True), by)
    decision = DecisionFactory(published=True, item__meeting__held=True)
    for _ in range(2):
        left = services.leave_decision(decision=decision, because="The Cabinet did not accept it.", by=by, at=AT)
    assert left.no_action_because == "The Cabinet did not accept it."
    assert act(decision, by).no_action_because == ""
    with pytest.raises(NotAllowed, match="an action already"):
        services.leave_decision(decision=decision, because="It is done.", by=by, at=AT)
    assert types() == ["decision-left", "decision-answered"]
