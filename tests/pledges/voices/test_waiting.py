"""What was heard on start pages, in handovers, in copies and under retention."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from corpparent import retention
from members import needs
from members.handing_over import open_of
from pledges.facts import voices as facts
from pledges.handing_over import voices as handing_over_voices
from pledges.models import Voice
from pledges.personal_data import voices as personal_voices
from pledges.waiting import voices as waiting_voices
from tests.factories.bodies import BodyFactory
from tests.factories.members import AppointmentFactory
from tests.factories.pledges import PromiseFactory, VoiceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def director():
    return AppointmentFactory(role__slug="director-of-childrens-services").person


def waiting(person, today):
    return list(waiting_voices.needs(person.standing_on(today)))


def decided(days_ago, today, **fields):
    on = today - timedelta(days=days_ago)
    given = {"heard_on": on, "status": "changed", "is_changed": True, "outcome": "Passes run on.", "decided_on": on}
    return VoiceFactory(**given | fields)


def test_challenge_waits_for_its_body_and_democratic_services(today, director):
    body = BodyFactory()
    member = AppointmentFactory(role__slug="committee-member", body=body, place="member").person
    clerk = AppointmentFactory(role__slug="democratic-services-officer").person
    VoiceFactory(kind="challenge", body=body, answer_by=today - timedelta(days=1), heard_on=today - timedelta(days=9))
    for person in (member, clerk):
        need = waiting(person, today)[0]
        assert (need.title, need.tone) == ("Answer the children’s council", "late")
    assert waiting(director, today) == []


def test_what_one_looks_at_waits_until_children_are_told(today, director):
    VoiceFactory(status="looked-at", looked_at_by=director, looked_at_on=today)
    decided(29, today, looked_at_by=director)
    decided(28, today, looked_at_by=director)
    found = [(need.title, need.tone) for need in waiting(director, today)]
    assert found == [
        ("Say what came of what was said", "due"),
        ("Tell children what came of it", "late"),
        ("Tell children what came of it", "due"),
    ]


def test_telling_back_waits_for_the_participation_officer_too(today, director):
    officer = AppointmentFactory(role__slug="participation-officer").person
    decided(1, today, looked_at_by=director)
    assert [need.title for need in waiting(officer, today)] == ["Tell children what came of it"]


@pytest.mark.parametrize("rows", [1, 5])
def test_needs_ask_four_queries(today, rows, django_assert_num_queries):
    clerk = AppointmentFactory(role__slug="democratic-services-officer").person
    VoiceFactory.create_batch(rows, status="looked-at", looked_at_by=clerk, looked_at_on=today)
    for _ in range(rows):
        decided(1, today, looked_at_by=clerk)
    standing = clerk.standing_on(today)
    with django_assert_num_queries(4):
        list(waiting_voices.needs(standing))


def test_everything_is_registered():
    assert waiting_voices.needs in needs.SOURCES
    assert "pledges.Voice" in {model for rule in retention.RULES.values() for model in rule.covers}


def test_who_goes_hands_over_what_they_look_at(director, today):
    VoiceFactory(status="looked-at", looked_at_by=director, looked_at_on=today)
    decided(1, today, looked_at_by=director, status="told-back", told_on=today)
    open_now = list(handing_over_voices.open_voices(director))
    assert open_now[0].title.startswith("Young people, 2 September 2026: ")
    assert [one.kind for one in open_of(director)] == ["Voice"]
    successor = AppointmentFactory().person
    open_now[0].move(successor=successor, by=None, at=timezone.now())
    assert not list(handing_over_voices.open_voices(director))


def test_copy_says_what_one_had_to_do_with_it(director):
    voice = VoiceFactory(recorded_by=director)
    voice.heard_by.add(director)
    VoiceFactory()
    [row] = personal_voices.voices(director)
    assert (row["Heard"], row["What you did"]) == ("2 September 2026", "wrote it down, listened")


def test_retention_finds_the_old_and_wipes_them():
    rule = retention.RULES["voice"]
    VoiceFactory(recorded_at=datetime(2019, 1, 1, tzinfo=UTC)).promises.add(PromiseFactory())
    kept = VoiceFactory()
    found = rule.find(datetime(2020, 1, 1, tzinfo=UTC))
    assert [rule.label(one) for one in found] == ["Something that was said, written down on 1 January 2019"]
    rule.wipe(found, timezone.now())
    assert list(Voice.objects.all()) == [kept]


def test_facts_for_pages_and_packs_show_what_is_public():
    said = VoiceFactory(is_public=True, published_at=timezone.now(), theme="health")
    hidden = VoiceFactory(heard_on=date(2026, 9, 3))
    promise = PromiseFactory()
    promise.voices.add(said, hidden)
    assert facts.said_and_done(5) == [said]
    assert facts.of_theme("health", 5) == [said]
    assert facts.of_theme("safety", 5) == []
    assert facts.of_promise(promise, 5) == [hidden, said]
