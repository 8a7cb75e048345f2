"""Six bodies, as the file beside this one has them, and the terms of reference that each had over the years."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from members import services
from members.invented.days import morning_of
from members.models import Body, Person

FILE = Path(__file__).with_name("bodies.toml")


def found_bodies() -> None:
    """Set up every body on its first day, as the portal itself."""
    for fields in tomllib.loads(FILE.read_text())["bodies"].values():
        found(fields)


def adopt_terms(by: Person) -> None:
    """Adopt the terms of reference that each body had over the years."""
    bodies = {body.slug: body for body in Body.objects.all()}
    for terms in tomllib.loads(FILE.read_text())["terms"]:
        adopt(bodies[terms["body"]], terms, by)


def found(fields: dict[str, Any]) -> None:
    above = fields.pop("reports_to", "")
    fields["reports_to"] = Body.objects.get(slug=above) if above else None
    services.add_body(by=None, at=morning_of(fields["starts_on"]), **fields)


def adopt(body: Body, terms: dict[str, Any], by: Person) -> None:
    adopted_on: date = terms["adopted_on"]
    services.adopt_terms(
        body=body,
        text=terms["text"].strip(),
        adopted_on=adopted_on,
        adopted_by=terms["adopted_by"],
        review_on=terms["review_on"],
        by=by,
        at=morning_of(adopted_on),
    )
