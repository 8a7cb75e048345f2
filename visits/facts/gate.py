"""What the gate needs to know, of one person or of many at once."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from corpparent.rules import why_not
from members.facts import learning
from members.models import Appointment, Check, Course, Person
from members.roles import VISITING_COUNCILLOR
from visits.models import Conflict, Home, Turn, Visit, VisitSettings
from visits.rules.gate import GateAnswer, Known, Training, check_may_go, gate

Answers = tuple[GateAnswer, ...]


def gate_of(person: Person, home: Home, part: str, on: date) -> Answers:
    """Whether `person` may take `part` (Turn.Part) in a visit to `home` on `on`."""
    return gates_for([person], home, part, on)[person.pk]


def why_not_go(person: Person, home: Home, part: str, on: date) -> str:
    """What is missing; "" where they may go."""
    return why_not(check_may_go, gate_of(person, home, part, on))


def gates_for(people: Iterable[Person], home: Home, part: str, on: date) -> dict[int, Answers]:
    """The gate's answers by person (key). Eight queries, whatever the number of people."""
    keys = [person.pk for person in people]
    scheme = VisitSettings.objects.select_related("safeguarding_course", "visit_course").filter(pk=1).first()
    scheme = scheme or VisitSettings()
    numbers = {"shadow_visits": scheme.shadow_visits, "times_in_a_row": scheme.times_in_a_row}
    known = known_of(keys, home, scheme, on)
    return {key: gate(known[key], part, on, **numbers) for key in keys}


def known_of(keys: list[int], home: Home, scheme: VisitSettings, on: date) -> dict[int, Known]:
    visitors, cleared, held = visiting(keys, on), cleared_of(keys, on), trained(keys, scheme, on)
    conflicted = set(
        Conflict.objects.filter(home=home, ended_at__isnull=True, person__in=keys).values_list("person", flat=True)
    )
    made, last = made_by(keys, on), last_visitors(home, on)
    return {
        key: Known(
            is_visitor=key in visitors,
            is_cleared=key in cleared,
            safeguarding=training(key, scheme.safeguarding_course, held),
            visiting=training(key, scheme.visit_course, held),
            made=made[key],
            has_conflict=key in conflicted,
            in_a_row=in_a_row(key, last),
        )
        for key in keys
    }


def visiting(keys: list[int], on: date) -> set[int]:
    held = Appointment.objects.current(on).filter(
        role__slug=VISITING_COUNCILLOR, person__in=keys, person__is_active=True
    )
    return set(held.values_list("person", flat=True))


def cleared_of(keys: list[int], on: date) -> set[int]:
    """By the same rule as Standing.is_cleared. Two queries."""
    checks = Check.objects.filter(person__in=keys)
    refused = checks.in_force(on).filter(outcome=Check.Outcome.NOT_CLEARED).values_list("person", flat=True)
    return set(checks.clearing(on).values_list("person", flat=True)) - set(refused)


def trained(keys: list[int], scheme: VisitSettings, on: date) -> dict[tuple[int, int], date | None]:
    """The last day each course asked for holds, by person and course; not those to which somebody goes after `on`."""
    courses = [key for key in (scheme.safeguarding_course_id, scheme.visit_course_id) if key]
    rows = learning.attended().filter(person__in=keys, session__course__in=courses, session__starts_at__date__lte=on)
    names = {row.person.public_id: row.person_id for row in rows}
    return {(names[one.person_id], one.course.pk): one.runs_out_on for one in learning.held_by(rows)}


def training(key: int, course: Course | None, held: dict[tuple[int, int], date | None]) -> Training:
    if course is None:
        return Training()
    return Training(course.title, (key, course.pk) in held, held.get((key, course.pk)))


def made_by(keys: list[int], on: date) -> Counter[int]:
    """How many visits before `on` each of them watched or made: whoever made one is no newcomer."""
    theirs = Q(lead__in=keys) | Q(second__in=keys) | Q(shadow__in=keys)
    found = Visit.objects.sent().filter(theirs, visited_on__lt=on)
    return Counter(key for row in found.order_by().values_list("lead", "second", "shadow") for key in row if key)


def last_visitors(home: Home, on: date) -> list[set[int]]:
    """Who made each visit to `home` before `on`, the latest first; as many as anybody may make in a row."""
    found = Visit.objects.sent().filter(home=home, visited_on__lt=on).order_by("-visited_on", "-pk")
    return [{lead, second} for lead, second in found.values_list("lead", "second")[:52]]


def in_a_row(key: int, last: list[set[int]]) -> int:
    """How many of the latest visits, without a break, are this person's."""
    return next((number for number, visitors in enumerate(last) if key not in visitors), len(last))


def load_of(people: Iterable[Person], since: date) -> Counter[int]:
    """Turns offered or taken for visits due since `since`, by person: so that the load is spread. One query."""
    waiting = Turn.objects.filter(
        person__in=[person.pk for person in people],
        slot__due_on__gte=since,
        status__in=[Turn.Status.OFFERED, Turn.Status.TAKEN],
    )
    return Counter(waiting.order_by().values_list("person", flat=True))
