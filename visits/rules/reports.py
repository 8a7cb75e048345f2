"""What makes a report of a visit: whose it is, what may be kept half done, and what must stand before it is sent."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from corpparent.rules import NotAllowed
from members.roles import DCS, DEMOCRATIC_SERVICES_OFFICER, PARTICIPATION_OFFICER
from members.standing import Standing
from visits.models import Home, RotaSlot, Visit, VisitSettings
from visits.questions import Part, Question, parts

Status = Visit.Status
RETURNERS = (DEMOCRATIC_SERVICES_OFFICER, PARTICIPATION_OFFICER, DCS)
MOST_PEOPLE = 200  # a count beyond it is a slip


def check_is_author(who: Standing, visit: Visit) -> None:
    """A draft is its author's alone, and so is amending it."""
    if who.person_id != visit.lead_id:
        raise NotAllowed(f"Only {visit.lead.name}, who leads this visit, writes its report.")


def check_is_being_written(visit: Visit) -> None:
    """A draft, or a report that was returned."""
    if visit.status == Status.SUBMITTED:
        raise NotAllowed("This report is sent. Only one that was returned can be amended.")


def check_is_pair(slot: RotaSlot, has_second: bool, scheme: VisitSettings) -> None:
    """Two visit together, where the council expects it; alone is a reason. Source: Lambeth's pairs, DOMAIN 4."""
    if scheme.is_pair_expected and not has_second and not slot.alone_because:
        raise NotAllowed("Two visit together here, and nobody is your second. Say first why you go alone.")


def check_can_return(who: Standing, visit: Visit) -> None:
    """Officers send a report back with a reason, and never their own."""
    if not who.has(*RETURNERS):
        raise NotAllowed(
            "Only democratic services, the participation officer and the Director of Children's Services return a "
            "report."
        )
    if who.person_id in (visit.lead_id, visit.second_id):
        raise NotAllowed("You made this visit, so somebody else returns its report.")


def check_day(visited_on: date | None, home: Home, today: date) -> None:
    """Raise ValidationError at `visited_on` for no day, one to come, or one on which the home was not open."""
    if visited_on is None:
        raise ValidationError({"visited_on": "Enter the day you visited, like 27 11 2026."})
    if visited_on > today:
        raise ValidationError({"visited_on": "This day is still to come. Enter the day you visited."})
    if visited_on < home.opened_on:
        raise ValidationError({"visited_on": f"{home.alias} opened on {home.opened_on:%-d %B %Y}. Enter a later day."})
    if home.closed_on and visited_on > home.closed_on:
        raise ValidationError({"visited_on": f"{home.alias} closed on {home.closed_on:%-d %B %Y}."})


def check_answers(answers: Mapping[str, str], questions: Mapping[str, Question]) -> None:
    """Each answer fits its question: a count, one of the choices, or words. Raises ValidationError by question."""
    problems = {slug: problem for slug, said in answers.items() if (problem := problem_of(questions.get(slug), said))}
    if problems:
        raise ValidationError(problems)


def problem_of(question: Question | None, said: str) -> str:
    """What is wrong with an answer; "" where nothing is."""
    if question is None:
        return "This is not asked any more."
    if not said:
        return ""
    if question.kind == "choice" and said not in question.choices:
        return "Choose one of the answers."
    is_count = said.isascii() and said.isdigit() and int(said[:9]) <= MOST_PEOPLE and len(said) < 10
    if question.kind == "count" and not is_count:
        return f"Enter a number from 0 to {MOST_PEOPLE}."
    return ""


def check_stays_whole(visit: Visit, columns: Mapping[str, Any]) -> None:
    """A report that was sent has a day, a judgement and a reason, also while it is amended. Raises ValidationError by
    column.
    """
    if visit.status != Status.RETURNED:
        return
    emptied = [name for name in STAYS if name in columns and not str(columns[name] or "").strip()]
    if emptied:
        raise ValidationError({name: STAYS[name] for name in emptied})


STAYS = {
    "visited_on": "Enter the day you visited, like 27 11 2026.",
    "judgement": "Say whether it is good enough for your own child.",
    "judgement_reason": "Say why.",
}
# Columns of the visit without which no report is sent, as they are asked.
NEEDED = {
    "visited_on": "When did you visit?",
    "judgement": "Would this be good enough for my own child?",
    "judgement_reason": "Why?",
}


def needed_in(part: Part) -> list[tuple[str, str]]:
    """[(name, question)] of all that a part has to have before the report is sent."""
    columns = [(name, NEEDED[name]) for name in part.fields if name in NEEDED]
    return columns + [(one.slug, one.asks) for one in part.asked if one.needed]


def missing(visit: Visit, answers: Mapping[str, str]) -> dict[str, list[str]]:
    """What has to stand before the report is sent: sentences by part, in their order; empty when it is whole."""
    found: dict[str, list[str]] = {}
    for part in parts().values():
        open_ones = [f"“{one.asks}” is not answered." for one in part.asked if one.needed and not answers.get(one.slug)]
        if open_ones:
            found[part.slug] = open_ones
    if not visit.judgement:
        found.setdefault("judgement", []).append("Say whether it is good enough for your own child.")
    if not visit.judgement_reason.strip():
        found.setdefault("judgement", []).append("Say why.")
    return found


def check_passed_on(to: str) -> None:
    """Raises ValidationError at `passed_on_to`."""
    if not to.strip():
        raise ValidationError({"passed_on_to": "Say which service you told."})
