"""The words of a report: everything in it that somebody wrote freely; and which names in it were explained before."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from corpparent.identifiers import Hit, find_names
from visits.models import Visit
from visits.questions import by_slug

WORDS = {
    "judgement_reason": "Why?",
    "celebrate": "One thing to celebrate",
    "change_first": "One thing to change first",
}


def texts_of(visit: Visit, answers: Mapping[str, str]) -> list[tuple[str, str]]:
    """(what was asked, what was written), none empty: answers in words, the judgement, the points. One query."""
    said = {name: getattr(visit, name) for name in WORDS}
    return list(labelled(answers, said, visit.points.order_by("number").values("number", "title", "saw")))


def labelled(
    answers: Mapping[str, str], said: Mapping[str, str], points: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[str, str]]:
    """The same of a report in parts: answers by question, columns of the visit, points."""
    questions = {slug: one for slug, one in by_slug().items() if one.kind == "words"}
    texts = [(questions[slug].asks, text) for slug, text in answers.items() if slug in questions]
    texts += [(label, said.get(name, "")) for name, label in WORDS.items()]
    for point in points:
        texts += [(f"Point {point['number']}", point["title"]), (f"Point {point['number']}", point["saw"])]
    yield from ((label, text) for label, text in texts if text)


def explained_before(visit: Visit, own: Iterable[str]) -> frozenset[str]:
    """Likely names, in small letters, of the report as it was last sent: its author said then why they may stand."""
    last = visit.versions.last()
    if last is None or not visit.names_explained:
        return frozenset()
    report = last.report
    texts = labelled(report.get("answers", {}), report.get("visit", {}), report.get("points", ()))
    return frozenset(text[hit.start : hit.end].casefold() for _, text in texts for hit in find_names(text, own))


def new_names(text: str, own: Iterable[str], explained: frozenset[str]) -> list[Hit]:
    """Likely names and addresses in `text` that were not explained before."""
    return [hit for hit in find_names(text, own) if text[hit.start : hit.end].casefold() not in explained]
