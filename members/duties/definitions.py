"""The duties as they ship with the code: read once from definitions.toml, and checked while they are read."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

from members.models.role import Level

FILE = Path(__file__).with_name("definitions.toml")
SIGNED = "statement-signed"


@dataclass(frozen=True)
class Proof:
    """Which events prove a part of a duty. The words of the fields stand at the head of definitions.toml."""

    kind: Literal["interval", "occasion", "statement"]
    words: str
    todo: str
    event: str = SIGNED
    statement: str = ""
    asked: str = ""
    same: tuple[str, ...] = ()
    where: Mapping[str, list[str]] = field(default_factory=dict)
    undone_by: str = ""
    released_by: str = ""
    within_months: int | None = None
    days_from: str = ""
    path: str = ""

    @cached_property
    def needed(self) -> frozenset[str]:
        """Types of event without which the portal could not see this proof."""
        return frozenset(filter(None, [self.event, self.asked]))

    @cached_property
    def read(self) -> frozenset[str]:
        """Types of event about a person that the ledger reads for this proof."""
        return self.needed | frozenset(filter(None, [self.undone_by, self.released_by]))


@dataclass(frozen=True)
class Definition:
    """One duty: its words, who owes it, what proves it, and where a council begins (months, days)."""

    code: str
    title: str
    asks: str
    proved: str
    source: str
    proofs: tuple[Proof, ...]
    days: int
    months: int | None = None
    levels: frozenset[int] = frozenset()
    roles: frozenset[str] = frozenset()
    not_roles: frozenset[str] = frozenset()

    def is_owed_in(self, level: int, role: str) -> bool:
        """Whether an appointment of this level to this role (slug) brings the duty with it."""
        return role in self.roles or (level in self.levels and role not in self.not_roles)


@dataclass(frozen=True)
class Statement:
    """What a person signs: paragraphs by level."""

    slug: str
    title: str
    says: Mapping[int, list[str]]

    def text_for(self, level: int) -> list[str]:
        """Paragraphs for somebody of `level`: those of each level up to it."""
        return [line for of, lines in sorted(self.says.items()) if of <= level for line in lines]


def read(text: str) -> tuple[dict[str, Definition], dict[str, Statement]]:
    """Duties by code and statements by slug, in their order. Raises TypeError for a field nobody knows."""
    told = tomllib.loads(text)
    duties = [definition(one) for one in told["duties"]]
    statements = [statement(one) for one in told.get("statements", [])]
    return {one.code: one for one in duties}, {one.slug: one for one in statements}


def definition(told: dict[str, Any]) -> Definition:
    sets: dict[str, Any] = {name: frozenset(told.pop(name, ())) for name in ("levels", "roles", "not_roles")}
    proofs = tuple(proof(one) for one in told.pop("proofs"))
    return Definition(**told, **sets, proofs=proofs)


def proof(told: dict[str, Any]) -> Proof:
    told["same"] = tuple(told.get("same", ()))
    if told["kind"] == "statement":
        told["where"] = {"statement": [told["statement"]]}
    return Proof(**told)


def statement(told: dict[str, Any]) -> Statement:
    says = {int(Level(one["level"])): one["text"] for one in told["says"]}
    return Statement(told["slug"], told["title"], says)


@cache
def shipped() -> tuple[dict[str, Definition], dict[str, Statement]]:
    """What definitions.toml says."""
    return read(FILE.read_text())


def definitions() -> dict[str, Definition]:
    """Every duty by its code, in the order of the levels."""
    return shipped()[0]


def statements() -> dict[str, Statement]:
    """Every statement that can be signed, by its slug."""
    return shipped()[1]
