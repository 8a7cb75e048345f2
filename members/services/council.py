"""The council's own row, its words, and the days on which it does not work."""

from collections.abc import Collection
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event, StoredFile
from corpparent.versions import check_version
from members import marks, rules
from members.events import COUNCIL_CHANGED, COUNCIL_SET_UP, DAY_CLOSED, DAY_OPENED, WORDS_SET
from members.models import ClosedDay, Council, Person, Vocabulary
from members.words import DEFAULTS, check_words, current


@transaction.atomic
def set_up_council(*, by: Person | None, at: datetime, **fields: object) -> Council:
    """Write the one council row. Raises ValidationError naming the field."""
    council = Council.objects.select_for_update().filter(pk=1).first()
    council = council or Council(pk=1, version=0, began_on=localdate(at))
    _write(council, {field.name: getattr(council, field.name) for field in Council._meta.fields} | fields)
    Event.record(COUNCIL_SET_UP, about=council.reference, by=by, at=at)
    return council


@transaction.atomic
def change_council(*, version: int, by: Person | None, at: datetime, **fields: object) -> Council:
    """Change the named settings; the same values change nothing. Raises NotAllowed, Stale, ValidationError by field."""
    council = _locked(by, at)
    check_version(council, version)
    changed = {name: value for name, value in fields.items() if getattr(council, name) != value}
    if changed:
        _write(council, changed)
        _record_change(council, changed, by, at)
    return council


@transaction.atomic
def set_mark(*, content: bytes | None, version: int, by: Person | None, at: datetime) -> Council:
    """Keep the PNG `content` as the council's mark, or none. Raises NotAllowed, Stale, ValidationError by field."""
    council = _locked(by, at)
    check_version(council, version)
    if content is None and council.mark is None:
        return council
    before = council.mark
    _write(council, {"mark": StoredFile.write([marks.redrawn(content)]) if content is not None else None})
    if before:
        before.remove()
    _record_change(council, ["mark"], by, at)
    return council


@transaction.atomic
def set_words(*, words: dict[str, str], by: Person | None, at: datetime, version: int | None = None) -> None:
    """Say the terms of `words` (slug -> what is said) as given; what says the default has no row.

    `version` is that of the council, where a page showed it. Raises NotAllowed, Stale, ValidationError by slug.
    """
    council = _locked(by, at)
    if version is not None:
        check_version(council, version)
    said = _checked(words)
    before = current()
    changed = sorted(slug for slug, line in said.items() if before[slug] != line)
    if not changed:
        return
    for slug in changed:
        if said[slug] == DEFAULTS[slug]:
            Vocabulary.objects.filter(term=slug).delete()
        else:
            Vocabulary.objects.update_or_create(term=slug, defaults={"words": said[slug]})
    council.version += 1
    council.save(update_fields=["version"])  # what was remembered of the council and its words is read again
    Event.record(WORDS_SET, about=council.reference, by=by, at=at, details={"terms": changed})


@transaction.atomic
def close_day(*, on: date, name: str, by: Person | None, at: datetime) -> ClosedDay:
    """Write that the offices are closed on `on`. A day that is closed already stays as it is. Raises NotAllowed."""
    council = _locked(by, at)
    before = ClosedDay.objects.filter(on=on).first()
    if before:
        return before
    day = ClosedDay(on=on, name=name)
    day.full_clean()
    day.save()
    Event.record(DAY_CLOSED, about=council.reference, by=by, at=at, details={"on": on.isoformat()})
    return day


@transaction.atomic
def open_day(*, day: ClosedDay, by: Person | None, at: datetime) -> None:
    """Take a closed day back. Doing it twice does it once. Raises NotAllowed."""
    council = _locked(by, at)
    deleted, _ = ClosedDay.objects.filter(on=day.on).delete()
    if deleted:
        Event.record(DAY_OPENED, about=council.reference, by=by, at=at, details={"on": day.on.isoformat()})


def _locked(by: Person | None, at: datetime) -> Council:
    """The council's row, locked: whoever changes a setting waits for whoever is changing one."""
    if by is not None:
        rules.check_can_change_council(by.standing_on(localdate(at)))
    return Council.objects.select_for_update().get(pk=1)


def _write(council: Council, fields: dict[str, object]) -> None:
    """Set and check `fields` alone: who mends a number to ring need not mend a colour. Raises ValidationError."""
    for name, value in fields.items():
        setattr(council, name, value)
    council.clean_fields(exclude={field.name for field in Council._meta.fields} - fields.keys())
    if fields.keys() & {"day_begins_at", "day_ends_at", "clear_days"}:
        rules.check_working_day(council.day_begins_at, council.day_ends_at, council.clear_days)
    council.version += 1
    council.save()


def _record_change(council: Council, changed: Collection[str], by: Person | None, at: datetime) -> None:
    fields = sorted(name.replace("_", "-") for name in changed)
    Event.record(COUNCIL_CHANGED, about=council.reference, by=by, at=at, details={"fields": fields})


def _checked(words: dict[str, str]) -> dict[str, str]:
    """The words of known terms, each on one line. Raises ValidationError by slug, all of them at once."""
    problems: dict[str, ValidationError] = {}
    checked = {}
    for slug, line in words.items():
        try:
            checked[slug] = check_words(line)
        except ValidationError as problem:
            problems[slug] = problem
    if problems:
        raise ValidationError(problems)
    return checked
