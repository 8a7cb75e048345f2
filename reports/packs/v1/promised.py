"""The page of promises and voices, ready for screen and paper."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from corpparent.words import in_words
from pledges.models import Progress, Voice

# For a rating: how a tag is drawn.
STATUS = {
    Progress.Rating.KEPT: "ok",
    Progress.Rating.PARTLY: "due",
    Progress.Rating.NOT_KEPT: "late",
    Progress.Rating.COULD_NOT_TELL: "neutral",
}
ANSWERS = {
    Voice.Status.HEARD: ("due", "Heard"),
    Voice.Status.LOOKED_AT: ("now", "Being looked at"),
    Voice.Status.CHANGED: ("ok", "Changed"),
    Voice.Status.NOT_CHANGED: ("neutral", "Not changed"),
}
NOTHING = "Nothing yet"


@dataclass(frozen=True)
class Tag:
    status: str
    text: str


class Told:
    """One promise: `officers` and `young_people` are tags; where they differ that is said first."""

    def __init__(self, facts: dict[str, Any]) -> None:
        self.facts = facts
        self.title = f"{facts['number']}. {facts['wording']}"
        self.officers, self.young_people = tag(facts["officers"]), tag(facts["young_people"])

    @property
    def row(self) -> list[str]:
        return [self.title, self.officers.text, self.young_people.text, self.disagreement or "Yes"]

    @property
    def disagreement(self) -> str:
        if not (self.facts["officers"] and self.facts["young_people"]):
            return "One voice has not spoken yet."
        said = [
            "They do not agree." * self.facts["differ"],
            "Worse than before." * self.facts["slipped"],
            quoted(self.facts["young_people"]["words"]) if self.facts["differ"] else "",
        ]
        return " ".join(filter(None, said))


class Heard:
    """One thing that was said, and what came of it."""

    def __init__(self, facts: dict[str, Any]) -> None:
        self.who = f"{facts['who']}, {day(facts['heard_on'])}"
        self.said = quoted(facts["said"]) if facts["is_quoted"] else facts["said"]
        told = facts["status"] == Voice.Status.TOLD_BACK
        status, text = ("ok", "Told back") if told else ANSWERS[facts["status"]]
        self.tag = Tag(status, text)
        self.answer = " ".join(
            filter(None, [facts["outcome"], f"Told back on {day(facts['told_on'])}." if told else ""])
        )

    @property
    def row(self) -> list[str]:
        return [f"{self.said} {self.who}", self.tag.text, self.answer or "–"]


class Promised:
    """What a pack says of promises and voices; empty in packs frozen before there were any."""

    HEAD = ("Promise", "Council officers say", "Young people say", "Do they agree?")
    HEARD_HEAD = ("You said", "How it stands", "What came of it")

    def __init__(self, facts: dict[str, Any]) -> None:
        self.pledges = [(one["title"], [Told(row) for row in one["promises"]]) for one in facts.get("promised", [])]
        self.heard = [Heard(one) for one in facts.get("heard", [])]

    def __bool__(self) -> bool:
        return bool(self.pledges or self.heard)

    @property
    def tables(self) -> list[tuple[str, list[list[str]]]]:
        """(title, rows under HEAD) of each pledge, for paper."""
        return [(title, [told.row for told in told_of]) for title, told_of in self.pledges]

    @property
    def heard_rows(self) -> list[list[str]]:
        return [one.row for one in self.heard]

    @property
    def lead(self) -> str:
        """ "They agree on six of nine promises." """
        both = [one for _, told in self.pledges for one in told if one.facts["officers"] and one.facts["young_people"]]
        if not both:
            return "Young people and officers have not both spoken yet."
        agree = sum(not one.facts["differ"] for one in both)
        number = in_words(agree) if agree else "none"
        return f"Officers and young people agree on {number} of {in_words(len(both))} promise{'s' * (len(both) > 1)}."


def tag(said: dict[str, str] | None) -> Tag:
    if said is None:
        return Tag("neutral", NOTHING)
    rating = Progress.Rating(said["rating"])
    return Tag(STATUS[rating], str(rating.label))


def quoted(words: str) -> str:
    return f"“{words}”" if words else ""


def day(iso: str) -> str:
    return f"{date.fromisoformat(iso):%-d %B %Y}"
