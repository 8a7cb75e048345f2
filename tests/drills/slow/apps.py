"""A job that stands for every long one: it says that it has begun, waits to be let go, and finishes with one event."""

import time
from pathlib import Path

from django.apps import AppConfig
from django.conf import settings
from django.utils import timezone

KIND = "slow-job"
RESULT = "slow-job-done"


class SlowConfig(AppConfig):
    name = "tests.drills.slow"
    label = "slow"

    def ready(self):
        from corpparent import jobs

        jobs.register(KIND, hold_and_finish)


def begun(folder, key, attempt):
    """The file by which the attempt says that it is half-way."""
    return Path(folder) / f"{key}-begun-{attempt}"


def let_go(folder, key):
    """The file that lets every attempt at `key` go on."""
    return Path(folder) / f"{key}-let-go"


def hold_and_finish(running):
    from corpparent.models import Event
    from corpparent.references import Reference

    running.plan("Hold", "Finish")
    begun(settings.DATA_DIR, running.job.key, running.attempt).touch()
    while not let_go(settings.DATA_DIR, running.job.key).exists():
        time.sleep(0.05)
    running.step_done("Hold")
    with running.finish(f"Done by attempt {running.attempt}."):
        about = Reference(running.job.subject_kind, running.job.subject_id, "")
        Event.record(RESULT, about=about, by=None, at=timezone.now())
