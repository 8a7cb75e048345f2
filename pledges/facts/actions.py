"""The register of actions: what one may see, what is mine, what is late and how late. A fixed number of queries."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, DateField, Q, QuerySet, Value

from corpparent.remembered import as_recorded
from members.models import Appointment, Body, Person
from members.roles import DCS, LEAD_MEMBER
from members.standing import Standing
from pledges.models import Action, Promise
from pledges.rules import actions as rules

Status = Action.Status


class Listed(NamedTuple):
    """One action as a row of a list needs it; `owner` and `body` (None where no body follows it) are names."""

    public_id: UUID
    title: str
    due_on: date
    first_due_on: date
    times_moved: int
    status: str
    access: str
    owner: str
    body: str | None

    @property
    def has_ended(self) -> bool:
        return self.status in (Status.DONE, Status.DROPPED)


class Age(NamedTuple):
    """How many open actions are late by so much: `words` "Up to two weeks late", `slug` for the filter."""

    slug: str
    words: str
    number: int


class Counts(NamedTuple):
    """How many actions a list holds, and how many of all that its reader may see are late, by age."""

    number: int
    ages: list[Age]


COLUMNS = [*Listed._fields[:-2], "owner__name", "body__name"]
# (slug, words, late by more than so many days, and by at most so many)
AGES = [
    ("fortnight", "Up to two weeks late", 0, 14),
    ("quarter", "Two weeks to three months late", 14, 92),
    ("longer", "Longer than three months late", 92, None),
]


def visible_to(who: Standing) -> QuerySet[Action]:
    """Actions that `who` may see: the only door. Exempt ones are their owner's, raiser's and body's."""
    if not who.is_member:
        return Action.objects.none()
    if rules.sees_all(who):
        return Action.objects.all()
    theirs = Q(owner=who.person_id) | Q(raised_by=who.person_id)
    if bodies := rules.bodies_of(who):
        theirs |= Q(body__public_id__in=bodies)
    return Action.objects.filter(~Q(access=Action.Access.EXEMPT) | theirs)


def listed(who: Standing) -> QuerySet[Action]:
    """For lists: with owner and body, the soonest due first."""
    return visible_to(who).select_related("owner", "body").order_by("due_on", "pk")


def as_rows(found: QuerySet[Action]) -> QuerySet:
    """`found` with no more than a row of a list shows, for `rows_of`."""
    return found.values_list(*COLUMNS)


def rows_of(found: Iterable[tuple]) -> list[Listed]:
    """What `as_rows` found, or a page of it. One query."""
    return [Listed(*values) for values in found]


def mine(person_id: int) -> QuerySet[Action]:
    """What `person_id` has to do and has not said to be done, the soonest due first."""
    return Action.objects.filter(owner=person_id, status=Status.OPEN).order_by("due_on", "pk")


def to_check(who: Standing) -> QuerySet[Action]:
    """What waits for a check that `who` may make, the longest waiting first."""
    found = visible_to(who).filter(status=Status.TO_CHECK).exclude(owner=who.person_id)
    if not who.has(*rules.CHECKERS):
        found = found.filter(raised_by=who.person_id)
    return found.select_related("owner").order_by("done_at", "pk")


def escalated(who: Standing) -> QuerySet[Action]:
    """What stayed late and was brought before `who` as Lead Member or Director, the longest late first."""
    late_ones = visible_to(who).filter(status=Status.OPEN, escalated_at__isnull=False)
    return late_ones.exclude(owner=who.person_id).select_related("owner").order_by("due_on", "pk")


def of_promise(promise: Promise, who: Standing, most: int = 20) -> list[Action]:
    """What is done for `promise`, open ones first. One query."""
    return list(listed(who).filter(promise=promise).order_by("ended_at", "due_on", "pk")[:most])


def tracker(body: Body, who: Standing, on: date) -> list[Listed]:
    """Actions that `body` follows: all that are open, and what ended in the last three months. One query."""
    recent = Q(status__in=[Status.OPEN, Status.TO_CHECK]) | Q(ended_at__date__gte=on - timedelta(days=92))
    return rows_of(as_rows(listed(who).filter(recent, body=body)))


def late_by(found: QuerySet[Action], slug: str, on: date) -> QuerySet[Action]:
    """Of `found` those that are late by the age `slug` of AGES."""
    return next((found.filter(late(more, most, on)) for age, _, more, most in AGES if age == slug), found)


def late(more: int, most: int | None, on: date) -> Q:
    """Open, and late by more than `more` and at most `most` days on `on`."""
    due = Q(status=Status.OPEN, due_on__lt=on - timedelta(days=more))
    return due & Q(due_on__gte=on - timedelta(days=most)) if most else due


def late_days(found: QuerySet[Action], on: date) -> QuerySet:
    """(day, how many of `found` were due on it) of those that are late on `on`."""
    return found.filter(late(0, None, on)).order_by().values_list("due_on").annotate(Count("pk"))


def ages_of(days: Iterable[tuple[date, int]], on: date) -> list[Age]:
    """What `late_days` found, by age."""
    numbers = {slug: 0 for slug, *_ in AGES}
    for due_on, number in days:
        numbers[age_of((on - due_on).days)] += number
    return [Age(slug, words, numbers[slug]) for slug, words, _, _ in AGES]


def counts(found: QuerySet[Action], asked: str | None, who: Standing, on: date) -> Counts:
    """Of `found`, which `who` asked for in the words of the choice `asked`; None is not remembered.

    One query, and one for the head of the record: that alone where nothing was done since somebody who sees the same
    asked the same.
    """

    def count() -> dict[str, Counts]:
        no_day = Value(None, DateField())
        all_found = found.order_by().values_list(no_day).annotate(Count("pk"))
        numbers = dict(late_days(visible_to(who), on).union(all_found, all=True))
        return {"counts": Counts(numbers.pop(None, 0), ages_of(numbers.items(), on))}

    told = count() if asked is None else as_recorded(f"actions: {sight_of(who)}: {asked}", count)
    return told["counts"]


def sight_of(who: Standing) -> str:
    """What `visible_to` depends on: equal for two people who see the same actions, and for nobody else."""
    if not who.is_member:
        return "nothing"
    bodies = ",".join(sorted(str(body) for body in rules.bodies_of(who)))
    return "everything" if rules.sees_all(who) else f"{who.person_id} {bodies}"


def age_of(days: int) -> str:
    """The slug of AGES of something that is late by `days`."""
    return next(slug for slug, _, _, most in AGES if most is None or days <= most)


def owners(on: date) -> QuerySet[Person]:
    """Who can be given an action on `on`: everybody with an appointment, partners' people too."""
    held = Appointment.objects.current(on).values("person")
    return Person.objects.filter(is_active=True, pk__in=held).order_by("name")


def escalated_to(on: date) -> QuerySet[Person]:
    """Lead Member and Director on `on`."""
    held = Appointment.objects.current(on).filter(role__slug__in=[DCS, LEAD_MEMBER]).values("person")
    return Person.objects.filter(is_active=True, pk__in=held).order_by("pk")
