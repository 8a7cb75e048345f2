"""Questions: who asks whom, until when, and that an exempt item's stay with those who may see it."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event, Notice
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from reports.committees import services
from reports.committees.facts import questions as facts
from reports.committees.models import Question
from tests.factories.committees import AgendaItemFactory, CommitteeSettingsFactory, QuestionFactory
from tests.factories.members import AppointmentFactory
from tests.reports.committees.agendas.prepared import officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

AT = datetime(2026, 12, 21, 9, 0, tzinfo=UTC)


def person(role="councillor", **more):
    return AppointmentFactory(role__slug=role, **more).person


def ask(item, of, by, **more):
    wanted = {"asked": "Why did the figure go red?"} | more
    return services.ask_question(item=item, of=of, by=by, at=AT, **wanted)


def told(who):
    return Notice.objects.filter(person_id=who.public_id).count()


def types():
    return list(Event.objects.filter(type__startswith="question-").order_by("pk").values_list("type", flat=True))


def test_a_question_is_asked_once_and_told_with_a_clock_that_knows_christmas():
    item, of, by = AgendaItemFactory(published=True), person(), person()
    first = ask(item, of, by)
    assert ask(item, of, by).pk == first.pk
    # 22, 23, 24, 29, 30, 31 December; 4, 5, 6, 7 January: neither 25, 28 (in lieu of 26) nor 1.
    assert first.answer_by == date(2027, 1, 7)
    assert told(of) == 1
    assert types() == ["question-asked"]
    assert Event.objects.get(type="question-asked").details == {"of": str(of.public_id)}


def test_the_clock_is_a_setting_and_counts_past_easter():
    CommitteeSettingsFactory(answer_days=3)
    made = services.ask_question(
        item=AgendaItemFactory(published=True),
        asked="Why?",
        of=person(),
        by=person(),
        at=datetime(2027, 3, 25, 9, 0, tzinfo=UTC),  # the Thursday before Good Friday
    )
    assert made.answer_by == date(2027, 4, 1)


def test_an_exempt_item_is_asked_about_by_those_who_may_see_it_only():
    item = AgendaItemFactory(published=True, exempt=True)
    inside, outside = person(body=item.meeting.body, place="member"), person()
    with pytest.raises(NotAllowed, match="who may see this item"):
        ask(item, inside, outside)
    with pytest.raises(NotAllowed, match="they may not see it"):
        ask(item, outside, inside)
    made = ask(item, officer(), inside)
    on = date(2026, 12, 21)
    assert facts.visible_to(inside.standing_on(on)).get() == made
    assert not facts.visible_to(outside.standing_on(on)).exists()


@pytest.mark.parametrize("fields", [{}, {"published": True, "withdrawn_because": "Not ready."}])
def test_nothing_is_asked_about_a_draft_or_a_withdrawn_item(fields):
    with pytest.raises(NotAllowed):
        ask(AgendaItemFactory(**fields), person(), officer())


def test_an_identifier_of_a_child_is_refused_in_question_and_answer():
    item, of, by = AgendaItemFactory(published=True), person(), person()
    with pytest.raises(ValidationError):
        ask(item, of, by, asked="Born 12/03/2014")
    made = ask(item, of, by)
    with pytest.raises(ValidationError):
        services.answer_question(question=made, answer="Born 12/03/2014", version=1, by=of, at=AT)
    assert Question.objects.get().answered_at is None


def test_it_is_answered_once_by_whoever_was_asked_and_the_asker_is_told():
    of, by = person(), person()
    made = ask(AgendaItemFactory(published=True), of, by)
    with pytest.raises(NotAllowed, match="Only whoever was asked"):
        services.answer_question(question=made, answer="It is late.", version=1, by=person(), at=AT)
    with pytest.raises(Stale):
        services.answer_question(question=made, answer="It is late.", version=7, by=of, at=AT)
    for _ in range(2):
        services.answer_question(question=made, answer="It is late.", version=1, by=of, at=AT)
    assert told(by) == 1
    assert types() == ["question-asked", "question-answered"]
    with pytest.raises(NotAllowed, match="is answered"):
        services.answer_question(question=made, answer="Another.", version=2, by=of, at=AT)


def test_democratic_services_answers_for_them():
    made = ask(AgendaItemFactory(published=True), person(), person())
    answered = services.answer_question(question=made, answer="It is late.", version=1, by=officer(), at=AT)
    assert answered.answered_by != answered.asked_of


def test_it_is_handed_on_and_whoever_answers_now_is_told():
    of, to = person(), person()
    made = ask(AgendaItemFactory(published=True), of, person())
    for _ in range(2):
        handed = services.hand_question(question=made, to=to, version=1, by=of, at=AT)
    assert (handed.asked_of, handed.answer_by, told(to)) == (to, made.answer_by, 1)
    assert types() == ["question-asked", "question-handed"]
    with pytest.raises(NotAllowed):
        services.hand_question(question=made, to=of, version=2, by=of, at=AT)


def test_a_late_one_is_reminded_of_once():
    late, in_time = QuestionFactory(answer_by=date(2026, 12, 18)), QuestionFactory(answer_by=date(2026, 12, 21))
    QuestionFactory(answer_by=date(2026, 12, 1), answer="Yes.", answered_at=AT)
    assert [services.sweep_questions(AT), services.sweep_questions(AT)] == [1, 0]
    assert (told(late.asked_of), told(in_time.asked_of)) == (1, 0)
    assert types() == ["question-reminded"]
