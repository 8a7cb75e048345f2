"""The council's own figures: which area they are for, and what a scorecard holds, ready to be looked at and written."""

from typing import Any, BinaryIO

from django.utils.timezone import localdate

from members.models import Council
from reports.indicators import protection, registry
from reports.indicators.files import scorecard
from reports.indicators.files.places import Place
from reports.indicators.files.problems import FileRefused
from reports.indicators.kinds import Level
from reports.indicators.models import Area, Import, Observation
from reports.indicators.storing import Plan


def own_area() -> Area:
    """The area of this council. Raises FileRefused where no published figures have brought it."""
    code = Council.current().area_code
    area = Area.objects.select_related("region").filter(code=code).first()
    if area is None:
        raise FileRefused(
            f"The portal does not know the area {code} yet. Take in the DfE's published figures first: they bring the "
            "areas."
        )
    return area


def place_of(area: Area) -> Place:
    region = (area.region.code, area.region.name) if area.region else ("", "")
    return Place(area.code, area.name, Level(area.level), area.old_code, region)


class Scorecard:
    """The council's own figures, brought by the council."""

    check_heading = staticmethod(scorecard.check_heading)

    def __init__(self, file: BinaryIO, meta: BinaryIO | None = None) -> None:
        self.area = own_area()
        self.reading = scorecard.read(file, registry.load(), council=place_of(self.area), today=localdate())
        self.problems = self.reading.problems

    @property
    def plan(self) -> Plan:
        return Plan(self.reading.figures, Observation.Origin.OWN)

    @property
    def counts(self) -> dict[str, Any]:
        return self.plan.counts | self.about

    @property
    def about(self) -> dict[str, Any]:
        reading = self.reading
        return {
            "rows": reading.rows,
            "left_out": reading.rows - reading.used,
            "figures": len(reading.figures),
            "indicators": sorted({figure.code for figure in reading.figures}),
            "periods": [period.code for period in reading.periods],
        }

    def write(self, source: Import) -> dict[str, Any]:
        plan = self.plan
        plan.write({self.area.code: self.area}, source)
        protection.protect(self.area, self.reading.periods)
        return plan.counts | self.about
