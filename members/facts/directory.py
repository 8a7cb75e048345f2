"""The directory: who is who, found by words and by what they hold, and one row for each."""

from collections import defaultdict
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, CharField, Count, DateField, Field, Q, QuerySet, SmallIntegerField, Window
from django.urls import reverse

from corpparent.prepared import Later, Prepared
from members.models import Appointment, Body, Council, Level, Person, Role
from members.words import say

NOW, FORMERLY, ALL = "now", "formerly", "all"
WHEN = [(NOW, "In office today"), (FORMERLY, "Formerly"), (ALL, "Everybody")]

# What may be asked for beside `when`, and what the database compares it with.
KINDS: dict[str, Field] = {"text": CharField(), "role": CharField(), "level": SmallIntegerField(), "body": CharField()}

Choices = dict[str, list[tuple[str, str]]]
# The council as it was glanced at, and its roles and bodies: both are remembered for the same ten seconds.
_seen: tuple[Council, Choices] | None = None


class Held(NamedTuple):
    """One appointment as a row needs it; `role` is in the council's own words."""

    person_id: int
    role: str
    level: int
    body: str | None
    place: str
    ward: str
    party: str
    starts_on: date
    ends_on: date | None

    def is_current(self, on: date) -> bool:
        return self.starts_on <= on and (self.ends_on is None or self.ends_on >= on)


COLUMNS = ["person_id", "role__name", "level", "body__name", "place", "ward", "party", "starts_on", "ends_on"]


def find(
    *, on: date | Later, when: str = NOW, text: str = "", role: str = "", level: str = "", body: str = ""
) -> QuerySet[Person]:
    """People who on `on` hold (or held) an appointment with all that is asked for; `text` in name, ward or party.

    `role` and `body` are slugs. Today's level is the highest of a person's appointments, so that is what `level` asks.
    """
    held = Appointment.objects.all()
    asked = held.current(on) if when == NOW else held
    people = Person.objects.all()
    if when == FORMERLY:
        people = people.exclude(pk__in=held.current(on).values("person"))
        asked = held.filter(ends_on__lt=on)
    if text:
        elected = asked.filter(Q(ward__icontains=text) | Q(party__icontains=text))
        people = people.filter(Q(name__icontains=text) | Q(pk__in=elected.values("person")))
    if level and when == NOW:
        people = people.exclude(pk__in=asked.filter(level__gt=level).values("person"))
    wanted = {"role__slug": role, "level": level, "body__slug": body}
    narrowed = {name: value for name, value in wanted.items() if value}
    if when != ALL or narrowed:
        people = people.filter(pk__in=asked.filter(**narrowed).values("person"))
    return people


@lru_cache(maxsize=64)
def page_found(chosen: frozenset[str], when: str, first: int, size: int) -> Prepared:
    """The rows from `first` on of what `find` finds by the things in `chosen`, whatever their values."""

    def build() -> QuerySet:
        asked: dict[str, Any] = {name: Later(name, KINDS[name]) for name in chosen}
        people = find(on=Later("on", DateField()), when=when, **asked)  # type: ignore[arg-type]
        counted = people.order_by("name", "pk").annotate(people=Window(Count("pk")))
        return counted.values_list("pk", "public_id", "name", "is_active", "people")[first : first + size]

    return Prepared(build)


def page_of(asked: dict[str, str], *, on: date, number: int, size: int) -> tuple[list[dict], int]:
    """Rows of page `number` (from 1) of `size` people, by name, and how many are found in all. Two queries.

    `asked` are the words that `find` takes. No rows, and a count of 0, on a page that is not there.
    """
    chosen = {name: value for name, value in asked.items() if name != "when"}
    when = asked.get("when", NOW)
    page = page_found(frozenset(chosen), when, (number - 1) * size, size).rows(on=on, **chosen)
    held = held_by([pk for pk, *_ in page], on, when, size)
    stem = reverse("members:person-list")
    rows = [
        {"name": name, "url": f"{stem}{public_id}/", "is_closed": not is_active} | said_of(held[pk], on)
        for pk, public_id, name, is_active, _ in page
    ]
    return rows, page[0][-1] if page else 0


@lru_cache(maxsize=4)
def held_found(size: int, *, is_now: bool) -> Prepared:
    """Appointments of at most `size` people, the highest level first; those of `on` alone when only today is asked."""

    def build() -> QuerySet:
        people = [Later(f"person{place}", BigIntegerField()) for place in range(size)]
        found = Appointment.objects.filter(person__pk__in=people)  # a relation takes no Later
        found = found.current(Later("on", DateField())) if is_now else found
        return found.order_by("-level", "-starts_on").values_list(*COLUMNS)

    return Prepared(build)


def held_by(people: list[int], on: date, when: str, size: int) -> dict[int, list[Held]]:
    """Appointments of at most `size` people, by person. One query, and always the same one: nobody has the key 0."""
    places = {f"person{place}": 0 for place in range(size)} | {f"person{n}": pk for n, pk in enumerate(people)}
    held: dict[int, list[Held]] = defaultdict(list)
    rows = held_found(size, is_now=when == NOW).rows(on=on, **places)
    roles = {name: say(name) for name in {name for _, name, *_ in rows}}  # once for each role, not for each row
    for person, name, *others in rows:
        held[person].append(Held(person, roles[name], *others))
    return held


def said_of(held: list[Held], on: date) -> dict[str, Any]:
    """What a person's row says of their appointments: `roles` in words, and the name of today's `level`."""
    current = [one for one in held if one.is_current(on)]
    level = max((one.level for one in current), default=0)
    return {
        "roles": "; ".join(role_said(one) for one in current) or said_of_others(held, on),
        "level": Level(level).label if level else "",
    }


def role_said(one: Held) -> str:
    """ "Councillor for Birchwood (Green)"; "Panel member: chair, Fostering Panel"."""
    words = one.role
    if one.ward:
        words += f" for {one.ward}"
    if one.party:
        words += f" ({one.party})"
    if one.body:
        words += f": {Appointment.Place(one.place).label.lower()}, {one.body}"
    return words


def said_of_others(held: list[Held], on: date) -> str:
    """What somebody without an appointment today is to hold next, or held last."""
    to_come = [one for one in held if one.starts_on > on]
    if to_come:
        first = min(to_come, key=lambda one: one.starts_on)
        return f"{role_said(first)}, from {first.starts_on:%-d %B %Y}"
    if held:
        last = max(held, key=lambda one: one.ends_on or on)
        return f"Formerly {role_said(last)}, to {last.ends_on:%-d %B %Y}"
    return "No appointment yet"


def choices() -> Choices:
    """(slug, name) of every role and of every body, under the keys `role` and `body`, at most ten seconds old."""
    global _seen
    council = Council.glance()
    if _seen is None or _seen[0] is not council:
        _seen = (council, current_choices())
    return _seen[1]


def current_choices() -> Choices:
    """The same as they are now. Two queries."""
    return {
        "role": [(slug, say(name)) for slug, name in Role.objects.order_by("name").values_list("slug", "name")],
        "body": list(Body.objects.order_by("name").values_list("slug", "name")),
    }


def heading(people: int, *, is_filtered: bool) -> str:
    """The count in words: "Nine people hold an appointment today."."""
    verbs = ("fits what you chose", "fit what you chose")
    one, many = verbs if is_filtered else ("holds an appointment today", "hold an appointment today")
    if people < 2:
        return f"{['Nobody', 'One person'][people]} {one}."
    small = ["Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]
    return f"{small[people - 2] if people < 10 else format(people, ',')} people {many}."
