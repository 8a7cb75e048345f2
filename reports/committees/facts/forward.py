"""The forward plan and the notices of private meetings: what is published, what is due, and what is missing."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from members.models import Body
from reports.committees.models import (
    Access,
    AgendaItem,
    CommitteeSettings,
    ForwardPlanEntry,
    ItemKind,
    Meeting,
    PrivateNotice,
    Purpose,
)
from reports.committees.rules.forward import NoticeDays
from visits.facts.days import closed_days

Step = PrivateNotice.Step
NOT_GIVEN = (
    "A part of this meeting is in private, and the {} was not given. Give it under “Notices that it meets in private”: "
    "late, it needs the reason, and who agreed (2012 Regulations, regulation 5)."
)


def notice_days() -> NoticeDays:
    """How this council counts. Two queries."""
    settings = CommitteeSettings.current()
    return NoticeDays(settings.notice_days, settings.counts_notice_by_calendar, closed_days())


def coming(on: date) -> QuerySet[ForwardPlanEntry]:
    """Entries still to be decided, withdrawn ones too, the next first."""
    found = ForwardPlanEntry.objects.filter(decide_on__gte=on).select_related("body", "meeting__body")
    return found.order_by("decide_on", "pk")


def meeting_of(body: Body, on: date) -> Meeting | None:
    """The meeting at which `body` would decide on that day."""
    return Meeting.objects.filter(body=body, meets_on=on).exclude(status=Meeting.Status.CANCELLED).first()


def entries_of(meeting: Meeting) -> QuerySet[ForwardPlanEntry]:
    """What the plan says of `meeting`, linked or by its day."""
    on_its_day = Q(body=meeting.body_id, decide_on=meeting.meets_on)
    return ForwardPlanEntry.objects.filter(Q(meeting=meeting) | on_its_day, withdrawn_because="")


def missing_entries(meeting: Meeting) -> list[str]:
    """Warnings for whoever prepares the agenda: items to decide that the forward plan does not name.

    Only of executive bodies; two queries. An entry names an item by the title that the public reads. Whether a decision
    is a key decision is the officer's to judge, so these are warnings and stop nothing.
    """
    if meeting.body.regime != Body.Regime.EXECUTIVE:
        return []
    items = AgendaItem.objects.filter(meeting=meeting, kind=ItemKind.REPORT, purpose=Purpose.DECIDE)
    named = {matter.strip().casefold() for matter in entries_of(meeting).values_list("matter", flat=True)}
    return [
        f"Item {item.number} asks for a decision that is not in the forward plan. A key decision needs an entry there "
        "28 clear days before, or the reason why not (2012 Regulations, regulations 9 to 11)."
        for item in items.filter(withdrawn_because="").order_by("number")
        if item.shown_title.strip().casefold() not in named
    ]


def in_private(on: date) -> QuerySet[Meeting]:
    """Executive meetings to come of which a part is in private: by items, by the plan, or by a notice given."""
    kept = AgendaItem.objects.filter(meeting=OuterRef("pk"), withdrawn_because="").exclude(access=Access.OPEN)
    planned = ForwardPlanEntry.objects.filter(meeting=OuterRef("pk"), withdrawn_because="").exclude(private_because="")
    noticed = PrivateNotice.objects.filter(meeting=OuterRef("pk"))
    found = Meeting.objects.coming(on).filter(body__regime=Body.Regime.EXECUTIVE, held_at=None)
    private = found.filter(Exists(kept) | Exists(planned) | Exists(noticed) | Q(is_public=False))
    return private.select_related("body").prefetch_related("private_notices").order_by("meets_on", "pk")


def missing_notices(meeting: Meeting, on: date) -> list[str]:
    """Why the agenda of an executive meeting that is partly in private may not go out on `on`: notices not given.

    Five queries at most. The second notice is not asked for before its own last lawful day (2012 Regulations, r5).
    """
    if meeting.body.regime != Body.Regime.EXECUTIVE or not in_private(on).filter(pk=meeting.pk).exists():
        return []
    given = set(meeting.private_notices.values_list("step", flat=True))
    due = [Step.FIRST, *([Step.SECOND] if on >= notice_days().second_by(meeting.meets_on) else [])]
    return [NOT_GIVEN.format(step.label.lower()) for step in due if step not in given]


def notices_due(on: date) -> Iterator[tuple[Meeting, str, date]]:
    """Each meeting in private with the next notice that was not given, and its last lawful day. Four queries."""
    days = notice_days()
    for meeting in in_private(on):
        given = {notice.step for notice in meeting.private_notices.all()}
        step = next((step for step in (Step.FIRST, Step.SECOND) if step not in given), None)
        if step is not None:
            yield meeting, step, days.by(step, meeting.meets_on)
