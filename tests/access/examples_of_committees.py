"""Meetings, papers and what came of them, as they stand when somebody comes."""

from datetime import timedelta

from django.utils.timezone import localdate

from corpparent.models import StoredFile
from members.roles import ADMINISTRATOR
from reports.committees import services
from tests.access.examples import example, of
from tests.factories.bodies import BodyFactory
from tests.factories.committees import (
    NOW,
    AgendaItemFactory,
    AgendaPackFactory,
    AttendanceFactory,
    BackgroundPaperFactory,
    BusyDayFactory,
    ClearanceFactory,
    DecisionFactory,
    ForwardPlanEntryFactory,
    ImplicationFactory,
    InterestFactory,
    MeetingFactory,
    MinuteFactory,
    MinutesFactory,
    NoteFactory,
    PaperFactory,
    PlanFactory,
    PublicationFactory,
    QuestionFactory,
    StandingItemFactory,
    WorkProgrammeItemFactory,
)
from tests.factories.corpparent import JobFactory
from tests.factories.members import AppointmentFactory


@example(
    "committees:paper-detail",
    "committees:paper-pdf",
    "committees:paper-replace",
    "committees:paper-withdraw",
    "committees:paper-close",
    "committees:fetch-list",
)
def published_paper():
    return of(PaperFactory(published=True, file=StoredFile.write([b"%PDF-1.7"])))


@example(
    "committees:paper-update",
    "committees:paper-file",
    "committees:paper-move",
    "committees:paper-confirm",
    "committees:paper-remove",
    "committees:paper-background",
    "committees:clearance-ask",
)
def draft_of_a_paper():
    return of(PaperFactory())


@example("committees:paper-split")
def exempt_draft():
    return of(PaperFactory(exempt=True))


@example("committees:paper-review", "committees:paper-opening", "committees:opening-ask")
def exempt_paper():
    return of(PaperFactory(published=True, exempt=True, file=StoredFile.write([b"%PDF-1.7"])))


@example("committees:opening-confirm")
def exempt_paper_that_somebody_asked_to_open():
    paper = PaperFactory(published=True, exempt=True, file=StoredFile.write([b"%PDF-1.7"]))
    services.ask_to_open(paper=paper, version=1, by=AppointmentFactory(role__slug=ADMINISTRATOR).person, at=NOW)
    return of(paper)


@example("committees:paper-create", "committees:paper-make")
def item():
    return of(AgendaItemFactory())


@example("committees:background-remove")
def background_paper():
    return of(BackgroundPaperFactory())


@example("committees:clearance-detail", "committees:clearance-give")
def clearance():
    return of(ClearanceFactory())


@example("committees:calendar-detail")
def year_of_meetings():
    return {"year": 2026}


@example("committees:calendar-month")
def month_of_meetings():
    return {"year": 2026, "month": 12}


@example("committees:committee-detail", "committees:committee-calendar", "committees:committee-papers")
def body_that_meets_in_public():
    return {"slug": BodyFactory(regime="council-committee").slug}


@example("committees:meeting-detail")
def meeting_on_a_day():
    meeting = MeetingFactory(body__regime="council-committee")
    return {"year": "2026", "month": "12", "day": "02", "slug": meeting.body.slug}


@example("committees:meeting-update", "committees:meeting-cancel")
def meeting_that_can_move():
    return of(MeetingFactory(meets_on=localdate() + timedelta(days=60)))


@example("committees:busy-day-remove")
def busy_days():
    return of(BusyDayFactory())


@example(
    "committees:agenda-detail",
    "committees:agenda-begin",
    "committees:agenda-item-create",
    "committees:reading-detail",
    "committees:note-create",
    "committees:publication-create",
)
def meeting_to_come():
    return of(MeetingFactory(meets_on=localdate() + timedelta(days=60)))


@example("committees:agenda-exclude")
def meeting_with_an_exempt_item():
    return of(AgendaItemFactory(exempt=True, meeting__meets_on=localdate() + timedelta(days=60)).meeting)


@example("committees:agenda-item-update", "committees:agenda-item-move", "committees:agenda-item-remove")
def draft_item():
    return of(AgendaItemFactory(number=1))


@example("committees:agenda-item-withdraw")
def published_item():
    return of(AgendaItemFactory(number=1, published=True, meeting__published=True))


@example("committees:standing-item-list", "committees:standing-item-begin", "committees:standing-item-create")
def body_that_meets():
    return {"slug": BodyFactory().slug}


