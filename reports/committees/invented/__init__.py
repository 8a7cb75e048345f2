"""Meetings, plans and what is to be decided in the invented council, written through the services.
Made once: whatever became of it since stays. It stands on members.invented and visits.invented.
"""

from django.db import transaction

from reports.committees.invented.meetings import keep_days_free, plan, plan_decisions, prepare
from reports.committees.invented.plans import record
from reports.committees.invented.programme import begin
from reports.committees.models import Meeting

__all__ = ["years"]


@transaction.atomic
def years() -> None:
    """Meetings to come, the agenda of the next, what is announced, the register of plans, and a work programme."""
    if not Meeting.objects.exists():
        keep_days_free()
        plan()
        prepare()
        plan_decisions()
        record()
        begin()
