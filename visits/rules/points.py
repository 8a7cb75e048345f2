"""Who answers a point, who says whether it was put right, and who told children."""

from datetime import date

from django.core.exceptions import ValidationError

from corpparent.rules import NotAllowed
from members.roles import PARTICIPATION_OFFICER
from members.standing import Standing
from visits.models import Point, Response, Visit
from visits.rules.visits import is_visitor

Answer = Response.Answer


def check_is_sent(visit: Visit) -> None:
    """Points of a report that is out: not of a draft, nor of one that went back to be amended."""
    if visit.status != Visit.Status.SUBMITTED:
        raise NotAllowed("This report is being written or amended. Wait until it is sent.")


def check_can_answer(who: Standing, point: Point, answers_for_home: bool) -> None:
    """The manager or the responsible individual of that home, once."""
    check_is_sent(point.visit)
    if not answers_for_home:
        raise NotAllowed("Only the manager or the responsible individual of this home answers its points.")


def check_answer(answer: str, reason: str, has_owner: bool, due_on: date | None, on: date) -> None:
    """An answer has its reason; one that accepts says who does it and by when. Raises ValidationError by field."""
    problems = {}
    if not reason.strip():
        problems["reason"] = "Say what you answer. The visitor and children are told."
    if answer != Answer.NO and not has_owner:
        problems["owner"] = "Choose who does it."
    if answer != Answer.NO and due_on is None:
        problems["due_on"] = "Enter the day by which it is done."
    elif answer != Answer.NO and due_on and due_on < on:
        problems["due_on"] = "This day has passed. Enter a day that is still to come."
    if problems:
        raise ValidationError(problems)


def check_can_resolve(who: Standing, point: Point) -> None:
    """A visitor of that visit, once the home has answered."""
    check_is_sent(point.visit)
    if not is_visitor(who, point.visit):
        raise NotAllowed(f"Only the visitors say whether it is resolved. {point.visit.lead.name} made this visit.")
    if not hasattr(point, "response"):
        raise NotAllowed("The home has not answered this point yet.")


def check_can_tell(who: Standing, point: Point, answers_for_home: bool) -> None:
    """Who told children writes it down: a visitor, whoever answers for the home, or the participation officer."""
    check_is_sent(point.visit)
    if not (is_visitor(who, point.visit) or answers_for_home or who.has(PARTICIPATION_OFFICER)):
        raise NotAllowed(
            "Only the visitors, those who answer for this home and the participation officer write down what children "
            "were told."
        )


def check_told(told_on: date, visited_on: date, on: date) -> None:
    """Children are told after the visit, and not in the future. Raises ValidationError at `told_on`."""
    if told_on > on:
        raise ValidationError({"told_on": "This day is still to come. Enter the day they were told."})
    if told_on < visited_on:
        raise ValidationError({"told_on": f"The visit was on {visited_on:%-d %B %Y}. Enter that day or a later one."})
