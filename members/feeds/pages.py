"""A list of councillors as its page and the list of them show it, at every stage."""

from typing import Any

from django.urls import reverse

from corpparent import progress
from corpparent.models import Job
from corpparent.words import moment
from members.feeds import showing
from members.models import MemberImport

Status = MemberImport.Status
TAGS = {
    Status.FETCHING: "now",
    Status.READY: "due",
    Status.DONE: "ok",
    Status.DROPPED: "neutral",
    Status.REFUSED: "late",
}


def told(feed: MemberImport) -> str:
    """What the second of two people is told."""
    return f"This list is not waiting any more: {feed.get_status_display().lower()}. Here is what came of it."


def shown(feed: MemberImport) -> dict[str, Any]:
    """What the page shows at every stage."""
    said = [("Brought by", brought_by(feed)), ("When", moment(feed.brought_at))]
    if feed.ended_at:
        said.append((feed.get_status_display(), moment(feed.ended_at)))
    if feed.sha256:
        said.append(("sha256", feed.sha256))
    return {
        "about": f"{feed.get_form_display()}: {feed.name}.",
        "record": [{"label": label, "value": value} for label, value in said],
        "tone": TAGS[Status(feed.status)],
        "done": done(feed),
        "problems": showing.problems(feed.findings),
        "cut": showing.cut(feed.findings),
    }


def done(feed: MemberImport) -> list[dict[str, str]]:
    """The boxes of a list that was taken in."""
    labels = {"added": "New", "changed": "Changed", "ended": "Left", "same": "As before"}
    return [{"label": label, "value": f"{feed.counts[name]:,}"} for name, label in labels.items() if feed.counts]


def row_of(feed: MemberImport) -> dict[str, str]:
    counts = feed.counts
    came = f"{counts['added']:,} new, {counts['changed']:,} changed, {counts['ended']:,} left." if counts else ""
    return {
        "url": reverse("members:feed-detail", args=[feed.public_id]),
        "title": feed.name,
        "second": f"{feed.get_form_display()}. {brought_by(feed)}, {moment(feed.brought_at)}.",
        "came": came or feed.refused_because,
        "status": TAGS[Status(feed.status)],
        "tag": feed.get_status_display(),
    }


def brought_by(feed: MemberImport) -> str:
    return feed.brought_by.name if feed.brought_by else "From the command line"


def progress_of(feed: MemberImport, job: Job | None) -> dict[str, object] | None:
    """Arguments of components/progress.html."""
    if job is None:
        return None
    return progress.progress_of(
        job,
        label="Fetching the list",
        url=reverse("members:feed-detail", args=[feed.public_id]),
        progress_url=reverse("members:feed-progress", args=[feed.public_id]),
        next_label="See what it would change",
    )
