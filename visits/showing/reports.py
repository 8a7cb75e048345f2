"""Where a visitor stands in the form, what could point at a child, and the whole report before it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from corpparent.identifiers import find, find_names
from corpparent.identifiers.marking import Marked, marked
from corpparent.identifiers.names import own_phrases
from corpparent.words import moment
from visits.facts.reports import words_of
from visits.models import Visit
from visits.questions import Part, parts
from visits.rules.reports import missing

WORDS = {
    "judgement_reason": "Why?",
    "celebrate": "One thing to celebrate",
    "change_first": "One thing to change first",
}


@dataclass(frozen=True)
class Chapter:
    """A part of the report before it is sent: [(question, answer)], and sentences about what is missing."""

    title: str
    url: str
    answers: list[tuple[str, str]]
    missing: list[str]


def place_of(visit: Visit, part: Part) -> dict[str, Any]:
    """For the head of a page: number of the part, how many, and the pages before and after it."""
    order = list(parts())
    number = order.index(part.slug)
    return {
        "number": number + 1,
        "of": len(order),
        "kicker": f"Part {number + 1} of {len(order)}",
        "steps": ["done" if at < number else "now" if at == number else "to-come" for at in range(len(order))],
        "saved": moment(visit.saved_at),
        "back": page(visit, order[number - 1]) if number else "",
        "onward": next_after(visit, part),
    }


def next_after(visit: Visit, part: Part) -> str:
    """The page after a part: the next one, or the whole report."""
    order = list(parts())
    number = order.index(part.slug) + 1
    return page(visit, order[number]) if number < len(order) else reverse("visits:visit-check", args=[visit.public_id])


def page(visit: Visit, slug: str) -> str:
    return reverse("visits:part-update", args=[visit.public_id, slug])


def texts_of(visit: Visit, part: Part, answers: Mapping[str, str]) -> list[tuple[str, str]]:
    """(label, words) of all free text that is kept of a part."""
    asked = [(one.asks, answers.get(one.slug, "")) for one in part.asked if one.kind == "words"]
    return asked + [(WORDS[name], getattr(visit, name)) for name in part.fields if name in WORDS]


def marks_of(texts: list[tuple[str, str]]) -> list[Marked]:
    """Texts in which something could point at a child, with it marked in place."""
    return [marked(words, hits, label) for label, words in texts if (hits := find(words))]


def names_in(visit: Visit, answers: Mapping[str, str]) -> list[Marked]:
    """Texts of the report in which something is likely a name, with it marked in place."""
    own = own_phrases()
    return [
        marked(words, hits, "your report") for words in words_of(visit, answers) if (hits := find_names(words, own))
    ]


def chapters_of(visit: Visit, answers: Mapping[str, str]) -> list[Chapter]:
    """The whole report, part by part; questions without an answer are left out."""
    lacking = missing(visit, answers)
    return [
        Chapter(part.title, page(visit, slug), said_in(visit, part, answers), lacking.get(slug, []))
        for slug, part in parts().items()
    ]


def said_in(visit: Visit, part: Part, answers: Mapping[str, str]) -> list[tuple[str, str]]:
    columns = [(label_of(name), shown(visit, name)) for name in part.fields]
    asked = [(one.asks, answers.get(one.slug, "")) for one in part.asked]
    return [(label[:1].upper() + label[1:], said) for label, said in columns + asked if said]


def label_of(name: str) -> str:
    """What a column of the visit is called."""
    column: Any = Visit._meta.get_field(name)
    return str(column.verbose_name)


def shown(visit: Visit, name: str) -> str:
    """A column of the visit as people say it; "" where it is not filled in."""
    value = getattr(visit, name)
    if name == "visited_on":
        return f"{value:%-d %B %Y}" if value else ""
    if name in ("arrived_at", "left_at"):
        return f"{value:%H:%M}" if value else ""
    if name == "is_announced":
        return {True: "Yes", False: "No", None: ""}[value]
    return getattr(visit, f"get_{name}_display")() if name in ("day_part", "judgement") else value
