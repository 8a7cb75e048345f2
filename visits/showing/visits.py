"""Reports of visits as rows, and one as a page with its way from the day of the visit to what children were told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import working_days
from corpparent.words import day, in_words
from members.sections import address
from pledges.showing.public import Tag
from visits.facts.points import answers_by
from visits.facts.visits import Listed
from visits.models import Point, Visit, VisitVersion
from visits.questions import parts

Status, Judgement = Visit.Status, Visit.Judgement


class Said(NamedTuple):
    """The judgement of a report in words, and what belongs to it; "" where nothing was said."""

    judgement: str
    reason: str
    celebrate: str
    change_first: str


class Sent(NamedTuple):
    """One time a report was sent: who and when, why the one before came back, and what it said."""

    heading: str
    because: str
    said: Said
    points: list[str]


class Step(NamedTuple):
    """One of the five steps across the top: `state` is ok, now or to-come."""

    name: str
    note: str
    state: str


@dataclass(frozen=True)
class Row:
    """One line of the list."""

    url: str
    title: str
    second: str
    tag: Tag


def row_of(visit: Listed, today: date) -> Row:
    """No query."""
    if visit.status == Status.DRAFT:
        return Row(page(visit), titled(visit), "Your draft. Nobody else sees it.", Tag("due", "Draft"))
    visitors = " and ".join(filter(None, (visit.lead, visit.second)))
    return Row(page(visit), titled(visit), f"Visit by {visitors}", tag_of(visit, today))


def titled(visit: Listed) -> str:
    """As a Visit calls itself."""
    return f"{visit.home}, {day(visit.visited_on) if visit.visited_on else 'not dated yet'}"


def tag_of(visit: Listed, today: date) -> Tag:
    """Where a sent report stands."""
    if visit.status == Status.RETURNED:
        return Tag("due", "Being amended")
    if visit.points == visit.answered:
        return Tag("ok", "Answered")
    if visit.answer_by and visit.answer_by < today:
        days = (today - visit.answer_by).days
        return Tag("late", f"Answer {in_words(days)} {'day' if days == 1 else 'days'} late")
    return Tag("due", f"Answer due {day(visit.answer_by)}" if visit.answer_by else "Waiting for an answer")


def page(visit: Listed) -> str:
    """A draft leads to its form. Addresses of a whole list are not asked for one by one: that takes longer than it."""
    if visit.status == Status.DRAFT:
        return reverse("visits:part-update", args=[visit.public_id, visit.step or "visit"])
    return f"{address('visits:visit-list')}{visit.public_id}/"


def visitors(visit: Visit) -> str:
    return " and ".join(person.name for person in (visit.lead, visit.second) if person)


def said_in(visit: Visit) -> Said:
    return Said(visit.get_judgement_display(), visit.judgement_reason, visit.celebrate, visit.change_first)


def said_in_version(version: VisitVersion | None) -> Said:
    """The same of a report as it was sent; of one without a version nothing."""
    if version is None:
        return Said("", "", "", "")
    given = version.report.get("visit", {})
    judgement = given.get("judgement", "")
    label = str(Judgement(judgement).label) if judgement in Judgement.values else ""
    return Said(label, *(given.get(name, "") for name in ("judgement_reason", "celebrate", "change_first")))


def answered_in(answers: Mapping[str, str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """[(part, [(question, answer)])] of the answers of a report, also to what is no longer asked; no empty part."""
    found = [
        (part.title, [(one.asks, answers[one.slug]) for one in part.questions if answers.get(one.slug)])
        for part in parts().values()
    ]
    return [(title, said) for title, said in found if said]


def versions_of(versions: Iterable[VisitVersion]) -> list[Sent]:
    """Every time it was sent, where that was more than once, the newest first. One query at most."""
    found = list(versions)
    if len(found) < 2:
        return []
    return [
        Sent(
            f"Version {one.number}, sent by {one.sent_by.name} on {day(one.sent_at)}",
            one.returned_because,
            said_in_version(one),
            [point["title"] for point in one.report.get("points", [])],
        )
        for one in reversed(found)
    ]


def lead_of(visit: Visit) -> str:
    """One line: who went, when in the day, and whether the home knew."""
    known = {True: "announced", False: "not announced", None: ""}[visit.is_announced]
    parts = [visit.get_day_part_display() if visit.day_part else "", known, minutes(visit)]
    said = ", ".join(filter(None, parts))
    sentences = [f"Visit by {visitors(visit)}", said[:1].upper() + said[1:], f"Ofsted number {visit.home.urn}"]
    return " ".join(f"{sentence}." for sentence in sentences if sentence)


def minutes(visit: Visit) -> str:
    """ "70 minutes"; "" where it is not known how long."""
    if not (visit.arrived_at and visit.left_at):
        return ""
    arrived, left = (datetime.combine(date.min, at) for at in (visit.arrived_at, visit.left_at))
    stayed = int((left - arrived).total_seconds() // 60)
    return f"{stayed} minutes" if stayed > 0 else ""


def steps_of(visit: Visit, points: Sequence[Point], closed: frozenset[date], *, is_visitor: bool) -> list[Step]:
    """Visited, reported, answered, resolved, told: with dates and working days. `points` with their answers."""
    answered = [response for point in points if (response := answers_by(point))]
    resolved = [point for point in points if point.resolved]
    told = [point for point in points if point.told_on]
    sent = localdate(visit.submitted_at) if visit.submitted_at else None
    last = max((localdate(response.answered_at) for response in answered), default=None)
    is_answered = len(answered) == len(points)
    done = [
        ("Visited", day(visit.visited_on) if visit.visited_on else "", visit.visited_on is not None),
        ("Reported", took(visit.visited_on, sent, closed), visit.status == Status.SUBMITTED),
        (
            "Home answered",
            took(sent, last, closed) if is_answered and last else of(len(answered), len(points)),
            is_answered,
        ),
        (
            "You say if resolved" if is_visitor else "Visitors say if resolved",
            of(len(resolved), len(points)),
            len(resolved) == len(points),
        ),
        ("Children told", of(len(told), len(points)), len(told) == len(points)),
    ]
    return list(with_states(done))


def with_states(done: list[tuple[str, str, bool]]) -> list[Step]:
    """The first that is not done is now; those after it that are not done are to come."""
    now = next((number for number, (_, _, is_done) in enumerate(done) if not is_done), len(done))
    return [
        Step(name, note, "ok" if is_done else "now" if number == now else "to-come")
        for number, (name, note, is_done) in enumerate(done)
    ]


def took(first: date | None, last: date | None, closed: frozenset[date]) -> str:
    """ "5 October, one working day": the day of a step, and how long it took."""
    if not (first and last):
        return ""
    days = working_days.between(first, last, closed)
    return f"{day(last)}, {in_words(days) if days else 'no'} working {'day' if days == 1 else 'days'}"


def of(done: int, everything: int) -> str:
    """ "1 of 3 done"."""
    return f"{done} of {everything} done" if everything else "Nothing to do"
