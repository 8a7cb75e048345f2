"""Meetings and the bodies that meet, as far as a reader may see them."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, Q, QuerySet
from django.utils.timezone import localdate

from corpparent.words import day
from members.models import Body
from members.standing import Standing
from reports.committees.facts.last_days import Days, last_lawful_day
from reports.committees.models import AgendaItem, AgendaPack, Decision, Meeting, Paper


def bodies_that_meet(on: date) -> QuerySet[Body]:
    """The council's own, in being on that day or to be."""
    return Body.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on)).exclude(kind=Body.Kind.PARTNER)


def bodies_visible_to(who: Standing) -> QuerySet[Body]:
    """The public sees bodies that meet in public: by law, or because a meeting of theirs is open."""
    own = Body.objects.exclude(kind=Body.Kind.PARTNER)
    if who.is_member:
        return own
    opened = Meeting.objects.filter(is_public=True).values("body")
    return own.filter(~Q(regime=Body.Regime.INFORMAL) | Q(pk__in=opened))


def warnings_of(body: Body, on: date, meeting: Meeting | None, against: Iterable[str]) -> list[str]:
    """What speaks against the day, and whether papers that are out would be out too late for it."""
    said = list(against)
    if meeting and meeting.published_at:
        moved = Meeting(body=body, meets_on=on, convened_on=meeting.convened_on)
        last = last_lawful_day(moved)
        if localdate(meeting.published_at) > last:
            said.append(f"Its papers had to be out by {day(last)} for that day, and came later.")
    return said


def agenda_of(meeting: Meeting, who: Standing) -> list[AgendaItem]:
    """Published items with `shown_papers` and `shown_decisions`, as far as `who` may see them. Three queries."""
    papers = Paper.objects.visible_to(who).published().current().order_by("position", "pk")
    decisions = Decision.objects.visible_to(who).filter(published_at__isnull=False).order_by("number")
    items = AgendaItem.objects.visible_to(who).filter(meeting=meeting, published_at__isnull=False).order_by("number")
    found = list(
        items.prefetch_related(
            Prefetch("papers", papers, to_attr="shown_papers"),
            Prefetch("decisions", decisions, to_attr="shown_decisions"),
        )
    )
    for item in found:
        item.meeting = meeting
    return found


def packs_of(meeting: Meeting, who: Standing) -> list[AgendaPack]:
    """One query."""
    found = AgendaPack.objects.visible_to(who).filter(
        publication__meeting=meeting, publication__published_at__isnull=False
    )
    order = ("publication__number", "audience", "-extent")
    return list(found.select_related("publication").defer("contents").order_by(*order))


def last_day_of(meeting: Meeting) -> tuple[date, Days]:
    """The last lawful day to publish, and how this council counts. Three queries."""
    days = Days.current()
    return days.last_for(meeting), days
