"""All that was published of a meeting in one file: the agenda and its supplements, each page with the number it had."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from corpparent.binding import Bound, NotBindable, Part, Placed, bind
from corpparent.jobs import JobRefused
from reports.committees.facts.packs import closed_in
from reports.committees.models import AgendaPack, Paper, Publication
from reports.committees.showing.fronts import front_again

Extent = AgendaPack.Extent


@dataclass(frozen=True)
class Made:
    """A pack that is bound and not yet filed."""

    audience: str
    first_page: int
    bound: Bound
    contents: list[dict[str, Any]]
    extent: str = Extent.PART


@dataclass(frozen=True)
class Fold:
    """One part of the whole: what was published, for whom, and on which pages."""

    publication: Publication
    audience: str
    first_page: int
    pages: int
    contents: list[dict[str, Any]]


def folded(publication: Publication, made: Sequence[Made]) -> list[Made]:
    """The complete pack for each audience of `made`; none where its pages could not keep their numbers."""
    found = [complete(publication, one) for one in made]
    return [one for one in found if one]


def complete(publication: Publication, last: Made) -> Made | None:
    """All so far for the audience of `last`, which ends it.

    None where a paper was kept from the public since, or its file is gone, or a part was not for this audience.
    """
    folds = before(publication, last.audience)
    folds.append(Fold(publication, last.audience, last.first_page, last.bound.pages, last.contents))
    rows = [row for fold in folds for row in fold.contents]
    papers = papers_of(rows)
    if papers is None or not follow_on(folds):
        return None
    parts, starts = parts_of(folds, papers)
    first = folds[0]

    def front(places: Sequence[Placed]) -> bytes:
        return front_again(first.publication, first.audience, first.contents, places)

    title = f"{Extent.COMPLETE.label}: {publication.meeting}"
    try:
        bound = bind(front, parts, first_page=first.first_page, lang="en-GB", title=title)
    except NotBindable as problem:
        raise JobRefused(str(problem)) from problem
    if bound.starts != starts or bound.pages != sum(fold.pages for fold in folds):
        return None
    return Made(last.audience, first.first_page, bound, rows, Extent.COMPLETE)


def before(publication: Publication, audience: str) -> list[Fold]:
    """What was published before, in order: the edition for `audience`, or the one for everybody where it had none."""
    packs = AgendaPack.objects.filter(publication__meeting=publication.meeting_id, extent=Extent.PART)
    packs = packs.filter(publication__number__lt=publication.number, publication__published_at__isnull=False)
    chosen: dict[int, AgendaPack] = {}
    for pack in packs.select_related("publication__meeting__body").order_by("publication__number"):
        is_for_everybody = pack.audience == AgendaPack.Audience.PUBLIC
        if pack.audience == audience or (is_for_everybody and pack.publication.number not in chosen):
            chosen[pack.publication.number] = pack
    if audience == AgendaPack.Audience.PUBLIC and any(closed_in(pack) for pack in chosen.values()):
        return []
    return [Fold(one.publication, one.audience, one.first_page, one.pages, one.contents) for one in chosen.values()]


def follow_on(folds: Sequence[Fold]) -> bool:
    """Whether they begin with the agenda, and each goes on counting where the one before ended."""
    ends = [fold.first_page + fold.pages for fold in folds]
    return [1, *ends[:-1]] == [fold.first_page for fold in folds] and folds[0].publication.number == 0


def papers_of(rows: Sequence[dict[str, Any]]) -> dict[str, Paper] | None:
    """By public id; None where the file of one is gone. One query."""
    wanted = {row["paper"] for row in rows if "paper" in row}
    found = Paper.objects.filter(public_id__in=wanted, file__isnull=False).select_related("file")
    papers = {str(one.public_id): one for one in found}
    return papers if wanted == set(papers) else None


def parts_of(folds: Sequence[Fold], papers: dict[str, Paper]) -> tuple[list[Part], list[int]]:
    """What is bound behind the first front, and the page on which each of it must begin."""
    parts, starts = [], []
    for number, fold in enumerate(folds):
        if number:
            parts.append(Part(str(fold.publication), front_again(fold.publication, fold.audience, fold.contents)))
            starts.append(fold.first_page)
        for row in fold.contents:
            if "paper" in row:
                parts.append(part_of(papers[row["paper"]], row["title"], level=2 if number else 1))
                starts.append(row["page"])
    return parts, starts


def part_of(paper: Paper, title: str = "", level: int = 1) -> Part:
    """Raises JobRefused where its file is not there."""
    title = title or paper.title
    try:
        assert paper.file is not None
        return Part(title, paper.file.path.read_bytes(), level)
    except FileNotFoundError as problem:
        raise JobRefused(f"The file of “{title}” is missing on the disk. Give the paper its file again.") from problem
