"""Who has not spoken of a quarter, made ready for its list and for start pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corpparent.rules import why_not
from corpparent.words import count
from members.roles import PARTICIPATION_OFFICER
from members.standing import Standing
from pledges.facts.progress import owner_role_of
from pledges.facts.silence import Silence
from pledges.models import Progress
from pledges.rules import progress as rules
from pledges.showing.progress import form_url

WHOSE = {
    Progress.Voice.OFFICERS: "Officers have not said how they see it.",
    Progress.Voice.YOUNG_PEOPLE: "Young people have not been heard on it.",
}


@dataclass(frozen=True)
class Silences:
    """What one reader sees of the silences of a quarter, the same for all: its label, and a row each."""

    rows: list[dict[str, str]]
    period: str = ""

    @classmethod
    def of(cls, silences: list[Silence], who: Standing, on: date) -> "Silences":
        rows = [row(one, who, on) for one in silences]
        return cls(rows, silences[0].period.label if silences else "")

    @property
    def heading(self) -> str:
        if not self.rows:
            return "Everybody has spoken"
        missing = count(len(self.rows), "voice is missing", "voices are missing")
        return f"{missing.capitalize()} for {self.period}"


def row(one: Silence, who: Standing, on: date) -> dict[str, str]:
    """What it is about, whose voice is missing, and where to mend that ("" for whoever may not)."""
    may = not why_not(rules.check_can_record, who, one.voice, owner_role_of(one.of))
    return {
        "title": str(one.of),
        "whose": WHOSE[Progress.Voice(one.voice)],
        "url": form_url(one.of, one.voice, one.period.code) if may else "",
        "status": tone(one, on),
        "tag": tag(one, on),
    }


def tone(one: Silence, on: date) -> str:
    return "late" if one.is_late(on) else "due"


def tag(one: Silence, on: date) -> str:
    """ "By 28 October" or "8 days late"."""
    days = (on - one.due_on).days
    return f"{days} day{'s' * (days > 1)} late" if days > 0 else f"By {one.due_on:%-d %B}"


def asked_of(who: Standing, silences: Iterable[Silence]) -> list[Silence]:
    """Those that wait for `who`: young people's for the participation officer, officers' for whoever answers."""
    return [one for one in silences if is_asked(who, one)]


def is_asked(who: Standing, one: Silence) -> bool:
    if one.voice == Progress.Voice.YOUNG_PEOPLE:
        return who.has(PARTICIPATION_OFFICER)
    return who.has(owner_role_of(one.of)) and not who.has(PARTICIPATION_OFFICER)
