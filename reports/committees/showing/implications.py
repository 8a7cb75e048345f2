"""Decision reports in words, and the share of each directorate that says what its reports mean for children."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from corpparent.words import day
from pledges.showing.actions import Fact
from pledges.showing.public import Tag
from reports.committees.facts.implications import Share
from reports.committees.models import Implication
from reports.committees.rules.implications import PROMPTS

HEAD = ("Report", "Decided by", "Decided on", "Directorate", "Has a section", "What it means", "Shared on", "Link")


@dataclass(frozen=True)
class Row:
    title: str
    url: str
    second: str
    tag: Tag


def row_of(implication: Implication) -> Row:
    second = f"{implication.decided_by}, {day(implication.decided_on)}. {implication.directorate}"
    url = reverse("committees:implication-detail", args=[implication.public_id])
    return Row(implication.title, url, second, tag_of(implication))


def tag_of(implication: Implication) -> Tag:
    if not implication.has_section:
        return Tag("late", "Says nothing of children in care")
    if implication.shared_at:
        return Tag("ok", "Shared")
    return Tag("due", "To be shared") if implication.signed_off_at else Tag("due", "To be signed off")


def facts_of(implication: Implication) -> list[Fact]:
    facts = [
        Fact("Decided by", implication.decided_by),
        Fact("Day", day(implication.decided_on)),
        Fact("Directorate", implication.directorate),
    ]
    if implication.signed_off_by and implication.signed_off_at:
        facts.append(Fact("Signed off", f"{implication.signed_off_by.name}, {day(implication.signed_off_at)}"))
    if implication.shared_at:
        facts.append(Fact("Shared", day(implication.shared_at)))
    return facts


def answers_of(implication: Implication) -> list[Fact]:
    """Each prompt with its answer, in the order of the principles."""
    answers = implication.answers
    return [Fact(asked, answers[name]) for name, asked in PROMPTS.items() if answers.get(name)]


def share_in_words(share: Share) -> str:
    """ "3 of 4 (75%)"."""
    return f"{share.having} of {share.total} ({share.percent}%)"


def csv_rows(found: Iterable[Implication]) -> Iterable[list[object]]:
    for one in found:
        yield [
            one.title,
            one.decided_by,
            one.decided_on,
            one.directorate,
            "yes" if one.has_section else "no",
            one.summary if one.shared_at else "",
            day(one.shared_at) if one.shared_at else "",
            one.link,
        ]
