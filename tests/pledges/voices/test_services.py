"""What was heard: from writing it down to telling children what came of it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members.facts.ledger import ledger
from pledges import services
from pledges.models import Voice
from tests.factories.bodies import BodyFactory
from tests.factories.members import AppointmentFactory
from tests.factories.pledges import PledgeFactory, PromiseFactory, VoiceFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
TODAY = AT.date()
SAID = {
    "heard_on": date(2026, 10, 2),
    "source": "young-people",
    "how": "childrens-council",
    "theme": "ordinary-life",
    "said": "Bus passes stop in the holidays.",
}


def holder(role, **fields):
    return AppointmentFactory(role__slug=role, **fields).person


@pytest.fixture
def participation():
    return holder("participation-officer")


@pytest.fixture
def councillor():
    return holder("visiting-councillor", level=2)


@pytest.fixture
def director():
    return holder("director-of-childrens-services", level=3)


def events(type_=None):
    found = Event.objects.filter(type=type_) if type_ else Event.objects.all()
    return list(found.order_by("number").values_list("type", flat=True))


def record(by, **fields):
    return services.record_voice(by=by, at=AT, **SAID | fields)


def challenge(by, **fields):
    return record(by, kind="challenge", body=fields.pop("body", None) or BodyFactory(), **fields)


def look(voice, by, person=None, at=AT):
    return services.look_at_voice(voice=voice, person=person or by, by=by, at=at)


def decide(voice, by, at=AT, outcome="Passes run all year.", is_changed=True):
    return services.decide_voice(voice=voice, is_changed=is_changed, outcome=outcome, by=by, at=at)


def tell(voice, by, told_on=TODAY, at=AT, told_how="At the children in care council"):
    return services.tell_back(voice=voice, told_on=told_on, told_how=told_how, by=by, at=at)


def test_record_voice_counts_for_each_who_listened(participation, councillor, director):
    promise = PromiseFactory(pledge=PledgeFactory(live=True))
    voice = record(participation, heard_by=[councillor, director, councillor], promises=[promise])
    assert events() == ["voice-heard", "voice-heard", "voice-recorded"]
    heard = Event.objects.filter(type="voice-heard")
    assert {one.counts_for_id for one in heard} == {councillor.public_id, director.public_id}
    assert heard.first().details == {"on": "2026-10-02", "theme": "ordinary-life", "how": "childrens-council"}
    assert "Bus" not in str(list(Event.objects.values()))
    assert list(voice.promises.all()) == [promise]
    assert voice.status == "heard"


@pytest.mark.usefixtures("council")
def test_record_voice_meets_the_duty_to_listen(councillor):
    def state():
        lines = ledger([councillor.public_id], TODAY)[councillor.public_id]
        return next(str(one.state) for one in lines if one.definition.code == "T3")

    before = state()
    record(councillor, heard_by=[councillor])
    assert (before == "met", state()) == (False, "met")


def test_record_voice_of_a_member_is_what_they_heard_themselves(councillor, director):
    with pytest.raises(NotAllowed, match="what you heard yourself"):
        record(councillor, heard_by=[director])
    with pytest.raises(NotAllowed, match="what you heard yourself"):
        record(councillor)
    assert not Voice.objects.exists()


def test_record_voice_not_by_an_officer_without_a_part_in_it():
    with pytest.raises(NotAllowed, match="Only corporate parents and the participation officer"):
        record(holder("performance-officer", level=0))


def test_record_voice_refuses_an_identifier_at_its_field(participation):
    with pytest.raises(ValidationError) as refused:
        record(participation, said="Ring me on 07700 900123 about the bus.")
    assert "telephone number" in str(refused.value.message_dict["said"])
    assert "07700" not in str(refused.value)
    assert events() == []


def test_record_voice_not_of_a_day_to_come(participation):
    with pytest.raises(ValidationError, match="still to come"):
        record(participation, heard_on=TODAY + timedelta(days=1))


def test_voice_goes_from_heard_to_told_back_with_one_event_each(participation, director):
    voice = record(participation)
    voice = look(voice, participation, director)
    voice = decide(voice, director)
    voice = tell(voice, participation)
    assert (voice.status, voice.looked_at_on, voice.decided_on, voice.told_on) == ("told-back", TODAY, TODAY, TODAY)
    assert events()[1:] == ["voice-looked-at", "voice-decided", "voice-told-back"]
    assert Notice.objects.get().person_id == director.public_id


def test_voice_skips_no_step_and_goes_none_back(participation):
    voice = record(participation)
    with pytest.raises(NotAllowed, match="Say who looks at it first"):
        decide(voice, participation)
    with pytest.raises(NotAllowed, match="Say first what came of it"):
        tell(voice, participation)
    decide(look(voice, participation), participation)
    with pytest.raises(NotAllowed, match="put right by a correction"):
        look(voice, participation)
    with pytest.raises(NotAllowed, match="put right by a correction"):
        decide(voice, participation, is_changed=False)


def test_look_at_voice_twice_is_once_and_another_may_take_it(participation, director):
    voice = look(record(participation), participation)
    look(voice, participation)
    assert events().count("voice-looked-at") == 1
    assert look(voice, participation, director).looked_at_by == director


def test_look_at_voice_not_by_somebody_without_an_appointment(participation):
    gone = holder("councillor", level=1, ends_on=date(2026, 1, 1))
    with pytest.raises(NotAllowed, match="has no appointment today"):
        look(record(participation), participation, gone)


def test_steps_are_not_for_a_member_whose_matter_it_is_not(participation, councillor):
    with pytest.raises(NotAllowed, match="take it further"):
        look(record(participation), councillor)


def test_tell_back_not_before_it_was_decided(participation):
    voice = decide(look(record(participation), participation), participation)
    with pytest.raises(ValidationError, match="Enter that day or a later one"):
        tell(voice, participation, told_on=date(2026, 10, 4))


def test_the_same_voice_twice_on_a_day_is_one_and_counts_once(participation, councillor):
    first = record(participation, heard_by=[councillor])
    assert record(participation, heard_by=[councillor]) == first
    assert events() == ["voice-heard", "voice-recorded"]
    assert record(participation, said="Passes stop at the border.") != first
    assert record(councillor, heard_by=[councillor]) != first


def test_publish_voice_is_for_a_second_person(participation, director):
    voice = record(participation)
    with pytest.raises(NotAllowed, match="You wrote this yourself"):
        services.publish_voice(voice=voice, by=participation, at=AT)
    voice = services.publish_voice(voice=voice, by=director, at=AT)
    services.publish_voice(voice=voice, by=director, at=AT)
    assert voice.is_public
    assert events() == ["voice-recorded", "voice-published"]


def test_publish_voice_not_by_who_corrected_it(councillor, participation):
    voice = record(councillor, heard_by=[councillor])
    services.change_voice(voice=voice, version=1, by=participation, at=AT, said="Passes stop in August.")
    with pytest.raises(NotAllowed, match="You wrote this yourself"):
        services.publish_voice(voice=voice, by=participation, at=AT)


def test_what_came_of_it_is_published_by_a_second_person_again(participation, director):
    voice = services.publish_voice(voice=look(record(participation), participation), by=director, at=AT)
    assert not decide(voice, participation).is_public
    voice = services.publish_voice(voice=voice, by=director, at=AT)
    assert not tell(voice, participation).is_public


def test_who_wrote_what_came_of_it_does_not_publish_it(participation, director):
    lead = holder("lead-member")
    voice = decide(look(record(participation), director), director)
    with pytest.raises(NotAllowed, match="You wrote this yourself"):
        services.publish_voice(voice=voice, by=director, at=AT)
    voice = tell(services.publish_voice(voice=voice, by=lead, at=AT), lead)
    with pytest.raises(NotAllowed, match="You wrote this yourself"):
        services.publish_voice(voice=voice, by=lead, at=AT)


def test_hide_voice_takes_it_out(participation, director):
    voice = services.publish_voice(voice=record(participation), by=director, at=AT)
    assert not services.hide_voice(voice=voice, by=participation, at=AT).is_public
    with pytest.raises(NotAllowed, match="is not in"):
        services.hide_voice(voice=voice, by=participation, at=AT)


def test_change_voice_not_over_a_newer_one(participation):
    voice = record(participation)
    services.change_voice(voice=voice, version=1, by=participation, at=AT, said="Passes stop in August.")
    with pytest.raises(Stale):
        services.change_voice(voice=voice, version=1, by=participation, at=AT, said="Something else.")
    assert Voice.objects.get().said == "Passes stop in August."


def test_change_voice_not_while_everybody_reads_it(participation, director):
    voice = services.publish_voice(voice=record(participation), by=director, at=AT)
    with pytest.raises(NotAllowed, match="Take it out of"):
        services.change_voice(voice=voice, version=voice.version, by=participation, at=AT, said="Other")


def test_change_voice_corrects_what_was_decided(participation):
    voice = decide(look(record(participation), participation), participation)
    fields = {"is_changed": False, "outcome": "The company says no."}
    voice = services.change_voice(voice=voice, version=voice.version, by=participation, at=AT, **fields)
    assert (voice.status, voice.outcome) == ("not-changed", "The company says no.")


def test_change_voice_counts_for_who_was_forgotten_and_nobody_twice(participation, councillor, director):
    voice = record(participation, heard_by=[councillor])
    services.change_voice(voice=voice, version=1, by=participation, at=AT, heard_by=[councillor, director])
    assert events("voice-heard") == ["voice-heard"] * 2


def test_challenge_is_put_to_a_body_that_is_told(participation):
    body = BodyFactory()
    member = holder("committee-member", level=2, body=body, place="member")
    clerk = holder("democratic-services-officer", level=0)
    holder("councillor", level=1)
    voice = challenge(participation, body=body)
    assert voice.answer_by == date(2026, 10, 30)  # 28 days after it was heard
    assert set(Notice.objects.values_list("person_id", flat=True)) == {member.public_id, clerk.public_id}
    answered = decide(voice, member, outcome="We asked the company. It agreed.")
    assert answered.status == "changed"


def test_challenge_asks_for_a_body_and_a_day_to_come(participation, councillor):
    with pytest.raises(ValidationError, match="Choose the body"):
        record(participation, kind="challenge")
    with pytest.raises(ValidationError, match="still to come"):
        challenge(participation, answer_by=TODAY)
    with pytest.raises(NotAllowed, match="children’s council"):
        challenge(councillor, heard_by=[councillor])


def test_sweep_voices_tells_of_what_is_late_once(participation, director):
    body = BodyFactory()
    member = holder("committee-member", level=2, body=body, place="member")
    challenge(participation, body=body)
    decide(look(record(participation), participation, director), director)
    cache.clear()
    assert services.sweep_voices(AT) == 0
    cache.clear()
    later = AT + timedelta(days=40)
    assert services.sweep_voices(later) == 2
    assert services.sweep_voices(later) == 0
    late = Notice.objects.filter(matter__contains="-late:").values_list("person_id", flat=True)
    assert sorted(late) == sorted([member.public_id, director.public_id])


def test_hand_over_voice_gives_what_one_looks_at(participation, director, councillor):
    voice = look(record(participation), participation, director)
    services.hand_over_voice(voice=voice, successor=councillor, by=None, at=AT)
    voice.refresh_from_db()
    assert voice.looked_at_by == councillor
    done = VoiceFactory(status="told-back", is_changed=True, outcome="Yes.", decided_on=TODAY, told_on=TODAY)
    services.hand_over_voice(voice=done, successor=councillor, by=None, at=AT)
    done.refresh_from_db()
    assert done.looked_at_by is None
