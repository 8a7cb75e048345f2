"""Questions through the browser."""

import pytest
from django.urls import reverse
from django.utils import timezone

from reports.committees.models import Question
from reports.committees.waiting.questions import needs
from tests.factories.committees import AgendaItemFactory, QuestionFactory
from tests.factories.members import AppointmentFactory
from tests.plugins.people import PersonsClient

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


def client_with(role="councillor", **more):
    return PersonsClient(AppointmentFactory(role__slug=role, **more).person)


def url_of(verb, thing):
    return reverse(f"committees:question-{verb}", args=[thing.public_id])


def test_a_member_asks_another_answers_and_both_find_it():
    item, asker, other = AgendaItemFactory(published=True), client_with(), client_with()
    sent = {"asked": "why is the figure red?", "of": str(other.person.public_id)}
    assert asker.post(url_of("create", item), sent).status_code == 302
    question = Question.objects.get()
    assert "why is the figure red?" in other.get("/questions/").text
    assert "why is the figure red?" in asker.get("/questions/?of=asked").text
    assert "why is the figure red?" in asker.get(url_of("create", item)).text
    assert "There are no questions here." in asker.get("/questions/").text
    assert "There is no answer yet." in asker.get(url_of("detail", question)).text
    assert other.post(url_of("detail", question), {"answer": "it is late.", "version": "1"}).status_code == 302
    assert "it is late." in asker.get(url_of("detail", question)).text
    assert [need.title[:26] for need in needs(asker.person.standing_on(timezone.localdate()))] == [
        "Your question was answered"
    ]


def test_a_refused_answer_is_shown_again_with_what_was_typed():
    question = QuestionFactory(asked_of=AppointmentFactory().person)
    page = PersonsClient(question.asked_of).post(
        url_of("detail", question), {"answer": "Born 12/03/2014", "version": "1"}
    )
    assert page.status_code == 200
    assert "Born 12/03/2014" in page.text
    assert Question.objects.get().answer == ""


def test_the_public_sees_no_question(client):
    question = QuestionFactory()
    for url in ("/questions/", url_of("detail", question)):
        assert client.get(url).status_code == 302


def test_a_question_about_an_exempt_item_is_not_there_for_others():
    question = QuestionFactory(item__exempt=True)
    other = client_with()
    for url in (url_of("detail", question), url_of("hand", question), url_of("create", question.item)):
        assert other.get(url).status_code == 404
    inside = client_with(body=question.item.meeting.body, place="member")
    assert inside.get(url_of("detail", question)).status_code == 200
    assert question.asked in inside.get("/questions/?of=bodies").text
    assert inside.post(url_of("detail", question), {"answer": "Yes.", "version": "1"}).status_code == 403


def test_what_waits_says_no_words_of_the_question_and_late_ones_wait_for_the_officer():
    question = QuestionFactory(asked_of=AppointmentFactory().person)
    mine = list(needs(question.asked_of.standing_on(timezone.localdate())))
    late = list(
        needs(AppointmentFactory(role__slug="democratic-services-officer").person.standing_on(timezone.localdate()))
    )
    assert [need.tone for need in mine] == ["late"]
    assert [need.title.split(":")[0] for need in late] == ["A question has no answer"]
    assert not any(question.asked in f"{need}" for need in mine + late)
