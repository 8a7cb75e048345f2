"""Who keeps the bodies, and what a body must be."""

from datetime import date

from django.core.exceptions import ValidationError

from corpparent.rules import NotAllowed
from members.models import Body
from members.roles import ADMINISTRATOR, DEMOCRATIC_SERVICES_OFFICER
from members.standing import Standing

YEARS_AHEAD = 10
LONGEST_REVIEW = 5  # years


def check_can_keep_bodies(who: Standing) -> None:
    """Bodies and their terms of reference are kept by democratic services and the administrator."""
    if not who.has(ADMINISTRATOR, DEMOCRATIC_SERVICES_OFFICER):
        raise NotAllowed("Only democratic services and the administrator can change bodies and their terms.")


def check_body(body: Body, *, leads_already: str, reports_up_to: list[int]) -> None:
    """Raise ValidationError by field unless `body` makes sense.

    `leads_already` is the name of another body that leads on corporate parenting, or ""; `reports_up_to` are the keys
    of the body it reports to, of the one that reports to, and so on.
    """
    problems = {}
    if body.seats is not None and body.quorum is not None and body.quorum > body.seats:
        problems["quorum"] = f"This body has {body.seats} seats. Its quorum cannot be more than that."
    if body.young_people_seats_taken > body.young_people_seats:
        problems["young_people_seats_taken"] = (
            f"There are {body.young_people_seats} seats for young people. No more than that can be taken."
        )
    if body.is_corporate_parenting and leads_already:
        problems["is_corporate_parenting"] = f"{leads_already} leads on it. Change that first: only one body can lead."
    if body.pk and body.pk in reports_up_to:
        problems["reports_to"] = "That body reports to this one. Choose another."
    if problems:
        raise ValidationError(problems)


def check_closing(body: Body, ends_on: date, today: date, staying: int) -> None:
    """`staying` is how many appointments to the body run on after `ends_on`. Raises ValidationError."""
    if ends_on < body.starts_on:
        raise ValidationError({"ends_on": f"It is in being since {body.starts_on:%-d %B %Y}. Enter a later day."})
    if ends_on.year > today.year + YEARS_AHEAD:
        raise ValidationError({"ends_on": f"Enter a day within the next {YEARS_AHEAD} years."})
    if staying:
        people = "One person is" if staying == 1 else f"{staying} people are"
        raise ValidationError({"ends_on": f"{people} appointed to it beyond that day. End those appointments first."})


def check_opening(body: Body, *, leads_already: str) -> None:
    """`leads_already` is the name of another body that leads on corporate parenting, or "". Raises NotAllowed."""
    if body.is_corporate_parenting and leads_already:
        raise NotAllowed(f"This body led once, and {leads_already} leads now. Only one can: change that one first.")


def check_terms(body: Body, adopted_on: date, review_on: date, today: date, last_adopted_on: date | None) -> None:
    """Raise ValidationError by field unless terms of reference can be adopted on these days."""
    if adopted_on > today:
        raise ValidationError({"adopted_on": "This day is still to come. Enter the terms once they are adopted."})
    if adopted_on < body.starts_on:
        raise ValidationError({"adopted_on": f"This body is in being since {body.starts_on:%-d %B %Y}."})
    if last_adopted_on and adopted_on < last_adopted_on:
        raise ValidationError({"adopted_on": f"The terms in force were adopted later, on {last_adopted_on:%-d %B %Y}."})
    if review_on <= adopted_on:
        raise ValidationError({"review_on": "Enter a day after the terms were adopted."})
    if review_on.year - adopted_on.year > LONGEST_REVIEW:
        raise ValidationError({"review_on": f"Look at the terms again within {LONGEST_REVIEW} years at most."})
