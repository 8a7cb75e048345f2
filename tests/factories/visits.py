import uuid
from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from corpparent.periods import Period
from tests.factories.members import AppointmentFactory, PersonFactory
from tests.factories.pledges import ActionFactory
from visits.facts import summaries
from visits.facts.quarters import found_in
from visits.models import (
    Answer,
    CalendarFeed,
    CareReview,
    Conflict,
    Home,
    HomePost,
    IndependentVisit,
    Inspection,
    Point,
    Response,
    RotaSlot,
    SummaryReader,
    Turn,
    Visit,
    VisitSettings,
    VisitSummary,
    VisitVersion,
)

NOW = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)


class HomeFactory(DjangoModelFactory):
    class Meta:
        model = Home

    alias = factory.Sequence(lambda n: f"Hazel {n}")
    urn = factory.Sequence(lambda n: f"SC9{n:05}")
    places = 4
    address = "18 Invented Way, Larchford"
    phone = "01632 960 118"
    opened_on = date(2019, 4, 1)


class HomePostFactory(DjangoModelFactory):
    class Meta:
        model = HomePost

    home = factory.SubFactory(HomeFactory)
    appointment = factory.SubFactory(AppointmentFactory)


class InspectionFactory(DjangoModelFactory):
    class Meta:
        model = Inspection

    home = factory.SubFactory(HomeFactory)
    inspected_on = date(2026, 3, 11)
    published_on = date(2026, 4, 20)
    scheme = "sccif-2017"
    grades = factory.LazyFunction(lambda: {"overall": "good", "safety": "good", "leadership": "good"})
    recorded_at = NOW


class IndependentVisitFactory(DjangoModelFactory):
    class Meta:
        model = IndependentVisit

    home = factory.SubFactory(HomeFactory)
    month = date(2026, 8, 1)
    visited_on = date(2026, 8, 12)
    is_safeguarded = True
    is_good_for_them = True
    recorded_at = NOW


class CareReviewFactory(DjangoModelFactory):
    class Meta:
        model = CareReview

    home = factory.SubFactory(HomeFactory)
    ends_on = date(2026, 6, 30)
    recorded_at = NOW


class VisitSettingsFactory(DjangoModelFactory):
    class Meta:
        model = VisitSettings

    pk = 1


class RotaSlotFactory(DjangoModelFactory):
    class Meta:
        model = RotaSlot

    home = factory.SubFactory(HomeFactory)
    starts_on = date(2026, 9, 1)
    due_on = date(2026, 9, 30)
    added_at = NOW


class TurnFactory(DjangoModelFactory):
    class Meta:
        model = Turn

    slot = factory.SubFactory(RotaSlotFactory)
    person = factory.SubFactory(PersonFactory)
    part = Turn.Part.LEAD
    offered_at = NOW


class ConflictFactory(DjangoModelFactory):
    class Meta:
        model = Conflict

    person = factory.SubFactory(PersonFactory)
    home = factory.SubFactory(HomeFactory)
    reason = Conflict.Reason.WORK
    declared_at = NOW


class CalendarFeedFactory(DjangoModelFactory):
    class Meta:
        model = CalendarFeed

    person = factory.SubFactory(PersonFactory)
    digest = factory.Sequence(lambda n: f"{n:064x}")
    made_at = NOW


class VisitFactory(DjangoModelFactory):
    """A draft; `sent=True` is a report the home has before it."""

    class Meta:
        model = Visit

    class Params:
        sent = factory.Trait(
            status="submitted",
            visited_on=date(2026, 9, 3),
            day_part="evening",
            judgement="mostly",
            judgement_reason="Warm and lively. Nobody should have to ask for a banana.",
            is_passed_on=False,
            submitted_at=NOW,
            answer_by=date(2026, 9, 17),
        )

    key = factory.LazyFunction(uuid.uuid4)
    home = factory.SubFactory(HomeFactory)
    lead = factory.SubFactory(PersonFactory)
    started_at = NOW
    saved_at = NOW


class AnswerFactory(DjangoModelFactory):
    class Meta:
        model = Answer

    visit = factory.SubFactory(VisitFactory)
    question = "children-met"
    said = "2"


class VisitVersionFactory(DjangoModelFactory):
    class Meta:
        model = VisitVersion

    visit = factory.SubFactory(VisitFactory, sent=True)
    number = 1
    report = factory.LazyFunction(dict)
    sent_by = factory.SubFactory(PersonFactory)
    sent_at = NOW


class PointFactory(DjangoModelFactory):
    class Meta:
        model = Point

    visit = factory.SubFactory(VisitFactory, sent=True)
    number = factory.Sequence(lambda n: n % 30_000 + 1)
    title = "Garden gate does not shut"
    saw = "It bangs in the wind and wakes the front bedroom."
    theme = "settled-home"


class ResponseFactory(DjangoModelFactory):
    class Meta:
        model = Response

    point = factory.SubFactory(PointFactory)
    answer = Response.Answer.ACCEPT
    reason = "Mended on the ninth."
    action = factory.SubFactory(ActionFactory)
    answered_by = factory.SubFactory(PersonFactory)
    answered_at = NOW


class VisitSummaryFactory(DjangoModelFactory):
    """Of what there is when it is made: mostly nothing, so that the edition for everybody is withheld."""

    class Meta:
        model = VisitSummary

    quarter = "2026-27-Q2"
    facts = factory.LazyFunction(lambda: summaries.exempt(found_in(Period.parse("2026-27-Q2"))))
    public_facts = factory.LazyFunction(lambda: summaries.public(found_in(Period.parse("2026-27-Q2"))))
    issued_at = NOW


class SummaryReaderFactory(DjangoModelFactory):
    class Meta:
        model = SummaryReader

    summary = factory.SubFactory(VisitSummaryFactory)
    person = factory.SubFactory(PersonFactory)
    asked_at = NOW
