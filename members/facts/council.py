"""What the council has set, in words, for the page of its settings."""

from collections.abc import Iterable
from typing import Any

from corpparent.identifiers import shapes_in
from members.models import ClosedDay, Council

NOT_SET = "Not set"


def settings_of(council: Council) -> dict[str, list[dict[str, str]]]:
    """For each group of settings its facts: `label`, `value`."""
    office = f"{council.day_begins_at:%H:%M} to {council.day_ends_at:%H:%M}"
    sees = (
        "Members see them on their pages and in their editions"
        if council.members_see_small_numbers
        else ("Hidden from members as from the public")
    )
    return {
        "names": facts(
            ("Name", council.name),
            ("Short name", council.short_name),
            ("Region", council.region),
            ("Area code", council.area_code),
        ),
        "contacts": facts(
            ("Worried about a child", council.worried_phone),
            ("At night, at weekends", council.worried_phone_night or (council.worried_phone and "The same number")),
            ("Advocacy service", council.advocacy_phone),
            ("Help with this portal", council.help_email),
        ),
        "colours": facts(("Main colour", council.pine), ("Second colour", council.sun)),
        "working-day": facts(("Office hours", office), ("Clear days", str(council.clear_days))),
        "beginning": facts(("First day", f"{council.began_on:%-d %B %Y}" if council.began_on else "")),
        "case-numbers": facts(("How they look", ", ".join(shapes_in(council.case_number_shapes)))),
        "small-numbers": facts(("Small numbers", sees)),
    }


def case_numbers() -> list[str]:
    """How the council's case numbers look, as it said at most ten seconds ago."""
    return shapes_in(Council.glance().case_number_shapes)


def facts(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    return [{"label": label, "value": value or NOT_SET} for label, value in pairs]


def closed_days(days: Iterable[ClosedDay]) -> list[dict[str, Any]]:
    """One row a closed day: `on` (ISO), `when` in words, `name`."""
    return [{"on": day.on.isoformat(), "when": f"{day.on:%A %-d %B %Y}", "name": day.name} for day in days]
