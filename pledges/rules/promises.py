"""What a promise, a measure and a partner's commitment must be, and until when they can change."""

from collections.abc import Collection
from datetime import date

from django.core.exceptions import ValidationError

from corpparent.rules import NotAllowed
from members.models import Body
from pledges.models import Commitment, Measure, Pledge, Promise
from pledges.rules.pledges import WORDS_CHANGE, written

MOST_PROMISES = 60
# What a body endorsed; who answers and by when may change while the pledge is live.
ENDORSED_FIELDS = frozenset({"number", "wording", "formal_wording", "theme", "principle"})


def check_can_be_removed(pledge: Pledge) -> None:
    if pledge.status != Pledge.Status.DRAFT:
        raise NotAllowed(
            f"This pledge is {pledge.get_status_display().lower()}. A promise is only taken out of a draft."
        )


def check_fields(pledge: Pledge, changed: Collection[str]) -> None:
    """Refuse other words than those that were endorsed."""
    if pledge.status not in WORDS_CHANGE and not ENDORSED_FIELDS.isdisjoint(changed):
        raise NotAllowed(
            f"This pledge is {pledge.get_status_display().lower()}: the words, theme, principle and order of its "
            "promises stay as they were endorsed."
        )


def check_keeps_owner(promise: Promise, pledge: Pledge, changed: Collection[str]) -> None:
    """A promise without an owner is nobody's. Raises ValidationError at `owner_role`. Source: DOMAIN, 3."""
    if pledge.is_public and "owner_role" in changed and promise.owner_role is None:
        raise ValidationError({"owner_role": "Everybody reads this pledge. Choose the role that answers for it."})


def check_number_of_promises(promises: int) -> None:
    if promises > MOST_PROMISES:
        raise NotAllowed(f"A pledge has {MOST_PROMISES} promises at most. Children remember far fewer: choose.")


def check_promise(promise: Promise, pledge: Pledge, promises: int) -> None:
    """`promises`: how many there are with this one. Raise ValidationError by field."""
    problems = {}
    if not 1 <= promise.number <= promises:
        problems["number"] = f"Enter a place from 1 to {promises}."
    if promise.partner and promise.partner.kind != Body.Kind.PARTNER:
        problems["partner"] = "Choose a partner organisation. Bodies of the council’s own are none."
    if promise.due_on and promise.due_on < pledge.starts_on:
        problems["due_on"] = f"The pledge holds from {written(pledge.starts_on)}. Enter a later day."
    if problems:
        raise ValidationError(problems)


def check_measure(measure: Measure, indicators: Collection[str], others: Collection[str]) -> None:
    """`indicators`: codes of figures there are; `others`: those it has. Raise ValidationError by field."""
    if measure.kind != Measure.Kind.INDICATOR:
        if not measure.question:
            raise ValidationError({"question": "Say what is asked or told."})
        return
    if measure.indicator_code not in indicators:
        raise ValidationError({"indicator_code": "Choose a figure from the list."})
    if measure.indicator_code in others:
        raise ValidationError({"indicator_code": "This promise is measured by that figure already."})


def check_commitment(commitment: Commitment, pledge: Pledge, today: date) -> None:
    """Raise ValidationError by field."""
    if commitment.partner.kind != Body.Kind.PARTNER:
        raise ValidationError({"partner": "Choose a partner organisation. What the council does is a promise."})
    if commitment.promise and commitment.promise.pledge_id != pledge.pk:
        raise ValidationError({"promise": "Choose one of this pledge’s promises."})
    if commitment.made_on > today:
        raise ValidationError({"made_on": "This day is still to come. Enter the day on which they committed to it."})
