"""The words of a report: everything in it that somebody wrote freely."""

from collections.abc import Mapping

from visits.models import Visit
from visits.questions import by_slug

WORDS = ("judgement_reason", "celebrate", "change_first")


def words_of(visit: Visit, answers: Mapping[str, str]) -> list[str]:
    """All of them, none empty: answers in words, the judgement, the points. One query."""
    questions = by_slug()
    said = [text for slug, text in answers.items() if slug in questions and questions[slug].kind == "words"]
    said += [getattr(visit, name) for name in WORDS]
    for title, saw in visit.points.values_list("title", "saw"):
        said += [title, saw]
    return [text for text in said if text]
