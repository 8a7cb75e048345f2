"""One person's statement of duties on a day: roles, duties, and the very events behind each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property, partial

from django.db.models.fields.json import KT

from corpparent.models import ChainHead, Event
from corpparent.words import day, moment
from members import words
from members.duties import Line, State, statements
from members.duties.telling import Row, Say, counted, numbers_of, row_of
from members.facts.ledger import ledger
from members.models import Appointment, Council, Level, Person

ROLE = "role"  # the statement that everybody signs
AGAIN = timedelta(days=60)  # before a signature runs out: from then on it may be renewed


@dataclass(frozen=True)
class Signing:
    """The signature under the statement of the role; days in words, "" where there is none."""

    signed_on: str
    holds_until: str
    is_wanted: bool


@dataclass(frozen=True)
class Told:
    """A statement in words, as page and paper show it."""

    name: str
    roles: list[str]
    level: int
    on: date
    rows: Sequence[Row]
    council: str
    is_invented: bool
    head: str
    made_at: str
    created: str  # the same moment as machines read it
    signing: Signing | None
    role_title: str  # the statement of the role, as somebody of this level signs it
    role_text: list[str]

    @property
    def day(self) -> str:
        return day(self.on)

    @property
    def level_words(self) -> str:
        return Level(self.level).label

    @cached_property
    def waiting(self) -> int:
        return self.count(State.DUE) + self.count(State.OVERDUE)

    def count(self, state: State) -> int:
        return sum(row.state is state for row in self.rows)

    @property
    def seen(self) -> list[Row]:
        """Duties about which the record can say something."""
        return [row for row in self.rows if row.state is not State.NOT_RECORDED]

    @property
    def unseen(self) -> list[Row]:
        return [row for row in self.rows if row.state is State.NOT_RECORDED]

    @property
    def heading(self) -> str:
        """What is so, to the person: "Three duties wait for you."."""
        return f"{counted(self.waiting, 'duty', ('waits', 'wait'))} for you."

    @property
    def heading_of_other(self) -> str:
        return f"{counted(self.waiting, 'duty', ('waits', 'wait'))} for {self.name}."

    @property
    def kicker(self) -> str:
        return f"Statement of duties, {self.day}"

    @property
    def second(self) -> str:
        """The count as a sentence: "4 met, 2 due."."""
        return f"{self.summary}."

    @property
    def summary(self) -> str:
        """ "4 met, 2 due, 1 late, 8 not recorded yet", what is none left out."""
        words_of = {
            State.MET: "met",
            State.DUE: "due",
            State.OVERDUE: "late",
            State.NOT_ASKED: "with nothing asked yet",
            State.NOT_RECORDED: "not recorded here yet",
        }
        counts = [f"{self.count(state)} {said}" for state, said in words_of.items() if self.count(state)]
        return ", ".join(counts)


def statement_of(person: Person, on: date, at: datetime) -> Told:
    """The statement of `person` as it stands on `on`, made at `at`. Eight queries."""
    held = list(Appointment.objects.current(on).filter(person=person).select_related("role", "body"))
    lines = ledger([person.public_id], on)[person.public_id]
    council, say = Council.current(), partial(words.say, words=words.current())
    level = max((one.level for one in held), default=0)
    return Told(
        name=person.name,
        roles=roles_said(held, say),
        level=level,
        on=on,
        rows=rows_of(lines, on, say),
        council=council.name,
        is_invented=council.is_invented,
        head=ChainHead.printed(),
        made_at=moment(at),
        created=at.isoformat(),
        signing=signing_of(lines, on),
        role_title=say(statements()[ROLE].title),
        role_text=[say(line) for line in statements()[ROLE].text_for(level)],
    )


def signing_of(lines: Sequence[Line], on: date) -> Signing | None:
    """How the person's signature under the statement of the role stands; None where it is not owed."""
    parts = [part for line in lines for part in line.parts if part.proof.statement == ROLE]
    if not parts:
        return None
    holds = parts[0].due_on if parts[0].state is State.MET else None
    return Signing(
        signed_on=day(parts[0].proved[0].on) if parts[0].proved else "",
        holds_until=day(holds) if holds else "",
        is_wanted=holds is None or holds - on <= AGAIN,
    )


def rows_of(lines: Sequence[Line], on: date, say: Say) -> list[Row]:
    """The lines of one person in words, with what their events were about. One query."""
    labels = labels_of(number for line in lines for number in numbers_of(line))
    return [row_of(line, on, labels, say) for line in lines]


def labels_of(numbers: Iterable[int]) -> dict[int, str]:
    """What events were about, by their number; what retention has blanked is left out. One query."""
    about = Event.objects.filter(number__in=set(numbers)).values_list("number", KT("private__about"))
    return {number: label for number, label in about if label}


def roles_said(appointments: Iterable[Appointment], say: Say) -> list[str]:
    """ "Councillor, Alder ward", "Member of children's scrutiny, Scrutiny Panel": the highest level first."""
    found = []
    for one in sorted(appointments, key=lambda one: (-one.level, one.role.name)):
        place = one.body.name if one.body else one.ward
        role = say(one.role.name)
        found.append(f"{role}, {place}" if place else role)
    return found
