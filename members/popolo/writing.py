"""People, organisations and memberships as one Popolo document. Source: the Popolo specification and its JSON schemas.

Every id is a `urn:uuid:`: of a row its public id, of a party or ward one made from council and name, so that the same
party is the same id in every export. No e-mail address and nothing else by which somebody is reached stands in it.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid5

from members.facts.exports import AppointmentRow, BodyRow, PersonRow, Register
from members.models import Body

Item = dict[str, Any]


def document(register: Register) -> dict[str, list[Item]]:
    """{persons, organizations, memberships, areas}; each list JSON-ready, each id once, each id referred to in it."""
    council = register.council.public_id
    held = register.appointments
    parties = sorted({one.party for one in held if one.party})
    wards = sorted({one.ward for one in held if one.ward})
    return {
        "persons": [person_of(one) for one in register.people],
        "organizations": [
            without_empty(id=urn(council), name=register.council.name, classification="council"),
            *(body_of(one, council) for one in register.bodies),
            *({"id": named(council, "party", name), "name": name, "classification": "party"} for name in parties),
        ],
        "memberships": [membership_of(one, council) for one in held],
        "areas": areas_of(wards, council),
    }


def areas_of(wards: Iterable[str], council: UUID) -> list[Item]:
    return [{"id": named(council, "ward", name), "name": name, "classification": "ward"} for name in wards]


def person_of(one: PersonRow) -> Item:
    return {"id": urn(one.id), "name": one.name}


def body_of(one: BodyRow, council: UUID) -> Item:
    """A body of the council, under the body it reports to; a partner organisation stands alone."""
    is_partner = one.kind == Body.Kind.PARTNER.label
    parent = one.reports_to or (None if is_partner else council)
    return without_empty(
        id=urn(one.id),
        name=one.name,
        classification=one.kind.lower(),
        parent_id=parent and urn(parent),
        founding_date=one.starts_on.isoformat(),
        dissolution_date=one.ends_on and one.ends_on.isoformat(),
    )


def membership_of(one: AppointmentRow, council: UUID) -> Item:
    """An appointment: in a body, or in the council itself."""
    return without_empty(
        id=urn(one.id),
        label=", ".join(filter(None, [one.role, one.place.lower()])),
        role=one.role,
        person_id=urn(one.person),
        organization_id=urn(one.body or council),
        on_behalf_of_id=one.party and named(council, "party", one.party),
        area_id=one.ward and named(council, "ward", one.ward),
        start_date=one.starts_on.isoformat(),
        end_date=one.ends_on and one.ends_on.isoformat(),
    )


def without_empty(**fields: Any) -> Item:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value}


def urn(id: UUID) -> str:
    return f"urn:uuid:{id}"


def named(council: UUID, kind: str, name: str) -> str:
    """An id of what has no row of its own: the same for the same name in the same council."""
    return urn(uuid5(council, f"{kind}:{name}"))
