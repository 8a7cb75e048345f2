"""Homes in words: the row of a list, the facts of one, and what others found there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.urls import reverse

from corpparent.words import count
from visits.facts.homes import is_open, is_overdue
from visits.facts.inspections import grade_of
from visits.models import CareReview, Home, HomePost, IndependentVisit, Inspection, VisitSettings
from visits.schemes import find

TONES = {"good": "ok", "due": "due", "late": "late"}


class Tag(NamedTuple):
    tone: str
    words: str


@dataclass(frozen=True)
class Row:
    """One line of the list."""

    alias: str
    url: str
    second: str
    tags: list[Tag]


@dataclass(frozen=True)
class Block:
    """One thing that others found: its title, sentences, and grades as (head, tag)."""

    title: str
    url: str
    said: list[str]
    grades: list[tuple[str, Tag]] = field(default_factory=list)


def row(home: Home, last_on: date | None, inspection: Inspection | None, times: VisitSettings, on: date) -> Row:
    visited = f"last visit {last_on:%-d %B %Y}" if last_on else "not visited yet"
    second = f"{home.urn}, {home.get_kind_display().lower()}, {count(home.places, 'place')}, {visited}"
    tags = [tag for tag in (standing(home, last_on, times, on), overall(inspection)) if tag]
    return Row(home.alias, reverse("visits:home-detail", args=[home.public_id]), second, tags)


def standing(home: Home, last_on: date | None, times: VisitSettings, on: date) -> Tag | None:
    if home.closed_on and home.closed_on < on:
        return Tag("neutral", "Closed")
    if not is_open(home, on):
        return Tag("info", "Not open yet")
    return Tag("late", "Visit overdue") if is_overdue(home, last_on, times, on) else None


def overall(inspection: Inspection | None) -> Tag | None:
    """The grade that speaks for the home."""
    grade = grade_of(inspection) if inspection else None
    return Tag(TONES[grade.tone], grade.title) if grade else None


def facts_of(home: Home, times: VisitSettings, posts: Iterable[HomePost]) -> list[dict[str, str]]:
    """As components/facts.html takes them. Never its address nor its telephone."""
    a_year = times.visits_a_year if home.visits_a_year is None else home.visits_a_year
    found = [
        ("Ofsted number", home.urn),
        ("Kind", home.get_kind_display()),
        ("Run by", home.get_provider_display()),
        ("Places", str(home.places)),
        ("Where", "In the council’s area" if home.is_in_area else "Outside the council’s area"),
        ("Visits in a year", str(a_year)),
        ("Opened", f"{home.opened_on:%-d %B %Y}"),
        ("Last day", f"{home.closed_on:%-d %B %Y}" if home.closed_on else ""),
        *((post.appointment.role.name, post.appointment.person.name) for post in posts),
    ]
    return [{"label": label, "value": value} for label, value in found if value]


def inspection(one: Inspection, on: date) -> Block:
    """Grades by the heads of the scheme it was graded under."""
    scheme, said = find(one.scheme), [published(one.published_on, on)]
    if one.requirements is not None:
        said.append(f"{count(one.requirements, 'thing').capitalize()} to be put right by law.")
    graded = [(head.title, scheme.grade(one.grades.get(head.slug, ""))) for head in scheme.heads] if scheme else []
    grades = [(title, Tag(TONES[grade.tone], grade.title)) for title, grade in graded if grade]
    return Block(str(one), reverse("visits:inspection-update", args=[one.public_id]), said, grades)


def published(day: date | None, on: date) -> str:
    if day is None:
        return "Not published yet: only those who write homes down see it."
    if day > on:
        return f"Published on {day:%-d %B %Y}: until then only those who write homes down see it."
    return f"Published {day:%-d %B %Y}."


def independent_visit(one: IndependentVisit) -> Block:
    said = [
        f"Visited {one.visited_on:%-d %B %Y}" + (f", for {one.organisation}." if one.organisation else "."),
        f"Children are effectively safeguarded: {yes_or_no(one.is_safeguarded)}.",
        f"The home promotes their wellbeing: {yes_or_no(one.is_good_for_them)}.",
        f"{count(one.recommendations, 'recommendation').capitalize()}, {done('answered', one.answered_on)}.",
        f"{capitalised(done('sent to Ofsted', one.sent_on))}.",
    ]
    return Block(f"{one.month:%B %Y}", reverse("visits:independent-visit-update", args=[one.public_id]), said)


def care_review(one: CareReview) -> Block:
    url = reverse("visits:care-review-update", args=[one.public_id])
    return Block(f"Up to {one.ends_on:%-d %B %Y}", url, [f"{capitalised(done('sent to Ofsted', one.sent_on))}."])


def yes_or_no(value: bool | None) -> str:
    return {True: "yes", False: "no", None: "not said"}[value]


def capitalised(words: str) -> str:
    """Its first letter alone: “Ofsted” stays as it is."""
    return words[:1].upper() + words[1:]


def done(what: str, on: date | None) -> str:
    return f"{what} {on:%-d %B %Y}" if on else f"not {what} yet"
