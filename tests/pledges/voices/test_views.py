"""Pages of what was heard."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pledges.models import Voice
from tests.factories.bodies import BodyFactory
from tests.factories.pledges import PledgeFactory, PromiseFactory, VoiceFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

LIST = reverse("pledges:voice-list")
HEARD = {
    "heard_on_0": "2",
    "heard_on_1": "9",
    "heard_on_2": "2026",
    "source": "young-people",
    "how": "visit",
    "theme": "ordinary-life",
    "said": "Bus passes stop in the holidays.",
    "words": "paraphrase",
}


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def address(name, voice):
    return reverse(f"pledges:voice-{name}", args=[voice.public_id])


@pytest.fixture
def participation(client_of):
    return client_of("participation-officer")


def test_voice_list_is_empty_in_words(councillor):
    assert "Nothing has been written down yet." in page(councillor, LIST)


@pytest.mark.parametrize("rows", [1, 5])
def test_voice_list_asks_the_same_whatever_the_rows(councillor, rows, django_assert_num_queries):
    VoiceFactory.create_batch(rows)
    page(councillor, LIST)
    with django_assert_num_queries(6):
        page(councillor, LIST)


def test_what_was_found_is_marked_right_below_its_field(participation):
    said = "Tyler says that buses stop in the holidays."
    shown = participation.post(reverse("pledges:voice-create"), HEARD | {"said": said}).content.decode()
    assert shown.count("<mark>Tyler</mark>") == 1
    assert shown.index(f"{said}</textarea>") < shown.index("<mark>Tyler</mark>") < shown.index("Whose words are these?")
    assert shown.index("Why this name may stand") < shown.index("Write this down</button>")


def test_voice_list_is_filtered(councillor):
    VoiceFactory(said="The bus is late.", theme="health")
    VoiceFactory(said="The food is good.", how="survey")
    for query in ["theme=health", "how=childrens-council", "search=bus", "search=BUS&status=heard&public=False"]:
        shown = page(councillor, f"{LIST}?{query}")
        assert ("The bus is late." in shown, "The food is good." in shown) == (True, False)
    assert "Nothing that was heard fits" in page(councillor, f"{LIST}?public=True")


def test_voice_list_says_first_that_an_answer_is_late(councillor):
    late = timezone.localdate() - timedelta(days=3)
    VoiceFactory(kind="challenge", body=BodyFactory(), answer_by=late, heard_on=late - timedelta(days=30))
    shown = page(councillor, LIST)
    assert "One challenge waits too long for its answer" in shown
    assert "Answer is late" in shown


def test_voice_create_by_a_member_who_listened(councillor):
    shown = page(councillor, reverse("pledges:voice-create"))
    assert "Which corporate parents" not in shown
    answer = councillor.post(reverse("pledges:voice-create"), HEARD)
    voice = Voice.objects.get()
    assert answer["Location"] == address("detail", voice)
    assert list(voice.heard_by.all()) == [councillor.person]


def test_voice_create_keeps_what_was_typed_when_a_child_could_be_found(councillor):
    answer = councillor.post(reverse("pledges:voice-create"), HEARD | {"said": "Ring 07700 900123."})
    shown = answer.content.decode()
    assert "There is a telephone number in line 1." in shown
    assert "Ring 07700 900123." in shown
    assert not Voice.objects.exists()


def test_voice_create_not_of_a_day_to_come(councillor):
    answer = councillor.post(reverse("pledges:voice-create"), HEARD | {"heard_on_2": "2190"})
    assert "This day is still to come." in answer.content.decode()


def test_voice_create_says_who_listened_and_what_promise_it_is_about(participation, councillor):
    promise = PromiseFactory(pledge=PledgeFactory(live=True))
    given = {"heard_by": [str(councillor.person.public_id)], "promises": [str(promise.public_id)]}
    participation.post(reverse("pledges:voice-create"), HEARD | given)
    voice = Voice.objects.get()
    assert (list(voice.heard_by.all()), list(voice.promises.all())) == ([councillor.person], [promise])


def test_challenge_create_puts_it_to_a_body(participation):
    body = BodyFactory()
    given = {name: HEARD[name] for name in ("theme", "said", "words")} | {"body": str(body.public_id)}
    today = timezone.localdate()
    days = {"heard_on_0": today.day, "heard_on_1": today.month, "heard_on_2": today.year}
    participation.post(reverse("pledges:challenge-create"), given | days)
    voice = Voice.objects.get()
    assert (voice.kind, voice.body, voice.answer_by) == ("challenge", body, today + timedelta(days=28))
    shown = page(participation, address("detail", voice))
    assert "The children’s council asked" in shown
    assert "Answer this" in shown


def test_challenge_create_asks_for_a_day_to_come(participation):
    given = {"heard_on_0": "2", "heard_on_1": "9", "heard_on_2": "2026", "body": str(BodyFactory().public_id)}
    past = {"answer_by_0": "3", "answer_by_1": "9", "answer_by_2": "2026"}
    answer = participation.post(reverse("pledges:challenge-create"), HEARD | given | past)
    assert "Give the body a day that is still to come" in answer.content.decode()


def test_voice_goes_all_the_way_through_its_pages(participation, client_of):
    director = client_of("director-of-childrens-services")
    participation.post(reverse("pledges:voice-create"), HEARD)
    voice = Voice.objects.get()
    assert "Say who looks at it" in page(participation, address("detail", voice))
    participation.post(address("look", voice), {"person": str(director.person.public_id)})
    director.post(address("decide", voice), {"is_changed": "no", "outcome": "The company says no. We ask again."})
    shown = page(participation, address("detail", voice))
    assert "Say how children were told" in shown
    assert f"By {director.person.name}" in shown
    today = timezone.localdate()
    told = {"told_on_0": today.day, "told_on_1": today.month, "told_on_2": today.year, "told_how": "At their council"}
    participation.post(address("tell", voice), told)
    voice.refresh_from_db()
    assert "You wrote this yourself" in page(director, address("detail", voice))
    lead = client_of("lead-member")
    assert f'name="version" value="{voice.version}"' in page(lead, address("detail", voice))
    lead.post(address("publish", voice), {"version": voice.version})
    voice.refresh_from_db()
    assert (voice.status, voice.is_changed, voice.is_public) == ("told-back", False, True)
    assert "The company says no." in page(participation, reverse("pledges:you-said"))
    director.post(address("hide", voice))
    assert "The company says no." not in page(participation, reverse("pledges:you-said"))


def test_voice_step_that_is_not_its_turn_says_why(participation):
    voice = VoiceFactory()
    answer = participation.get(address("decide", voice))
    assert (answer.status_code, "Say who looks at it first." in answer.content.decode()) == (403, True)
    answer = participation.post(address("tell", voice), {"told_how": "At school"})
    assert answer.status_code == 403


def test_voice_decide_asks_for_what_changed(participation):
    voice = VoiceFactory(status="looked-at", looked_at_on=date(2026, 9, 5))
    answer = participation.post(address("decide", voice), {})
    shown = answer.content.decode()
    assert "Choose what came of it." in shown
    assert "Say what changed, or why nothing did." in shown


def test_voice_update_shows_what_stands_and_refuses_the_older_of_two(participation):
    voice = VoiceFactory(recorded_by=participation.person)
    shown = page(participation, address("update", voice))
    assert voice.said in shown
    assert "What came of it?" not in shown
    changed = HEARD | {"said": "Passes stop in August.", "version": "1"}
    participation.post(address("update", voice), changed)
    answer = participation.post(address("update", voice), changed | {"said": "Something older."})
    assert "Somebody else changed this" in answer.content.decode()
    voice.refresh_from_db()
    assert voice.said == "Passes stop in August."


def test_voice_update_of_what_was_told_may_correct_the_answer(participation):
    days = {"looked_at_on": date(2026, 9, 5), "decided_on": date(2026, 9, 6), "told_on": date(2026, 9, 7)}
    voice = VoiceFactory(status="told-back", is_changed=True, outcome="Yes.", told_how="In class", **days)
    told = {"told_on_0": "5", "told_on_1": "9", "told_on_2": "2026", "told_how": "At their council"}
    given = HEARD | told | {"is_changed": "no", "outcome": "No, because it costs too much.", "version": "1"}
    answer = participation.post(address("update", voice), given)
    assert "It was decided on 6 September 2026." in answer.content.decode()
    participation.post(address("update", voice), given | {"told_on_0": "8"})
    voice.refresh_from_db()
    assert (voice.status, voice.is_changed, voice.told_on) == ("told-back", False, date(2026, 9, 8))


def test_name_in_an_answer_waits_for_a_reason(participation):
    voice = VoiceFactory(status="looked-at", looked_at_on=date(2026, 9, 5))
    given = {"is_changed": "yes", "outcome": "We told Kevin Smith that passes run on."}
    answer = participation.post(address("decide", voice), given)
    assert "Why this name may stand" in answer.content.decode()
    participation.post(address("decide", voice), given | {"names_explained": "He runs the bus company."})
    voice.refresh_from_db()
    assert (voice.status, voice.names_explained) == ("changed", "He runs the bus company.")


def test_publishing_words_that_could_name_a_child_is_refused_in_words(council, client_of):
    director, voice = client_of("director-of-childrens-services"), VoiceFactory(said="Ask for 943 476 5919.")
    answer = director.post(address("publish", voice), {"version": 1}, follow=True)
    assert answer.status_code == 200
    assert "NHS number" in answer.content.decode()
    voice.refresh_from_db()
    assert not voice.is_public


@pytest.mark.parametrize("seen", ["", "1", "-1", "x", "9" * 50])
def test_what_was_changed_meanwhile_is_not_published_unread(council, client_of, seen):
    director, voice = client_of("director-of-childrens-services"), VoiceFactory(version=2)
    answer = director.post(address("publish", voice), {"version": seen}, follow=True)
    assert "Somebody changed this while you read it." in answer.content.decode()
    voice.refresh_from_db()
    assert not voice.is_public
