"""A quarter's visits as a summary freezes them: with homes for those who see reports, and without for everybody."""

from collections import Counter
from collections.abc import Iterable
from statistics import median
from typing import Any

from django.utils.timezone import localdate

from corpparent import working_days
from corpparent.themes import THEMES
from visits.facts.points import answers_by
from visits.facts.quarters import Found
from visits.models import Home, Point, Response, Visit
from visits.rules.together import may_stand, together

FEW_HOMES, ISSUED_AGAIN, CHANGED = "few-homes", "issued-again", "changed"
# What became of a point, the last word first.
RESOLVED, ACCEPTED, REFUSED, UNANSWERED = "resolved", "accepted", "refused", "unanswered"
IN_TIME, LATE = "in-time", "late"
YES, NO = "yes", "no"


def exempt(found: Found) -> dict[str, Any]:
    """For those who see every report, JSON-ready; counts by slug are of what there is, and leave out what is not.

    {homes: [home_row], made, left: {slug: n}, judgements, celebrated, reports: {days, in-time, late},
     answers: {days, in-time, late}, points, themes: [{theme, severities, became}], severities, became, told,
     counted: [public ids of the visits that the edition for everybody counts]}
    `days` are working days in the middle, None without any.
    """
    points, reports, answers = found.points, report_days(found), answer_days(found)
    return {
        "homes": [home_row(home, found) for home in found.homes],
        "made": len(found.visits),
        "left": dict(Counter(one.slug for one in found.left)),
        "judgements": dict(Counter(visit.judgement for visit in found.visits)),
        "celebrated": sum(bool(visit.celebrate) for visit in found.visits),
        "reports": {"days": middle(reports), **in_time(visit_is_in_time(visit, found) for visit in found.visits)},
        "answers": {"days": middle(answers), **in_time(is_answered_in_time(visit) for visit in answered(found))},
        "points": len(points),
        "themes": [theme_row(one.slug, of) for one in THEMES if (of := [p for p in points if p.theme == one.slug])],
        **counted(points),
        "counted": [str(visit.public_id) for visit in found.for_everybody().visits],
    }


def public(found: Found) -> dict[str, Any]:
    """For everybody: no home, no words, and no number that fewer than three homes stand behind, JSON-ready.

    {withheld: "" or why, made, left, reported, report_days, judgements, celebrated, answer_days, themes, severities,
     became, told}; where it is withheld, nothing else. Each of those without a number is a rules.together.Breakdown.
    """
    everybody = found.for_everybody()
    left = together((one.slug, one.home) for one in everybody.left)
    if not tells_anything(found, everybody):
        return {"withheld": FEW_HOMES}
    visits, points = everybody.visits, everybody.points
    return {
        "withheld": "",
        "made": len(visits),
        "left": left.as_json,
        "reported": by_home((IN_TIME if visit_is_in_time(visit, found) else LATE, visit) for visit in visits),
        "report_days": middle(report_days(everybody)),
        "judgements": by_home((visit.judgement, visit) for visit in visits),
        "celebrated": by_home((YES if visit.celebrate else NO, visit) for visit in visits),
        "answer_days": middle(answer_days(everybody)) if may_stand(v.home_id for v in answered(everybody)) else None,
        "themes": by_home((point.theme, point.visit) for point in points),
        "severities": by_home((point.severity, point.visit) for point in points),
        "became": by_home((became(point), point.visit) for point in points),
        "told": by_home((YES if point.told_on else NO, point.visit) for point in points),
    }


def tells_anything(found: Found, everybody: Found) -> bool:
    """Three homes that were visited; or nobody was visited at all, and three were to be."""
    if found.visits:
        return may_stand(visit.home_id for visit in everybody.visits)
    return may_stand(one.home for one in everybody.left)


def by_home(things: Iterable[tuple[str, Visit]]) -> dict[str, Any]:
    return together((slug, visit.home_id) for slug, visit in things).as_json


def home_row(home: Home, found: Found) -> dict[str, Any]:
    """One home in the exempt edition; words as the visitors wrote them."""
    visits = [visit for visit in found.visits if visit.home_id == home.pk]
    points = [point for point in found.points if point.visit.home_id == home.pk]
    return {
        "alias": home.alias,
        "urn": home.urn,
        "made": len(visits),
        "left": dict(Counter(one.slug for one in found.left if one.home == home.pk)),
        "judgements": dict(Counter(visit.judgement for visit in visits)),
        "celebrate": [visit.celebrate for visit in visits if visit.celebrate],
        "change_first": [visit.change_first for visit in visits if visit.change_first],
        "told_words": [point.told_words for point in points if point.told_words],
        "points": len(points),
        **counted(points),
    }


def theme_row(slug: str, points: list[Point]) -> dict[str, Any]:
    return {
        "theme": slug,
        "points": len(points),
        "homes": len({one.visit.home_id for one in points}),
        **counted(points),
    }


def counted(points: list[Point]) -> dict[str, Any]:
    return {
        "severities": dict(Counter(point.severity for point in points)),
        "became": dict(Counter(became(point) for point in points)),
        "told": sum(point.told_on is not None for point in points),
    }


def became(point: Point) -> str:
    """The visitor's word goes before the home's answer."""
    if point.resolved == Point.Resolved.YES:
        return RESOLVED
    answer = answers_by(point)
    if answer is None:
        return UNANSWERED
    return REFUSED if answer.answer == Response.Answer.NO else ACCEPTED


def report_days(found: Found) -> list[int]:
    """Working days from each visit to its report."""
    return [days_to_report(visit, found) for visit in found.visits]


def days_to_report(visit: Visit, found: Found) -> int:
    assert visit.visited_on is not None, "A report that was sent has the day of the visit."
    return working_days.between(visit.visited_on, localdate(visit.submitted_at), found.closed)


def visit_is_in_time(visit: Visit, found: Found) -> bool:
    return days_to_report(visit, found) <= found.report_days


def answered(found: Found) -> list[Visit]:
    """Reports with points that are all answered."""
    return [one for one in found.visits if one.points.all() and all(answers_by(point) for point in one.points.all())]


def answer_days(found: Found) -> list[int]:
    """Working days from each of those reports to the last answer."""
    return [
        working_days.between(localdate(visit.submitted_at), localdate(last_answer(visit).answered_at), found.closed)
        for visit in answered(found)
    ]


def is_answered_in_time(visit: Visit) -> bool:
    return visit.answer_by is None or localdate(last_answer(visit).answered_at) <= visit.answer_by


def last_answer(visit: Visit) -> Response:
    """Of a report whose points are all answered."""
    return max((point.response for point in visit.points.all()), key=lambda one: one.answered_at)


def middle(days: list[int]) -> float | None:
    return median(days) if days else None


def in_time(ones: Iterable[bool]) -> dict[str, int]:
    found = Counter(ones)
    return {IN_TIME: found[True], LATE: found[False]}
