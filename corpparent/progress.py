"""A job as components/progress.html shows it."""

from typing import Any

from django.utils import timezone

from corpparent.jobs import ATTEMPTS
from corpparent.models import Job


def progress_of(job: Job, *, label: str, url: str, progress_url: str, next_label: str) -> dict[str, Any]:
    """Arguments of the component: `url` is the page that shows the job, `progress_url` the fragment alone."""
    return {
        "label": label,
        "percent": job.percent,
        "said": said(job),
        "steps": steps(job),
        "url": url,
        "progress_url": progress_url if job.is_open else "",
        "next_url": "" if job.is_open else url,
        "next_label": next_label if job.status == Job.Status.DONE else "See what happened",
    }


def said(job: Job) -> str:
    """One sentence: how it stands."""
    if not job.is_open:
        return job.message
    if job.stop_asked_at:
        return "Stopping at the next step."
    if job.status == Job.Status.WAITING and not job.attempt:
        return "Waiting for its turn. You can leave this page."
    again = f" This is try {job.attempt} of {ATTEMPTS}." if job.attempt > 1 else ""
    return f"Asked for at {timezone.localtime(job.asked_at):%H:%M}. You can leave this page.{again}"


def steps(job: Job) -> list[dict[str, str]]:
    """Steps in order: those done, the one under way or the one it failed at, those to come."""
    states = {Job.Status.RUNNING: "now", Job.Status.FAILED: "late", Job.Status.STOPPED: "late"}
    following = states.get(Job.Status(job.status), "to-come")
    shown = []
    for step in job.steps:
        state = "ok" if step["is_done"] or job.status == Job.Status.DONE else following
        if state == following:
            following = "to-come"
        shown.append({"name": step["label"], "note": step["detail"], "state": state})
    return shown
