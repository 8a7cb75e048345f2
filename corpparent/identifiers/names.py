"""Names of people, as far as they can be told from other words with a capital: a likelihood, which warns.

What is looked at: runs of one to three words with a capital. One is likely a name where its first word is a known first
name, where a title or "called" stands before it, where it does what people do ("... said", "... is waiting for"), or
where two or three words stand together that are none of the council's own. Places, offices and bodies are not names; a
councillor named as such is no child. Precision goes before recall: a warning that is mostly wrong is soon not read.
"""

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from corpparent.identifiers.finding import LINE_END, Hit, find
from corpparent.identifiers.kinds import Kind
from corpparent.identifiers.plain import plain
from corpparent.identifiers.streets import likely_addresses
from corpparent.identifiers.surroundings import (
    CALLED,
    DOES,
    INITIALS,
    INTRODUCED,
    ONE,
    PLACED,
    PLURALS,
    RUN,
    SENTENCE,
    SHORT,
    UNUSUAL,
)
from corpparent.identifiers.vocabulary import FAMOUS, FIRST_NAMES, OFFICES, OPENERS, OWN, THINGS, TITLES

BEFORE = 40

PHRASES: list[Callable[[], Iterable[str]]] = []


def register_own(phrases: Callable[[], Iterable[str]]) -> None:
    """Say what gives the council's own words: its name, bodies, offices, people who act for it. In AppConfig.ready."""
    PHRASES.append(phrases)


def own_phrases() -> list[str]:
    """What the apps registered, asked now: a few queries."""
    return [phrase for phrases in PHRASES for phrase in phrases()]


def find_names(text: str, own: Iterable[str] = ()) -> list[Hit]:
    """Likely names and addresses, first to last, none overlapping another or an identifier. `own`: no names."""
    same, places = plain(text)
    line_ends = [end.end() for end in LINE_END.finditer(text)]
    taken = [(hit.start, hit.end) for hit in find(text)]
    hits = []
    addresses = ((Kind.ADDRESS, *span) for span in likely_addresses(same))
    spans = sorted({*likely(without([*own, *FAMOUS], same)), *unusual(same)})
    names = ((Kind.NAME, *span) for span in spans)
    for kind, start, end in chain(addresses, names):
        first, last = places[start], places[end - 1] + 1
        if not any(first < other_end and other_start < last for other_start, other_end in taken):
            hits.append(Hit(kind, first, last, bisect(line_ends, first) + 1))
            taken.append((first, last))
    return sorted(hits, key=lambda hit: hit.start)


def without(own: Iterable[str], same: str) -> str:
    """The council's own phrases in small letters, so that they are no names; every place stays."""
    phrases = sorted({phrase.strip() for phrase in own if len(phrase.strip()) > 1}, key=len, reverse=True)
    if not phrases:
        return same
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")
    return pattern.sub(lambda match: "".join(small(character) for character in match[0]), same)


def small(character: str) -> str:
    """Of the same length: "İ" has none such and stays."""
    return character.lower() if len(character.lower()) == 1 else character


def likely(same: str) -> Iterator[tuple[int, int]]:
    for run in RUN.finditer(same):
        words = [word.span() for word in ONE.finditer(same, *run.span())]
        before = same[max(0, run.start() - BEFORE) : run.start()]
        if found := name_in(same, words, before):
            yield found
    yield from (match.span() for match in SHORT.finditer(same))


def unusual(same: str) -> Iterator[tuple[int, int]]:
    """A known first name in small letters or in capitals alone that does what people do."""
    yield from (match.span() for match in UNUSUAL.finditer(same) if match[0].casefold() in FIRST_NAMES)


def name_in(same: str, words: list[tuple[int, int]], before: str) -> tuple[int, int] | None:
    """The part of a run of capitalised words that is likely a name: its start and end."""
    said = [same[start:end].casefold() for start, end in words]
    if SENTENCE.search(before):
        while said and said[0] in OPENERS and said[0] not in FIRST_NAMES:
            before += same[words[0][0] : words[0][1]] + " "
            said, words = said[1:], words[1:]
    if not said or said[0] in OFFICES or said[-1] in OFFICES or has_office(before):
        return None
    has_title = said[0] in TITLES
    people = said[1:] if has_title else said
    if not people or any(is_own(word) for word in people):
        return None
    start, end = words[0][0], words[-1][1]
    initials = INITIALS.search(before)
    if initials and not is_own(people[0]):
        return start - len(initials[0]), end
    if has_title or is_likely(people, before, same[end : end + BEFORE]):
        return start, end
    return None


def is_own(word: str) -> bool:
    return word in OWN or (word in OPENERS and word not in FIRST_NAMES)


def has_office(before: str) -> bool:
    """A councillor, a saint or a judge stands just before."""
    last = re.search(r"([\w]+)\.?[ ]$", before)
    return last is not None and last[1].casefold() in OFFICES


def is_likely(people: list[str], before: str, after: str) -> bool:
    """By the list, by what stands before or after, or as two or three words that are nobody else's."""
    if len(people) > 3 or (len(people) == 1 and len(people[0]) > 3 and people[0].endswith(PLURALS)):
        return False
    if called := CALLED.search(before):
        return (called["what"] or "").strip().casefold() not in THINGS
    if people[0] in FIRST_NAMES or DOES.match(after) or INTRODUCED.search(before):
        return not (PLACED.search(before) and people[0] not in FIRST_NAMES)
    return len(people) > 1 and PLACED.search(before) is None
