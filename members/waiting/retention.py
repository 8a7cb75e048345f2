"""What retention asks of the administrator, for their start page."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from corpparent import retention
from corpparent.models import Job
from corpparent.rules import why_not
from members import rules
from members.models import Council
from members.needs import Need
from members.services.retention import APPLY
from members.standing import Standing

REST = timedelta(days=30)
IS_DUE, LOOK_AGAIN = "members:retention-is-due", 60 * 60  # seconds: the record is long, and the start page is not


def needs(who: Standing) -> Iterator[Need]:
    """Once a month, while something is due: what waits for a word of theirs. Few queries, none for others."""
    if why_not(rules.check_can_wipe, who):
        return
    now = timezone.now()
    if Job.objects.filter(kind=APPLY, asked_at__gt=now - REST).exclude(status=Job.Status.FAILED).exists():
        return
    if cache.get_or_set(IS_DUE, partial(is_due, now), LOOK_AGAIN):
        yield Need(
            title="Wipe what has had its time",
            url=reverse("members:retention-list"),
            about="How long things are kept",
            why="Some rows are older than the council keeps them. Nothing is wiped until you have looked and said so.",
            tag="Due",
        )


def is_due(at: datetime) -> bool:
    """Whether anything would be wiped at `at`. Two queries."""
    return Council.objects.filter(retention.something_due(at)).exists()
