"""“Are arrangements in place?”: the answer from the record, with its proof and what to do (duty SP2)."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.urls import reverse

from members import words
from members.facts.alerts import alerts
from members.models import Appointment, Body, TermsOfReference
from members.roles import BUILT_IN, OFFICES
from members.rules import arrangements as rules
from members.rules.arrangements import Finding, State, Terms

Source = Callable[[list[Body], date], dict[int, list[Finding]]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """Add what another app finds of bodies on a day, by body (its key); it takes one query. Called from its `ready`."""
    if source not in _sources:
        _sources.append(source)


@dataclass(frozen=True)
class Group:
    """What was found of one body, or of the offices that the law names. `url` is where the proof is."""

    title: str
    url: str
    findings: list[Finding]
    slug: str = ""

    @property
    def gaps(self) -> int:
        return sum(not finding.is_in_place for finding in self.findings)


@dataclass(frozen=True)
class Arrangements:
    """Offices first, then the body that leads on corporate parenting, then the other bodies by name."""

    on: date
    groups: list[Group]

    @property
    def findings(self) -> list[Finding]:
        return [finding for group in self.groups for finding in group.findings]

    @property
    def gaps(self) -> int:
        return sum(group.gaps for group in self.groups)

    @property
    def heading(self) -> str:
        """What is so: "Arrangements are in place." or "Three arrangements are missing."."""
        if not self.gaps:
            return "Arrangements are in place."
        verb = " is" if self.gaps == 1 else "s are"
        return f"{rules.upper_first(rules.small(self.gaps))} arrangement{verb} missing."


def arrangements(on: date) -> Arrangements:
    """Everything about the bodies in being on `on`; partners keep their own house.

    Five queries and one for each registered source, whatever there is.
    """
    states = states_of(Body.objects.current(on).exclude(kind=Body.Kind.PARTNER), on)
    leading = sorted(states, key=lambda state: (not state.body.is_corporate_parenting, state.body.name))
    further = found_elsewhere([state.body for state in leading], on)
    bodies = [
        Group(
            title=state.body.name,
            url=reverse("members:body-detail", args=[state.body.slug]),
            findings=[*rules.findings(state, on), *further[state.body.pk]],
            slug=state.body.slug,
        )
        for state in leading
    ]
    return Arrangements(on, [offices(on), lead(leading), *bodies])


def found_elsewhere(bodies: list[Body], on: date) -> dict[int, list[Finding]]:
    """What the registered sources find of each body."""
    found: dict[int, list[Finding]] = defaultdict(list)
    for source in _sources:
        for body_id, findings in source(bodies, on).items():
            found[body_id] += findings
    return found


def states_of(bodies: Iterable[Body], on: date) -> list[State]:
    """Each body with who sits there on `on`, and its newest terms of reference. Three queries."""
    bodies = list(bodies)
    sitting: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    held = Appointment.objects.current(on).filter(body__in=bodies, person__is_active=True).order_by("person__name")
    for body_id, place, name in held.values_list("body_id", "place", "person__name"):
        sitting[body_id][place].append(name)
    terms = {row.body_id: row for row in newest_terms(bodies, on)}
    return [
        State(
            body=body,
            sitting={place: list(names) for place, names in sitting[body.pk].items()},
            terms=_terms(terms.get(body.pk)),
        )
        for body in bodies
    ]


def newest_terms(bodies: list[Body], on: date) -> list[TermsOfReference]:
    """The terms in force on `on` of each of `bodies`, without their text. One query."""
    newest_first = Window(RowNumber(), partition_by=F("body"), order_by=F("number").desc())
    adopted = TermsOfReference.objects.filter(body__in=bodies, adopted_on__lte=on).defer("text")
    return list(adopted.annotate(back=newest_first).filter(back=1))


def _terms(row: TermsOfReference | None) -> Terms | None:
    return Terms(row.number, row.adopted_on, row.adopted_by, row.review_on) if row else None


def offices(on: date) -> Group:
    """Lead Member and Director of Children's Services: each held, and by two people. Two queries."""
    wrong = [alert for alert in alerts(on) if alert.from_on <= on]
    held = Appointment.objects.current(on).filter(role__slug__in=OFFICES).order_by("role", "person__name")
    names = defaultdict(list)
    for role, name in held.values_list("role__slug", "person__name"):
        names[role].append(name)
    empty = {alert.role: alert for alert in wrong if alert.kind == "empty-chair"}
    found = [
        Finding(title_of(role), False, empty[role].title, empty[role].why, rules.SEATS)
        if role in empty
        else Finding(title_of(role), True, f"{' and '.join(names[role])}.", "", rules.SEATS)
        for role in OFFICES
    ]
    both = next((alert for alert in wrong if alert.kind == "one-person-in-two"), None)
    apart = (
        Finding("Two different people", False, both.title, both.why, rules.SEATS)
        if both
        else Finding("Two different people", True, "Nobody holds both offices.", "", rules.SEATS)
    )
    return Group("Offices that the law names", reverse("members:person-list"), [*found, apart])


def lead(states: list[State]) -> Group:
    """Whether a body leads on corporate parenting. `states` begin with it where there is one."""
    url = reverse("members:body-list")
    title, question = rules.upper_first(words.remembered()["corporate-parenting"]), "A body that leads"
    if states and states[0].body.is_corporate_parenting:
        return Group(title, url, [Finding(question, True, f"{states[0].body.name} leads on it.")])
    to_do = "Add the board, panel or committee that leads on it, or say of one that it does."
    return Group(title, url, [Finding(question, False, "No body leads on it.", to_do)])


def title_of(role: str) -> str:
    return BUILT_IN[role][0].replace("'", "’")
