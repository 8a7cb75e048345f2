"""An agenda as its officer sees it: items, the papers of each, and what is kept from the public."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from reports.committees.models import Access, AgendaItem, Clearance, ItemKind, Meeting, Paper
from reports.committees.rules.resolution import Kept, resolution


def with_papers(meeting: Meeting) -> list[AgendaItem]:
    """Every item in order with `shown_papers`, the current papers with their clearances. Three queries.

    For those who prepare the agenda: nothing is left out.
    """
    clearances = Prefetch("clearances", Clearance.objects.select_related("asked_of"))
    papers = Paper.objects.current().order_by("position", "pk").prefetch_related(clearances)
    items = AgendaItem.objects.filter(meeting=meeting).order_by("number")
    found = list(items.prefetch_related(Prefetch("papers", papers, to_attr="shown_papers")))
    for item in found:
        item.meeting = meeting
    return found


def standing(meeting: Meeting) -> QuerySet[AgendaItem]:
    """Its items that were not withdrawn."""
    return AgendaItem.objects.filter(meeting=meeting, withdrawn_because="").order_by("number")


def kept_from_the_public(meeting: Meeting) -> list[Kept]:
    """Items that are exempt or confidential, and open ones with such papers. Two queries."""
    items = standing(meeting).values_list("pk", "number", "access", "paragraphs")
    closed = Paper.objects.current().filter(item__meeting=meeting).exclude(access=Access.OPEN)
    papers = closed.values_list("item_id", "access", "paragraphs")
    return together(list(items), papers)


def together(
    items: Iterable[tuple[int, int, str, list[int]]], papers: Iterable[tuple[int, str, list[int]]]
) -> list[Kept]:
    """`items`: key, number, access, paragraphs; `papers`: key of the item, access, paragraphs."""
    of = defaultdict(list)
    for key, access, paragraphs in papers:
        of[key].append((access, paragraphs))
    found = []
    for key, number, access, paragraphs in items:
        parts = [(access, paragraphs), *of[key]]
        for kind in (Access.EXEMPT, Access.CONFIDENTIAL):
            if any(part == kind for part, _ in parts):
                named = frozenset(one for part, ones in parts if part == kind for one in ones)
                found.append(Kept(number, kind, named))
    return found


def words_of_exclusion(meeting: Meeting) -> str:
    """The resolution that the agenda needs as it stands; "" where nothing is kept from the public. Two queries."""
    return resolution(kept_from_the_public(meeting), meeting.body.regime)


def place_of_exclusion(meeting: Meeting) -> int | None:
    """The number that the item of the exclusion takes: that of the first item kept from the public as a whole.

    Where only papers of open items are, that of the first of these. After publication numbers stay: then it comes
    before the first that is not published, or last. None where nothing is kept from the public.
    """
    kept = {one.number for one in kept_from_the_public(meeting)}
    if not kept:
        return None
    items = list(standing(meeting))
    movable = [one for one in items if one.number in kept and not one.published_at]
    whole = [one for one in movable if one.access != Access.OPEN]
    if whole or movable:
        return (whole or movable)[0].number
    last = AgendaItem.objects.filter(meeting=meeting).order_by("number").last()
    return last.number + 1 if last else 1


def exclusions(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """Those of `items` that are the exclusion of the press and public, and stand."""
    return [item for item in items if item.kind == ItemKind.EXCLUSION and not item.is_withdrawn]
