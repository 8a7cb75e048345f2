"""What a visitor reads before they go: may I, how do I get there, what was asked and what is open, what to ask."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from corpparent.themes import THEMES
from corpparent.words import count, day
from pledges.models import Action
from pledges.showing.public import Tag
from visits.facts.gate import Answers
from visits.facts.inspections import grade_of
from visits.facts.points import answers_by
from visits.models import Home, Inspection, Point
from visits.rules.gate import may_go, missing

QUESTIONS = (
    "Would I be glad to come home to this place?",
    "Who decides what is for tea?",
    "If something was wrong, who would you tell?",
    "What is the best thing that happened here this month?",
)
MOST_PROMPTS = 3
PROMPTS = {theme.slug: theme.prompts[0] for theme in THEMES}


class GettingThere(NamedTuple):
    """Where the home is. Read here and nowhere else (docs/adr/0016)."""

    address: str
    phone: str


class Gate(NamedTuple):
    """Whether the reader may go: all sentences where they may, else those that say what is missing."""

    may_go: bool
    sentences: list[str]


@dataclass(frozen=True)
class OpenPoint:
    title: str
    said: str
    tag: Tag


@dataclass(frozen=True)
class Inspected:
    grade: str
    tone: str
    words: str


def getting_there(home: Home) -> GettingThere:
    return GettingThere(home.address, home.phone)


def gate_of(answers: Answers) -> Gate:
    if may_go(answers):
        return Gate(True, [answer.words for answer in answers])
    return Gate(False, missing(answers))


def open_point(point: Point, today: date) -> OpenPoint:
    """What was seen, what the home said, and where the action stands. No query where the point came with its answer."""
    response = answers_by(point)
    if response is None:
        return OpenPoint(point.title, "The home has not answered yet.", Tag("late", "Not answered"))
    said = f"The home said {response.get_answer_display().lower()}, {day(response.answered_at)}. {response.reason}"
    return OpenPoint(point.title, said, tag_of(response.action, today))


def tag_of(action: Action | None, today: date) -> Tag:
    if action is None:
        return Tag("neutral", "Not accepted")
    if action.status == Action.Status.OPEN:
        late = (today - action.due_on).days
        return Tag("late", f"Late by {count(late, 'day')}") if late > 0 else Tag("due", f"Due {day(action.due_on)}")
    return Tag("ok", action.get_status_display())


def inspected(inspection: Inspection | None) -> Inspected | None:
    if inspection is None:
        return None
    grade = grade_of(inspection)
    wanted = inspection.requirements
    asked = f"Inspectors asked for {count(wanted, 'thing')}." if wanted else ""
    what = f"{inspection.get_kind_display()}, {day(inspection.inspected_on)}."
    tone = {"good": "ok"}.get(grade.tone, grade.tone) if grade else ""
    return Inspected(grade.title if grade else "", tone, f"{what} {asked}".strip())


def questions_for(points: Iterable[Point]) -> list[str]:
    """Those that are always good, and one for each theme of the open points, three at most."""
    themes = dict.fromkeys(point.theme for point in points)
    return [*QUESTIONS, *[PROMPTS[theme] for theme in themes if theme in PROMPTS][:MOST_PROMPTS]]
