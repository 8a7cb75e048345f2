"""What a person is on a date: the value every rule takes."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Standing:
    """Level, roles and bodies on `on`, from current appointments only. A stranger has none of them.

    Bodies are public ids. `is_cleared`: the person's checks allow a visit to a children's home on that day.
    """

    person_id: int | None = None
    public_id: UUID | None = None
    name: str = ""
    level: int = 0
    roles: frozenset[str] = field(default_factory=frozenset)
    bodies: frozenset[UUID] = field(default_factory=frozenset)
    is_cleared: bool = False
    on: date | None = None

    @property
    def is_member(self) -> bool:
        """Whether the person holds any appointment today: without one the portal shows what the public sees."""
        return bool(self.roles)

    def has(self, *roles: str) -> bool:
        """Whether one of `roles` (slugs) is held."""
        return not self.roles.isdisjoint(roles)


STRANGER = Standing()
