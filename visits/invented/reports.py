"""Reports of the invented visits: written, sent, one returned, one still a draft."""

import tomllib
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.utils.timezone import localdate

from pledges.models import Pledge
from visits import services
from visits.invented.people import CLERK, day, somebody
from visits.invented.points import come_back
from visits.models import RotaSlot, Turn, Visit
from visits.questions import parts

USUAL = Path(__file__).with_name("usual.toml")
EVENING = timedelta(hours=10)  # after the morning
FREE = ("judgement", "judgement_reason", "celebrate", "change_first")
HALF = "living"  # the part at which the draft was left
WEEKEND = 5
POINT = ("title", "saw", "theme", "severity")


def report(slot: RotaSlot, row: dict[str, Any]) -> None:
    """Begun on the evening of the visit, and sent where its row says when."""
    lead = slot.turns.get(part=Turn.Part.LEAD, status=Turn.Status.TAKEN).person
    at = day(row["visited"]) + EVENING
    visit = services.start_visit(slot=slot, key=uuid4(), by=lead, at=at)
    visit = write(visit, row, at)
    for one in row.get("points", []):
        fields = {name: one[name] for name in POINT if name in one}
        services.add_point(visit=visit, by=lead, at=at, promise=promise_of(one), **fields)
    if service := row.get("passed_on"):
        services.pass_on(visit=visit, to=service, passed_on_at=at, by=lead, at=at)
    if sent := row.get("sent"):
        visit = services.send_visit(visit=visit, by=lead, at=day(sent))
        come_back(visit, row)
    if returned := row.get("returned"):
        services.return_visit(visit=visit, because=row["returned_because"], by=somebody(CLERK), at=day(returned))


def write(visit: Visit, row: dict[str, Any], at: datetime) -> Visit:
    """All of it, or what its author came to; afterwards as usual as the visit was."""
    asked = list(parts())
    if "sent" not in row:
        asked = asked[: asked.index(HALF)]
    answers = tomllib.loads(USUAL.read_text(encoding="utf-8")) | row.get("said", {})
    said = {one.slug: answers[one.slug] for slug in asked for one in parts()[slug].asked if one.slug in answers}
    return services.save_part(
        visit=visit,
        answers=said,
        version=visit.version,
        by=visit.lead,
        at=at,
        step=asked[-1],
        visited_on=localdate(at),
        arrived_at=time(16, 30),
        left_at=time(18, 15),
        day_part=Visit.DayPart.WEEKEND if localdate(at).weekday() >= WEEKEND else Visit.DayPart.EVENING,
        is_announced=visit.is_announced,
        **{name: row[name] for name in FREE if name in row},
    )


def promise_of(one: dict[str, Any]) -> object:
    """The promise to children which a point is about."""
    if "promise" not in one:
        return None
    return Pledge.objects.get(group=Pledge.Group.CHILDREN).promises.get(number=one["promise"])
