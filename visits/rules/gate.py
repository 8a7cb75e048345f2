"""May somebody go to a home where children live: each thing that is asked for, whether it is so, and in which words.

Source: DOMAIN section 4, prerequisites found (Liverpool, Nottingham, Stockport). Every number is the council's setting.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from corpparent.rules import NotAllowed
from corpparent.words import day, in_words
from visits.models import Turn


class GateAnswer(NamedTuple):
    """One thing asked for: a slug, whether it holds, and a sentence."""

    rule: str
    holds: bool
    words: str


@dataclass(frozen=True)
class Training:
    """A course the council asks visitors for: "" where it named none. `until`: last day it holds, None without end."""

    course: str = ""
    is_attended: bool = False
    until: date | None = None


@dataclass(frozen=True)
class Known:
    """What is known of one person for one home. `made`: visits they made or watched; `in_a_row`: the last to the home
    that they made without a break.
    """

    is_visitor: bool = False
    is_cleared: bool = False
    safeguarding: Training = Training()
    visiting: Training = Training()
    made: int = 0
    has_conflict: bool = False
    in_a_row: int = 0


def gate(known: Known, part: str, on: date, *, shadow_visits: int, times_in_a_row: int) -> tuple[GateAnswer, ...]:
    """What is asked of somebody who takes `part` (Turn.Part) in a visit on `on`.

    Who only watches needs no visit before, and may come as often as they like.
    """
    answers = [
        of_role(known, on),
        of_check(known, on),
        of_course("safeguarding", known.safeguarding, on),
        of_course("visit-course", known.visiting, on),
        of_conflict(known),
    ]
    if part != Turn.Part.SHADOW:
        answers += [of_shadow(known, shadow_visits), of_row(known, times_in_a_row)]
    return tuple(answers)


def of_role(known: Known, on: date) -> GateAnswer:
    words = "Appointed to visit homes." if known.is_visitor else f"No appointment as visiting councillor on {day(on)}."
    return GateAnswer("appointment", known.is_visitor, words)


def of_check(known: Known, on: date) -> GateAnswer:
    words = "Check in date." if known.is_cleared else f"No enhanced check in force on {day(on)}."
    return GateAnswer("check", known.is_cleared, words)


def of_course(rule: str, training: Training, on: date) -> GateAnswer:
    """Where the council named no course, none is asked for, and the answer says so."""
    name = {"safeguarding": "safeguarding training", "visit-course": "training about visits"}[rule]
    if not training.course:
        return GateAnswer(rule, True, f"The council has not named a course as {name}.")
    if not training.is_attended:
        return GateAnswer(rule, False, f"Has not been to “{training.course}”.")
    if training.until and training.until < on:
        return GateAnswer(rule, False, f"“{training.course}” held until {day(training.until)}. It must be taken again.")
    return GateAnswer(rule, True, f"{name.capitalize()} in date.")


def of_conflict(known: Known) -> GateAnswer:
    words = "Has declared a conflict with this home." if known.has_conflict else "No conflict declared."
    return GateAnswer("conflict", not known.has_conflict, words)


def of_shadow(known: Known, needed: int) -> GateAnswer:
    if known.made >= needed:
        return GateAnswer("shadow", True, "Shadow visit made." if needed else "No shadow visit is asked for.")
    left = needed - known.made
    return GateAnswer("shadow", False, f"Must watch {in_words(left)} visit{'s' * (left != 1)} first.")


def of_row(known: Known, most: int) -> GateAnswer:
    if known.in_a_row < most:
        return GateAnswer("in-a-row", True, "Not the same visitor each time.")
    times = "visit" if known.in_a_row == 1 else f"{in_words(known.in_a_row)} visits"
    return GateAnswer("in-a-row", False, f"Made the last {times} to this home. Somebody else should see it.")


def may_go(answers: Iterable[GateAnswer]) -> bool:
    return all(answer.holds for answer in answers)


def missing(answers: Iterable[GateAnswer]) -> list[str]:
    """The sentences that say what is missing."""
    return [answer.words for answer in answers if not answer.holds]


def check_may_go(answers: Iterable[GateAnswer]) -> None:
    """Raise NotAllowed with everything that is missing."""
    if found := missing(answers):
        raise NotAllowed(" ".join(found))


def as_json(answers: Iterable[GateAnswer]) -> list[dict[str, Any]]:
    """As it is kept with a turn and a visit."""
    return [answer._asdict() for answer in answers]
