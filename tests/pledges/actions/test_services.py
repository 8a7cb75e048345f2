"""The register of actions: one door, dates that stay in sight, a check by somebody else, and the duty it proves."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from pledges import services
from pledges.models import Action, ActionNote, PledgeSettings
from tests.factories.corpparent import NOW
from tests.factories.members import AppointmentFactory, PersonFactory
from tests.factories.pledges import ActionFactory, PledgeSettingsFactory, VoiceFactory
from tests.members.duties.deeds import TODAY, on, state

pytestmark = pytest.mark.django_db

Status = Action.Status
DAY = NOW.date()


def appointed(role="committee-member", **terms):
    return AppointmentFactory(role__slug=role, **terms).person


@pytest.fixture
def owner():
    return appointed()


@pytest.fixture
def clerk():
    return appointed("democratic-services-officer")


def raise_action(owner, by=None, at=NOW, days=28, **fields):
    given = {
        "title": "Agree that passes run in the holidays",
        "why": "Young people stay in.",
        "due_on": at.date() + timedelta(days=days),
        "source": VoiceFactory().reference,
        "theme": "ordinary-life",
    } | fields
    return services.raise_action(owner=owner, by=by, at=at, **given)


def types_of(action):
    return list(Event.objects.filter(subject_id=action.public_id).order_by("number").values_list("type", flat=True))


def story(action):
    return list(action.notes.order_by("pk").values_list("kind", flat=True))


def test_raised_with_its_source_and_asked_of_its_owner(owner, clerk):
    action = raise_action(owner, by=clerk)
    assert (action.status, action.due_on, action.first_due_on) == (Status.OPEN, action.due_on, action.due_on)
    assert action.source.kind == "voice"
    assert types_of(action) == ["action-raised", "action-asked"]
    asked = Event.objects.get(type="action-asked")
    assert (asked.counts_for_id, asked.details) == (owner.public_id, {"days": 28})
    assert Notice.objects.get().person_id == owner.public_id


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"days": -1}, "due_on", "This day has passed. Enter a day that is still to come."),
        ({"title": ""}, "title", "This field cannot be blank."),
        ({"why": "Ring 01632 960123 about it."}, "why", "There is a telephone number in line 1."),
        ({"theme": "nonsense"}, "theme", "is not a valid choice"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(owner, clerk, fields, field, sentence):
    with pytest.raises(ValidationError) as problem:
        raise_action(owner, by=clerk, **fields)
    assert sentence in " ".join(problem.value.message_dict[field])
    assert not Action.objects.exists()


def test_an_owner_without_an_appointment_is_refused(clerk):
    with pytest.raises(ValidationError, match="holds no appointment today"):
        raise_action(PersonFactory(), by=clerk)


def test_a_stranger_raises_nothing(owner):
    with pytest.raises(NotAllowed):
        raise_action(owner, by=PersonFactory())


def test_the_same_action_twice_on_a_day_is_one(owner, clerk):
    source = VoiceFactory().reference
    first = raise_action(owner, by=clerk, source=source)
    assert raise_action(owner, by=clerk, source=source, at=NOW + timedelta(seconds=2), days=28) == first
    assert types_of(first) == ["action-raised", "action-asked"]
    assert raise_action(owner, by=clerk, source=source, title="Ask the bus company") != first
    assert raise_action(owner, by=clerk) != first


def test_nobody_else_adds_to_the_register():
    """`raise_action` is the one door."""
    root = Path(settings.BASE_DIR)
    doors = [
        path.relative_to(root).as_posix()
        for app in ("corpparent", "members", "pledges", "visits", "reports")
        for path in sorted((root / app).rglob("*.py"))
        if re.search(
            r"\bAction\(\s|\bAction\(\w|Action\.objects\.(?:create|bulk_create|get_or_create)", path.read_text()
        )
        and "class Action(" not in path.read_text()
    ]
    assert doors == ["pledges/services/actions.py"]


def test_moving_the_date_keeps_the_first_in_sight(owner, clerk):
    action = raise_action(owner, by=clerk)
    first = action.due_on
    for days in (60, 90):
        due_on = DAY + timedelta(days=days)
        action = services.move_action(
            action=action, due_on=due_on, because="They meet later.", version=action.version, by=clerk, at=NOW
        )
    assert (action.first_due_on, action.due_on, action.times_moved) == (first, DAY + timedelta(days=90), 2)
    assert story(action) == ["moved", "moved"]
    assert types_of(action)[2:5] == ["action-released", "action-moved", "action-asked"]


def test_the_same_day_again_is_no_move(owner, clerk):
    action = raise_action(owner, by=clerk)
    services.move_action(action=action, due_on=action.due_on, because="No.", version=action.version, by=clerk, at=NOW)
    assert story(action) == []


def test_a_stale_form_is_refused(owner, clerk):
    action = raise_action(owner, by=clerk)
    seen, due_on = action.version, DAY + timedelta(days=50)
    services.move_action(action=action, due_on=due_on, because="Later.", version=seen, by=clerk, at=NOW)
    with pytest.raises(Stale):
        services.move_action(action=action, due_on=DAY, because="Sooner.", version=seen, by=clerk, at=NOW)


@pytest.mark.parametrize("deed", [services.send_back_action, services.drop_action])
def test_a_reason_is_asked_for(owner, clerk, deed):
    action = raise_action(owner, by=clerk)
    services.finish_action(action=action, words="Done.", by=owner, at=NOW)
    with pytest.raises(ValidationError, match="Say why"):
        deed(action=action, because=" ", by=clerk, at=NOW)


def test_done_is_checked_by_somebody_else(owner, clerk):
    action = raise_action(owner, by=owner)
    action = services.finish_action(action=action, words="The company agreed.", by=owner, at=NOW)
    assert action.status == Status.TO_CHECK
    with pytest.raises(NotAllowed, match=r"You do this action, so somebody else checks that it is done\."):
        services.check_action(action=action, by=owner, at=NOW)
    action = services.check_action(action=action, by=clerk, at=NOW)
    assert (action.status, action.checked_by, action.ended_at) == (Status.DONE, clerk, NOW)
    assert story(action) == ["done", "checked"]


def test_only_its_owner_says_that_it_is_done(owner, clerk):
    action = raise_action(owner, by=clerk)
    with pytest.raises(NotAllowed, match=f"Only {owner.name}, who does it, says that it is done."):
        services.finish_action(action=action, words="Done.", by=clerk, at=NOW)


def test_another_councillor_does_not_check(owner, clerk):
    action = raise_action(owner, by=clerk)
    services.finish_action(action=action, words="Done.", by=owner, at=NOW)
    with pytest.raises(NotAllowed, match="Only whoever raised this action"):
        services.check_action(action=action, by=appointed("councillor"), at=NOW)


def test_where_no_check_is_asked_the_owner_ends_it(owner, clerk):
    PledgeSettingsFactory(is_check_required=False)
    action = raise_action(owner, by=clerk)
    action = services.finish_action(action=action, words="Done.", by=owner, at=NOW)
    assert action.status == Status.DONE
    assert types_of(action)[-1] == "action-completed"


def test_pressing_twice_is_once(owner, clerk):
    action = raise_action(owner, by=clerk)
    for _ in range(2):
        services.note_action(action=action, words="They answer next week.", by=clerk, at=NOW)
        services.finish_action(action=action, words="Done.", by=owner, at=NOW)
    for _ in range(2):
        services.check_action(action=action, by=clerk, at=NOW)
    assert story(action) == ["note", "done", "checked"]
    assert types_of(action).count("action-completed") == 1


def test_sent_back_and_opened_again(owner, clerk):
    action = raise_action(owner, by=clerk)
    services.finish_action(action=action, words="Done.", by=owner, at=NOW)
    action = services.send_back_action(action=action, because="Not in August.", by=clerk, at=NOW)
    assert (action.status, action.done_at) == (Status.OPEN, None)
    services.finish_action(action=action, words="Now it is.", by=owner, at=NOW)
    services.check_action(action=action, by=clerk, at=NOW)
    due_on = DAY + timedelta(days=10)
    action = services.reopen_action(action=action, because="It stopped again.", due_on=due_on, by=clerk, at=NOW)
    assert (action.status, action.times_reopened, action.due_on) == (Status.OPEN, 1, due_on)


def test_given_to_another(owner, clerk):
    action, other = raise_action(owner, by=clerk), appointed()
    action = services.give_action(
        action=action, owner=other, because="She knows them.", version=action.version, by=clerk, at=NOW
    )
    assert action.owner == other
    released = Event.objects.get(type="action-released")
    assert released.counts_for_id == owner.public_id
    assert Event.objects.filter(type="action-asked").latest("number").counts_for_id == other.public_id


def test_the_record_never_holds_the_title_of_an_exempt_action(owner, clerk):
    action = raise_action(owner, by=clerk, access=Action.Access.EXEMPT, title="Close the Juniper home")
    assert not [event for event in Event.objects.filter(subject_id=action.public_id) if "Juniper" in str(event.private)]


def test_reminded_before_and_on_the_day_and_escalated_once(owner, clerk):
    lead, director = appointed("lead-member"), appointed("director-of-childrens-services")
    action = raise_action(owner, by=clerk, days=10)
    assert services.sweep_actions(NOW + timedelta(days=2)) == 0
    assert services.sweep_actions(NOW + timedelta(days=3)) == 1
    assert services.sweep_actions(NOW + timedelta(days=4)) == 0
    assert services.sweep_actions(NOW + timedelta(days=10)) == 1  # and on the day itself
    assert services.sweep_actions(NOW + timedelta(days=11)) == 0
    assert services.sweep_actions(NOW + timedelta(days=10 + PledgeSettings.current().escalate_days)) == 0
    late = NOW + timedelta(days=11 + PledgeSettings.current().escalate_days)
    assert services.sweep_actions(late) == 1
    assert services.sweep_actions(late) == 0
    assert story(action) == [ActionNote.Kind.ESCALATED]
    told = set(Notice.objects.filter(matter__startswith="action-late").values_list("person_id", flat=True))
    assert told == {lead.public_id, director.public_id}


def test_a_late_action_given_to_another_is_escalated_afresh(owner, clerk):
    lead, other = appointed("lead-member"), appointed()
    action = raise_action(owner, by=clerk, days=10)
    late = NOW + timedelta(days=11 + PledgeSettings.current().escalate_days)
    services.sweep_actions(late)
    action.refresh_from_db()
    action = services.give_action(
        action=action, owner=other, because="She knows them.", version=action.version, by=clerk, at=late
    )
    assert action.escalated_at is None
    services.sweep_actions(late + timedelta(minutes=1))
    services.sweep_actions(late + timedelta(minutes=2))
    assert story(action).count(ActionNote.Kind.ESCALATED) == 2
    assert Notice.objects.filter(matter__startswith="action-late", person_id=lead.public_id).count() == 2


def test_t4_is_due_while_an_action_waits_and_met_when_it_is_checked():
    owner = appointed(starts_on=on(-300).date())
    clerk = appointed("democratic-services-officer")
    assert state(owner, "T4") == "not-asked"
    action = raise_action(owner, by=clerk, at=on(-20), days=10)
    assert state(owner, "T4", -15) == "due"
    assert state(owner, "T4") == "overdue"
    action = services.move_action(
        action=action, due_on=on(5).date(), because="Later.", version=action.version, by=clerk, at=TODAY
    )
    assert state(owner, "T4") == "due"
    services.finish_action(action=action, words="Done.", by=owner, at=on(1))
    assert state(owner, "T4", 1) == "due"  # nobody has checked it yet
    services.check_action(action=action, by=clerk, at=on(2))
    assert state(owner, "T4", 2) == "met"
    services.reopen_action(action=action, because="It stopped.", due_on=on(30).date(), by=clerk, at=on(3))
    assert state(owner, "T4", 3) == "due"


def test_t4_is_not_owed_for_what_was_given_away():
    owner, other = appointed(), appointed()
    clerk = appointed("democratic-services-officer")
    action = raise_action(owner, by=clerk, at=on(-2), days=1)
    services.give_action(
        action=action, owner=other, because="She does it.", version=action.version, by=clerk, at=on(-2)
    )
    assert (state(owner, "T4"), state(other, "T4")) == ("not-asked", "overdue")


def test_handing_over_gives_the_open_ones(owner, clerk):
    successor = appointed()
    action, done = raise_action(owner, by=clerk), ActionFactory(owner=owner, status="dropped", ended_at=NOW)
    services.hand_over_action(action=action, successor=successor, by=clerk, at=NOW)
    services.hand_over_action(action=done, successor=successor, by=clerk, at=NOW)
    action.refresh_from_db()
    done.refresh_from_db()
    assert (action.owner, done.owner) == (successor, owner)
