"""The council's own case numbers: it says how they look, and the check of free text refuses whatever looks so.

A shape is written as the numbers are: `#` for a figure, `@` for a letter, all else as it stands: "LC######".
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from django.core.exceptions import ValidationError

from corpparent.identifiers.patterns import ALONE, compiled

FIGURE, LETTER = "#", "@"
PARTING = " -/."
MOST, LONGEST = 10, 20  # shapes; characters in each
LEAST_SIGNS, LEAST_FIGURES_ALONE = 5, 6
OWN_LETTERS = 2  # as many of its own letters, and the same figures can hardly be anything else, however spaced

SHAPES: list[Callable[[], Iterable[str]]] = []


def register_case_numbers(shapes: Callable[[], Iterable[str]]) -> None:
    """Say what gives the shapes of the council's case numbers; it is asked at each check. In AppConfig.ready."""
    SHAPES.append(shapes)


def case_shapes() -> tuple[str, ...]:
    """What the apps registered, asked now."""
    return tuple(shape for shapes in SHAPES for shape in shapes())


@lru_cache(maxsize=8)
def pattern_of(shapes: tuple[str, ...]) -> re.Pattern[str]:
    """Any of `shapes`, at least one, in capitals or small letters."""
    return compiled(rf"{ALONE} (?: {' | '.join(map(one_pattern, shapes))} ) (?! [^\W_] )")


def one_pattern(shape: str) -> str:
    """A shape with letters of its own is found with spaces or hyphens wherever they stand, others as they are written.

    Else "@@######" would find "in 2025-26".
    """
    signs = [sign_pattern(sign) for sign in shape if sign not in PARTING]
    if sum(sign.isalpha() for sign in shape) >= OWN_LETTERS:
        return "[ ./-]{0,2}".join(signs)
    return "".join(sign_pattern(sign) for sign in shape)


def sign_pattern(sign: str) -> str:
    if sign in PARTING:
        return "[ -]" if sign == " " else "[./-]?"
    return {FIGURE: r"\d", LETTER: "[a-z]"}.get(sign) or re.escape(sign)


def shapes_in(lines: str) -> list[str]:
    """One a line; empty lines are none."""
    return [line.strip() for line in lines.splitlines() if line.strip()]


def validate_shapes(lines: str) -> None:
    """Raise ValidationError for a shape that is none, or that would find what is no case number."""
    shapes = shapes_in(lines)
    if len(shapes) > MOST:
        raise ValidationError(f"Enter {MOST} lines at most.")
    if problems := [f"“{shape[:LONGEST]}”: {problem}" for shape in shapes for problem in problems_of(shape)]:
        raise ValidationError(problems)


def problems_of(shape: str) -> Iterator[str]:
    signs = [sign for sign in shape if sign not in PARTING]
    if len(shape) > LONGEST:
        yield f"keep it to {LONGEST} characters."
    elif not all(sign in (FIGURE, LETTER) or (sign.isascii() and sign.isalnum()) for sign in signs):
        yield "write # for a figure and @ for a letter; letters, figures, spaces and “-”, “/”, “.” stand as they are."
    elif signs.count(FIGURE) < 3 or len(signs) < LEAST_SIGNS:
        yield f"it is too short. With fewer than {LEAST_SIGNS} signs, 3 of them #, it would find other numbers."
    elif not any(sign == LETTER or sign.isalpha() for sign in signs) and len(signs) < LEAST_FIGURES_ALONE:
        yield f"figures alone must be {LEAST_FIGURES_ALONE} or more, or years and amounts would be taken for one."
