"""Decisions to read: those of the public list, those nothing came of yet, and those of one meeting."""

from django.db.models import Prefetch, Q, QuerySet

from members.standing import Standing
from reports.committees.models import AgendaItem, Decision, Meeting

WITH = ("item__meeting__body", "action")


def published(who: Standing) -> QuerySet[Decision]:
    """The newest first, of meetings that `who` may see; what is exempt is among them, to be shown by public title."""
    found = Decision.objects.filter(published_at__isnull=False, item__meeting__in=Meeting.objects.visible_to(who))
    return found.select_related(*WITH).order_by(
        "-item__meeting__meets_on", "-item__meeting_id", "item__number", "number"
    )


def seen_by(who: Standing, decisions: list[Decision]) -> frozenset[int]:
    """Keys of those that `who` may read as a whole. One query."""
    keys = [decision.pk for decision in decisions]
    return frozenset(Decision.objects.visible_to(who).filter(pk__in=keys).values_list("pk", flat=True))


def without_answer(who: Standing) -> QuerySet[Decision]:
    """Published decisions and recommendations with neither an action nor a reason for none; the oldest first."""
    found = Decision.objects.visible_to(who).filter(published_at__isnull=False, action=None, no_action_because="")
    asking = found.exclude(kind=Decision.Kind.NOTED).select_related(*WITH)
    return asking.order_by("item__meeting__meets_on", "item__meeting_id", "item__number", "number")


def items_with_decisions(meeting: Meeting) -> list[AgendaItem]:
    """Published items that were not withdrawn, each with its decisions; for those who prepare papers. Two queries."""
    items = meeting.items.filter(~Q(published_at=None), withdrawn_because="").order_by("number")
    found = list(items.prefetch_related(Prefetch("decisions", Decision.objects.order_by("number"))))
    for item in found:
        item.meeting = meeting
    return found
