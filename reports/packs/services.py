"""Asking for a pack, building it, publishing an edition."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from corpparent import jobs
from corpparent.models import Event, Job
from corpparent.periods import Period
from corpparent.themes import THEMES
from members.models import Council, Person
from reports.indicators.models import Area
from reports.packs import changes, editions, facts, proof, rules
from reports.packs.events import EDITION_PUBLISHED, PACK_ASKED_FOR, PACK_BUILT, PACK_FROZEN, PACK_STOPPED
from reports.packs.models import Edition, Pack, Section

BUILD = "build-pack"

GATHERED, PROTECTED, FILED = "Figures gathered", "Small numbers protected", "Checked and filed"


@transaction.atomic
def ask_for_pack(*, area: Area, period: Period, by: Person | None, at: datetime) -> Pack:
    """The pack of `area` and `period`: the one being built, the one that is still true, or a new one and its job.

    A second request joins the first. A pack is built anew, as the next version, only when figures have come in since
    its facts were frozen. `by=None` is the command line. Raises NotAllowed.
    """
    if by is not None:
        rules.check_can_build(by.standing_on(timezone.localdate(at)))
    rules.check_has_ended(period, timezone.localdate(at))
    Area.objects.select_for_update().get(pk=area.pk)  # two requests at once: the second waits, then joins
    pack = Pack.objects.filter(area=area, period=period.code).order_by("-version").first()
    if pack and _is_still_true(pack):
        return pack
    if pack is None or pack.editions.exists():
        pack = _new_version(pack, area, period, by, at)
    jobs.ask(
        kind=BUILD,
        key=f"{area.code} {period.code}",
        subject=pack.reference,
        by_id=by.public_id if by else None,
        at=at,
    )
    return pack


def _is_still_true(pack: Pack) -> bool:
    """Built by the present template, and no figures have come in since."""
    is_built = pack.editions.filter(template=editions.CURRENT).exists()
    return is_built and not facts.has_news_since(pack.frozen_at, pack.area, Period.parse(pack.period))


def _new_version(last: Pack | None, area: Area, period: Period, by: Person | None, at: datetime) -> Pack:
    pack = Pack.objects.create(
        area=area,
        is_own=area.code == Council.current().area_code,
        period=period.code,
        version=last.version + 1 if last else 1,
        asked_by=by,
        asked_at=at,
    )
    Section.objects.bulk_create(
        Section(pack=pack, number=number, theme=theme.slug) for number, theme in enumerate(THEMES, start=1)
    )
    Event.record(PACK_ASKED_FOR, about=pack.reference, by=by, at=at, details={"period": period.code})
    return pack


def build(running: jobs.Running) -> None:
    """The job: gather (a short transaction), render (none), file and record (a short one, fenced)."""
    pack = Pack.objects.select_related("area").get(public_id=running.job.subject_id)
    running.plan(GATHERED, PROTECTED, *(audience.label for audience in Edition.Audience), FILED)
    pack = freeze(pack=pack, at=timezone.now())
    assert pack.facts is not None
    assert pack.frozen_at is not None
    running.step_done(GATHERED, _gathered(pack.facts, pack.frozen_at))
    protected = {audience: facts.protect(pack.facts, audience) for audience in Edition.Audience}
    running.step_done(PROTECTED, _hidden(facts.hidden(pack.facts, protected[Edition.Audience.PUBLIC])))
    made = []
    for audience in Edition.Audience:
        made.append(editions.make(pack, audience, protected[audience], at=timezone.now()))
        running.step_done(audience.label, f"{made[-1].paper.pages} pages")
    with running.finish("The pack is built."):
        filed = [editions.file(one) for one in made]
        Event.record(
            PACK_BUILT,
            about=pack.reference,
            by=None,
            at=timezone.now(),
            details={str(edition.audience): proof.details_of(edition) for edition in filed},
        )


def _gathered(frozen: dict[str, Any], at: datetime) -> str:
    figures = sum(1 for _ in facts.figures_of(frozen))
    return f"{figures:,} figures, frozen on {timezone.localtime(at):%-d %B at %H:%M}"


def _hidden(count: int) -> str:
    return f"{count:,} hidden" if count else "none to hide: every figure is published"


@transaction.atomic
def freeze(*, pack: Pack, at: datetime) -> Pack:
    """Gather the facts of `pack`, once: a build that is taken up again shows the same facts. Raises JobRefused."""
    pack = Pack.objects.select_for_update().select_related("area").get(pk=pack.pk)
    if pack.facts is not None:
        return pack
    period = Period.parse(pack.period)
    gathered = facts.gather(pack.area, period, is_own=pack.is_own, at=at)
    if not gathered["indicators"]:
        raise jobs.JobRefused(
            f"No figures for {pack.area.name} up to {period.ends_on:%-d %B %Y} have been taken in. "
            "Load them first, then ask again."
        )
    gathered["changes"] = changes.between(_facts_before(pack), gathered)
    pack.facts, pack.frozen_at = gathered, at
    pack.save(update_fields=["facts", "frozen_at"])
    Event.record(PACK_FROZEN, about=pack.reference, by=None, at=at)
    return pack


def _facts_before(pack: Pack) -> dict[str, Any] | None:
    """The facts of the version before, if there is one."""
    earlier = Pack.objects.filter(area=pack.area_id, period=pack.period, version__lt=pack.version)
    return earlier.exclude(facts=None).order_by("-version").values_list("facts", flat=True).first()


@transaction.atomic
def publish(*, edition: Edition, by: Person, at: datetime) -> Edition:
    """Publish `edition`; from now on it never changes. Raises NotAllowed."""
    edition = Edition.objects.select_for_update(of=("self",)).select_related("pack__area").get(pk=edition.pk)
    rules.check_can_publish(by.standing_on(timezone.localdate(at)), edition)
    edition.status = Edition.Status.PUBLISHED
    edition.published_at, edition.published_by = at, by
    edition.save(update_fields=["status", "published_at", "published_by"])
    Event.record(EDITION_PUBLISHED, about=edition.reference, by=by, at=at, details={"sha256": edition.sha256})
    return edition


def ask_again(*, pack: Pack, by: Person, at: datetime) -> Pack:
    """Ask anew for a pack whose building failed or was stopped. Raises NotAllowed."""
    return ask_for_pack(area=pack.area, period=Period.parse(pack.period), by=by, at=at)


@transaction.atomic
def stop_building(*, pack: Pack, by: Person, at: datetime) -> None:
    """Stop the job that builds `pack`; asking again takes it up where the facts were frozen. Raises NotAllowed."""
    rules.check_can_build(by.standing_on(timezone.localdate(at)))
    open_jobs = list(jobs_of(pack).open())
    for job in open_jobs:
        jobs.stop(job=job, at=at)
    if open_jobs:
        Event.record(PACK_STOPPED, about=pack.reference, by=by, at=at)


def jobs_of(pack: Pack):
    """Jobs that built or build `pack`, newest first."""
    return Job.objects.about("pack", pack.public_id)
