"""Meetings, papers and what came of them. Moments and days are fixed; a test names those it is about."""

import hashlib
from datetime import UTC, date, datetime, time

import factory
from factory.django import DjangoModelFactory

from corpparent.models import StoredFile
from reports.committees.models import (
    AgendaItem,
    AgendaPack,
    Attendance,
    BackgroundPaper,
    BusyDay,
    Clearance,
    CommitteeSettings,
    Decision,
    Fetch,
    ForwardPlanEntry,
    Implication,
    ImplicationReader,
    Interest,
    Meeting,
    Minute,
    MinuteChange,
    Minutes,
    Note,
    Paper,
    PaperText,
    Plan,
    PrivateNotice,
    Publication,
    Question,
    ReadMark,
    StandingItem,
    WorkProgrammeItem,
    WrittenPaper,
)
from tests.factories.bodies import BodyFactory
from tests.factories.members import PersonFactory

NOW = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)


class MeetingFactory(DjangoModelFactory):
    class Meta:
        model = Meeting

    body = factory.SubFactory(BodyFactory)
    meets_on = date(2026, 12, 2)
    begins_at = time(14)
    place = "Committee room 1, Larchford Town Hall"
    first_on = factory.SelfAttribute("meets_on")
    changed_at = NOW

    class Params:
        published = factory.Trait(status=Meeting.Status.PUBLISHED, published_at=NOW)
        held = factory.Trait(status=Meeting.Status.HELD, published_at=NOW, held_at=NOW)


class BusyDayFactory(DjangoModelFactory):
    class Meta:
        model = BusyDay

    name = factory.Sequence(lambda n: f"Party conference {n}")
    starts_on = date(2026, 10, 4)
    ends_on = date(2026, 10, 7)


class StandingItemFactory(DjangoModelFactory):
    class Meta:
        model = StandingItem

    body = factory.SubFactory(BodyFactory)
    position = factory.Sequence(lambda n: n + 1)
    title = "Apologies for absence"


class AgendaItemFactory(DjangoModelFactory):
    class Meta:
        model = AgendaItem

    meeting = factory.SubFactory(MeetingFactory)
    number = factory.Sequence(lambda n: n + 1)
    title = factory.Sequence(lambda n: f"How our children are doing {n}")

    class Params:
        published = factory.Trait(published_at=NOW)
        exempt = factory.Trait(
            access="exempt",
            public_title="Exempt item",
            paragraphs=[2],
            interest="It would tell of one home.",
            review_on=date(2027, 12, 2),
        )


class StoredPdfFactory(DjangoModelFactory):
    """A row without bytes: a test that opens the file writes one of its own."""

    class Meta:
        model = StoredFile

    sha256 = factory.Sequence(lambda n: hashlib.sha256(str(n).encode()).hexdigest())
    size = 1_000


class PaperFactory(DjangoModelFactory):
    class Meta:
        model = Paper

    item = factory.SubFactory(AgendaItemFactory)
    title = factory.Sequence(lambda n: f"Scorecard {n}")
    file = factory.SubFactory(StoredPdfFactory)
    pages = 4
    size = 1_000
    added_at = NOW

    class Params:
        published = factory.Trait(published_at=NOW, item__published_at=NOW)
        exempt = factory.Trait(
            access="exempt",
            public_title="Exempt appendix",
            paragraphs=[2],
            interest="It would tell of one home.",
            review_on=date(2027, 12, 2),
        )


class WrittenPaperFactory(DjangoModelFactory):
    class Meta:
        model = WrittenPaper

    paper = factory.SubFactory(PaperFactory, published=True, origin="actions")
    said = factory.LazyFunction(
        lambda: {
            "title": "Actions of the board",
            "sentences": ["One action."],
            "tables": [{"title": "Actions", "head": ["What", "By"], "rows": [["Mend the gate", "2 June"]]}],
            "notes": [],
        }
    )


class PaperTextFactory(DjangoModelFactory):
    class Meta:
        model = PaperText

    paper = factory.SubFactory(PaperFactory, published=True)
    page = 1
    text = "How our children are doing."


class BackgroundPaperFactory(DjangoModelFactory):
    class Meta:
        model = BackgroundPaper

    paper = factory.SubFactory(PaperFactory)
    title = "Sufficiency strategy 2024"
    where = "The council's library"


class ClearanceFactory(DjangoModelFactory):
    class Meta:
        model = Clearance

    paper = factory.SubFactory(PaperFactory)
    kind = Clearance.Kind.SECOND
    asked_of = factory.SubFactory(PersonFactory)
    asked_at = NOW


class PublicationFactory(DjangoModelFactory):
    class Meta:
        model = Publication

    meeting = factory.SubFactory(MeetingFactory, published=True)
    publish_by = date(2026, 11, 24)
    asked_at = NOW
    published_at = NOW


class AgendaPackFactory(DjangoModelFactory):
    class Meta:
        model = AgendaPack

    publication = factory.SubFactory(PublicationFactory)
    audience = AgendaPack.Audience.PUBLIC
    pages = 12
    file = factory.SubFactory(StoredPdfFactory)
    size = 1_000
    sha256 = factory.SelfAttribute("file.sha256")
    built_at = NOW
    contents = factory.LazyFunction(list)


