"""Courses and sessions: added, planned, cancelled, and who came."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members import services
from members.models import Attendance, Course, LearningSession
from tests.factories.corpparent import NOW
from tests.factories.learning import CourseFactory, LearningSessionFactory

pytestmark = pytest.mark.django_db

AFTER = NOW + timedelta(days=400)


@pytest.fixture
def by(person):
    return person("democratic-services-officer")


@pytest.fixture
def session():
    return LearningSessionFactory(starts_at=NOW)


def types():
    """Types of all events since the people were made."""
    return [event.type for event in Event.objects.order_by("number")]


def record(session, outcomes, by, version=1, at=AFTER):
    return services.record_attendance(session=session, outcomes=outcomes, version=version, by=by, at=at)


def test_add_course_and_change_it(by):
    course = services.add_course(title="Induction", kind="induction", by=by, at=NOW)
    changed = services.change_course(course=course, version=1, is_retired=True, valid_months=12, by=by, at=NOW)
    again = services.change_course(course=course, version=1, is_retired=True, valid_months=12, by=by, at=NOW)

    assert (changed.is_retired, changed.version, again.version) == (True, 2, 2)
    assert types() == ["course-added", "course-changed"]
    assert Event.objects.last().details == {"fields": ["is_retired", "valid_months"]}


def test_change_course_refuses_what_was_changed_meanwhile(by):
    course = CourseFactory(version=3)
    with pytest.raises(Stale):
        services.change_course(course=course, version=2, title="Other", by=by, at=NOW)


def test_title_of_a_course_is_one(by):
    CourseFactory(title="Induction")
    with pytest.raises(ValidationError) as refusal:
        services.add_course(title="Induction", kind="course", by=by, at=NOW)
    assert refusal.value.message_dict == {
        "title": ["There is a course of this title already. Change that one, or choose another title."]
    }
    assert types() == []


def test_plan_session_twice_plans_it_once(by):
    course = CourseFactory()
    first, second = (
        services.plan_session(course=course, starts_at=AFTER, place="Town hall", by=by, at=NOW) for _ in range(2)
    )
    assert first == second
    assert types() == ["session-planned"]
    assert Event.objects.get().details == {"course": str(course.public_id)}


def test_plan_session_elsewhere_at_the_same_time_is_refused(by, session):
    with pytest.raises(ValidationError) as refusal:
        services.plan_session(course=session.course, starts_at=NOW, place="Library", by=by, at=NOW)
    assert refusal.value.message_dict == {"day": ["This course is held at that time already. Choose another time."]}


def test_plan_session_far_ahead_or_of_a_retired_course_is_refused(by):
    with pytest.raises(ValidationError, match="within the next two years"):
        services.plan_session(course=CourseFactory(), starts_at=NOW + timedelta(days=800), place="", by=by, at=NOW)
    with pytest.raises(NotAllowed, match="“Old” is retired"):
        services.plan_session(
            course=CourseFactory(title="Old", is_retired=True), starts_at=AFTER, place="", by=by, at=NOW
        )


def test_cancelled_session_may_be_planned_anew(by, session):
    for _ in range(2):
        services.cancel_session(session=session, by=by, at=NOW)
    again = services.plan_session(course=session.course, starts_at=NOW, place="Online", by=by, at=NOW)
    assert (again, again.cancelled_at, LearningSession.objects.count()) == (session, None, 1)
    assert types() == ["session-cancelled", "session-planned"]


def test_record_attendance(by, session, person):
    amina, ben, cleo = person(), person(), person()

    assert record(session, {amina: "attended", ben: "excused", cleo: "absent"}, by) == 3

    assert types() == ["attendance-recorded", "learning-attended"]
    for_all, came = Event.objects.order_by("number")
    assert for_all.details == {"attended": 1, "excused": 1, "absent": 1}
    row = Attendance.objects.get(person=amina)
    assert (came.subject_id, came.counts_for_id, came.actor_id) == (row.public_id, amina.public_id, by.public_id)
    assert came.details == {
        "course": str(session.course.public_id),
        "kind": "induction",
        "session": str(session.public_id),
        "on": "2024-11-04",
    }
    session.refresh_from_db()
    assert (session.version, session.attendance_at) == (2, AFTER)


def test_record_attendance_again_writes_nothing_whatever_the_version(by, session, person):
    outcomes = {person(): "attended"}
    record(session, outcomes, by)
    before = types()
    assert record(session, outcomes, by, version=1) == 0
    assert types() == before


def test_record_attendance_correction_takes_learning_back(by, session, person):
    amina = person()
    record(session, {amina: "attended"}, by)
    record(session, {amina: "absent"}, by, version=2)
    record(session, {amina: "excused"}, by, version=3)
    record(session, {amina: "attended"}, by, version=4)

    learning = Event.objects.filter(counts_for_id=amina.public_id).order_by("number")
    assert [event.type for event in learning] == ["learning-attended", "learning-corrected", "learning-attended"]
    assert len({event.subject_id for event in learning}) == 1


def test_record_attendance_leaves_those_who_are_not_named(by, session, person):
    amina, ben = person(), person()
    record(session, {amina: "attended"}, by)
    record(session, {ben: "attended"}, by, version=2)
    assert set(session.attendances.values_list("person", "outcome")) == {
        (amina.pk, "attended"),
        (ben.pk, "attended"),
    }


def test_record_attendance_refuses_a_stale_list(by, session, person):
    record(session, {person(): "attended"}, by)
    with pytest.raises(Stale):
        record(session, {person(): "attended"}, by, version=1)


def test_record_attendance_refuses_an_unknown_answer_and_keeps_nothing(by, session, person):
    with pytest.raises(ValidationError):
        record(session, {person(): "asleep"}, by)
    assert (types(), Attendance.objects.count()) == ([], 0)


def test_record_attendance_only_once_it_has_begun_and_not_when_cancelled(by, session, person):
    with pytest.raises(NotAllowed) as early:
        record(session, {person(): "attended"}, by, at=NOW - timedelta(minutes=1))
    assert str(early.value) == "This session begins on 4 November 2024 at 10:30. Write down who came after that."
    services.cancel_session(session=session, by=by, at=NOW)
    with pytest.raises(NotAllowed, match="cancelled on 4 November 2024"):
        record(session, {person(): "attended"}, by)


def test_session_that_was_held_is_not_cancelled(by, session, person):
    record(session, {person(): "absent"}, by)
    with pytest.raises(NotAllowed, match="so it was held"):
        services.cancel_session(session=session, by=by, at=AFTER)


@pytest.mark.parametrize("role", ["councillor", "lead-member", "checks-officer"])
def test_others_keep_no_courses(person, session, role):
    who = person(role)
    for deed in (
        lambda: services.add_course(title="X", kind="course", by=who, at=NOW),
        lambda: services.change_course(course=session.course, version=1, title="X", by=who, at=NOW),
        lambda: services.plan_session(course=session.course, starts_at=AFTER, place="", by=who, at=NOW),
        lambda: services.cancel_session(session=session, by=who, at=NOW),
        lambda: record(session, {who: "attended"}, who),
    ):
        with pytest.raises(NotAllowed, match="Only democratic services and the administrator"):
            deed()
    assert (types(), Course.objects.count()) == ([], 1)
