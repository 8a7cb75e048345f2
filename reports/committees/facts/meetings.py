"""Meetings and the bodies that meet, as far as a reader may see them."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects
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


def met_on(slug: str, on: date, who: Standing) -> tuple[Meeting | None, list[AgendaItem]]:
    """The meeting of that body on that day, its minutes with it, and its published items, as far as `who` may see them.

    One query where it has an agenda, two where not. None where there is no such meeting for `who`.
    """
    with_minutes = ("meeting__body", "meeting__minutes")
    items = AgendaItem.objects.visible_to(who).filter(published_at__isnull=False)
    items = items.filter(meeting__body__slug=slug, meeting__meets_on=on).select_related(*with_minutes)
    if agenda := list(items.order_by("number")):
        return agenda[0].meeting, agenda
    seen = Meeting.objects.visible_to(who).select_related("body", "minutes")
    return seen.filter(body__slug=slug, meets_on=on).first(), []


def add_papers(items: list[AgendaItem], who: Standing) -> None:
    """Each gets its `shown_papers` and `shown_decisions`, as far as `who` may see them. Two queries, none for none."""
    papers = Paper.objects.visible_to(who).published().current().order_by("position", "pk")
    decisions = Decision.objects.visible_to(who).filter(published_at__isnull=False).order_by("number")
    prefetch_related_objects(
        items,
        Prefetch("papers", papers, to_attr="shown_papers"),
        Prefetch("decisions", decisions, to_attr="shown_decisions"),
    )


def packs_of(meeting: Meeting, who: Standing) -> list[AgendaPack]:
    """The newest complete ones, then each part in order. One query; none before its agenda is published."""
    if meeting.published_at is None:
        return []
    found = AgendaPack.objects.visible_to(who).filter(
        publication__meeting=meeting, publication__published_at__isnull=False
    )
    order = ("publication__number", "audience")
    packs = list(found.select_related("publication").defer("contents").order_by(*order))
    complete = {one.audience: one for one in packs if one.extent == AgendaPack.Extent.COMPLETE}
    newest = [complete[audience] for audience in AgendaPack.Audience.values if audience in complete]
    return newest + [one for one in packs if one.extent == AgendaPack.Extent.PART]


def last_day_of(meeting: Meeting) -> tuple[date, Days]:
    """The last lawful day to publish, and how this council counts. Three queries."""
    days = Days.current()
    return days.last_for(meeting), days