class AttendanceFactory(DjangoModelFactory):
    class Meta:
        model = Attendance

    meeting = factory.SubFactory(MeetingFactory, held=True)
    person = factory.SubFactory(PersonFactory)
    outcome = Attendance.Outcome.PRESENT
    recorded_at = NOW


class InterestFactory(DjangoModelFactory):
    class Meta:
        model = Interest

    meeting = factory.SubFactory(MeetingFactory, held=True)
    person = factory.SubFactory(PersonFactory)
    kind = Interest.Kind.OTHER
    what = "Governor of the academy"
    part = Interest.Part.STAYED
    recorded_at = NOW


class MinutesFactory(DjangoModelFactory):
    class Meta:
        model = Minutes

    meeting = factory.SubFactory(MeetingFactory, held=True)
    started_at = NOW

    class Params:
        approved = factory.Trait(status=Minutes.Status.APPROVED, approved_at=NOW)


class MinuteFactory(DjangoModelFactory):
    class Meta:
        model = Minute

    minutes = factory.SubFactory(MinutesFactory)
    item = factory.SubFactory(AgendaItemFactory, published=True, meeting=factory.SelfAttribute("..minutes.meeting"))
    text = "Members noted the report."


class MinuteChangeFactory(DjangoModelFactory):
    class Meta:
        model = MinuteChange

    minute = factory.SubFactory(MinuteFactory)
    text_before = "Members noted."
    because = "The chair asked for the vote to be added."
    changed_at = NOW


class DecisionFactory(DjangoModelFactory):
    class Meta:
        model = Decision

    item = factory.SubFactory(AgendaItemFactory, published=True)
    number = factory.Sequence(lambda n: n + 1)
    title = "That the report is noted."
    recorded_at = NOW

    class Params:
        published = factory.Trait(published_at=NOW)


class QuestionFactory(DjangoModelFactory):
    class Meta:
        model = Question

    item = factory.SubFactory(AgendaItemFactory, published=True)
    asked = "Why did the figure go red?"
    asked_by = factory.SubFactory(PersonFactory)
    asked_of = factory.SubFactory(PersonFactory)
    asked_at = NOW
    answer_by = date(2026, 9, 15)


class ForwardPlanEntryFactory(DjangoModelFactory):
    class Meta:
        model = ForwardPlanEntry

    body = factory.SubFactory(BodyFactory, regime="executive")
    matter = "A new home for four children"
    decide_on = date(2026, 12, 2)
    published_at = NOW


class PrivateNoticeFactory(DjangoModelFactory):
    class Meta:
        model = PrivateNotice

    meeting = factory.SubFactory(MeetingFactory, body__regime="executive")
    step = PrivateNotice.Step.FIRST
    reasons = "The tender of a provider is discussed."
    publish_by = date(2026, 10, 22)
    published_at = NOW


class WorkProgrammeItemFactory(DjangoModelFactory):
    class Meta:
        model = WorkProgrammeItem

    body = factory.SubFactory(BodyFactory)
    year = "2026-27"
    title = "Annual report of the virtual school"
    expected_by = date(2026, 10, 31)


class ImplicationFactory(DjangoModelFactory):
    class Meta:
        model = Implication

    title = factory.Sequence(lambda n: f"Bus routes {n}")
    decided_by = "Cabinet"
    decided_on = date(2026, 12, 2)
    directorate = "Place"
    has_section = True
    entered_at = NOW

    class Params:
        shared = factory.Trait(summary="Care leavers lose the late bus to college.", signed_off_at=NOW, shared_at=NOW)


class ImplicationReaderFactory(DjangoModelFactory):
    class Meta:
        model = ImplicationReader

    implication = factory.SubFactory(ImplicationFactory, shared=True)
    person = factory.SubFactory(PersonFactory)
    asked_at = NOW


class PlanFactory(DjangoModelFactory):
    class Meta:
        model = Plan

    kind = Plan.Kind.CHILDREN
    title = "Children and Young People’s Plan 2026 to 2029"
    owner = factory.SubFactory(PersonFactory)
    agreed_on = date(2026, 4, 1)
    due_on = date(2027, 4, 1)
    reflects = "Homes near the city, and a place to study after five."
    recorded_at = NOW


class ReadMarkFactory(DjangoModelFactory):
    class Meta:
        model = ReadMark

    person = factory.SubFactory(PersonFactory)
    paper = factory.SubFactory(PaperFactory, published=True)
    at = NOW


class NoteFactory(DjangoModelFactory):
    class Meta:
        model = Note

    person = factory.SubFactory(PersonFactory)
    meeting = factory.SubFactory(MeetingFactory, published=True)
    page = 47
    text = "Ask about the second column."
    at = NOW


class FetchFactory(DjangoModelFactory):
    class Meta:
        model = Fetch

    file = factory.SubFactory(StoredPdfFactory)
    on = date(2026, 12, 1)


class CommitteeSettingsFactory(DjangoModelFactory):
    class Meta:
        model = CommitteeSettings

    pk = 1
