"""Who in the portal each councillor of a feed is: by number, then by e-mail address, then by name."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from members.feeds.cleaning import plain
from members.feeds.known import Known
from members.feeds.rows import Councillor, Finding

NUMBER, EMAIL, NAME = "number", "e-mail address", "name"


@dataclass
class Matches:
    """`found`: each councillor's person and by what; `unclear`: the councillors who may be more than one person.

    Not by their row: many councillors stand in one line of a feed without line breaks.
    """

    found: dict[Councillor, tuple[Known, str]] = field(default_factory=dict)
    unclear: dict[Councillor, Finding] = field(default_factory=dict)
    spoken_for: set[UUID] = field(default_factory=set)

    def take(self, one: Councillor, person: Known, by: str) -> None:
        self.found[one] = (person, by)
        self.spoken_for.add(person.public_id)


def match(councillors: Iterable[Councillor], people: list[Known]) -> Matches:
    """Each person is matched once. Two people of one name are not guessed between: that row is left out."""
    matches = Matches()
    numbers = {person.source_id: person for person in people if person.source_id}
    emails = {person.email.lower(): person for person in people if person.email}
    left = []
    for one in councillors:
        if one.source_id in numbers:
            matches.take(one, numbers[one.source_id], NUMBER)
        else:
            left.append(one)
    unnamed = []
    for one in left:
        person = emails.get(one.email.lower())
        if person and may_be(one, person, matches):
            matches.take(one, person, EMAIL)
        else:
            unnamed.append(one)
    by_name(unnamed, people, matches)
    return matches


def may_be(one: Councillor, person: Known, matches: Matches) -> bool:
    """Not when the feed has another row for this person, or the person another number of the same kind of feed."""
    kind = one.source_id.partition(":")[0]
    has_another = bool(kind) and person.source_id.startswith(f"{kind}:")
    return person.public_id not in matches.spoken_for and not has_another


def by_name(councillors: list[Councillor], people: list[Known], matches: Matches) -> None:
    """Only people who are or were councillors are known by their name."""
    names: dict[str, list[Known]] = defaultdict(list)
    for person in people:
        if person.terms:
            names[plain(person.name)].append(person)
    rows: dict[str, list[Councillor]] = defaultdict(list)
    for one in councillors:
        rows[plain(one.name)].append(one)
    for name, same in rows.items():
        likely = [person for person in names[name] if may_be(same[0], person, matches)]
        if len(likely) == 1 and len(same) == 1:
            matches.take(same[0], likely[0], NAME)
        elif likely:
            leave_out(same, likely, matches)


def leave_out(same: list[Councillor], likely: list[Known], matches: Matches) -> None:
    reason = (
        "More than one person has this name, so nobody can say who is meant. "
        "Give them here the e-mail address that the feed has, and bring it again."
    )
    matches.unclear |= {one: Finding(one.row, "name", reason, who=one.name) for one in same}
    matches.spoken_for |= {person.public_id for person in likely}
