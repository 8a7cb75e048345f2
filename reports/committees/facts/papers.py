"""What is in a paper, and what stands in the way of publishing it."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from corpparent.identifiers import find, find_names
from corpparent.identifiers.case_numbers import case_shapes
from corpparent.identifiers.names import own_phrases
from corpparent.words import count
from reports.committees.models import Clearance, CommitteeSettings, Paper, PaperText, WrittenPaper
from reports.committees.rules.clearances import wanted

NO_TEXT_READ = "The text of “{title}” could not be read, so the portal cannot check it for identifiers of children."


class Found(NamedTuple):
    """How often something of one kind stands on a page. Never what it says."""

    kind: str
    page: int
    times: int
    is_name: bool

    @property
    def words(self) -> str:
        return f"page {self.page}: {self.kind}" + (f", {count(self.times, 'time')}" if self.times > 1 else "")


def check_text(paper: Paper) -> list[Found]:
    """Identifiers of children, which refuse, and likely names, which want a reason, in the text of an open paper.

    By page. Of what is kept from the public nothing is in the database, and nothing is looked for.
    """
    if not paper.is_open:
        return []
    return found_in(paper.texts.values_list("page", "text"))


def found_in(pages: Iterable[tuple[int, str]]) -> list[Found]:
    shapes, own, found = case_shapes(), own_phrases(), []
    for page, text in pages:
        identifiers = Counter(hit.kind.words for hit in find(text, shapes))
        names = Counter(f"somebody’s {hit.kind}" for hit in find_names(text, own))
        found += [Found(kind, page, times, is_name=False) for kind, times in identifiers.items()]
        found += [Found(kind, page, times, is_name=True) for kind, times in names.items()]
    return found


def in_the_way(paper: Paper) -> list[str]:
    """Why `paper` cannot be published yet, a sentence each; none when it can. For those who keep papers only."""
    return [*missing_clearances(paper, CommitteeSettings.current()), *wrong_in_text(paper)]


def missing_clearances(paper: Paper, settings: CommitteeSettings) -> list[str]:
    """A paper that is still to follow is cleared when it is there."""
    if paper.is_to_follow:
        return []
    given = {one.kind: one for one in paper.clearances.all()}
    return [sentence for kind in wanted(paper, settings) if (sentence := missing_of(paper, kind, given.get(kind)))]


def missing_of(paper: Paper, kind: str, given: Clearance | None) -> str:
    name = Clearance.Kind(kind).label.lower()
    if given is None:
        return f"“{paper.title}” needs a clearance ({name}): ask for it."
    if given.refused_because:
        return f"“{paper.title}” is not cleared ({name}): {given.refused_because}"
    return "" if given.cleared_at else f"“{paper.title}” waits for a clearance ({name})."


def wrong_in_text(paper: Paper) -> list[str]:
    found = check_text(paper)
    identifiers = [one.words for one in found if not one.is_name]
    names = [one.words for one in found if one.is_name]
    said = []
    if paper.is_open and paper.pages and not paper.texts.exists():
        said.append(NO_TEXT_READ.format(title=paper.title))
    if identifiers:
        said.append(f"“{paper.title}” may tell who a child is: {'; '.join(identifiers)}. Take it out of the paper.")
    if names and not paper.names_explained:
        said.append(f"“{paper.title}” may name somebody: {'; '.join(names)}. Take it out, or say why it may stand.")
    return said


def pages_without_text(paper: Paper) -> list[int]:
    return list(PaperText.objects.filter(paper=paper, text="").values_list("page", flat=True))


def said_in(paper: Paper) -> dict[str, Any] | None:
    """What an open paper of our own says, as WrittenPaper keeps it; None of any other. One query at most."""
    if not paper.is_open or paper.origin == Paper.Origin.UPLOAD:
        return None
    return WrittenPaper.objects.filter(paper=paper).values_list("said", flat=True).first()
