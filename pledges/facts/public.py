"""What everybody may read of the pledges that are live, in a fixed number of queries a page."""

from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from pledges.facts.figures import figures_of
from pledges.facts.progress import Chapter, PromiseStanding, standing_of
from pledges.models import Commitment, Measure, Pledge, Progress, Promise

LIVE = [Pledge.Status.LIVE, Pledge.Status.UNDER_REVIEW]


def live_pledges() -> QuerySet[Pledge]:
    """At most one for each group, the children's first, each with its easy words where there are any."""
    return Pledge.objects.filter(status__in=LIVE).select_related("easy_read").order_by("-group")


def promises_of(group: str) -> list[Promise]:
    """The promises of the live pledge of `group` by number, with `pledge`, its easy words, and `has_commitments` (of
    the pledge). One query; empty where none is live.
    """
    committed = Commitment.objects.filter(pledge=OuterRef("pledge"), ended_at__isnull=True)
    rows = Promise.objects.filter(pledge__group=group, pledge__status__in=LIVE).select_related(
        "pledge__easy_read", "pledge__endorsed_by"
    )
    return list(rows.annotate(has_commitments=Exists(committed)).order_by("number"))


def commitments_of(group: str) -> list[Commitment]:
    """What partners commit to beside the live pledge of `group`. One query."""
    rows = Commitment.objects.filter(pledge__group=group, pledge__status__in=LIVE, ended_at__isnull=True)
    return list(rows.select_related("pledge", "partner"))


def standings(things: list[Any], key: str) -> dict[int, PromiseStanding]:
    """How promises or commitments stand, by their key, without what the public does not read. One query.

    `key` is "promise" or "commitment".
    """
    rows: dict[int, list[Progress]] = {thing.pk: [] for thing in things}
    for row in Progress.objects.current().filter(**{f"{key}__in": things}):
        rows[getattr(row, f"{key}_id")].append(row)
    return {thing.pk: standing_of(thing, rows[thing.pk]) for thing in things}


def standing_of_chapters(promise: Promise, chapters: list[Chapter]) -> PromiseStanding:
    """How `promise` stands by its history, the newest period first. No query."""
    return standing_of(promise, [said.now for one in chapters for said in (one.officers, one.young_people) if said])


class Beside(NamedTuple):
    """What stands beside the promises of a pledge: sentences of their figures, by the key of the promise, protected as
    for everybody; and who signed.
    """

    figures: dict[int, list[str]]
    signed: list[str]


def beside(pledge: Pledge) -> Beside:
    """Read anew each time: a figure that is hidden or taken back must not be remembered on its own."""
    return Beside(read_figures(pledge), list(pledge.signatures.values_list("signed_as", flat=True)))


def read_figures(pledge: Pledge) -> dict[int, list[str]]:
    measures = list(Measure.objects.filter(promise__pledge=pledge, removed_at__isnull=True))
    figures = figures_of(measures, "public")
    told: dict[int, list[str]] = {}
    for measure in measures:
        figure = figures.get(measure.pk)
        if figure and (figure.own or figure.published):
            aim = [f"What would be good enough: {measure.target}."] if measure.target else []
            told.setdefault(measure.promise_id, []).append(" ".join([figure.headline, figure.counted, *aim]).strip())
    return told


def public_progress() -> QuerySet[Progress]:
    """What is said last of every promise and commitment of a live pledge, the newest first."""
    live = Q(promise__pledge__status__in=LIVE) | Q(commitment__pledge__status__in=LIVE)
    rows = Progress.objects.current().filter(live)
    return rows.select_related("promise__pledge", "commitment__pledge", "commitment__partner").order_by("-pk")
