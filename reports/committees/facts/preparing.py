"""What an agenda lacks before it can be published, in sentences for its officer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from corpparent.words import moment
from reports.committees.facts.agendas import exclusions, together
from reports.committees.facts.papers import missing_clearances
from reports.committees.models import Access, AgendaItem, CommitteeSettings, ItemKind, Meeting, Paper
from reports.committees.rules.resolution import Kept, items, resolution

NO_ITEMS = "The agenda has no items yet."
NO_VOICE = "No item gives children and young people a voice. This body leads on corporate parenting: add one."


@dataclass(frozen=True)
class Missing:
    """`words` say what, and what to do. A warning does not stand in the way. `renews`: a button mends it."""

    words: str
    item: AgendaItem | None = None
    is_warning: bool = False
    renews: bool = False


def missing_in(meeting: Meeting, found: list[AgendaItem], kept: list[Kept], at: datetime) -> list[Missing]:
    """`found`: every item with `shown_papers` (`facts.agendas.with_papers`). One query, for the settings."""
    standing = [item for item in found if not item.is_withdrawn]
    if not standing:
        return [Missing(NO_ITEMS)]
    settings = CommitteeSettings.current()
    said = [one for item in standing for one in missing_of(item, settings, at)]
    return [*said, *missing_exclusion(meeting, standing, kept), *missing_voice(meeting, standing)]


def missing_of(item: AgendaItem, settings: CommitteeSettings, at: datetime) -> Iterator[Missing]:
    papers: list[Paper] = item.shown_papers  # type: ignore[attr-defined]
    if not item.title.strip():
        yield Missing(f"Item {item.number} has no title.", item)
    if item.kind == ItemKind.REPORT and not papers:
        yield Missing(f"Item {item.number} has no report: add one, or say when it follows.", item)
    for paper in papers:
        for words in wrong_with(paper, settings, at):
            yield Missing(f"Item {item.number}: {words}", item)


def wrong_with(paper: Paper, settings: CommitteeSettings, at: datetime) -> list[str]:
    """What stands in the way of a paper that is not published."""
    if paper.is_published:
        return []
    if not paper.is_to_follow:
        return missing_clearances(paper, settings)
    if paper.due_at is None:
        return [f"“{paper.title}” is to follow, and nobody said when."]
    if paper.due_at <= at:
        return [f"“{paper.title}” was to follow by {moment(paper.due_at)}, and is not there."]
    if paper.due_at >= paper.item.meeting.starts_at:
        return [f"“{paper.title}” is to follow after the meeting has begun: give an earlier time."]
    return []


def missing_exclusion(meeting: Meeting, standing: Iterable[AgendaItem], kept: list[Kept]) -> list[Missing]:
    """R6: the resolution names every item that is kept from the public, with its paragraphs."""
    found, words = exclusions(standing), resolution(kept, meeting.body.regime)
    if not kept:
        return [needless(item) for item in found if not item.published_at]
    numbers = sorted({one.number for one in kept})
    if not found:
        named = items(numbers)
        return [
            Missing(f"The public cannot hear {named}: no item resolves to exclude it.", renews=True, is_warning=True)
        ]
    if any(item.note == words for item in found):
        return []
    last = found[-1]
    said = f"Item {last.number} does not name {items(numbers)} in the usual words. See that it names each, or renew it."
    return [Missing(said, last, renews=True, is_warning=True)]


def needless(item: AgendaItem) -> Missing:
    said = f"Item {item.number} excludes the public, and nothing on the agenda is exempt: take it off."
    return Missing(said, item, is_warning=True)


def missing_voice(meeting: Meeting, standing: Iterable[AgendaItem]) -> list[Missing]:
    """Duty T3: the body that leads on corporate parenting hears children at each meeting."""
    has_voice = any(item.kind == ItemKind.VOICE for item in standing)
    return [Missing(NO_VOICE, is_warning=True)] if meeting.body.is_corporate_parenting and not has_voice else []


def kept_of(found: Iterable[AgendaItem]) -> list[Kept]:
    """As `facts.agendas.kept_from_the_public`, from items with `shown_papers` that are read already."""
    standing = [item for item in found if not item.is_withdrawn]
    closed = [paper for item in standing for paper in item.shown_papers if paper.access != Access.OPEN]  # type: ignore[attr-defined]
    return together(
        [(item.pk, item.number, item.access, item.paragraphs) for item in standing],
        [(paper.item_id, paper.access, paper.paragraphs) for paper in closed],
    )
