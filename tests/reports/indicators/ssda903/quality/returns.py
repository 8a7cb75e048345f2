"""Returns made by hand: a sound one, and small ones of a few rows."""

from datetime import datetime

import polars as pl

from reports.indicators.ssda903.modules import MODULES
from reports.indicators.ssda903.reading import Return903

YEAR = 2025

# A row of each module that no rule finds, for the year ending 31 March 2025. Born in 2012: the child is 12 all year.
SOUND = {
    "header": {"SEX": "F", "DOB": "01/06/2012", "ETHNIC": "WBRI", "UPN": "UN1"},
    "episodes": {
        "DECOM": "01/05/2022",
        "RNE": "S",
        "LS": "C2",
        "CIN": "N1",
        "PLACE": "U6",
        "PLACE_PROVIDER": "PR1",
    },
    "reviews": {"DOB": "01/06/2012", "REVIEW": "10/09/2024", "REVIEW_CODE": "PN1"},
    "uasc": {"SEX": "F", "DOB": "01/06/2012", "DUC": "10/09/2024"},
    "oc2": {
        "DOB": "01/06/2012",
        "SDQ_SCORE": 12,
        "CONVICTED": "0",
        "IMMUNISATIONS": "1",
        "TEETH_CHECK": "1",
        "HEALTH_ASSESSMENT": "1",
        "SUBSTANCE_MISUSE": "0",
    },
    "oc3": {"DOB": "01/06/2005", "IN_TOUCH": "YES", "ACTIV": "F1", "ACCOM": "U1"},
    "ad1": {
        "DOB": "01/06/2012",
        "DATE_INT": "01/06/2024",
        "DATE_MATCH": "01/07/2024",
        "FOSTER_CARE": "0",
        "NB_ADOPTR": "2",
        "SEX_ADOPTR": "MF",
        "LS_ADOPTR": "L12",
    },
    "placed_adoption": {"DOB": "01/06/2012", "DATE_PLACED": "01/06/2024"},
    "prev_perm": {"DOB": "01/06/2012", "PREV_PERM": "Z1"},
    "missing": {"DOB": "01/06/2012", "MISSING": "M", "MIS_START": "01/07/2024", "MIS_END": "03/07/2024"},
    "sw_episodes": {"DOB": "01/06/2012", "SW_ID": "SW1", "SW_DECOM": "01/05/2022", "SW_REASON": "FCONTA"},
}


def a_return(tables: dict[str, list[dict]], year: int = YEAR) -> Return903:
    """A return of these rows, each told by what differs from the sound row (CHILD "A", rows from 2 on)."""
    return Return903(year, {module: table(module, rows) for module, rows in tables.items()})


def table(module: str, rows: list[dict]) -> pl.DataFrame:
    """The module's frame as reading makes it: days written dd/mm/yyyy become dates."""
    shape = MODULES[module]
    kinds = {name: pl.Date if name in shape.dates else pl.String for name in shape.columns}
    if module == "oc2":
        kinds["SDQ_SCORE"] = pl.Int64
    blank = dict.fromkeys(shape.columns)
    full = [{"row": row} | blank | {"CHILD": "A"} | SOUND[module] | each for row, each in enumerate(rows, 2)]
    read = [{name: day(cell) if name in shape.dates else cell for name, cell in each.items()} for each in full]
    return pl.DataFrame(read, schema={"row": pl.UInt32, **kinds})


def day(text: str | None):
    return datetime.strptime(text, "%d/%m/%Y").date() if text else None  # noqa: DTZ007
