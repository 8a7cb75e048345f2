from datetime import date, timedelta

import factory
from factory.django import DjangoModelFactory

from members.models import Acknowledgement, Attendance, Check, Course, LearningSession, Reading
from tests.factories.corpparent import NOW
from tests.factories.members import PersonFactory


class CourseFactory(DjangoModelFactory):
    class Meta:
        model = Course
        django_get_or_create = ["title"]

    title = "Being a corporate parent"
    kind = Course.Kind.INDUCTION


class LearningSessionFactory(DjangoModelFactory):
    class Meta:
        model = LearningSession

    course = factory.SubFactory(CourseFactory)
    starts_at = factory.Sequence(lambda n: NOW + timedelta(days=n))


class AttendanceFactory(DjangoModelFactory):
    class Meta:
        model = Attendance

    session = factory.SubFactory(LearningSessionFactory)
    person = factory.SubFactory(PersonFactory)
    outcome = Attendance.Outcome.ATTENDED
    recorded_at = NOW


class ReadingFactory(DjangoModelFactory):
    """Published; `ReadingFactory(status="draft", published_at=None)` is not."""

    class Meta:
        model = Reading

    title = factory.Sequence(lambda n: f"Guidance {n}")
    kind = Reading.Kind.GUIDANCE
    status = Reading.Status.PUBLISHED
    published_at = NOW


class AcknowledgementFactory(DjangoModelFactory):
    class Meta:
        model = Acknowledgement

    reading = factory.SubFactory(ReadingFactory)
    person = factory.SubFactory(PersonFactory)
    asked_at = NOW
    due_on = date(2024, 12, 2)


class CheckFactory(DjangoModelFactory):
    """Satisfactory, enhanced, and in force since long ago."""

    class Meta:
        model = Check

    person = factory.SubFactory(PersonFactory)
    kind = Check.Kind.ENHANCED
    eligibility = Check.Eligibility.VISITS
    checked_on = date(2021, 5, 10)
    outcome = Check.Outcome.SATISFACTORY
    recorded_at = NOW
