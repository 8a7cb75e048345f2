"""Homes, the rota and reports of visits as they stand when somebody comes."""

from datetime import timedelta

from django.utils.timezone import localdate

from corpparent.periods import quarter_around
from tests.access.examples import example, of
from tests.factories.members import AppointmentFactory
from tests.factories.visits import (
    CalendarFeedFactory,
    CareReviewFactory,
    ConflictFactory,
    HomeFactory,
    HomePostFactory,
    IndependentVisitFactory,
    InspectionFactory,
    PointFactory,
    RotaSlotFactory,
    TurnFactory,
    VisitFactory,
    VisitSummaryFactory,
)
from visits.rules.calendar import digest_of


@example("visits:part-update")
def part_of_a_draft():
    return of(VisitFactory()) | {"part": "who"}


@example("visits:point-create", "visits:visit-check", "visits:visit-submit", "visits:visit-pass-on")
def draft_of_somebody_else():
    return of(VisitFactory())


@example("visits:point-update", "visits:point-remove")
def point_of_a_draft():
    return of(PointFactory(visit=VisitFactory()))


@example("visits:visit-create", "visits:visit-sync")
def slot_somebody_else_took():
    return of(RotaSlotFactory())


@example("visits:visit-detail", "visits:visit-return")
def report():
    return of(VisitFactory(sent=True))


@example("visits:point-answer", "visits:point-resolve", "visits:point-tell")
def point_of_a_report():
    return of(PointFactory())


@example(
    "visits:slot-detail",
    "visits:slot-plan",
    "visits:slot-alone",
    "visits:slot-not-made",
    "visits:slot-cancel",
    "visits:turn-offer",
    "visits:briefing-detail",
)
def visit_that_is_wanted():
    today = localdate()
    return of(RotaSlotFactory(starts_on=today - timedelta(days=3), due_on=today + timedelta(days=9)))


@example("visits:turn-take", "visits:turn-decline", "visits:turn-give-back")
def turn_of_somebody_else():
    return of(TurnFactory())


@example("visits:conflict-end")
def conflict():
    return of(ConflictFactory())


@example("visits:calendar-feed")
def calendar():
    person = AppointmentFactory().person
    CalendarFeedFactory(person=person, digest=digest_of("a-secret"))
    return {"secret": "a-secret"}


@example(
    "visits:home-detail",
    "visits:home-update",
    "visits:home-close",
    "visits:home-post-create",
    "visits:inspection-create",
    "visits:independent-visit-create",
    "visits:care-review-create",
)
def home():
    return of(HomeFactory())


@example("visits:slot-create", "visits:conflict-list")
def home_to_choose():
    HomeFactory()
    return {}


@example("visits:home-post-remove")
def home_post():
    return of(HomePostFactory(appointment__role__slug="home-manager"))


@example("visits:inspection-update")
def inspection():
    return of(InspectionFactory())


@example("visits:independent-visit-update")
def independent_visit():
    return of(IndependentVisitFactory())


@example("visits:care-review-update")
def care_review():
    return of(CareReviewFactory())


@example("visits:summary-detail", "visits:summary-renew", "visits:summary-read")
def summary_of_a_quarter():
    summary = VisitSummaryFactory()
    VisitFactory(sent=True)
    return of(summary)


@example("visits:summary-create")
def quarter_with_a_visit():
    VisitFactory(sent=True, visited_on=quarter_around(localdate()).before().starts_on)
    return {}
