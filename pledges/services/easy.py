"""The easy-read form of a pledge: words, drawings, and a second person who publishes them."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from corpparent.models import Event, StoredFile
from corpparent.versions import check_version
from members import marks
from members.models import Person
from pledges.events import DRAWING_BROUGHT, DRAWING_REMOVED, EASY_READ_PUBLISHED, EASY_READ_WRITTEN
from pledges.facts import easy as facts
from pledges.models import Drawing, EasyRead, Pledge, Promise
from pledges.rules import easy as rules
from pledges.rules.easy import EasyWords


@transaction.atomic
def write_easy_read(
    *,
    pledge: Pledge,
    title: str,
    version: int,
    words: Mapping[Promise, EasyWords],
    by: Person | None,
    at: datetime,
    names_explained: str = "",
) -> EasyRead:
    """Write title and words; `version` is 0 where there are none yet. What was public waits for a second person again.

    `names_explained`: why a name in any of it may stand.
    Raises NotAllowed, Stale, ValidationError by field.
    """
    _locked(pledge, by, at)
    rules.check_easy_words(words)  # type: ignore[arg-type]  # a promise has a number
    easy_read = EasyRead.objects.filter(pledge=pledge).first() or EasyRead(pledge=pledge, version=0)
    check_version(easy_read, version)

    easy_read.title, easy_read.written_by, easy_read.written_at = title, by, at
    easy_read.names_explained = names_explained
    easy_read.published_by = easy_read.published_at = None
    easy_read.version += 1
    easy_read.full_clean(exclude=["pledge"])
    easy_read.save()
    _write_words(pledge, words)

    Event.record(EASY_READ_WRITTEN, about=easy_read.reference, by=by, at=at)
    return easy_read


@transaction.atomic
def publish_easy_read(*, easy_read: EasyRead, by: Person | None, at: datetime, version: int | None = None) -> EasyRead:
    """Show it to everybody. Doing it twice does it once. `version`: that of the page that was read.

    Raises NotAllowed, Stale.
    """
    pledge = Pledge.objects.select_for_update().get(pk=easy_read.pledge_id)
    easy_read = EasyRead.objects.select_related("pledge").get(pk=easy_read.pk)
    if easy_read.published_at:
        return easy_read
    if by is not None:
        writers, missing = facts.writers_and_gaps(easy_read)
        who = by.standing_on(localdate(at))
        rules.check_can_publish_easy_read(who, writers, missing, is_public=pledge.is_public)
    if version is not None:
        check_version(easy_read, version)

    easy_read.published_by, easy_read.published_at = by, at
    easy_read.version += 1
    easy_read.save(update_fields=["published_by", "published_at", "version"])

    Event.record(EASY_READ_PUBLISHED, about=easy_read.reference, by=by, at=at)
    return easy_read


@transaction.atomic
def bring_drawing(
    *,
    promise: Promise,
    content: bytes,
    alternative: str,
    nobody_recognisable: bool,
    by: Person | None,
    at: datetime,
    names_explained: str = "",
) -> Drawing:
    """Keep the PNG `content`, drawn anew, in place of the drawing there was. It waits for a second person.

    Raises NotAllowed, ValidationError by field.
    """
    _locked(promise.pledge, by, at)
    if not nobody_recognisable:
        raise ValidationError({"nobody_recognisable": "Say that nobody can be recognised, or choose another drawing."})
    redrawn = marks.redrawn(content, what="drawing", largest=marks.LARGEST_DRAWING)
    take_away(Drawing.objects.filter(promise=promise))
    drawing = Drawing(
        promise=promise,
        file=StoredFile.write([redrawn]),
        alternative=alternative,
        brought_by=by,
        brought_at=at,
        nobody_recognisable=True,
        names_explained=names_explained,
    )
    drawing.full_clean()
    drawing.save()
    _hide(promise.pledge)

    Event.record(DRAWING_BROUGHT, about=drawing.reference, by=by, at=at)
    return drawing


@transaction.atomic
def remove_drawing(*, drawing: Drawing, by: Person | None, at: datetime) -> None:
    """Take the drawing away; the symbol stands in its place. Doing it twice does it once. Raises NotAllowed."""
    _locked(drawing.promise.pledge, by, at)
    reference = drawing.reference
    if take_away(Drawing.objects.filter(public_id=drawing.public_id)):
        Event.record(DRAWING_REMOVED, about=reference, by=by, at=at)


def _locked(pledge: Pledge, by: Person | None, at: datetime) -> Pledge:
    """The pledge, locked: whoever writes its easy words waits for whoever is writing them."""
    if by is not None:
        rules.check_can_write_easy_read(by.standing_on(localdate(at)))
    locked = Pledge.objects.select_for_update().get(pk=pledge.pk)
    rules.check_is_not_retired(locked)
    return locked


def _write_words(pledge: Pledge, words: Mapping[Promise, EasyWords]) -> None:
    """Raises ValidationError where a promise is another pledge's or a line is too long."""
    for promise in words:
        if promise.pledge_id != pledge.pk:
            raise ValidationError("These promises are another pledge’s.")
        promise.easy_words, promise.easy_more, promise.symbol = words[promise]
        promise.clean_fields(exclude={field.name for field in promise._meta.fields} - {"easy_words", "easy_more"})
    Promise.objects.bulk_update(words, ["easy_words", "easy_more", "symbol"])


def take_away(drawings: Iterable[Drawing]) -> bool:
    """Remove rows and pictures; whether there were any."""
    found = list(drawings)
    for drawing in found:
        drawing.delete()
        drawing.file.remove()
    return bool(found)


def _hide(pledge: Pledge) -> None:
    """What was published is looked at again by a second person."""
    EasyRead.objects.filter(pledge=pledge).update(published_by=None, published_at=None, version=F("version") + 1)
