"""Six homes that do not exist, who answers for them, and the one that closed."""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from members.models import Appointment
from visits import services
from visits.invented.people import BEGAN, CLERK, day, somebody
from visits.models import Home
from visits.rules.visits import MANAGER, RESPONSIBLE

FILE = Path(__file__).with_name("homes.toml")
TOLD_BEFORE = 5  # days before a home closes that the council writes it down
PARTS = ("alias", "urn", "kind", "provider", "is_in_area", "places", "address", "phone", "visits_a_year", "opened_on")


def rows() -> list[dict[str, Any]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))["homes"]


def found_homes() -> None:
    for row in rows():
        fields = {name: row[name] for name in PARTS if name in row}
        home = services.add_home(by=somebody(CLERK), at=day(BEGAN), **fields)
        post(home, MANAGER, row["manager"])
        post(home, RESPONSIBLE, row["responsible"])


def post(home: Home, role: str, who: str) -> None:
    """Whoever holds `role` answers for `home`."""
    held = Appointment.objects.current(timezone.localdate()).filter(role__slug=role, person=somebody(who))
    services.post_to_home(home=home, appointment=held.earliest("starts_on"), by=somebody(CLERK), at=day(BEGAN + 1))


def close_one() -> None:
    """What was wanted there is cancelled by it."""
    for row in rows():
        if closed := row.get("closed"):
            services.close_home(
                home=Home.objects.get(urn=row["urn"]),
                closed_on=timezone.localdate() + timedelta(days=closed),
                by=somebody(CLERK),
                at=day(closed - TOLD_BEFORE),
            )
