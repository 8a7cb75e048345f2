"""Lines of the ledger in words: what page, paper and table say. Pure; every date is text already."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from corpparent.words import day, in_words
from members.duties.lines import Line
from members.duties.proving import Deed, Part, State

# State -> (look of the tag, its words)
TAGS = {
    State.OVERDUE: ("late", "Late"),
    State.DUE: ("due", "Due"),
    State.MET: ("ok", "Met"),
    State.NOT_ASKED: ("neutral", "Nothing asked"),
    State.NOT_RECORDED: ("neutral", "Not recorded yet"),
}
MARKS = {"late": "△", "due": "◷", "ok": "✓", "neutral": "–"}  # on paper, beside the word
SHOWN = 2  # records behind a duty; the rest are counted

Say = Callable[[str], str]


@dataclass(frozen=True)
class Record:
    """An event behind a duty: "Statement of the role signed", "4 May 2026", 1042."""

    words: str
    on: date
    number: int

    @property
    def day(self) -> str:
        return day(self.on)


@dataclass(frozen=True)
class Todo:
    """What to do now, and where (an address, "" where there is none yet)."""

    label: str
    path: str
    by: str


@dataclass(frozen=True)
class Row:
    """One duty as a statement shows it."""

    code: str
    title: str
    asks: str
    proved_by: str
    state: State
    when: str
    since: str
    records: list[Record] = field(default_factory=list)
    newest: list[Record] = field(default_factory=list)  # of each proof: where there is no room for more
    count: int = 0  # of all records behind it
    todo: list[Todo] = field(default_factory=list)

    @property
    def status(self) -> str:
        return TAGS[self.state][0]

    @property
    def tag(self) -> str:
        return TAGS[self.state][1]

    @property
    def is_judged(self) -> bool:
        """Whether the record could say anything yet."""
        return self.status != "neutral"

    @property
    def more(self) -> int:
        return self.count - len(self.records)

    @property
    def more_than_newest(self) -> int:
        return self.count - len(self.newest)

    @property
    def mark(self) -> str:
        return MARKS[self.status]


def row_of(
    line: Line, on: date, labels: Mapping[int, str] | None = None, say: Say = str, since: date | None = None
) -> Row:
    """`line` in words on day `on`.

    `labels`: what an event was about, by its number; `say`: the council's own words; `since`: see `records_of`.
    """
    one, labels = line.definition, labels or {}
    shown = records_of(line, labels, since)
    return Row(
        code=one.code,
        title=say(one.title),
        asks=say(one.asks),
        proved_by=say(one.proved),
        state=line.state,
        when=when(line, on),
        since=day(line.since),
        records=shown[:SHOWN],
        newest=[shown[i] for i in sorted(newest_of(line, shown))],
        count=len(shown),
        todo=[todo for part in line.parts for todo in todos_of(part, labels)],
    )


def when(line: Line, on: date) -> str:
    """Until when it holds, by when it is due, or how late it is."""
    if line.state is State.NOT_RECORDED:
        return "The portal cannot record this yet, so nobody is late."
    if line.state is State.NOT_ASKED:
        return "Nothing has been asked yet."
    if line.due_on is None:
        return "All that was asked is done."
    if line.state is State.MET:
        return f"Until {day(line.due_on)}"
    if line.state is State.DUE:
        return f"By {day(line.due_on)}"
    late = (on - line.due_on).days
    return f"{late:,} day{'s' * (late != 1)} late, due {day(line.due_on)}"


def briefly(line: Line) -> str:
    """The same for a cell of the matrix, "" where the state says all."""
    before = {State.MET: "until", State.DUE: "by", State.OVERDUE: "since"}
    return f"{before[line.state]} {line.due_on:%-d %b %Y}" if line.due_on and line.state in before else ""


def records_of(line: Line, labels: Mapping[int, str], since: date | None = None) -> list[Record]:
    """What proves the duty, the newest first.

    Of a proof by interval its newest event, which is the one that holds; of occasions every answer. With `since` also
    those intervals renewed from that day on, and no answer from before it.
    """
    found = {}
    for part in line.parts:
        for deed in shown_of(part, since):
            found[deed.number] = Record(named(part.proof.words, labels.get(deed.number, "")), deed.on, deed.number)
    return [found[number] for number in sorted(found, reverse=True)]


def shown_of(part: Part, since: date | None) -> list[Deed]:
    """The events of one proof that `records_of` shows."""
    if part.proof.asked:
        return [deed for deed in part.proved if since is None or deed.on >= since]
    return [deed for deed in part.proved if deed is part.proved[0] or (since and deed.on >= since)]


def newest_of(line: Line, shown: list[Record]) -> set[int]:
    """Where in `shown` the newest record of each proof stands."""
    numbers = [{deed.number for deed in part.proved} for part in line.parts]
    found = (next((i for i, record in enumerate(shown) if record.number in own), None) for own in numbers)
    return {i for i in found if i is not None}


def todos_of(part: Part, labels: Mapping[int, str]) -> list[Todo]:
    """What is to be done for one proof: each thing that waits, or the proof itself."""
    if part.waiting:
        return [
            Todo(named(part.proof.todo, labels.get(one.deed.number, "")), part.proof.path, day(one.due_on))
            for one in part.waiting
        ]
    if part.state in (State.DUE, State.OVERDUE) and part.due_on:
        return [Todo(part.proof.todo, part.proof.path, day(part.due_on))]
    return []


def numbers_of(line: Line) -> list[int]:
    """Events whose subject a reader wants named: what was asked, and what answered it."""
    asked = [part for part in line.parts if part.proof.asked]
    return [one.deed.number for part in asked for one in part.waiting] + [
        deed.number for part in asked for deed in part.proved[:SHOWN]
    ]


def named(words: str, label: str) -> str:
    return f"{words}: {label}" if label else words


def counted(number: int, what: str, verb: tuple[str, str] = ("", "")) -> str:
    """ "Three duties wait", "One duty waits", "No duty waits", "12 duties wait": `verb` for one and for several."""
    said = in_words(number).capitalize()
    plural = {"duty": "duties", "person": "people"}
    return " ".join(filter(None, [said, what if number <= 1 else plural[what], verb[number > 1]]))


def often(months: int | None, days: int) -> str:
    """How long a proof holds and how many days there are: "Every 12 months; 60 days to prove it."."""
    spell = f"{days} day{'s' * (days != 1)}"
    if months is None:
        return f"On each occasion, within {spell}."
    return f"Every {'month' if months == 1 else f'{months} months'}; {spell} to prove it."
