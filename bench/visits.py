"""Homes and visits of a large council on top of the seeded one: 40 homes, and 500 visits a year with what hangs on
them, in bulk, because each deed through its service would take hours; what pages read is the same.
"""

from datetime import date, datetime, time, timedelta
from uuid import uuid4

HOMES, VISITS_A_YEAR = 40, 500
ALIAS = "Larch"
WANTED = 2  # visits to each home that are still to come
POINTS = 2  # of a visit: the home has answered the first, and of every third visit both
PARTS = [(0, "lead"), (1, "second")]
BATCH = 1_000


def fill_homes() -> None:
    """Open homes up to HOMES, each with an inspection and WANTED visits that a pair has taken."""
    from django.utils import timezone

    from visits.models import Home, Inspection, RotaSlot

    today, at = timezone.localdate(), timezone.now()
    missing = HOMES - Home.objects.open(today).count()
    added = Home.objects.bulk_create(
        Home(alias=f"{ALIAS} {n}", urn=f"SC98{n:04}", places=4, visits_a_year=12, opened_on=date(2010, 4, 1))
        for n in range(missing)
    )
    inspected = {"inspected_on": today - timedelta(days=100), "published_on": today - timedelta(days=60)}
    grades = {"overall": "good", "safety": "good", "leadership": "good"}
    Inspection.objects.bulk_create(
        Inspection(home=home, scheme="sccif-2017", grades=grades, recorded_at=at, **inspected) for home in added
    )
    due = [today + timedelta(days=20 + 30 * n) for n in range(WANTED)]
    take(RotaSlot(home=home, starts_on=today, due_on=on, status="taken", added_at=at) for home in added for on in due)


def fill_visits(years: range) -> None:
    """VISITS_A_YEAR in each of `years`, counted back from today: 0 is the last one."""
    from django.db import connection
    from django.utils import timezone

    from visits.models import Home, RotaSlot

    today, homes = timezone.localdate(), list(Home.objects.filter(alias__startswith=ALIAS).order_by("pk"))
    ago = [12 + 365 * year + 365 * n // VISITS_A_YEAR for year in years for n in range(VISITS_A_YEAR)]
    days = [today - timedelta(days=number) for number in ago]
    slots = take(
        RotaSlot(
            home=homes[n % len(homes)],
            starts_on=on - timedelta(days=20),
            due_on=on + timedelta(days=3),
            status="visited",
            added_at=at(on - timedelta(days=40)),
            closed_at=at(on + timedelta(days=2)),
        )
        for n, on in enumerate(days)
    )
    report(slots, days)
    connection.cursor().execute("VACUUM ANALYZE")  # as the database does by itself some time after so many rows


def at(day: date) -> datetime:
    from django.utils.timezone import make_aware

    return make_aware(datetime.combine(day, time(18)))


def visitors() -> list:
    from members.models import Person

    return list(Person.objects.filter(appointments__role__slug="visiting-councillor").distinct().order_by("pk"))


def take(wanted) -> list:
    """The slots as they are kept, each taken by a pair, another each time."""
    from visits.models import RotaSlot, Turn

    people = visitors()
    slots = RotaSlot.objects.bulk_create(wanted, batch_size=BATCH)
    parts = [(slot, part, people[(n + seat) % len(people)]) for n, slot in enumerate(slots) for seat, part in PARTS]
    Turn.objects.bulk_create(
        (Turn(slot=slot, person=one, part=part, status="taken", offered_at=slot.added_at) for slot, part, one in parts),
        batch_size=BATCH,
    )
    return slots


def report(slots: list, days: list[date]) -> None:
    """A report of each visit, sent two days later, with POINTS points and the home's answers."""
    from visits.models import Visit

    people = visitors()
    reports = [
        Visit(
            key=uuid4(),
            slot=slot,
            home=slot.home,
            status="submitted",
            lead=people[n % len(people)],
            second=people[(n + 1) % len(people)],
            visited_on=on,
            day_part="evening",
            is_announced=slot.is_announced,
            judgement=Visit.Judgement.values[n % 4],
            judgement_reason="Warm and lively. Nobody should have to ask for a banana.",
            is_passed_on=False,
            started_at=at(on),
            saved_at=at(on),
            submitted_at=slot.closed_at,
            answer_by=on + timedelta(days=16),
        )
        for n, (slot, on) in enumerate(zip(slots, days, strict=True))
    ]
    raise_points(Visit.objects.bulk_create(reports, batch_size=BATCH))


def raise_points(reports: list) -> None:
    from pledges.models.promise import THEME_CHOICES
    from visits.models import Point, Response

    raised = [(visit, n * POINTS + number) for n, visit in enumerate(reports) for number in range(POINTS)]
    points = Point.objects.bulk_create(
        (
            Point(
                visit=visit,
                number=n % POINTS + 1,
                title="Garden gate does not shut",
                saw="It bangs in the wind and wakes the front bedroom.",
                theme=THEME_CHOICES[n % len(THEME_CHOICES)][0],
                severity=Point.Severity.values[n % 4],
                **({"resolved": "yes", "resolved_at": visit.submitted_at} if is_answered(n) else {}),
            )
            for visit, n in raised
        ),
        batch_size=BATCH,
    )
    Response.objects.bulk_create(
        (
            Response(
                point=point,
                answer="no",
                reason="It stays as it is until the spring.",
                answered_by=point.visit.lead,
                answered_at=point.visit.submitted_at + timedelta(days=9),
            )
            for point, (_, n) in zip(points, raised, strict=True)
            if is_answered(n)
        ),
        batch_size=BATCH,
    )


def is_answered(number: int) -> bool:
    """Whether the home has answered the point with that number of them all."""
    return number % POINTS == 0 or number // POINTS % 3 == 0
