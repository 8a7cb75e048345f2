"""What a case is: rows that a rule must find, and neighbours of them that it must not."""

from dataclasses import dataclass, field

Rows = list[dict]


@dataclass(frozen=True)
class Case:
    """`rule` is "module code column". The rows are told by what differs from the sound row; `rows` are those found.

    `beside` are the other modules of both returns; `beside_found` and `beside_passed` those of one.
    """

    rule: str
    found: Rows
    passed: Rows
    rows: tuple[int, ...] = (2,)
    beside: dict[str, Rows] = field(default_factory=dict)
    beside_found: dict[str, Rows] = field(default_factory=dict)
    beside_passed: dict[str, Rows] = field(default_factory=dict)

    @property
    def module(self) -> str:
        return self.rule.split()[0]

    @property
    def bad(self) -> dict[str, Rows]:
        return self.beside | self.beside_found | {self.module: self.found}

    @property
    def good(self) -> dict[str, Rows]:
        return self.beside | self.beside_passed | {self.module: self.passed}


def one(rule: str, found: dict, passed: dict, **others) -> Case:
    """A case of one row each."""
    return Case(rule, [found], [passed], **others)
