"""What somebody may read for a meeting, what they have read, and their own notes. Fixed numbers of queries."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from members.standing import Standing
from reports.committees.models import AgendaPack, Meeting, Note, Paper, ReadMark


def papers_for(meeting: Meeting, who: Standing) -> list[Paper]:
    """Published papers of `meeting` that `who` may see, in the order of the agenda. One query."""
    found = Paper.objects.visible_to(who).published().current().filter(item__meeting=meeting)
    return list(found.select_related("item__meeting__body").order_by("item__number", "position", "pk"))


def read_by(person: int | None, meeting: Meeting) -> set[int]:
    """Keys of the papers that `person` marked as read. One query."""
    return set(ReadMark.objects.filter(person=person, paper__item__meeting=meeting).values_list("paper_id", flat=True))


def notes_of(person: int | None, meeting: Meeting) -> list[Note]:
    """Nobody else's, ever. One query."""
    return list(Note.objects.filter(person=person, meeting=meeting).order_by("page", "pk"))


def pack_for(meeting: Meeting, who: Standing) -> AgendaPack | None:
    """The newest pack of `meeting` that `who` may see: all of it before what is new, the members' edition before the
    public's. One query.
    """
    found = AgendaPack.objects.visible_to(who).filter(
        publication__meeting=meeting, publication__published_at__isnull=False
    )
    return max(found.select_related("publication"), key=rank, default=None)


def rank(pack: AgendaPack) -> tuple[int, bool, bool]:
    is_complete, is_exempt = pack.extent == AgendaPack.Extent.COMPLETE, pack.audience == AgendaPack.Audience.EXEMPT
    return pack.publication.number, is_complete, is_exempt


def meetings_to_read(who: Standing, on: date) -> QuerySet[Meeting]:
    """Meetings to come of the bodies of `who` with `unread`, how many papers they have not marked as read.

    A paper that is to follow waits for nobody yet.
    """
    seen = Paper.objects.visible_to(who).published().current().filter(pages__gte=1).values("pk")
    read = ReadMark.objects.filter(person=who.person_id).values("paper")
    unread = Q(items__papers__in=seen) & ~Q(items__papers__in=read)
    found = Meeting.objects.coming(on).filter(body__public_id__in=who.bodies)
    counted = found.annotate(unread=Count("items__papers", filter=unread, distinct=True))
    return counted.filter(unread__gt=0).select_related("body").order_by("meets_on", "pk")
