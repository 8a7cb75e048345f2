"""The summary of a quarter's visits in words and tables: what page and pack both show, from its frozen facts alone."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.urls import reverse

from corpparent.periods import Period
from corpparent.themes import THEMES
from corpparent.words import count, day, in_words
from pledges.showing.public import Tag
from visits.facts.quarters import AMENDED, LATER, WAITING
from visits.facts.summaries import (
    ACCEPTED,
    CHANGED,
    FEW_HOMES,
    IN_TIME,
    ISSUED_AGAIN,
    LATE,
    REFUSED,
    RESOLVED,
    UNANSWERED,
    YES,
)
from visits.models import Point, RotaSlot, SummaryReader, Visit, VisitSummary

Rows = list[list[str]]
NAME_AND_NUMBER = 2

WITHHELD = {
    FEW_HOMES: "Withheld: fewer than three homes stand behind the numbers, so they would tell of one home.",
    ISSUED_AGAIN: "Withheld: this was issued again, and what is different from before would tell of one home.",
    CHANGED: "Withheld: what it was counted from is not for everybody any more.",
}
NEVER_PUBLIC = "A visit on which a worry about a child was passed on is never counted here."
KEPT_BACK = "Rows that fewer than three homes stand behind are not shown, nor are those that would give them away."
NOT_TOLD = "is not shown: fewer than three homes stand behind it."

LEFT = {
    LATER: "Made after the quarter",
    AMENDED: "Made; its report is being amended",
    **{str(one.value): f"Not made: {str(one.label)[0].lower()}{str(one.label)[1:]}" for one in RotaSlot.Because},
    WAITING: "Not made yet",
}
BECAME = {
    RESOLVED: "Put right, the visitor says",
    ACCEPTED: "Accepted, not yet put right",
    REFUSED: "Not accepted",
    UNANSWERED: "Not answered yet",
}
JUDGEMENTS = {str(one.value): str(one.label) for one in Visit.Judgement}
SEVERITIES = {str(one.value): str(one.label) for one in reversed(Point.Severity)}
THEME_TITLES = {one.slug: one.title for one in THEMES}
QUESTION = "Would this be good enough for my own child?"


class Table(NamedTuple):
    """`rows` under `head`, each beginning with its name; `note` says what is not there."""

    title: str
    head: list[str]
    rows: Rows
    note: str = ""

    @property
    def is_narrow(self) -> bool:
        """Names beside one number each."""
        return len(self.head) == NAME_AND_NUMBER


class Quarter(NamedTuple):
    """One edition of a summary: `withheld` is the sentence that stands for everything else."""

    label: str
    withheld: str
    sentences: list[str]
    tables: list[Table]
    notes: list[str]

    @property
    def lead(self) -> str:
        return self.withheld or self.sentences[0]

    @property
    def more(self) -> list[str]:
        """The sentences after the first."""
        return self.sentences[1:]


def public_of(code: str, facts: Mapping[str, Any]) -> Quarter:
    """For everybody, from `public_facts`."""
    label = Period.parse(code).label
    if facts["withheld"]:
        return Quarter(label, WITHHELD[facts["withheld"]], [], [], [NEVER_PUBLIC])
    tables = [
        table("Wanted and not made", "Why", LEFT, facts["left"]),
        table(QUESTION, "The visitor says", JUDGEMENTS, facts["judgements"]),
        table("What visits found", "Theme", THEME_TITLES, facts["themes"]),
        table("How soon it should change", "How soon", SEVERITIES, facts["severities"]),
        table("What became of it", "How it stands", BECAME, facts["became"]),
    ]
    shown = [one for one in tables if one.rows]
    notes = [KEPT_BACK] * any(one.note for one in tables) + [NEVER_PUBLIC]
    return Quarter(label, "", public_sentences(facts), shown, notes)


def public_sentences(facts: Mapping[str, Any]) -> list[str]:
    made, left, points = facts["made"], facts["left"]["total"], facts["themes"]["total"]
    told, praised = facts["told"]["rows"].get(YES), facts["celebrated"]["rows"].get(YES)
    return [
        wanted(made, left),
        took("Reports", facts["report_days"], facts["reported"]),
        *([f"Answers took {days(facts['answer_days'])} in the middle."] if facts["answer_days"] is not None else []),
        f"How many points were raised {NOT_TOLD}" if points is None else raised(points),
        *([f"Children were told what came of {count(told, 'point')}."] if told else []),
        *([f"{count(praised, 'visit').capitalize()} found something to celebrate."] if praised else []),
    ]


def wanted(made: int, left: int | None) -> str:
    """ "Three visits were made of 14 that were wanted." """
    were = f"{count(made, 'visit').capitalize()} {'was' if made == 1 else 'were'} made"
    if left is None:
        return f"{were}. How many more were wanted {NOT_TOLD}"
    return f"{were} of {in_words(made + left)} that were wanted."


def took(what: str, middle: float | None, in_time: Mapping[str, Any]) -> str:
    """ "Reports took 3 working days in the middle; 10 of 12 came in time." """
    if middle is None:
        return f"{what} took no time yet: there are none."
    said = f"{what} took {days(middle)} in the middle"
    number = in_time["rows"].get(IN_TIME)
    return f"{said}; {number:,} of {in_time['total']:,} came in time." if number else f"{said}."


def days(number: float) -> str:
    return f"{number:g} working day{'s' * (number != 1)}"


def raised(points: int) -> str:
    return f"{count(points, 'point').capitalize()} {'was' if points == 1 else 'were'} raised."


def table(title: str, head: str, labels: Mapping[str, str], found: Mapping[str, Any]) -> Table:
    """A Breakdown of the public edition, in the order of `labels`."""
    rows = [[label, f"{found['rows'][slug]:,}"] for slug, label in labels.items() if slug in found["rows"]]
    return Table(title, [head, "Number"], rows, note="" if found["is_whole"] else KEPT_BACK)


def exempt_of(code: str, facts: Mapping[str, Any]) -> Quarter:
    """For those who may know of homes, from `facts`: home by home, and no words anybody wrote."""
    tables = [
        Table("Home by home", HOME_HEAD, [home_row(one) for one in facts["homes"]]),
        Table("Wanted and not made", ["Why", "Visits"], counted(LEFT, facts["left"])),
        Table(QUESTION, ["The visitor says", "Visits"], counted(JUDGEMENTS, facts["judgements"])),
        Table("What visits found", THEME_HEAD, [theme_row(one) for one in facts["themes"]]),
        Table("What became of it", ["How it stands", "Points"], counted(BECAME, facts["became"])),
    ]
    return Quarter(Period.parse(code).label, "", exempt_sentences(facts), [one for one in tables if one.rows], [])


def exempt_sentences(facts: Mapping[str, Any]) -> list[str]:
    reports, answers = facts["reports"], facts["answers"]
    return [
        wanted(facts["made"], sum(facts["left"].values())),
        took("Reports", reports["days"], whole(reports)),
        took("Answers", answers["days"], whole(answers)),
        raised(facts["points"]),
        f"Children were told what came of {count(facts['told'], 'point')}.",
        f"{count(facts['celebrated'], 'visit').capitalize()} found something to celebrate.",
    ]


def whole(found: Mapping[str, Any]) -> dict[str, Any]:
    return {"total": found[IN_TIME] + found[LATE], "rows": {IN_TIME: found[IN_TIME]}}


HOME_HEAD = ["Home", "Made", "Not made", "Good enough?", "Points", "Urgent", "Put right", "Children told"]
THEME_HEAD = ["Theme", "Points", "Homes", *SEVERITIES.values(), "Put right"]


def home_row(home: Mapping[str, Any]) -> list[str]:
    """Alias and Ofsted number, and nothing else that names the home."""
    return [
        f"{home['alias']} ({home['urn']})",
        f"{home['made']:,}",
        f"{sum(home['left'].values()):,}",
        ", ".join(one if n == 1 else f"{one} ({n})" for one, n in labelled(JUDGEMENTS, home["judgements"])) or "–",
        f"{home['points']:,}",
        f"{home['severities'].get(Point.Severity.URGENT, 0):,}",
        f"{home['became'].get(RESOLVED, 0):,}",
        f"{home['told']:,}",
    ]


def theme_row(theme: Mapping[str, Any]) -> list[str]:
    severities = [f"{theme['severities'].get(slug, 0):,}" for slug in SEVERITIES]
    put_right = f"{theme['became'].get(RESOLVED, 0):,}"
    return [THEME_TITLES[theme["theme"]], f"{theme['points']:,}", f"{theme['homes']:,}", *severities, put_right]


def counted(labels: Mapping[str, str], found: Mapping[str, int]) -> Rows:
    return [[label, f"{number:,}"] for label, number in labelled(labels, found)]


def labelled(labels: Mapping[str, str], found: Mapping[str, int]) -> Iterable[tuple[str, int]]:
    return [(label, found[slug]) for slug, label in labels.items() if slug in found]


class Said(NamedTuple):
    """What visitors wrote of one home, for those who see reports: on the page alone, in no pack."""

    home: str
    celebrate: list[str]
    change_first: list[str]
    told: list[str]


def said_of(facts: Mapping[str, Any]) -> list[Said]:
    found = [
        Said(f"{home['alias']} ({home['urn']})", home["celebrate"], home["change_first"], home["told_words"])
        for home in facts["homes"]
    ]
    return [one for one in found if any(one[1:])]


class RowShown(NamedTuple):
    """A summary in the list."""

    label: str
    url: str
    second: str
    tag: Tag | None


def row_of(summary: VisitSummary, reader: SummaryReader | None) -> RowShown:
    """`reader`: whether somebody was asked to read it, and did."""
    again = " again" if summary.number > 1 else ""
    return RowShown(
        label=Period.parse(summary.quarter).label,
        url=reverse("visits:summary-detail", args=[summary.public_id]),
        second=f"Issued{again} on {day(summary.issued_at)}.",
        tag=tag_of(reader),
    )


def tag_of(reader: SummaryReader | None) -> Tag | None:
    if reader is None or reader.released_at:
        return None
    return Tag("ok", f"You read it on {day(reader.read_at)}") if reader.read_at else Tag("due", "Waiting for you")


def readers(read: int, asked: int) -> str:
    """ "Four of 12 people who were asked have read it." """
    if not asked:
        return "Nobody was asked to read it yet."
    some = in_words(read).capitalize() if read else "None"
    return f"{some} of {count(asked, 'person', 'people')} who were asked said that they read it."
