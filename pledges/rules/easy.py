"""Who writes the easy-read form of a pledge, who publishes it, and what easy words are."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from django.core.exceptions import ValidationError

from corpparent.rules import NotAllowed
from members.roles import ADMINISTRATOR, DCS, DEMOCRATIC_SERVICES_OFFICER, LEAD_MEMBER, PARTICIPATION_OFFICER
from members.standing import Standing
from pledges.models import Pledge
from pledges.symbols import SYMBOLS

WRITERS = (PARTICIPATION_OFFICER, DEMOCRATIC_SERVICES_OFFICER, ADMINISTRATOR)
PUBLISHERS = (DCS, LEAD_MEMBER, PARTICIPATION_OFFICER, DEMOCRATIC_SERVICES_OFFICER)
LONGEST_SENTENCE = 15  # words, as the guides to easy read ask for


class EasyWords(NamedTuple):
    """One promise in easy words: a sentence, one more or "", and the name of a drawing of ours or ""."""

    words: str
    more: str = ""
    symbol: str = ""


class HasNumber(Protocol):
    number: int


def check_can_write_easy_read(who: Standing) -> None:
    if not who.has(*WRITERS):
        raise NotAllowed(
            "Only the participation officer, democratic services or the administrator writes a pledge in easy words."
        )


def check_is_not_retired(pledge: Pledge) -> None:
    if pledge.status == Pledge.Status.RETIRED:
        raise NotAllowed("This pledge is retired. Its easy words stay as they were.")


def check_can_publish_easy_read(
    who: Standing, writers: Iterable[int | None], promises_without_words: Iterable[int], *, is_public: bool
) -> None:
    """`writers`: who wrote the words and brought the drawings; `promises_without_words`: numbers.

    The words and drawings are children's to see: two people look before they do. Source: SECURITY, rule 13.
    """
    if not who.has(*PUBLISHERS):
        raise NotAllowed(
            "Only the Director of Children's Services, the Lead Member, the participation officer or democratic "
            "services publishes easy words."
        )
    if who.person_id in set(writers):
        raise NotAllowed("You wrote these words or brought a drawing. Ask somebody else to look and publish.")
    if missing := sorted(promises_without_words):
        raise NotAllowed(f"{numbered(missing)} no easy words yet. Write them first.")
    if not is_public:
        raise NotAllowed("The pledge is not live yet. Publish it first, then its easy words.")


def numbered(numbers: list[int]) -> str:
    """ "Promise 3 has", "Promises 3, 4 and 7 have"."""
    if len(numbers) == 1:
        return f"Promise {numbers[0]} has"
    return f"Promises {', '.join(map(str, numbers[:-1]))} and {numbers[-1]} have"


def check_easy_words(words: Mapping[HasNumber, EasyWords]) -> None:
    """Raise ValidationError by field: `words-3`, `more-3`, `symbol-3` for promise 3."""
    problems: dict[str, str] = {}
    for promise, easy in words.items():
        for name, sentence in (("words", easy.words), ("more", easy.more)):
            if len(sentence.split()) > LONGEST_SENTENCE:
                problems[f"{name}-{promise.number}"] = (
                    f"Keep it to {LONGEST_SENTENCE} words: one idea in one short sentence."
                )
        if easy.more and not easy.words:
            problems[f"words-{promise.number}"] = "Write the first sentence before the second."
        if easy.symbol and easy.symbol not in SYMBOLS:
            problems[f"symbol-{promise.number}"] = "Choose one of the drawings in the list."
    if problems:
        raise ValidationError(problems)  # type: ignore[arg-type]  # one sentence a field
