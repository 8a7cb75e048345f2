"""Searching in papers: every word on one page of it, or all of them in its title. The same on both databases."""

import re
from functools import reduce
from operator import and_
from typing import NamedTuple

from django.db.models import Q, QuerySet

from reports.committees.models import Paper, PaperText

MOST_WORDS, BEFORE, AROUND = 6, 80, 240


class Excerpt(NamedTuple):
    """A page on which all words stand, and how it reads there: (text, is a word that was looked for) in order."""

    page: int
    parts: list[tuple[str, bool]]


def words_of(query: str) -> list[str]:
    return query.replace("\0", "").split()[:MOST_WORDS]


def having(papers: QuerySet[Paper], words: list[str]) -> QuerySet[Paper]:
    """Of `papers`, which the reader may see, those with all `words`. Only open papers have a text to search.

    One query, asked at once: all texts are gone through here, and not again for each query of what is returned.
    """
    if not words:
        return papers
    found = PaperText.objects.filter(all_of("text", words)).order_by().values_list("paper", flat=True).distinct()
    return papers.filter(all_of("title", words) | Q(pk__in=list(found)))


def all_of(field: str, words: list[str]) -> Q:
    return reduce(and_, (Q(**{f"{field}__icontains": word}) for word in words))


def excerpts(papers: list[Paper], words: list[str]) -> dict[int, Excerpt]:
    """The first page of each of `papers` (one page of a list) with all `words`. One query."""
    if not words:
        return {}
    rows = PaperText.objects.filter(all_of("text", words), paper__in=papers).order_by("paper_id", "-page")
    first = {row.paper_id: row for row in rows}
    return {paper: Excerpt(row.page, parts_of(row.text, words)) for paper, row in first.items()}


def parts_of(text: str, words: list[str]) -> list[tuple[str, bool]]:
    """The surroundings of the first word found, in a line, cut where words are looked for."""
    line = " ".join(text.split())
    pattern = re.compile("|".join(re.escape(word) for word in words), re.IGNORECASE)
    found = pattern.search(line)
    start = max(0, found.start() - BEFORE) if found else 0
    shown = line[start : start + AROUND]
    parts, at = [], 0
    for match in pattern.finditer(shown):
        parts += [(shown[at : match.start()], False), (match.group(), True)]
        at = match.end()
    parts.append((shown[at:], False))
    return [part for part in parts if part[0]]
