"""Exempt papers: who asked to open one, which are to be looked at again, and what of one was fetched."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet, Sum

from corpparent.models import Event
from reports.committees.events import PAPER_CHANGED, PAPER_CLOSED, PAPER_OPENED, PAPER_OPENING_ASKED, PAPER_REVIEWED
from reports.committees.facts.around import keys_before
from reports.committees.models import Access, AgendaPack, Fetch, Paper

# Whatever came after the question ends it.
DEEDS = (PAPER_OPENING_ASKED, PAPER_OPENED, PAPER_CLOSED, PAPER_CHANGED, PAPER_REVIEWED)
MOST_FETCHES = 200


class Fetched(NamedTuple):
    what: str
    on: date
    who: str
    times: int


def asked_by(paper: Paper) -> UUID | None:
    """Who asked to open `paper`, while that question stands. One query."""
    last = Event.objects.filter(subject_id=paper.public_id, type__in=DEEDS).order_by("-number").first()
    return last.actor_id if last and last.type == PAPER_OPENING_ASKED else None


def to_review(until: date) -> QuerySet[Paper]:
    """Exempt papers that somebody looks at again by `until`, the longest waiting first."""
    found = Paper.objects.current().filter(access=Access.EXEMPT, review_on__lte=until)
    return found.select_related("item__meeting__body").order_by("review_on", "pk")


def fetched(paper: Paper) -> list[Fetched]:
    """What was fetched of `paper`, its earlier editions and the packs that hold it, the last day first."""
    files = {pk: "This paper" for pk in editions_of(paper).values_list("file", flat=True) if pk}
    files |= {pack.file_id: str(pack) for pack in packs_with(paper) if pack.file_id}
    rows = Fetch.objects.filter(file__in=files).select_related("person")[:MOST_FETCHES]
    return [
        Fetched(files[row.file_id], row.on, row.person.name if row.person else "The public", row.times) for row in rows
    ]


def editions_of(paper: Paper) -> QuerySet[Paper]:
    """`paper` and those it replaces, one by one."""
    return Paper.objects.filter(pk__in=keys_before(paper))


def packs_with(paper: Paper) -> list[AgendaPack]:
    packs = AgendaPack.objects.filter(publication__meeting=paper.item.meeting, file__isnull=False)
    wanted = str(paper.public_id)
    return [pack for pack in packs.select_related("publication") if holds(pack, wanted)]


def holds(pack: AgendaPack, paper: str) -> bool:
    return any(one.get("paper") == paper for one in pack.contents)


def times_by_public(paper: Paper) -> int:
    """How often the public fetched the file of `paper` itself."""
    found = Fetch.objects.filter(file=paper.file_id, person__isnull=True)
    return found.aggregate(all=Sum("times"))["all"] or 0
