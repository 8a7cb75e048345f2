"""What the portal knows of a person, as a feed is compared with it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Held:
    """One term as a councillor; `ends_on` is its last day, counted, or None while it runs."""

    public_id: UUID
    starts_on: date
    ends_on: date | None
    ward: str
    party: str


@dataclass(frozen=True)
class Known:
    """One person, and every term as a councillor that he or she holds, held or will hold."""

    public_id: UUID
    name: str
    email: str
    source_id: str
    terms: tuple[Held, ...] = ()

    def open_terms(self, day: date) -> list[Held]:
        """Those not over before `day`, the earliest first."""
        held = [term for term in self.terms if term.ends_on is None or term.ends_on >= day]
        return sorted(held, key=lambda term: term.starts_on)
