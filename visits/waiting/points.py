"""Reports on the start page: what a home has to answer, what a visitor has to amend or speak of, what stayed late."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from members.needs import Need
from members.roles import DCS, LEAD_MEMBER, VISITING_COUNCILLOR
from members.standing import Standing
from visits.facts import points as facts
from visits.models import Visit
from visits.rules.visits import ANSWERS

MOST = 5


def needs(who: Standing) -> Iterator[Need]:
    """At most five of each. One query, one more each for those who answer for a home, who visit and who lead."""
    if not who.is_member or who.person_id is None:
        return
    today = who.on or localdate()
    if who.has(*ANSWERS):
        for visit in facts.to_answer(who.person_id, today)[:MOST]:
            yield to_answer(visit, today)
    if who.has(VISITING_COUNCILLOR):
        for visit in facts.to_amend(who.person_id)[:MOST]:
            yield to_amend(visit)
    for visit in facts.to_resolve(who.person_id)[:MOST]:
        yield to_resolve(visit)
    if who.has(DCS, LEAD_MEMBER):
        for visit in facts.stays_late()[:MOST]:
            yield late(visit, today)


def to_answer(visit: Visit, today: date) -> Need:
    is_late = visit.answer_by is not None and visit.answer_by < today
    return Need(
        title=f"Answer the points of the visit to {visit}",
        url=address(visit),
        about="A visit to your home",
        why="Each point goes back to the visitor answered, and to children.",
        tag="Late" if is_late else "Waiting for you",
        tone="late" if is_late else "due",
        by=visit.answer_by or today,
    )


def to_amend(visit: Visit) -> Need:
    return Need(
        title=f"Amend your report: {visit}",
        url=address(visit),
        about="It was returned to you",
        why=visit.returned_because,
        tag="Waiting for you",
    )


def to_resolve(visit: Visit) -> Need:
    return Need(
        title=f"Say what is resolved: {visit}",
        url=address(visit),
        about="A visit you made",
        why="The home has answered. You say whether it was put right.",
        tag="Waiting for you",
    )


def late(visit: Visit, today: date) -> Need:
    return Need(
        title=f"The home has not answered: {visit}",
        url=address(visit),
        about="It comes to you as Lead Member or Director of Children’s Services.",
        why="What a visitor saw waits for an answer.",
        tag="Late",
        tone="late",
        by=visit.answer_by or today,
    )


def address(visit: Visit) -> str:
    return reverse("visits:visit-detail", args=[visit.public_id])
