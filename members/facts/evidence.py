"""The evidence of a financial year: who owed which duty, how it stood at the end, and the records that prove it."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, partial
from uuid import UUID

from django.utils.timezone import localdate

from corpparent import exports
from corpparent.models import ChainHead
from corpparent.periods import Period
from corpparent.words import day, moment
from members import words
from members.duties import Line, Setting, State
from members.duties.telling import Row, often, records_of, row_of
from members.facts.ledger import Ledger, current_settings, ledgers
from members.facts.statements import roles_said
from members.models import Appointment, Council, Level

HEAD = [
    *("Person", "Roles", "Level", "As on", "Duty", "What it asks", "State", "When", "Owed since"),
    *("Record", "Record number", "Record of"),
]
COLUMNS = [State.MET, State.DUE, State.OVERDUE, State.NOT_ASKED, State.NOT_RECORDED]


@dataclass(frozen=True)
class Holder:
    """One person in the file, as on their last day in the year."""

    name: str
    roles: list[str]
    level: int
    on: date
    lines: list[Line]
    rows: list[Row]
    has_left: bool

    @property
    def level_words(self) -> str:
        return Level(self.level).label

    @property
    def day(self) -> str:
        return day(self.on)

    @property
    def unjudged(self) -> str:
        """Codes of the duties about which the record could say nothing."""
        return ", ".join(row.code for row in self.rows if not row.is_judged)


@dataclass(frozen=True)
class Evidence:
    """A year's evidence as it was gathered: everything that both forms of the file show."""

    year: Period
    on: date
    people: list[Holder]
    settings: list[Setting]
    council: str
    is_invented: bool
    pine: str
    sun: str
    head: str
    made_at: datetime

    @cached_property
    def proofs(self) -> int:
        """How many different records are shown."""
        return len({record.number for one in self.people for row in self.all_records(one) for record in row})

    def all_records(self, holder: Holder) -> Iterator[list]:
        return (records_of(line, {}, self.year.starts_on) for line in holder.lines)

    @property
    def day(self) -> str:
        return day(self.on)

    @property
    def made(self) -> str:
        return moment(self.made_at)

    @property
    def asked(self) -> list[dict[str, str]]:
        """Each duty, how the council asks it, and what proves it."""
        return [
            {
                "code": one.definition.code,
                "title": one.definition.title,
                "often": often(one.months, one.days),
                "proved": one.definition.proved,
            }
            for one in self.settings
        ]

    @property
    def is_whole(self) -> bool:
        """Whether the year had ended when the file was made."""
        return self.on == self.year.ends_on

    @property
    def summary(self) -> list[list[str]]:
        """Per duty: code and title, how many owed it, then how many stand in each of COLUMNS."""
        counts: dict[str, Counter[State]] = defaultdict(Counter)
        for holder in self.people:
            for line in holder.lines:
                counts[line.definition.code][line.state] += 1
        return [
            [f"{code} {one.title}", str(counts[code].total()), *(str(counts[code][state] or "–") for state in COLUMNS)]
            for code, one in ((setting.definition.code, setting.definition) for setting in self.settings)
        ]


def gather(year: Period, at: datetime) -> Evidence:
    """The evidence of `year` up to its end, or up to today while it runs. Six queries."""
    council, settings = Council.current(), current_settings()
    on = min(year.ends_on, localdate(at))
    held = appointments_in(year.starts_on, on)
    days = {person: last_day(terms, on) for person, terms in held.items()}
    found = ledgers(days, settings)
    return Evidence(
        year=year,
        on=on,
        people=holders_of(held, days, found, year.starts_on, on),
        settings=settings,
        council=council.name,
        is_invented=council.is_invented,
        pine=council.pine,
        sun=council.sun,
        head=ChainHead.printed(),
        made_at=at,
    )


def appointments_in(starts_on: date, ends_on: date) -> dict[UUID, list[Appointment]]:
    """Appointments in force on any day from one to the other, by person, in the order of their names."""
    held = Appointment.objects.overlapping(starts_on, ends_on).select_related("person", "role", "body")
    found: dict[UUID, list[Appointment]] = defaultdict(list)
    for one in held.order_by("person__name", "person_id"):
        found[one.person.public_id].append(one)
    return found


def last_day(terms: list[Appointment], on: date) -> date:
    """`on` for whoever still holds an appointment then; else the last day of the last one."""
    return max(min(term.ends_on or on, on) for term in terms)


def holders_of(
    held: dict[UUID, list[Appointment]], days: dict[UUID, date], found: Ledger, since: date, on: date
) -> list[Holder]:
    """Everybody who owed something, with their lines in words."""
    say = partial(words.say, words=words.current())
    return [
        holder_of(terms, days[person], found[person], since, on, say) for person, terms in held.items() if found[person]
    ]


def holder_of(terms: list[Appointment], day_of: date, lines: list[Line], since: date, on: date, say) -> Holder:
    current = [term for term in terms if term.starts_on <= day_of and (term.ends_on or on) >= day_of]
    return Holder(
        name=terms[0].person.name,
        roles=roles_said(current, say),
        level=max(term.level for term in current),
        on=day_of,
        lines=lines,
        rows=[row_of(line, day_of, say=say, since=since) for line in lines],
        has_left=day_of < on,
    )


def csv_of(told: Evidence) -> bytes:
    """One row per person, duty and record; a duty without a record has one row, too."""
    return exports.csv_bytes(HEAD, table_of(told))


def table_of(told: Evidence) -> Iterator[list[object]]:
    for holder in told.people:
        who = [holder.name, "; ".join(holder.roles), holder.level_words, holder.on.isoformat()]
        for line, row in zip(holder.lines, holder.rows, strict=True):
            duty = [row.code, row.title, row.tag, row.when, line.since.isoformat()]
            records = records_of(line, {}, told.year.starts_on)
            for record in records:
                yield [*who, *duty, record.words, record.number, record.on.isoformat()]
            if not records:
                yield [*who, *duty, "", "", ""]
