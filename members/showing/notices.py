"""What the page of notices shows: for whom, when and how it went. What a notice is about is nobody else's business."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.urls import reverse

from corpparent.models import Notice
from corpparent.words import moment
from members.models import Person

TONES = {
    Notice.Status.WAITING: "due",
    Notice.Status.SENT: "ok",
    Notice.Status.FAILED: "late",
    Notice.Status.DROPPED: "neutral",
}


def rows_of(notices: Iterable[Notice]) -> list[dict[str, Any]]:
    """One row a notice. One query for all the names."""
    notices = list(notices)
    names = dict(
        Person.objects.filter(public_id__in={each.person_id for each in notices}).values_list("public_id", "name")
    )
    return [_row(notice, names) for notice in notices]


def _row(notice: Notice, names: dict[UUID, str]) -> dict[str, Any]:
    is_failed = notice.status == Notice.Status.FAILED
    return {
        "name": names.get(notice.person_id, "Somebody who is no longer here"),
        "said": said(notice),
        "problem": notice.problem,
        "status": TONES[notice.status],  # type: ignore[index]
        "tag": notice.get_status_display(),
        "retry_url": reverse("members:notice-retry", args=[notice.public_id]) if is_failed else "",
    }


def said(notice: Notice) -> str:
    """When it was written, and what has become of it since."""
    tries = f"tried {notice.attempts} time{'s' if notice.attempts != 1 else ''}"
    written = f"Written on {moment(notice.created_at)}"
    if notice.ended_at:
        return f"{written}; {ENDED[notice.status]} on {moment(notice.ended_at)}."  # type: ignore[index]
    if notice.attempts:
        return f"{written}; {tries}, next on {moment(notice.due_at)}."
    return f"{written}; goes out on {moment(notice.due_at)}."


ENDED = {
    Notice.Status.SENT: "sent",
    Notice.Status.FAILED: "given up",
    Notice.Status.DROPPED: "dropped, as nobody was there to read it,",
}
