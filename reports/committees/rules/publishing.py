"""Who publishes an agenda, and what the law asks of one that comes late. Source: LGA 1972, s100B; SI 2012/2089."""

from django.core.exceptions import ValidationError

from corpparent.rules import NotAllowed
from members.standing import Standing
from reports.committees.models import Meeting
from reports.committees.models.meeting import keeps_papers

LONGEST_BECAUSE, LONGEST_LATE = 300, 500
BEING_PUBLISHED = "The agenda is being published. Wait until it is done."
NOTHING_NEW = "Nothing is new since it was published. Add a paper or an item first."


def check_can_publish(who: Standing) -> None:
    if not keeps_papers(who):
        raise NotAllowed("Agendas are published by democratic services officers and administrators.")


def check_is_to_come(meeting: Meeting) -> None:
    if meeting.status == Meeting.Status.CANCELLED:
        raise NotAllowed("The meeting is cancelled: nothing of it is published any more.")
    if meeting.is_over:
        raise NotAllowed("The meeting was held: its agenda stays as it is.")


def check_reasons(*, because: str, late_because: str, is_supplement: bool, is_late: bool) -> None:
    """Raises ValidationError by field."""
    errors = {}
    if is_supplement and not because:
        errors["because"] = "Say what is new, and why it comes now. Everybody reads it."
    if len(because) > LONGEST_BECAUSE:
        errors["because"] = f"Keep it to {LONGEST_BECAUSE} characters."
    if is_late and not late_because:
        errors["late_because"] = "Say why it comes fewer than the clear days before the meeting: the minutes repeat it."
    if len(late_because) > LONGEST_LATE:
        errors["late_because"] = f"Keep it to {LONGEST_LATE} characters."
    if errors:
        raise ValidationError(errors)


def minute_of_lateness(late_because: str) -> str:
    """What the minutes say of it. Source: LGA 1972, s100B(4)(b)."""
    return (
        "The Chair was of the opinion that the agenda should be considered at the meeting as a matter of urgency, "
        f"although it was published later than the law asks, by reason of these special circumstances: {late_because}"
    )
