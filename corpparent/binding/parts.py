"""What is bound, where it lies in the pack, and what comes of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """A PDF to be bound. `title` is its bookmark; at `level` 2 it stands below the part of level 1 before it."""

    title: str
    content: bytes
    level: int = 1


@dataclass(frozen=True)
class Placed:
    """Where a part lies: the `number` of the part, counted from 1, the pack page it begins on, and its pages."""

    number: int
    title: str
    level: int
    page: int
    pages: int


@dataclass(frozen=True)
class Bound:
    """A bound pack: its bytes, how many pages it has, its SHA-256 in hexadecimal, the pack page each part begins on."""

    content: bytes
    pages: int
    sha256: str
    starts: list[int]


class NotBindable(ValueError):
    """A part cannot be bound as it stands. The message says which, and what is wrong with it."""
