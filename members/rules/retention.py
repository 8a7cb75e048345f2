"""Who says how long things are kept, and what may be chosen."""

from django.core.exceptions import ValidationError

from corpparent.models import LegalHold, Notice
from corpparent.retention import Rule
from corpparent.rules import NotAllowed
from members.roles import ADMINISTRATOR
from members.standing import Standing

LONGEST_REASON = 300  # characters


def check_can_wipe(who: Standing) -> None:
    """What is kept, held or wiped is said by the administrator, on the council's behalf."""
    if not who.has(ADMINISTRATOR):
        raise NotAllowed("Only the council's administrator can say how long things are kept, and wipe them.")


def check_can_see_notices(who: Standing) -> None:
    """Whether a notice has arrived is the administrator's business."""
    if not who.has(ADMINISTRATOR):
        raise NotAllowed("Only the council's administrator sees which notices were sent.")


def check_months(rule: Rule, months: int) -> None:
    """No shorter and no longer than the rule allows. Raises ValidationError."""
    if not rule.least <= months <= rule.most:
        raise ValidationError({"months": f"Enter a number of months from {rule.least} to {rule.most}."})


def check_can_lift(hold: LegalHold) -> None:
    """A hold is lifted once."""
    if hold.lifted_at:
        raise NotAllowed("This hold was lifted already.")


def check_because(because: str) -> None:
    """A hold is lifted for a reason that can be read later. Raises ValidationError."""
    if not because.strip():
        raise ValidationError({"because": "Say why it is lifted."})
    if len(because) > LONGEST_REASON:
        raise ValidationError({"because": f"Keep it to {LONGEST_REASON} characters."})


def check_can_retry(notice: Notice) -> None:
    """What waits is tried by itself, and what was sent or dropped is over."""
    if notice.status != Notice.Status.FAILED:
        raise NotAllowed("Only a notice that could not be delivered can be sent again.")
