"""How the figures hang together, as every reader knows it: `relations.toml`, read and checked against the registry."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reports.indicators import registry
from reports.indicators.definition import Definition
from reports.indicators.registry import RegistryError

FILE = Path(__file__).parent / "relations.toml"


@dataclass(frozen=True)
class Breakdown:
    """`parts` of `whole`, none counted twice; `is_complete` where they are all there is."""

    whole: str
    parts: tuple[str, ...]
    is_complete: bool


@dataclass(frozen=True)
class Relations:
    """A name is an indicator's code (its numerator, or its count) or the words of a denominator.

    `flows`: codes whose parts add up over time. `signed`: counts that can be below zero. `same`: by name, the name
    under which that number goes.
    """

    flows: frozenset[str]
    signed: frozenset[str]
    same: dict[str, str]
    breakdowns: tuple[Breakdown, ...]

    def name(self, one: str) -> str:
        return self.same.get(one, one)


@cache
def load(path: Path = FILE) -> Relations:
    """Raises RegistryError where a name is in no definition."""
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    unknown = set(_names(said)) - _known(registry.load())
    if unknown:
        raise RegistryError(f"{path.name}: no definition knows “{min(unknown)}”.")
    return Relations(
        flows=frozenset(said["flows"]),
        signed=frozenset(said["signed"]),
        same={name: group[0] for group in said["same"] for name in group},
        breakdowns=tuple(
            Breakdown(one["whole"], tuple(one["parts"]), one.get("complete", False)) for one in said["breakdown"]
        ),
    )


def _names(said: dict) -> Iterator[str]:
    """Every name in the file."""
    yield from said["flows"]
    yield from said["signed"]
    for group in said["same"]:
        yield from group
    for one in said["breakdown"]:
        yield from (one["whole"], *one["parts"])


def _known(definitions: tuple[Definition, ...]) -> set[str]:
    return {one.code for one in definitions} | {one.denominator for one in definitions} - {""}
