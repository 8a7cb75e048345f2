"""What decisions mean for children: a second person signs off, every corporate parent is asked, and U3 turns green."""

import time
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from members.roles import CHECKS_OFFICER, COUNCILLOR, DCS, DEMOCRATIC_SERVICES_OFFICER
from reports.committees import services
from reports.committees.models import Implication, ImplicationReader
from reports.committees.rules.implications import PROMPTS
from reports.committees.waiting.implications import needs
from tests.factories.members import AppointmentFactory
from tests.members.duties.deeds import TODAY, state

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

SINCE = TODAY.date() - timedelta(days=400)


def holder(role, starts_on=SINCE):
    return AppointmentFactory(role__slug=role, starts_on=starts_on).person


@pytest.fixture
def officer():
    return holder(DEMOCRATIC_SERVICES_OFFICER)


@pytest.fixture
def director():
    return holder(DCS)


def entered(by, **fields):
    given = {
        "title": "Late buses",
        "decided_by": "Cabinet",
        "decided_on": TODAY.date(),
        "directorate": "Place",
        "link": "",
        "has_section": True,
        "answers": dict.fromkeys(PROMPTS, "It changes how they get home from college."),
        "summary": "Care leavers lose the late bus.",
        "names_explained": "",
    }
    return services.enter_implication(by=by, at=TODAY, **(given | fields))


def shared(officer, director):
    one = entered(officer)
    services.sign_off_implication(implication=one, version=1, by=director, at=TODAY)
    return services.share_implication(implication=one, by=officer, at=TODAY)


def types():
    return list(Event.objects.order_by("number").values_list("type", flat=True))


def test_u3_is_asked_of_every_parent_and_met_by_reading(officer, director):
    person = holder(COUNCILLOR)
    one = shared(officer, director)
    assert state(person, "U3") == "due"
    assert state(person, "U3", 29) == "overdue"
    assert Notice.objects.filter(person_id=person.public_id, path=f"/implications/{one.public_id}/").count() == 1
    assert [need.about for need in needs(person.standing_on(TODAY.date()))] == ["Late buses"]
    for _ in range(2):
        services.read_implication(implication=one, by=person, at=TODAY + timedelta(days=1))
    assert state(person, "U3", 29) == "met"
    assert types().count("implications-read") == 1
    assert not list(needs(person.standing_on(TODAY.date())))


def test_shared_twice_asks_once_and_who_owes_no_duty_is_not_asked(officer, director):
    holder(COUNCILLOR)
    other = holder(CHECKS_OFFICER)
    one = shared(officer, director)
    services.share_implication(implication=one, by=officer, at=TODAY)
    assert types().count("implications-shared") == ImplicationReader.objects.count()
    assert types().count("implication-sent") == 1
    with pytest.raises(NotAllowed):
        services.read_implication(implication=one, by=other, at=TODAY)


def test_who_is_appointed_later_is_asked_by_the_sweep_for_a_while(officer, director):
    shared(officer, director)
    assert services.sweep_implications(TODAY) == 0
    holder(COUNCILLOR, TODAY.date())
    assert services.sweep_implications(TODAY + timedelta(days=93)) == 0
    assert services.sweep_implications(TODAY + timedelta(days=1)) == 1
    assert services.sweep_implications(TODAY + timedelta(days=1)) == 0


def test_a_hundred_and_twenty_parents_are_asked_within_seconds(officer, director):
    AppointmentFactory.create_batch(120, role__slug=COUNCILLOR, starts_on=SINCE)
    begun = time.monotonic()
    one = shared(officer, director)
    assert one.readers.count() >= 120
    assert time.monotonic() - begun < 20


def test_nobody_signs_off_what_they_wrote_and_nothing_changes_afterwards(officer, director):
    one = entered(officer)
    with pytest.raises(NotAllowed, match="Somebody else"):
        services.sign_off_implication(implication=one, version=1, by=officer, at=TODAY)
    with pytest.raises(NotAllowed, match="second person"):
        services.share_implication(implication=one, by=officer, at=TODAY)
    services.sign_off_implication(implication=one, version=1, by=director, at=TODAY)
    with pytest.raises(NotAllowed, match="stays as it is"):
        services.change_implication(implication=one, version=2, by=officer, at=TODAY, title="Another")


def test_without_a_section_there_is_nothing_to_sign_off(officer, director):
    one = entered(officer, has_section=False, answers={}, summary="")
    with pytest.raises(NotAllowed, match="no section"):
        services.sign_off_implication(implication=one, version=1, by=director, at=TODAY)


def test_every_prompt_is_answered_and_no_child_is_named(officer):
    answers = dict.fromkeys(PROMPTS, "No change.") | {"heard": ""}
    with pytest.raises(ValidationError) as problem:
        entered(officer, answers=answers, summary="NHS number 943 476 5919 loses it.")
    assert set(problem.value.message_dict) == {"heard", "summary"}
    assert not Implication.objects.exists()


def test_events_hold_no_words_of_it(officer, director):
    shared(officer, director)
    assert "late bus" not in str(list(Event.objects.values_list("details", flat=True)))
    assert len(PROMPTS) == 7
