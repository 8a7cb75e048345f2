"""What an invented council promised, heard, offers and must do, written through the services in the order of the days.
Made once: whatever became of it since stays. It stands on members.invented.
"""

from django.db import transaction

from pledges.invented.actions import act
from pledges.invented.offers import hold_ready
from pledges.invented.promised import promise
from pledges.invented.voices import listen
from pledges.models import Pledge

__all__ = ["years"]


@transaction.atomic
def years() -> None:
    """The pledges with how they were kept, what was heard, what is done of it, and what services hold ready."""
    if not Pledge.objects.exists():
        promise()
        listen()
        act()
        hold_ready()
