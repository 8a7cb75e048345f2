"""The rota as it stands: what is wanted, who has it, what is overdue, and what should be wanted next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery

from members.models import Appointment, Person
from members.roles import VISITING_COUNCILLOR
from visits.facts.homes import last_visit
from visits.models import Home, RotaSlot, Turn, Visit, VisitSettings
from visits.rules.rota import LIVE

Part = Turn.Part
YEAR = 365  # days
NOTICE = 14  # days that visitors have at least
APART = timedelta(days=3)  # between two homes that are both overdue


@dataclass(frozen=True)
class Proposal:
    """A visit that should be wanted. `last` is the last one to the home, None where there was none."""

    home: Home
    starts_on: date
    due_on: date
    last: date | None
    is_overdue: bool
    is_announced: bool


def live_turns() -> Prefetch:
    """Turns offered or taken, with their people, as `live` of each slot."""
    return Prefetch(
        "turns", Turn.objects.filter(status__in=LIVE).select_related("person").order_by("pk"), to_attr="live"
    )


def slots() -> QuerySet[RotaSlot]:
    """For lists: with home and `live` turns, what is due first, first."""
    return RotaSlot.objects.select_related("home").prefetch_related(live_turns()).order_by("due_on", "pk")


def turns_of(slot: RotaSlot) -> dict[str, Turn]:
    """Turns offered or taken, by part. One query."""
    found = Turn.objects.filter(slot=slot, status__in=LIVE).select_related("person")
    return {turn.part: turn for turn in found}


def taken_by(slot: RotaSlot, person_id: int | None) -> Turn | None:
    """The turn in it which somebody has taken. One query."""
    return Turn.objects.filter(slot=slot, person=person_id, status=Turn.Status.TAKEN).first()


def turns_waiting_for(person_id: int) -> QuerySet[Turn]:
    """Turns offered to somebody or taken by them for visits that are not made yet, what is due first, first."""
    running = RotaSlot.objects.running().filter(pk=OuterRef("slot"))
    found = Turn.objects.filter(Exists(running), person=person_id, status__in=LIVE)
    return found.select_related("slot__home").order_by("slot__due_on", "pk")


def without_lead(until: date) -> QuerySet[RotaSlot]:
    """Wanted by `until`, and nobody was asked to lead it, or whoever was could not."""
    asked = Turn.objects.filter(slot=OuterRef("pk"), part=Part.LEAD, status__in=LIVE)
    return RotaSlot.objects.running().filter(~Exists(asked), due_on__lte=until).select_related("home")


def being_written() -> QuerySet[Visit]:
    """Reports of visits on the rota that are not with their readers, with author and home: the oldest first."""
    unsent = [Visit.Status.DRAFT, Visit.Status.RETURNED]
    found = Visit.objects.filter(status__in=unsent, slot__isnull=False).defer(
        "judgement_reason", "celebrate", "change_first"
    )
    return found.select_related("lead", "home", "slot").order_by("saved_at", "pk")


def is_begun(slot: RotaSlot) -> bool:
    """Whether its report is begun. One query."""
    return Visit.objects.filter(slot=slot).exists()


def party_of(person: Person, on: date) -> str:
    """The party somebody sits for; "" where none is written down. One query."""
    held = Appointment.objects.current(on).filter(person=person).exclude(party="")
    # The term as councillor carries it; a place on the rota may too, and then it is the same.
    return held.order_by("role__slug", "pk").values_list("party", flat=True).first() or ""


def homes_with_last(on: date) -> QuerySet[Home]:
    """Homes open on `on` with `last_on`, the last visit, and `wanted_by`, the last day of what is wanted already."""
    running = RotaSlot.objects.running().filter(home=OuterRef("pk")).order_by("-due_on")
    return Home.objects.open(on).annotate(last_on=last_visit(), wanted_by=Subquery(running.values("due_on")[:1]))


def proposals(until: date, today: date) -> list[Proposal]:
    """What should be wanted by `until` beside what is: homes that waited longest first, and not all at once. 3 queries.

    A home is due a year's share after its last visit (or what is wanted there already); one that was never visited
    is overdue from the start.
    """
    scheme = VisitSettings.current()
    announced = dict(RotaSlot.objects.order_by("due_on", "pk").values_list("home", "is_announced"))
    homes: list[Any] = sorted(homes_with_last(today), key=lambda home: (home.last_on or date.min, home.alias))
    found: list[Proposal] = []
    soonest = today + timedelta(days=NOTICE)
    for home in homes:
        for number, wanted in enumerate(days_for(home, scheme, soonest, until)):
            is_overdue = not number and not home.wanted_by and waits_too_long(home, scheme, today)
            was = announced.get(home.pk, False)
            due_on = wanted
            if due_on == soonest:
                soonest = min(soonest + APART, until)
            starts_on = max(today, due_on - timedelta(days=28))
            found.append(Proposal(home, starts_on, due_on, home.last_on, is_overdue, was == bool(number % 2)))
    return sorted(found, key=lambda one: (not one.is_overdue, one.due_on, one.home.alias))


def days_for(home: Home, scheme: VisitSettings, soonest: date, until: date) -> Iterator[date]:
    """The days by which `home` should be visited, none before `soonest`; none for a home that asks for no visits."""
    times = scheme.visits_a_year if home.visits_a_year is None else home.visits_a_year
    last = max(filter(None, [home.last_on, home.wanted_by]), default=None)  # type: ignore[attr-defined]  # annotated
    if not times:
        return
    share = timedelta(days=YEAR // times)
    wanted = max(last + share, soonest) if last else soonest
    end = min(until, home.closed_on or until)
    while wanted <= end:
        yield wanted
        wanted += share


def waits_too_long(home: Home, scheme: VisitSettings, today: date) -> bool:
    """Whether nobody has visited for longer than the council allows. `home` as of `homes_with_last`."""
    seen = home.last_on or home.opened_on  # type: ignore[attr-defined]  # annotated
    return (today - seen).days > scheme.overdue_days


def overdue_homes(today: date) -> list[Home]:
    """Homes nobody has visited for too long, the longest first. Two queries."""
    scheme = VisitSettings.current()
    late = [home for home in homes_with_last(today) if home.visits_a_year != 0 and waits_too_long(home, scheme, today)]
    return sorted(late, key=lambda home: (home.last_on or date.min, home.alias))  # type: ignore[attr-defined]


def visitors_of(turns: Iterable[Turn]) -> list[Person]:
    """Who visits and writes, not who only watches."""
    return [turn.person for turn in turns if turn.part != Part.SHADOW]


def visiting_councillors(on: date) -> QuerySet[Person]:
    held = Appointment.objects.current(on).filter(role__slug=VISITING_COUNCILLOR)
    return Person.objects.filter(Exists(held.filter(person=OuterRef("pk"))), is_active=True).order_by("name", "pk")


def quarter_of(day: date, number: int) -> tuple[date, date]:
    """First and last day of the quarter `number` after the one that holds `day`."""
    months = day.year * 12 + (day.month - 1) // 3 * 3 + number * 3
    first, after = (date(month // 12, month % 12 + 1, 1) for month in (months, months + 3))
    return first, after - timedelta(days=1)
