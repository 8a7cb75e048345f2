"""What Celery runs: two tasks without arguments. Nothing about a job travels through the broker."""

from celery import shared_task
from celery.signals import worker_ready
from django.utils import timezone

from corpparent import jobs, sweeping


@shared_task(name="corpparent.work")
def work() -> None:
    jobs.work()


@shared_task(name="corpparent.sweep")
def sweep() -> None:
    """Beat sends this every 30 seconds: what is due again and again, and jobs whose message was lost."""
    sweeping.sweep(timezone.now())
    jobs.work()


@worker_ready.connect
def sweep_at_start(**kwargs: object) -> None:
    """A worker that comes back looks for work at once."""
    jobs.poke()
