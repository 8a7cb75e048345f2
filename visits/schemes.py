"""Schemes under which inspectors grade, as visits/schemes.toml says them."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("schemes.toml")


@dataclass(frozen=True)
class Head:
    """What is graded."""

    slug: str
    title: str


@dataclass(frozen=True)
class Grade:
    """`tone`: good, due or late. `also`: how files write it, besides its title."""

    slug: str
    title: str
    tone: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scheme:
    """`kinds`: of homes it is for; none: all that no other scheme is for. `grades`: from best to worst.

    `overall`: the head that is the grade of the whole, "" where there is none.
    """

    slug: str
    title: str
    starts_on: date
    overall: str
    heads: tuple[Head, ...]
    grades: tuple[Grade, ...]
    kinds: tuple[str, ...] = ()

    def grade(self, slug: str) -> Grade | None:
        return next((grade for grade in self.grades if grade.slug == slug), None)

    def written(self, words: str) -> Grade | None:
        """The grade that a file writes as `words`, whatever its capitals and spaces."""
        wanted = plain(words)
        return next((one for one in self.grades if wanted in map(plain, (one.title, one.slug, *one.also))), None)

    @property
    def first(self) -> Head:
        """The head that speaks for the inspection: the overall one, or the first where there is none."""
        return next((head for head in self.heads if head.slug == self.overall), self.heads[0])


@cache
def schemes() -> tuple[Scheme, ...]:
    """All of them, the oldest first."""
    return tuple(scheme_of(**one) for one in tomllib.loads(FILE.read_text(encoding="utf-8"))["schemes"])


def scheme_of(*, heads: list[dict], grades: list[dict], kinds: tuple[str, ...] = (), **more: Any) -> Scheme:
    return Scheme(
        heads=tuple(Head(**head) for head in heads),
        grades=tuple(Grade(**grade | {"also": tuple(grade.get("also", ()))}) for grade in grades),
        kinds=tuple(kinds),
        **more,
    )


def find(slug: str) -> Scheme | None:
    return next((scheme for scheme in schemes() if scheme.slug == slug), None)


def scheme_for(kind: str, on: date) -> Scheme | None:
    """What a home of `kind` is graded under on `on`: the newest for its kind, else the newest for all; None before."""
    begun = [scheme for scheme in schemes() if scheme.starts_on <= on]
    own = [scheme for scheme in begun if kind in scheme.kinds]
    common = [scheme for scheme in begun if not scheme.kinds]
    found = own or common
    return found[-1] if found else None


def plain(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").split())