@example("committees:standing-item-update", "committees:standing-item-move", "committees:standing-item-remove")
def one_of_two_standing_items():
    return of(StandingItemFactory(body=StandingItemFactory().body))


@example("committees:paper-mark")
def paper_to_read():
    return of(PaperFactory(published=True))


@example("committees:note-update", "committees:note-remove")
def note_of_somebody_else():
    return of(NoteFactory())


@example("committees:decision-detail", "committees:decision-act", "committees:decision-leave")
def published_decision():
    return of(DecisionFactory(published=True, item__meeting__held=True))


@example("committees:decision-update", "committees:decision-confirm", "committees:decision-publish")
def draft_of_a_decision():
    return of(DecisionFactory(item__meeting__held=True))


@example("committees:decision-remove")
def draft_to_take_away():
    return of(DecisionFactory(item__meeting__held=True))


@example("committees:decision-create")
def item_of_a_meeting_that_was_held():
    return of(AgendaItemFactory(published=True, meeting__held=True))


@example("committees:meeting-decisions")
def meeting_that_was_held():
    return of(MeetingFactory(held=True))


@example("committees:question-create")
def item_to_ask_about():
    return of(AgendaItemFactory(published=True))


@example("committees:question-detail", "committees:question-hand")
def question_to_somebody_else():
    return of(QuestionFactory())


@example("committees:forward-update", "committees:forward-withdraw")
def entry_of_the_forward_plan():
    return of(ForwardPlanEntryFactory())


@example("committees:notice-list", "committees:notice-create")
def meeting_of_the_executive():
    return of(MeetingFactory(body__regime="executive", meets_on=localdate() + timedelta(days=60)))


@example("committees:plan-detail", "committees:plan-update", "committees:plan-end")
def plan_on_the_register():
    return of(PlanFactory())


@example("committees:implication-detail", "committees:implication-share", "committees:implication-read")
def implication_that_was_shared():
    return of(ImplicationFactory(shared=True))


@example("committees:implication-update", "committees:implication-sign-off")
def implication_to_be_signed_off():
    return of(ImplicationFactory())


@example("committees:publication-detail", "committees:publication-retry")
def published_agenda():
    return of(PublicationFactory())


@example("committees:publication-progress")
def agenda_being_published():
    publication = PublicationFactory(published_at=None)
    JobFactory(kind="agenda-pack", subject_kind="publication", subject_id=publication.public_id)
    return of(publication)


@example("committees:agenda-pack-detail", "committees:agenda-pack-pdf")
def published_pack():
    return of(AgendaPackFactory(file=StoredFile.write([b"%PDF-1.7"])))


@example("committees:attendance-update", "committees:interest-create")
def meeting_of_yesterday():
    return of(MeetingFactory(meets_on=localdate() - timedelta(days=1)))


@example("committees:interest-remove")
def interest_that_was_declared():
    return of(InterestFactory(meeting__meets_on=localdate() - timedelta(days=1)))


@example("committees:attendance-figures")
def attendance_of_a_year():
    AttendanceFactory(meeting__meets_on=localdate() - timedelta(days=1))
    return {}


@example("committees:minutes-detail")
def approved_minutes():
    meeting = MinutesFactory(approved=True).meeting
    on = meeting.meets_on
    return {"year": f"{on:%Y}", "month": f"{on:%m}", "day": f"{on:%d}", "slug": meeting.body.slug}


@example("committees:minutes-update", "committees:minutes-approve")
def minutes_in_draft():
    return of(MinuteFactory().minutes.meeting)


@example("committees:minutes-start")
def meeting_without_minutes():
    return of(MeetingFactory(held=True))


@example("committees:minutes-confirm")
def minutes_to_be_confirmed():
    return of(MinutesFactory(approved=True).meeting)


@example("committees:minute-update")
def entry_of_minutes():
    return of(MinuteFactory())


@example(
    "committees:programme-item-update",
    "committees:programme-item-plan",
    "committees:programme-item-drop",
    "committees:programme-item-put",
    "committees:programme-item-resume",
)
def expected_of_a_body():
    return of(WorkProgrammeItemFactory())


@example("committees:programme-figures", "committees:programme-begin", "committees:programme-item-create")
def programme_of_a_body():
    body = WorkProgrammeItemFactory().body
    MeetingFactory(body=body)
    return {}
