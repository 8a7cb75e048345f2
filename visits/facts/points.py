"""Points of visits: what is open at a home, what children asked, and what waits for whom. Fixed numbers of queries."""

from datetime import date

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When

from pledges.models import Action
from visits.facts.posts import posts_held_by
from visits.models import Answer, Home, Point, Response, Visit

Severity = Point.Severity
ASKED = "asked"  # the question of visits/questions.toml about what children asked for
FIRST_URGENT = Case(
    *(When(severity=severity, then=Value(rank)) for rank, severity in enumerate(reversed(Severity.values))),
    output_field=IntegerField(),
)


def sent() -> QuerySet[Point]:
    """Points of reports that were sent, with their answers and actions."""
    found = Point.objects.filter(visit__status=Visit.Status.SUBMITTED)
    return found.select_related("visit__home", "promise", "response__action__owner", "response__answered_by")


def of_visit(visit: Visit) -> list[Point]:
    """Points of one report in their order, with answers and actions. One query."""
    found = Point.objects.filter(visit=visit).order_by("number")
    return list(found.select_related("promise__pledge", "response__action__owner", "response__answered_by", "told_by"))


def open_points(home: Home) -> list[Point]:
    """What was raised at `home` and nobody has called resolved, the most urgent first. One query."""
    found = sent().filter(visit__home=home).exclude(resolved=Point.Resolved.YES)
    return list(found.order_by(FIRST_URGENT, "visit__visited_on", "number"))


def asked_last_time(home: Home) -> Answer | None:
    """What children asked for at the last visit to `home` on which they asked something. One query."""
    found = Answer.objects.filter(visit__home=home, visit__status=Visit.Status.SUBMITTED, question=ASKED)
    return found.exclude(said="").select_related("visit__lead").order_by("-visit__visited_on", "-pk").first()


def to_answer(person_id: int, on: date) -> QuerySet[Visit]:
    """Reports with points that wait for this manager or responsible individual, the first due first."""
    waiting = Point.objects.filter(visit=OuterRef("pk"), response__isnull=True)
    homes = posts_held_by(person_id, on).values("home")
    found = Visit.objects.filter(Exists(waiting), status=Visit.Status.SUBMITTED, home__in=homes)
    return found.select_related("home").order_by("answer_by", "pk")


def to_resolve(person_id: int) -> QuerySet[Visit]:
    """Reports of this visitor with a point that was answered and that nobody has spoken of since."""
    ready = Q(response__action__isnull=True) | Q(response__action__status=Action.Status.DONE)
    waiting = Point.objects.filter(ready, visit=OuterRef("pk"), response__isnull=False, resolved="")
    theirs = Q(lead=person_id) | Q(second=person_id)
    return Visit.objects.filter(theirs, Exists(waiting), status=Visit.Status.SUBMITTED).select_related("home")


def to_amend(person_id: int) -> QuerySet[Visit]:
    """Reports that came back to whoever wrote them, the longest waiting first."""
    found = Visit.objects.filter(lead=person_id, status=Visit.Status.RETURNED)
    return found.select_related("home").order_by("returned_at", "pk")


def stays_late() -> QuerySet[Visit]:
    """Reports whose late answers came up to the Director and the Lead Member, and are late yet."""
    waiting = Point.objects.filter(visit=OuterRef("pk"), response__isnull=True)
    found = Visit.objects.filter(Exists(waiting), status=Visit.Status.SUBMITTED, escalated_at__isnull=False)
    return found.select_related("home").order_by("answer_by", "pk")


def answers_by(point: Point) -> Response | None:
    """The home's answer to a point that was read with it; None where there is none."""
    return getattr(point, "response", None)
