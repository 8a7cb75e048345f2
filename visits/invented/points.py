"""What became of the points of an invented visit: answered, done, resolved, told to children; or not answered yet."""

from typing import Any

from django.utils.timezone import localdate

from members.models import Person
from pledges import services as pledges
from visits import services
from visits.facts.posts import answerers
from visits.invented.people import CLERK, PARTICIPATION_OFFICER, day, somebody
from visits.models import Point, Visit
from visits.rules.visits import MANAGER

RESOLVED, TOLD = 2, 4  # days after it was done, or answered where nothing was to be done


def come_back(visit: Visit, row: dict[str, Any]) -> None:
    """Each as far as its row says."""
    for point, one in zip(visit.points.order_by("number"), row.get("points", []), strict=True):
        if "answer" in one:
            answered = row["sent"] + one["after"]
            ended = answer(point, one, answered)
            tell(visit, point, one, ended)


def answer(point: Point, one: dict[str, Any], answered: int) -> int:
    """By the home's manager, who does it too; returns the day on which it was over, counted from today."""
    manager = manager_of(point.visit, answered)
    response = services.answer_point(
        point=point,
        answer=one["answer"],
        reason=one["reason"],
        owner=manager if "due" in one else None,
        due_on=day(answered + one["due"]).date() if "due" in one else None,
        by=manager,
        at=day(answered),
    )
    if not response.action or "done" not in one:
        return answered
    done = answered + one["done"]
    pledges.finish_action(action=response.action, words="It is done as we said.", by=manager, at=day(done))
    pledges.check_action(action=response.action, by=somebody(CLERK), at=day(done + 1))
    return done + 1


def tell(visit: Visit, point: Point, one: dict[str, Any], ended: int) -> None:
    """The visitor says what they found, and the participation officer what children were told."""
    if "resolved" in one:
        point.refresh_from_db()
        given = {"resolved": one["resolved"], "version": point.version}
        services.resolve_point(point=point, by=visit.lead, at=day(ended + RESOLVED), **given)
    if "told" in one:
        point.refresh_from_db()
        services.tell_children(
            point=point,
            told_on=localdate(day(ended + TOLD)),
            words=one["told"],
            version=point.version,
            by=somebody(PARTICIPATION_OFFICER),
            at=day(ended + TOLD),
        )


def manager_of(visit: Visit, number: int) -> Person:
    return answerers(visit.home, day(number).date(), MANAGER)[0]
