"""What was heard: for lists, public pages, packs and the start page, in a fixed number of queries."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Value

from corpparent.models import Event
from corpparent.remembered import as_recorded
from members.models import Appointment, Body, Person
from members.roles import DEMOCRATIC_SERVICES_OFFICER, PARTICIPATION_OFFICER
from members.standing import Standing
from pledges.events import VOICE_CHANGED, VOICE_DECIDED, VOICE_RECORDED, VOICE_TOLD_BACK
from pledges.models import PledgeSettings, Promise, Voice

DECIDED = [Voice.Status.CHANGED, Voice.Status.NOT_CHANGED]
WRITTEN = [VOICE_RECORDED, VOICE_CHANGED, VOICE_DECIDED, VOICE_TOLD_BACK]
UNDECIDED = [Voice.Status.HEARD, Voice.Status.LOOKED_AT]


class Listed(NamedTuple):
    """One thing that was heard, as a row of the list needs it; `looked_at_by` and `body` are names or None."""

    public_id: UUID
    kind: str
    heard_on: date
    source: str
    how: str
    theme: str
    said: str
    words: str
    status: str
    decided_on: date | None
    answer_by: date | None
    is_public: bool
    looked_at_by: str | None
    body: str | None


class Counts(NamedTuple):
    """How many things a list holds, and how many challenges of all wait too long for an answer."""

    number: int
    late: int


READ = (
    *("public_id", "kind", "source", "theme", "heard_on", "said", "words", "is_public", "looked_at_on", "is_changed"),
    *("decided_on", "outcome", "told_on", "told_how", "answer_by", "body__name"),
)
COLUMNS = [*Listed._fields[:-2], "looked_at_by__name", "body__name"]


def said_and_done(limit: int) -> list[Voice]:
    """At most `limit` of what stands in “You said, we did”, the newest first, each with `body`. One query."""
    return list(public()[:limit])


def of_promise(promise: Promise, limit: int) -> list[Voice]:
    """What was heard about `promise`, public or not, the newest first. One query."""
    return list(promise.voices.select_related("body").order_by("-heard_on", "-pk")[:limit])


def of_theme(theme: str, limit: int) -> list[Voice]:
    """What everybody may read of one theme, the newest first. One query."""
    return list(public().filter(theme=theme)[:limit])


def public() -> QuerySet[Voice]:
    return Voice.objects.filter(is_public=True).select_related("body").order_by("-heard_on", "-pk")


def as_read(found: QuerySet[Voice]) -> QuerySet[Voice]:
    """`found` of `public` with no more than everybody reads of it (pledges.showing.public.heard)."""
    return found.only(*READ)


def all_heard() -> QuerySet[Voice]:
    """For the list of those with an appointment, the newest first."""
    return Voice.objects.order_by("-heard_on", "-pk")


def as_rows(found: QuerySet[Voice]) -> QuerySet:
    """`found` with no more than a row of the list shows, for `rows_of`."""
    return found.values_list(*COLUMNS)


def rows_of(found: Iterable[tuple]) -> list[Listed]:
    """What `as_rows` found, or a page of it. One query."""
    return [Listed(*values) for values in found]


def open_challenges() -> QuerySet[Voice]:
    """Challenges without an answer, the soonest due first."""
    return (
        Voice.objects.filter(kind=Voice.Kind.CHALLENGE, status__in=UNDECIDED)
        .select_related("body")
        .order_by("answer_by", "pk")
    )


def overdue_challenges(on: date) -> QuerySet[Voice]:
    """Those whose day to answer has passed on `on`."""
    return open_challenges().filter(answer_by__lt=on)


def counts(found: QuerySet[Voice], asked: str | None, on: date) -> Counts:
    """Of `found`, in the words of the choice `asked`; None is not remembered. Everybody with an appointment sees all.

    One query, and one for the head of the record: that alone where nothing was done since somebody asked the same.
    """

    def count() -> dict[str, Counts]:
        late = overdue_challenges(on).order_by().values_list(Value("late")).annotate(Count("pk"))
        numbers = dict(found.order_by().values_list(Value("found")).annotate(Count("pk")).union(late, all=True))
        return {"counts": Counts(numbers.get("found", 0), numbers.get("late", 0))}

    return (count() if asked is None else as_recorded(f"voices: {asked}", count))["counts"]


def to_tell_back() -> QuerySet[Voice]:
    """Decided, and nobody has told the children yet: the longest waiting first."""
    return Voice.objects.filter(status__in=DECIDED).order_by("decided_on", "pk")


def tell_back_by(decided_on: date, times: PledgeSettings) -> date:
    """The last day to tell children what came of what they said."""
    return decided_on + timedelta(days=times.tell_back_days)


def answer_by(heard_on: date, times: PledgeSettings) -> date:
    """The day a challenge is answered by, unless another is agreed."""
    return heard_on + timedelta(days=times.answer_days)


def waiting_for(who: Standing, most: int) -> tuple[list[Voice], list[Voice], list[Voice]]:
    """(challenges to answer, things to look at, things to tell back) of one person, at most `most` each.

    Three queries.
    """
    challenges = open_challenges()
    if not who.has(DEMOCRATIC_SERVICES_OFFICER):
        challenges = challenges.filter(body__public_id__in=who.bodies)
    mine = Voice.objects.filter(looked_at_by=who.person_id, status=Voice.Status.LOOKED_AT, kind=Voice.Kind.VOICE)
    told = to_tell_back()
    if not who.has(PARTICIPATION_OFFICER):
        told = told.filter(looked_at_by=who.person_id)
    return list(challenges[:most]), list(mine.order_by("looked_at_on", "pk")[:most]), list(told[:most])


def to_be_told_of(body: Body, on: date) -> QuerySet[Person]:
    """Whom a challenge to `body` concerns on `on`: those who sit in it, and democratic services."""
    held = Appointment.objects.current(on).filter(Q(body=body) | Q(role__slug=DEMOCRATIC_SERVICES_OFFICER))
    return Person.objects.filter(is_active=True, pk__in=held.values("person")).order_by("pk")


def listeners(on: date) -> QuerySet[Person]:
    """Corporate parents of a level on `on`: whose hearing of children counts for a duty."""
    held = Appointment.objects.current(on).filter(level__gte=1)
    return Person.objects.filter(is_active=True, pk__in=held.values("person")).order_by("name")


def writers_of(voice: Voice) -> set[UUID]:
    """Public ids of those who wrote any words of it, also what came of it, as the record says. One query."""
    deeds = Event.objects.filter(subject_id=voice.public_id, type__in=WRITTEN)
    return {actor for actor in deeds.values_list("actor_id", flat=True) if actor}
