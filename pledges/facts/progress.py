"""Whether promises are kept: in two voices, never averaged; what has slipped; who has not spoken."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.timezone import localdate

from corpparent.periods import Period
from corpparent.references import Reference
from pledges.facts.figures import figure_of as figure_of
from pledges.facts.figures import figures_of as figures_of
from pledges.models import Action, Commitment, Progress, Promise, Voice
from pledges.models.progress import ProgressQuerySet
from pledges.rules.progress import OFFICERS, YOUNG_PEOPLE, is_worse

Told = Promise | Commitment


@dataclass(frozen=True)
class PromiseStanding:
    """What was last said of one promise or commitment: of the newest period of which either voice spoke.

    All None where nobody has. `slipped`: a voice says worse than it last could tell of an earlier period.
    """

    of: Told
    officers: Progress | None = None
    young_people: Progress | None = None
    period: Period | None = None
    slipped: bool = False

    @property
    def ratings(self) -> set[str]:
        """What is said, once each; empty where nobody spoke."""
        return {one.rating for one in (self.officers, self.young_people) if one}

    @property
    def differ(self) -> bool:
        """Whether the two voices say different things. One voice alone differs from nobody."""
        return len(self.ratings) > 1

    @property
    def is_red(self) -> bool:
        """Whether either voice says the promise is not kept."""
        return Progress.Rating.NOT_KEPT in self.ratings


@dataclass(frozen=True)
class PledgeStanding:
    """How the promises of a pledge stand. `counts`: {voice: {rating: promises}}, zeros too; `silent`: {voice: promises}
    of which it said nothing. Those in red, in disagreement and slipped are named.
    """

    counts: dict[str, dict[str, int]]
    silent: dict[str, int]
    reds: list[Told]
    differing: list[Told]
    slipped: list[Told]


@dataclass(frozen=True)
class Said:
    """What one voice says of one period: `now`, the rows that it corrects (newest first), and whether it slipped."""

    now: Progress
    corrected: tuple[Progress, ...] = ()
    slipped: bool = False


@dataclass(frozen=True)
class Chapter:
    """One period of a promise's history, in both voices."""

    period: Period
    officers: Said | None
    young_people: Said | None

    @property
    def differ(self) -> bool:
        return bool(self.officers and self.young_people and self.officers.now.rating != self.young_people.now.rating)


def standings(promises: Iterable[Promise]) -> dict[int, PromiseStanding]:
    """How each of `promises` stands, by its key; one of which nobody spoke is there too. Two queries, with evidence."""
    those = list(promises)
    rows = by_thing(Progress.objects.current().filter(promise__in=those), "promise_id")
    return {one.pk: standing_of(one, rows[one.pk]) for one in those}


def standings_of_commitments(commitments: Iterable[Commitment]) -> dict[int, PromiseStanding]:
    """As `standings`, of what partners committed to. Two queries."""
    those = list(commitments)
    rows = by_thing(Progress.objects.current().filter(commitment__in=those), "commitment_id")
    return {one.pk: standing_of(one, rows[one.pk]) for one in those}


def standing_of(thing: Told, rows: list[Progress]) -> PromiseStanding:
    """From the current `rows` of one thing."""
    chapters = chapters_of(rows)
    if not chapters:
        return PromiseStanding(thing)
    newest = chapters[0]
    voices = [newest.officers, newest.young_people]
    officers, young_people = (said.now if said else None for said in voices)
    return PromiseStanding(thing, officers, young_people, newest.period, any(said.slipped for said in voices if said))


def standing_of_pledge(standings: Mapping[int, PromiseStanding]) -> PledgeStanding:
    """What the promises of a pledge add up to: counts beside the names of every red one, never a mean. No query."""
    every = list(standings.values())
    counts = {voice: dict.fromkeys(Progress.Rating.values, 0) for voice in Progress.Voice.values}
    silent = dict.fromkeys(Progress.Voice.values, 0)
    for one in every:
        for voice, said in ((OFFICERS.value, one.officers), (YOUNG_PEOPLE.value, one.young_people)):
            if said:
                counts[voice][said.rating] += 1
            else:
                silent[voice] += 1
    return PledgeStanding(
        counts,
        silent,
        reds=[one.of for one in every if one.is_red],
        differing=[one.of for one in every if one.differ],
        slipped=[one.of for one in every if one.slipped],
    )


def history(thing: Told) -> list[Chapter]:
    """Every period of which a voice spoke, the newest first, with what was corrected. Two queries."""
    rows = of_thing(thing)
    return chapters_of(list(rows.select_related("recorded_by").prefetch_related("evidence")))


def of_thing(thing: Told) -> ProgressQuerySet:
    """Every row said of one promise or commitment, corrected ones too."""
    return Progress.objects.filter(Q(promise=thing) if isinstance(thing, Promise) else Q(commitment=thing))


def chapters_of(rows: list[Progress]) -> list[Chapter]:
    """`rows` of one thing by period, the newest first; of two that end on one day the quarter before the year."""
    by_period: dict[str, dict[str, list[Progress]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(rows, key=lambda row: row.pk, reverse=True):
        by_period[row.period][row.voice].append(row)
    periods = sorted(map(Period.parse, by_period), key=lambda one: (one.ends_on, one.starts_on))
    before: dict[tuple[str, str], str] = {}
    found = []
    for period in periods:
        said = {voice: said_in(period, told, before) for voice, told in by_period[period.code].items()}
        found.append(Chapter(period, said.get(OFFICERS), said.get(YOUNG_PEOPLE)))
    return found[::-1]


def said_in(period: Period, rows: list[Progress], before: dict[tuple[str, str], str]) -> Said:
    """One voice in one period (`rows`, the newest first). `before` remembers what a voice last could tell, by kind of
    period, and is brought up to date.
    """
    now, *corrected = rows
    key = (now.voice, period.kind)
    slipped = is_worse(now.rating, before.get(key, ""))
    if now.rating != Progress.Rating.COULD_NOT_TELL:
        before[key] = now.rating
    return Said(now, tuple(corrected), slipped)


def by_thing(rows: ProgressQuerySet, key: str) -> dict[int, list[Progress]]:
    """`rows` with who wrote them and their evidence, by the key of what they are about."""
    found: dict[int, list[Progress]] = defaultdict(list)
    for row in rows.select_related("recorded_by").prefetch_related("evidence"):
        found[getattr(row, key)].append(row)
    return found


def owner_role_of(thing: Told) -> str:
    """The slug of the role that answers for a promise, or for the promise that a commitment stands beside; or ""."""
    promise = thing if isinstance(thing, Promise) else thing.promise
    return promise.owner_role.slug if promise and promise.owner_role else ""


def ended_on(thing: Told) -> date | None:
    """Since when nothing is promised any more: the pledge was retired, or the partner's commitment ended."""
    moments = [thing.pledge.retired_at, thing.ended_at if isinstance(thing, Commitment) else None]
    return min((localdate(moment) for moment in moments if moment), default=None)


def own_evidence(thing: Told) -> list[tuple[Reference, date]]:
    """Things of the portal that show how a promise stands, each with its day: open to everybody. Two queries."""
    if not isinstance(thing, Promise):
        return []
    actions = Action.objects.filter(promise=thing, status=Action.Status.DONE, access=Action.Access.OPEN)
    voices = Voice.objects.filter(promises=thing, is_public=True)
    found = [(one.reference, localdate(one.ended_at)) for one in actions]
    return [*found, *((one.reference, one.heard_on) for one in voices)]
