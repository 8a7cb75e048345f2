"""What must be said before an item, a paper or a decision is kept from the public.

Sources: Local Government Act 1972, s100A(2) to (5) and Schedule 12A, part 1, and paragraph 10 of it for England: exempt
only "if and so long, as in all the circumstances of the case, the public interest in maintaining the exemption
outweighs the public interest in disclosing the information"; where the two are level, it is published.
"""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from corpparent.identifiers import validate_no_identifiers
from reports.committees.models import PARAGRAPHS, Access

LONGEST_INTEREST = 2_000
MOST_YEARS = 5  # ahead, for the day of the next look: a year that was mistyped would never come
FIELDS = ("access", "title", "public_title", "paragraphs", "interest", "review_on")  # of a Restrictable
TEXTS = ("title", "public_title", "interest", "source")


def checked(
    *,
    access: str,
    title: str,
    on: date,
    public_title: str = "",
    paragraphs: Collection[int] = (),
    interest: str = "",
    source: str = "",
    review_on: date | None = None,
) -> dict[str, Any]:
    """The fields of a Restrictable (FIELDS) as they are to be kept, from what a form asks; `on` is today.

    What does not belong to `access` is left out: an open row says nothing of why. Confidential information is kept from
    the public by law and needs no reasoning, only its `source`, which is kept as its `interest`.
    Raises ValidationError by field, also where a text holds an identifier of a child; it reads for that how the
    council's case numbers look.
    """
    texts = {"title": title, "public_title": public_title, "interest": interest, "source": source}
    texts = {name: text.strip() for name, text in texts.items()}
    errors = {**identifiers_in(texts), **missing(access, texts, paragraphs, review_on, on)}
    if errors:
        raise ValidationError(errors)
    kept: dict[str, Any] = {
        "access": access,
        "title": texts["title"],
        "public_title": "",
        "paragraphs": [],
        "interest": "",
    }
    if access == Access.EXEMPT:
        kept |= {"public_title": texts["public_title"], "paragraphs": sorted(set(paragraphs))}
        return kept | {"interest": texts["interest"], "review_on": review_on}
    if access == Access.CONFIDENTIAL:
        kept |= {"public_title": texts["public_title"], "interest": texts["source"]}
    return kept | {"review_on": None}


def missing(
    access: str, texts: dict[str, str], paragraphs: Collection[int], review_on: date | None, on: date
) -> dict[str, str]:
    """What `access` asks for and is not there, or is wrong, by field."""
    found = {}
    if not texts["title"]:
        found["title"] = "Give it a title."
    if access not in Access.values:
        found["access"] = "Choose who may see it: open, exempt or confidential."
    if access in (Access.EXEMPT, Access.CONFIDENTIAL) and not texts["public_title"]:
        found["public_title"] = "Say what the public reads instead of the title."
    if access == Access.CONFIDENTIAL and not texts["source"]:
        found["source"] = "Say who gave it in confidence, or which law or court order forbids to publish it."
    if access == Access.EXEMPT:
        found |= missing_of_exempt(texts["interest"], paragraphs, review_on, on)
    return found


def missing_of_exempt(interest: str, paragraphs: Collection[int], review_on: date | None, on: date) -> dict[str, str]:
    found = {}
    if not paragraphs or any(number not in PARAGRAPHS for number in paragraphs):
        found["paragraphs"] = "Choose the paragraphs of Schedule 12A under which it is exempt."
    if not interest:
        found["interest"] = "Say why the public interest in keeping it exempt is greater than in publishing it."
    if review_on is None:
        found["review_on"] = "Say by when somebody looks again whether it must still be exempt."
    elif review_on <= on:
        found["review_on"] = "Enter a day to come: it is when somebody looks again."
    elif review_on.year > on.year + MOST_YEARS:
        found["review_on"] = f"Enter a day within {MOST_YEARS} years: an exemption is looked at again."
    return found


def identifiers_in(texts: dict[str, str]) -> dict[str, list[str]]:
    """By field, what cannot stand in it because it could tell who a child is."""
    found = {}
    for name in TEXTS:
        try:
            validate_no_identifiers(texts[name])
        except ValidationError as problem:
            found[name] = problem.messages
    return found


def paragraphs_in_words(paragraphs: Collection[int]) -> str:
    """“paragraph 3”, “paragraphs 1 and 2”, “paragraphs 1, 2 and 5”; "" without any."""
    numbers = [str(number) for number in sorted(paragraphs)]
    if len(numbers) < 2:
        return f"paragraph {numbers[0]}" if numbers else ""
    return f"paragraphs {', '.join(numbers[:-1])} and {numbers[-1]}"
