"""What a file holds, ready to be looked at and then written. One class a kind of file, both with the same verbs."""

from pathlib import PurePath
from typing import Any, BinaryIO, Protocol

from django.db.models import Count, F, Max

from reports.indicators import registry
from reports.indicators.files import ees, neighbours
from reports.indicators.files import meta as companion
from reports.indicators.files.problems import Problem, Problems
from reports.indicators.kinds import Level
from reports.indicators.models import Area, Import, Neighbour, NeighbourSet
from reports.indicators.own import Scorecard
from reports.indicators.storing import Plan, store_areas


class Findings(Protocol):
    problems: Problems

    @property
    def about(self) -> dict[str, Any]:
        """What the file holds, JSON-ready: rows, left_out, and more by kind. No query."""

    @property
    def counts(self) -> dict[str, Any]:
        """What taking the file in would do, `about` and new, changed, unchanged."""

    def write(self, source: Import) -> dict[str, Any]:
        """Write it, inside the caller's transaction, and return the counts of what was done."""


class Statistics:
    """A DfE open-data file."""

    check_heading = staticmethod(ees.check_heading)

    def __init__(self, file: BinaryIO, meta: BinaryIO | None = None) -> None:
        self.reading = ees.read(file, registry.fed())
        self.problems = self.reading.problems
        if meta is not None:
            self.problems.extend(companion.check(meta, self.reading.columns))

    @property
    def counts(self) -> dict[str, Any]:
        return Plan(self.reading.figures).counts | self.about

    @property
    def about(self) -> dict[str, Any]:
        reading = self.reading
        return {
            "rows": reading.rows,
            "used": reading.used,
            "refused": reading.refused,
            "unknown": reading.unknown,
            "left_out": reading.rows - reading.used,
            "figures": len(reading.figures),
            "indicators": sorted({figure.code for figure in reading.figures}),
            "periods": [period.code for period in reading.periods],
            "councils": sum(place.level == Level.COUNCIL for place in reading.places.values()),
        }

    def write(self, source: Import) -> dict[str, Any]:
        areas = store_areas(self.reading.places.values(), is_invented=source.is_invented)
        plan = Plan(self.reading.figures)
        plan.write(areas, source)
        return plan.counts | self.about


class Neighbours:
    """A list of statistical neighbours."""

    check_heading = staticmethod(neighbours.check_heading)

    def __init__(self, file: BinaryIO, meta: BinaryIO | None = None) -> None:
        self.reading = neighbours.read(file)
        self.problems = self.reading.problems
        self.rows = self.known_rows()

    def known_rows(self) -> list[Neighbour]:
        """Rows whose councils the portal knows; the others become problems."""
        areas = councils_by_old_code()
        rows = []
        for each in self.reading.neighbourhoods:
            if each.council not in areas:
                self.problems.add(Problem(each.row, "", unknown(each.council)))
                continue
            for rank, code, closeness, column in each.neighbours:
                if code in areas:
                    rows.append(
                        Neighbour(area=areas[each.council], neighbour=areas[code], rank=rank, closeness=closeness)
                    )
                else:
                    self.problems.add(Problem(each.row, column, unknown(code), "This neighbour was left out."))
        return rows

    @property
    def counts(self) -> dict[str, Any]:
        new = 0 if self.is_in_force() else len(self.rows)
        return {"new": new, "changed": 0, "unchanged": len(self.rows) - new} | self.about

    @property
    def about(self) -> dict[str, Any]:
        councils = len({row.area_id for row in self.rows})
        return {
            "rows": self.reading.rows,
            "left_out": self.reading.rows - councils,
            "councils": councils,
            "neighbours": len(self.rows),
        }

    def is_in_force(self) -> bool:
        """Whether the newest edition of these councils says just the same."""
        newest = NeighbourSet.objects.annotate(size=Count("neighbours")).order_by("-taken_at", "-pk").first()
        if newest is None or newest.size != len(self.rows):
            return False
        columns = ("area_id", "neighbour_id", "rank", "closeness")
        stored = set(newest.neighbours.values_list(*columns))
        return stored == {tuple(getattr(row, column) for column in columns) for row in self.rows}

    def write(self, source: Import) -> dict[str, Any]:
        counts = self.counts
        if counts["new"]:
            made = NeighbourSet.objects.create(
                edition=PurePath(source.file_name).stem, source_import=source, taken_at=source.uploaded_at
            )
            for row in self.rows:
                row.neighbour_set = made
            Neighbour.objects.bulk_create(self.rows)
        return counts


def councils_by_old_code() -> dict[str, Area]:
    """A reorganised council may keep its three figures: the one with the newest figures holds them."""
    found = Area.objects.filter(level=Level.COUNCIL).exclude(old_code="")
    by_age = found.annotate(newest=Max("observations__ends_on")).order_by(F("newest").asc(nulls_first=True), "pk")
    return {area.old_code: area for area in by_age}


def unknown(code: str) -> str:
    return f"The portal knows no council {code}; take in the published figures first, they say which there are."


KINDS: dict[str, type[Statistics] | type[Neighbours] | type[Scorecard]] = {
    Import.Kind.STATISTICS: Statistics,
    Import.Kind.SCORECARD: Scorecard,
    Import.Kind.NEIGHBOURS: Neighbours,
}
