"""What of an agenda goes out, to whom, and what stands in the way."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.timezone import localdate

from corpparent.models import Job
from corpparent.rules import NotAllowed
from reports.committees.facts.agendas import kept_from_the_public, with_papers
from reports.committees.facts.forward import missing_notices
from reports.committees.facts.papers import in_the_way
from reports.committees.facts.preparing import missing_in
from reports.committees.models import AgendaItem, AgendaPack, Meeting, Paper, Publication
from reports.committees.rules.publishing import BEING_PUBLISHED

Audience = AgendaPack.Audience


@dataclass(frozen=True)
class Entry:
    """An item as an audience gets it: its `papers` that are there, those `to_follow`, and how many are kept from it."""

    item: AgendaItem
    title: str
    papers: list[Paper]
    to_follow: list[Paper] = field(default_factory=list)
    kept_back: list[Paper] = field(default_factory=list)
    is_shown: bool = True


def agenda_of(meeting: Meeting, audience: str, *, only_new: bool) -> list[Entry]:
    """Its items in order as `audience` reads them; `only_new`: items and papers that were not published yet.

    Three queries.
    """
    found = [entry_of(item, audience, only_new=only_new) for item in with_papers(meeting) if not item.is_withdrawn]
    return [one for one in found if not only_new or is_new(one)]


def entry_of(item: AgendaItem, audience: str, *, only_new: bool) -> Entry:
    papers: list[Paper] = item.shown_papers  # type: ignore[attr-defined]
    wanted = [one for one in papers if not (only_new and one.is_published)]
    is_shown = audience == Audience.EXEMPT or item.is_open
    seen = [one for one in wanted if audience == Audience.EXEMPT or (one.is_open and item.is_open)]
    return Entry(
        item,
        item.title if is_shown else item.public_title,
        [one for one in seen if not one.is_to_follow],
        [one for one in seen if one.is_to_follow],
        [one for one in wanted if one not in seen],
        is_shown,
    )


def is_new(entry: Entry) -> bool:
    return bool(entry.item.published_at is None or entry.papers or entry.kept_back)


def newly_papers(meeting: Meeting) -> list[Paper]:
    """Papers that a publication of now takes out, with files. One query."""
    found = Paper.objects.current().filter(item__meeting=meeting, published_at=None, item__withdrawn_because="")
    return list(found.select_related("item__meeting", "file").order_by("item__number", "position", "pk"))


def has_news(meeting: Meeting) -> bool:
    """Whether anything is there that was not published. Two queries at most."""
    items = meeting.items.filter(published_at=None, withdrawn_because="")
    return items.exists() or any(not paper.is_to_follow for paper in newly_papers(meeting))


def has_restricted(meeting: Meeting) -> bool:
    """Whether anything of the agenda is kept from the public. Two queries."""
    return bool(kept_from_the_public(meeting))


def wrong(meeting: Meeting, at: datetime) -> list[str]:
    """Why its agenda cannot be published, a sentence each."""
    items = with_papers(meeting)
    missing = missing_in(meeting, items, [], at)
    said = [one.words for one in missing if not one.is_warning]
    said += missing_notices(meeting, localdate(at))
    for paper in newly_papers(meeting):
        said += [sentence for sentence in in_the_way(paper) if sentence not in said]
    return said


def check_is_not_being_published(meeting: Meeting) -> None:
    """While a job makes its packs, what goes into them waits; once the job failed, it can be mended. Raises NotAllowed.

    Two queries, one where nothing was asked for.
    """
    asked = meeting.publications.filter(published_at=None).values_list("public_id", flat=True)
    if any(Job.objects.about("publication", one).open().exists() for one in asked):
        raise NotAllowed(BEING_PUBLISHED)


def last_page(meeting: Meeting, audience: str, before: Publication) -> int:
    """The pack page on which what was published before ended; 0 for the first."""
    packs = AgendaPack.objects.filter(publication__meeting=meeting, extent=AgendaPack.Extent.PART)
    packs = packs.filter(publication__number__lt=before.number)
    own = packs.filter(audience=audience).order_by("publication__number").last()
    last = own or packs.filter(audience=Audience.PUBLIC).order_by("publication__number").last()
    return last.first_page + last.pages - 1 if last else 0


def versions_of(meeting: Meeting, items: Iterable[AgendaItem]) -> list[tuple[str, int, int]]:
    """What must not change while a pack is made: (kind, key, version) of the items and papers. One query."""
    papers = Paper.objects.filter(item__meeting=meeting).order_by("pk").values_list("pk", "version")
    return [("item", one.pk, one.version) for one in items] + [("paper", *row) for row in papers]
