"""Empty chairs, and one person in two: the offices that the law fills with two different people."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import DateField, QuerySet

from corpparent.prepared import Later, Prepared
from members import rules
from members.models import Appointment
from members.roles import BUILT_IN, DCS, LEAD_MEMBER, OFFICES
from members.standing import Standing

AHEAD = timedelta(days=60)
SECTIONS = {DCS: "18", LEAD_MEMBER: "19"}
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Alert:
    """What is wrong with an office, from `from_on` (a day to come, or the day asked about) to `until_on`, None if open.

    `kind` is empty-chair or one-person-in-two; `role` the slug of the office, that of the Lead Member when both.
    `tone` is late when it is so already, due when it will be.
    """

    kind: str
    role: str
    title: str
    why: str
    from_on: date
    until_on: date | None
    tone: str

    @property
    def tag(self) -> str:
        return "Now" if self.tone == "late" else f"From {self.from_on:%-d %B}"


@dataclass(frozen=True)
class Holder:
    role: str
    person_id: int
    name: str
    starts_on: date
    ends_on: date | None

    def lasts_to(self, horizon: date) -> date:
        return min(self.ends_on or horizon, horizon)


def alerts(on: date) -> list[Alert]:
    """Alerts of `on` and the sixty days after it, the soonest first. One query.

    Source: Children Act 2004, sections 18 and 19.
    """
    horizon = on + AHEAD
    holders = [Holder(*row) for row in HELD.rows(on=on, horizon=horizon)]
    found = [*empty_chairs(holders, on, horizon), *both_chairs(holders, on, horizon)]
    return sorted(found, key=lambda alert: (alert.from_on, alert.title))


def held_offices() -> QuerySet:
    """(role, person, name, first day, last day) of each term in an office between two days, the earliest first."""
    on, horizon = Later("on", DateField()), Later("horizon", DateField())
    held = Appointment.objects.filter(role__slug__in=OFFICES).overlapping(on, horizon).order_by("starts_on", "pk")
    return held.values_list("role__slug", "person_id", "person__name", "starts_on", "ends_on")


HELD = Prepared(held_offices)


def alerts_for(who: Standing) -> list[Alert]:
    """The alerts of today for those who can mend them; nothing, and no query, for others."""
    return alerts(who.on) if who.on and who.has(*rules.GOVERNORS) else []


def empty_chairs(holders: list[Holder], on: date, horizon: date) -> Iterator[Alert]:
    """The first gap of each office, if there is one."""
    for role in OFFICES:
        terms = [holder for holder in holders if holder.role == role]
        gap = first_gap(terms, on, horizon)
        if gap:
            yield empty_chair(role, *gap, on)


def first_gap(terms: list[Holder], on: date, horizon: date) -> tuple[date, date | None] | None:
    """First day from `on` to `horizon` in none of `terms`, sorted by their first day, and the gap's last if known."""
    day = on
    for held in terms:
        if held.starts_on > day:
            return day, held.starts_on - ONE_DAY
        day = max(day, held.lasts_to(horizon) + ONE_DAY)
    return (day, None) if day <= horizon else None


def empty_chair(role: str, from_on: date, until_on: date | None, on: date) -> Alert:
    name = BUILT_IN[role][0].replace("'", "’")
    is_now = from_on <= on
    when = "" if is_now else f" from {from_on:%-d %B %Y}"
    until = f" to {until_on:%-d %B %Y}" if until_on else ""
    return Alert(
        kind="empty-chair",
        role=role,
        title=f"Nobody {'is' if is_now else 'will be'} {name}{when}{until}.",
        why=f"The Children Act 2004, section {SECTIONS[role]}, asks the council to have one. Appoint somebody, or "
        "somebody who acts for the time being.",
        from_on=from_on,
        until_on=until_on,
        tone="late" if is_now else "due",
    )


def both_chairs(holders: list[Holder], on: date, horizon: date) -> Iterator[Alert]:
    """One alert for each person who holds both offices on the same day."""
    for one in holders:
        for other in holders:
            if (one.role, other.role) == (LEAD_MEMBER, DCS) and one.person_id == other.person_id:
                from_on = max(on, one.starts_on, other.starts_on)
                last = min(one.lasts_to(horizon), other.lasts_to(horizon))
                if from_on <= last:
                    yield both_chair(one.name, from_on, last if last < horizon else None, on)


def both_chair(name: str, from_on: date, until_on: date | None, on: date) -> Alert:
    is_now = from_on <= on
    when = "" if is_now else f" from {from_on:%-d %B %Y}"
    return Alert(
        kind="one-person-in-two",
        role=LEAD_MEMBER,
        title=f"{name} {'is' if is_now else 'will be'} both Lead Member and Director of Children’s Services{when}.",
        why="One is elected and holds the other to account, so they are two people. End one of the two appointments.",
        from_on=from_on,
        until_on=until_on,
        tone="late" if is_now else "due",
    )
