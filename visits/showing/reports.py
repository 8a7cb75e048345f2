"""Where a visitor stands in the form, what could point at a child, and the whole report before it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse

from corpparent.identifiers import find
from corpparent.identifiers.case_numbers import case_shapes
from corpparent.identifiers.kinds import LIKELY
from corpparent.identifiers.marking import Marked, marked
from corpparent.identifiers.names import own_phrases
from corpparent.words import in_words, moment
from visits.facts.reports import WORDS, explained_before, new_names, texts_of
from visits.models import Visit
from visits.questions import Part, by_slug, parts
from visits.rules.reports import missing


@dataclass(frozen=True)
class Chapter:
    """A part of the report before it is sent: [(question, answer)], sentences about what is missing, and texts with
    what has to be taken out of them marked.
    """

    title: str
    url: str
    answers: list[tuple[str, str]]
    missing: list[str]
    marks: list[Marked]


def place_of(visit: Visit, part: Part) -> dict[str, Any]:
    """For the head of a page: number of the part, how many, and the pages before and after it."""
    order = list(parts())
    number = order.index(part.slug)
    return {
        "number": number + 1,
        "of": len(order),
        "kicker": f"Part {number + 1} of {len(order)}",
        "steps": steps_at(number, len(order)),
        "saved": moment(visit.saved_at),
        "back": page(visit, order[number - 1]) if number else "",
        "onward": next_after(visit, part),
    }


def steps_at(number: int, of: int) -> list[str]:
    """The bar of progress on part `number`, counted from 0: done, now or to-come for each part."""
    return ["done" if at < number else "now" if at == number else "to-come" for at in range(of)]


def next_after(visit: Visit, part: Part) -> str:
    """The page after a part: the next one, or the whole report."""
    order = list(parts())
    number = order.index(part.slug) + 1
    return page(visit, order[number]) if number < len(order) else reverse("visits:visit-check", args=[visit.public_id])


def page(visit: Visit, slug: str) -> str:
    return reverse("visits:part-update", args=[visit.public_id, slug])


def texts_on(visit: Visit, part: Part, answers: Mapping[str, str]) -> list[tuple[str, str]]:
    """(label, words) of all free text that is kept of a part."""
    asked = [(one.asks, answers.get(one.slug, "")) for one in part.asked if one.kind == "words"]
    return asked + [(WORDS[name], getattr(visit, name)) for name in part.fields if name in WORDS]


@dataclass(frozen=True)
class Caution:
    """What could point at a child in some texts: how it is said, and the texts with each place marked."""

    heading: str
    has_names: bool
    marks: list[Marked]


def caution_of(visit: Visit, texts: list[tuple[str, str]]) -> Caution | None:
    """Identifiers, and likely names that were not explained when the report was sent before; None without any."""
    shapes, own = case_shapes(), own_phrases()
    explained = explained_before(visit, own)
    found = [(label, text, [*find(text, shapes), *new_names(text, own, explained)]) for label, text in texts]
    kinds = [hit.kind for _, _, hits in found for hit in hits]
    if not kinds:
        return None
    places = in_words(len(kinds)).capitalize()
    return Caution(
        heading=f"{places} place{'s' * (len(kinds) > 1)} could point to a child",
        has_names=any(kind in LIKELY for kind in kinds),
        marks=[marked(text, hits, label) for label, text, hits in found if hits],
    )


def names_in(visit: Visit, answers: Mapping[str, str]) -> list[Marked]:
    """Texts of the report in which something is likely a name that was not explained before, with it marked."""
    own = own_phrases()
    explained = explained_before(visit, own)
    found = [(label, text, new_names(text, own, explained)) for label, text in texts_of(visit, answers)]
    return [marked(text, hits, label) for label, text, hits in found if hits]


def chapters_of(visit: Visit, answers: Mapping[str, str]) -> list[Chapter]:
    """The whole report, part by part; questions without an answer are left out."""
    lacking, shapes = missing(visit, answers), case_shapes()
    return [
        Chapter(
            part.title,
            page(visit, slug),
            said_in(visit, part, answers),
            lacking.get(slug, []),
            [
                marked(text, hits, label)
                for label, text in texts_on(visit, part, answers)
                if (hits := find(text, shapes))
            ],
        )
        for slug, part in parts().items()
    ]


def why_not_sent(problem: ValidationError) -> list[str]:
    """What stands in the way of sending, in sentences that say in which answer it is."""
    if not hasattr(problem, "error_dict"):
        return problem.messages
    asked = {slug: one.asks for slug, one in by_slug().items()} | WORDS
    return [
        f"“{asked[name]}”: {sentence}" if name in asked else sentence
        for name, sentences in problem.message_dict.items()
        for sentence in sentences
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
