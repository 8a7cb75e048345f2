"""What a person is told who wrote an identifier: its kind and line, never its value."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError

from corpparent.identifiers.case_numbers import case_shapes
from corpparent.identifiers.finding import Hit, find
from corpparent.identifiers.kinds import Kind

AT_MOST = 3  # lines that are named; the rest are counted
WHAT_NOW = "Take out what could point to a child or their family, or say it in other words."


class IdentifiersFound(Exception):
    """A text holds identifiers. `hits` says which and where; the message is the sentence for its writer."""

    def __init__(self, hits: list[Hit]) -> None:
        super().__init__(sentence_for(hits))
        self.hits = hits


def check(text: str) -> None:
    """Raise IdentifiersFound where `text` holds an identifier."""
    if hits := find(text, case_shapes()):
        raise IdentifiersFound(hits)


def validate_no_identifiers(value: str) -> None:
    """The same for a form field: the sentence stands at it, and what was typed stays in its box."""
    if hits := find(value, case_shapes()):
        raise ValidationError(sentence_for(hits), code="identifiers")


def sentence_for(hits: Iterable[Hit]) -> str:
    """ "There is a telephone number in line 2 and an NHS number in lines 3 and 5. Take out ...", or ""."""
    lines: dict[Kind, set[int]] = {}
    for hit in hits:
        lines.setdefault(hit.kind, set()).add(hit.line)
    if not lines:
        return ""
    found = [f"{kind.words} in {lines_said(sorted(where))}" for kind, where in lines.items()]
    return f"There is {listed(found)}. {WHAT_NOW}"


def warning_for(hits: Iterable[Hit]) -> str:
    """The same of what is likely: "There may be somebody’s name in line 2. Take it out, or ..."."""
    lines: dict[Kind, set[int]] = {}
    for hit in hits:
        lines.setdefault(hit.kind, set()).add(hit.line)
    found = listed([f"somebody’s {kind.value} in {lines_said(sorted(where))}" for kind, where in lines.items()])
    return f"There may be {found}. Take it out, or say below why it may stand."


def lines_said(lines: list[int]) -> str:
    """ "line 2", "lines 2 and 4", "lines 1, 2, 3 and 12 more"."""
    named = [str(line) for line in lines[:AT_MOST]]
    rest = [f"{len(lines) - AT_MOST:,} more"] * (len(lines) > AT_MOST)
    return f"line{'s' * (len(lines) > 1)} {listed(named + rest)}"


def listed(words: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
