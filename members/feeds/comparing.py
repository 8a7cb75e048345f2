"""A feed beside what the portal knows: who is new, who changed, who left, who is the same, and who is missing."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from members.feeds.checking import WITHOUT_EMAIL
from members.feeds.cleaning import plain
from members.feeds.known import Known
from members.feeds.matching import match
from members.feeds.rows import Councillor, Finding
from members.feeds.terms import BEGIN, END, FOLLOW, KEEP, UNCLEAR, Step, step_for

ADDED, CHANGED, ENDED, SAME = "added", "changed", "ended", "same"
UNCLEAR_TERM = (
    "The feed and the portal say different things about the term of office: one has it ended, the other running. "
    "Put it right on the person's page."
)
SOMEBODY_ELSES = "The e-mail address belongs to somebody else in the portal."


@dataclass(frozen=True)
class Change:
    """What the feed asks for of one person. `person` is None for somebody new; `matched_by` says how we know them.

    `fields` are new values of the person (name, email, source_id), `office` those of the present term (ward, party).
    """

    kind: str
    councillor: Councillor
    step: Step
    person: Known | None = None
    matched_by: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    office: dict[str, str] = field(default_factory=dict)


@dataclass
class Comparison:
    """`missing`: councillors here whom the feed does not name; nothing happens to them unless somebody says so.

    `former` counts those whom the feed calls councillors of the past and the portal does not know: passed over.
    """

    changes: list[Change] = field(default_factory=list)
    missing: list[Known] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    former: int = 0

    def of(self, kind: str) -> list[Change]:
        return [change for change in self.changes if change.kind == kind]

    @property
    def counts(self) -> dict[str, int]:
        return {kind: len(self.of(kind)) for kind in (ADDED, CHANGED, ENDED, SAME)}

    @property
    def number(self) -> int:
        """How many people would change."""
        return sum(change.kind != SAME for change in self.changes)

    @property
    def is_empty(self) -> bool:
        """Whether taking the feed in would change nothing."""
        return not self.number

    @property
    def digest(self) -> str:
        """sha256 (hex) of all that would change: what somebody saw is what happens, or nothing does."""
        seen: list[Any] = [asdict(change) for change in self.changes if change.kind != SAME]
        seen += [asdict(person) for person in self.missing]
        return hashlib.sha256(json.dumps(seen, sort_keys=True, default=str).encode()).hexdigest()


def compare(councillors: Iterable[Councillor], people: list[Known], day: date) -> Comparison:
    """What the feed's `councillors` would change among `people` on `day`."""
    councillors = list(councillors)
    matches = match(councillors, people)
    comparison = Comparison(findings=list(matches.unclear.values()))
    owners = {person.email.lower(): person for person in people if person.email}
    for one in councillors:
        if one in matches.unclear:
            continue
        person, matched_by = matches.found.get(one, (None, ""))
        step = step_for(one, person, day)
        if step.kind == UNCLEAR:
            comparison.findings.append(Finding(one.row, "termsofoffice", UNCLEAR_TERM, who=one.name))
        elif person is None and step.kind == KEEP:
            comparison.former += 1
        else:
            email = own_email(one, person, owners, comparison.findings)
            comparison.changes.append(change_of(one, person, matched_by, step, email))
    spoken_for = matches.spoken_for
    comparison.missing = [person for person in people if person.public_id not in spoken_for and person.open_terms(day)]
    return comparison


def own_email(one: Councillor, person: Known | None, owners: dict[str, Known], findings: list[Finding]) -> str:
    """The feed's e-mail address, or "" and a finding where it is somebody else's."""
    owner = owners.get(one.email.lower())
    if owner is None or (person and owner.public_id == person.public_id):
        return one.email
    findings.append(Finding(one.row, "email", SOMEBODY_ELSES, WITHOUT_EMAIL, one.name))
    return ""


def change_of(one: Councillor, person: Known | None, matched_by: str, step: Step, email: str) -> Change:
    if person is None:
        fields = {"name": one.name, "email": email, "source_id": one.source_id}
        return Change(ADDED, one, step, fields=fields, office=new_office(one, step))
    if step.kind == END:
        return Change(ENDED, one, step, person, matched_by)
    fields = new_fields(one, person, email)
    office = new_office(one, step)
    is_same = step.kind == KEEP and not fields and not office
    return Change(SAME if is_same else CHANGED, one, step, person, matched_by, fields, office)


def new_fields(one: Councillor, person: Known, email: str) -> dict[str, str]:
    """What the feed knows otherwise of the person. What it does not say stays, and so does a number once given."""
    found = {}
    if plain(one.name) != plain(person.name):
        found["name"] = one.name
    if email and email.lower() != person.email.lower():
        found["email"] = email
    if one.source_id and not person.source_id:
        found["source_id"] = one.source_id
    return found


def new_office(one: Councillor, step: Step) -> dict[str, str]:
    """Ward and party where the feed says them otherwise; of a new term both."""
    said = {name: value for name, value in (("ward", one.ward), ("party", one.party)) if value}
    if step.kind in (BEGIN, FOLLOW):
        return said
    return {name: value for name, value in said.items() if step.held and getattr(step.held, name) != value}
