"""Which area a row is for: England, a region, a part of London, a council."""

import re
from dataclasses import dataclass

from reports.indicators.files.problems import BadCell, shown
from reports.indicators.kinds import Level

CODE = re.compile(r"[A-Z][0-9]{8}")
OLD_CODE = re.compile(r"[0-9]{3}")
LONDON = ("E12000007", "London")
PARTS_OF_LONDON = "E13"  # Inner and Outer London: inside London, so never counted as regions beside it


@dataclass(frozen=True)
class Place:
    """`code` is the nine-character code of national statistics; `old_code` the DfE's three figures, of councils only.

    `region` is the (code, name) of the region around it; ("", "") for England, a region, or where the file says none.
    """

    code: str
    name: str
    level: Level
    old_code: str = ""
    region: tuple[str, str] = ("", "")


class OtherLevel(Exception):
    """The row is for a kind of area that the portal does not keep (a school, a ward ...)."""


def read(cells: dict[str, str]) -> Place:
    """The place of a row, its location cells by column. Raises BadCell or OtherLevel."""
    level = " ".join(cells["geographic_level"].split()).casefold()
    if level == "national":
        return Place(*code_and_name(cells, "country_code", "country_name"), Level.NATIONAL)
    if level == "regional":
        return region(cells)
    if level == "local authority":
        return council(cells)
    raise OtherLevel(cells["geographic_level"])


def region(cells: dict[str, str]) -> Place:
    code, name = code_and_name(cells, "region_code", "region_name")
    if code.startswith(PARTS_OF_LONDON):
        return Place(code, name, Level.SUB_REGION, region=LONDON)
    return Place(code, name, Level.REGION)


def council(cells: dict[str, str]) -> Place:
    code, name = code_and_name(cells, "new_la_code", "la_name")
    old = cells.get("old_la_code", "")
    around = (cells.get("region_code", ""), cells.get("region_name", ""))
    if around[0].startswith(PARTS_OF_LONDON):
        around = LONDON
    if not CODE.fullmatch(around[0]):
        around = ("", "")
    return Place(code, name, Level.COUNCIL, old if OLD_CODE.fullmatch(old) else "", around)


def code_and_name(cells: dict[str, str], code_column: str, name_column: str) -> tuple[str, str]:
    """Both, checked. Raises BadCell."""
    code, name = cells.get(code_column, ""), cells.get(name_column, "")
    if not CODE.fullmatch(code):
        raise BadCell(code_column, f"{shown(code)} is not a code like E08000030.")
    if not name or len(name) > 100 or not name.isprintable():
        raise BadCell(name_column, f"{shown(name)} is not the name of an area.")
    return code, name
