"""Whether a promise was kept: said by two voices, kept as it was said, corrected by a row that names the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from corpparent.models import Event
from corpparent.periods import Period
from corpparent.references import Reference
from corpparent.versions import Stale
from members.models import Person
from pledges.events import PROGRESS_CORRECTED, PROGRESS_RECORDED
from pledges.facts import progress as facts
from pledges.models import Commitment, Evidence, Progress, Promise
from pledges.rules import progress as rules

PARTS = ("title", "dated_on", "link", "kind", "subject_id")


@dataclass(frozen=True)
class EvidenceGiven:
    """One thing that shows it: what it is and its day; may be left out: a link, or the portal's own thing (`of`)."""

    title: str
    dated_on: date
    link: str = ""
    of: Reference | None = None

    def as_row(self) -> Evidence:
        kind, subject = (self.of.kind, self.of.public_id) if self.of else ("", None)
        return Evidence(title=self.title, dated_on=self.dated_on, link=self.link, kind=kind, subject_id=subject)


@transaction.atomic
def record_progress(
    *,
    of: Promise | Commitment,
    period: Period,
    voice: str,
    rating: str,
    words: str,
    by: Person | None,
    at: datetime,
    evidence: Sequence[EvidenceGiven] = (),
    heard_how: str = "",
    because: str = "",
    seen: int | None = None,
    names_explained: str = "",
) -> Progress:
    """Say how one voice sees a promise or commitment in `period`; a second time is a correction and says `because`.

    The same again changes nothing and returns what stands. `seen`: how many rows of this voice the form knew of.
    `names_explained`: why a name in any of it may stand.
    Raises NotAllowed, Stale, ValidationError.
    """
    thing = locked(of)
    said = facts.of_thing(thing)
    now = said.current().filter(period=period.code, voice=voice).first()
    made = Progress(period=period.code, starts_on=period.starts_on, ends_on=period.ends_on, voice=voice)
    made.promise, made.commitment = (thing, None) if isinstance(thing, Promise) else (None, thing)
    made.rating, made.words, made.heard_how = rating, words, heard_how
    shown = [one.as_row() for one in evidence]
    if now and is_the_same(now, made, shown):
        return now
    check(made, thing, shown, by, localdate(at))
    check_unseen(said.filter(voice=voice).count(), seen)
    rules.check_correction(now, because)

    made.corrects, made.corrected_because = now, because if now else ""
    made.recorded_by, made.recorded_at = by, at
    made.names_explained = names_explained
    write(made, shown)
    details = {"voice": voice, "period": period.code, "rating": rating}
    if now:
        Event.record(PROGRESS_CORRECTED, about=made.reference, by=by, at=at, details=details)
    else:
        Event.record(PROGRESS_RECORDED, about=made.reference, by=by, at=at, details=details)
    return made


def locked(of: Promise | Commitment) -> Promise | Commitment:
    """The row, held until the end of the transaction, with its pledge and whoever answers for it."""
    if isinstance(of, Promise):
        promises = Promise.objects.select_for_update(of=("self",)).select_related("pledge", "owner_role")
        return promises.get(pk=of.pk)
    commitments = Commitment.objects.select_for_update(of=("self",)).select_related("pledge", "promise__owner_role")
    return commitments.get(pk=of.pk)


def check(
    made: Progress, thing: Promise | Commitment, evidence: Sequence[Evidence], by: Person | None, on: date
) -> None:
    """Every rule on what is said, by whom and of when. Raises NotAllowed."""
    if by:
        rules.check_can_record(by.standing_on(on), made.voice, facts.owner_role_of(thing))
    rules.check_period(Period.parse(made.period), thing.pledge, facts.ended_on(thing), on)
    rules.check_evidence(made.voice, made.rating, [one.dated_on for one in evidence], made.heard_how, on)
    others = facts.of_thing(thing).filter(period=made.period).exclude(voice=made.voice)
    rules.check_another_person(by.pk if by else None, [one.recorded_by_id for one in others])


def check_unseen(rows: int, seen: int | None) -> None:
    """Raise Stale when this voice has spoken since the form was opened."""
    if seen is not None and seen != rows:
        raise Stale(rows)


def is_the_same(now: Progress, made: Progress, evidence: Sequence[Evidence]) -> bool:
    """Whether what stands says the same already, with the same evidence."""
    there = {tuple(getattr(one, part) for part in PARTS) for one in now.evidence.all()}
    given = {tuple(getattr(one, part) for part in PARTS) for one in evidence}
    said = ("rating", "words", "heard_how")
    return there == given and all(getattr(now, name) == getattr(made, name) for name in said)


def write(made: Progress, evidence: Sequence[Evidence]) -> None:
    made.full_clean(exclude=["promise", "commitment", "recorded_by", "corrects"])
    made.save()
    for one in evidence:
        one.progress = made
        one.full_clean(exclude=["progress"])
        one.save()
