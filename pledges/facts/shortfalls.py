"""What somebody said is not good enough, what it is about, and whether anything came of it."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from django.db.models import F, Q, QuerySet
from django.urls import reverse

from corpparent.references import Reference
from members.models import Person
from members.standing import Standing
from pledges.models import Action, Commitment, Promise, Shortfall
from pledges.rules.shortfalls import SETTLERS
from reports.indicators.models import Indicator, Target

# Figures have no public id of their own; theirs is made from the code, below this one.
FIGURES = UUID("8a2f3c0e-6f0b-4f57-9a55-3b1f6f0f7d21")
WITH = ("raised_by", "settled_by", "promise__owner_role", "action")


@dataclass(frozen=True)
class Thing:
    """What one can say it of: everybody with an appointment may see each of these kinds."""

    reference: Reference
    theme: str
    url: str
    promise: Promise | None = None


def thing_of(about: str) -> Thing | None:
    """The thing behind "promise:<uuid>", "commitment:<uuid>" or "target:<uuid>" (a figure); None for all else."""
    kind, _, public_id = about.partition(":")
    try:
        found = FINDERS[kind](UUID(public_id))
    except (KeyError, ValueError):
        return None
    return found


def promise_of(public_id: UUID) -> Thing | None:
    found = Promise.objects.select_related("owner_role").filter(public_id=public_id).first()
    if found is None:
        return None
    return Thing(found.reference, found.theme, reverse("pledges:promise-detail", args=[public_id]), found)


def commitment_of(public_id: UUID) -> Thing | None:
    found = Commitment.objects.select_related("pledge").filter(public_id=public_id).first()
    if found is None:
        return None
    return Thing(found.reference, found.theme, reverse("pledges:pledge-detail", args=[found.pledge.public_id]))


def target_of(public_id: UUID) -> Thing | None:
    """By its target: what the council wanted, and fell short of; or by what stands for one where none is set."""
    found = Target.objects.select_related("indicator").filter(public_id=public_id).first()
    return of_figure(found.indicator, public_id) if found else without_target(public_id)


def without_target(public_id: UUID) -> Thing | None:
    every = Indicator.objects.filter(is_current=True)
    return next((of_figure(one, public_id) for one in every if figure_id(one) == public_id), None)


def of_figure(indicator: Indicator, public_id: UUID) -> Thing:
    path = reverse("indicators:indicator-detail", args=[indicator.code])
    return Thing(Reference("target", public_id, str(indicator)), indicator.theme, path)


def figure_id(indicator: Indicator) -> UUID:
    """Stands for the target that nobody set: the same for every version of the figure."""
    return uuid5(FIGURES, indicator.code)


FINDERS = {"promise": promise_of, "commitment": commitment_of, "target": target_of}


def all_shortfalls() -> QuerySet[Shortfall]:
    """What waits first, each group the newest first."""
    return Shortfall.objects.select_related(*WITH).order_by(F("settled_at").desc(nulls_first=True), "-raised_at", "-pk")


def open_shortfalls() -> QuerySet[Shortfall]:
    """What nobody has answered yet, the longest waiting first."""
    return Shortfall.objects.filter(settled_at=None).select_related(*WITH).order_by("raised_at", "pk")


def to_settle(who: Standing) -> QuerySet[Shortfall]:
    """What waits for `who` among others: never what they raised themselves."""
    found = open_shortfalls().exclude(raised_by=who.person_id)
    return found if who.has(*SETTLERS) else found.filter(promise__owner_role__slug__in=who.roles)


def open_of(person: Person | None, about: Reference) -> Shortfall | None:
    """What `person` said of the same thing, and nobody has answered yet."""
    said = Shortfall.objects.filter(source_kind=about.kind, source_id=about.public_id, settled_at=None)
    return said.filter(raised_by=person).first()


def actions_for(shortfall: Shortfall) -> QuerySet[Action]:
    """Open actions that came of it, of the same thing or of the same promise, the newest first; never an exempt one."""
    same = Q(source_id__in=[shortfall.public_id, shortfall.source_id])
    if shortfall.promise_id:
        same |= Q(promise=shortfall.promise_id)
    return Action.objects.open().filter(same).exclude(access=Action.Access.EXEMPT).order_by("-raised_at", "-pk")
